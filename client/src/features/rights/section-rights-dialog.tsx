// Who writes a section: one person who answers for it, others who write with them, and whether it is theirs alone.
import type { ShownSectionRight } from '@adagia/shared/api/rights';
import type { UserId } from '@adagia/shared/ids';
import { can } from '@adagia/shared/roles';
import { Button, Checkbox, Group, MultiSelect, Select, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { PassingDialog } from '../../ui/passing-dialog.tsx';
import { useSectionActions } from './use-section-actions.ts';

interface SectionRightsDialogProps {
  sectionId: string;
  name: string;
  right: ShownSectionRight | undefined;
  onClose(): void;
}

/** Those whose role writes; others would be named and could not. */
function useWriters() {
  const { proposal } = useProposal();
  return proposal.members
    .filter(({ role }) => can(role, 'content.write'))
    .map(({ userId, name }) => ({ value: userId as string, label: name }));
}

export function SectionRightsDialog({ sectionId, name, right, onClose }: SectionRightsDialogProps) {
  const { t } = useTranslation('rights');
  const { setWriters } = useSectionActions(sectionId);
  const people = useWriters();
  const stillThere = (id: string) => people.some(({ value }) => value === id);
  const [ownerId, setOwnerId] = useState<string | null>(
    right?.ownerId && stillThere(right.ownerId) ? right.ownerId : null,
  );
  const [writerIds, setWriterIds] = useState<string[]>((right?.writerIds ?? []).filter(stillThere));
  const [isExclusive, setExclusive] = useState(right?.isExclusive ?? false);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const body = { ownerId: ownerId as UserId | null, writerIds: writerIds as UserId[], isExclusive };
    if (await setWriters(body)) onClose();
    else setBusy(false);
  };
  return (
    <PassingDialog onClose={onClose} title={t('dialogTitle', { section: name })}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Select
            label={t('owner')}
            placeholder={t('ownerNobody')}
            data={people}
            value={ownerId}
            clearable
            onChange={setOwnerId}
          />
          <MultiSelect
            label={t('writers')}
            description={t('writersHint')}
            data={people}
            value={writerIds}
            searchable
            onChange={setWriterIds}
          />
          <Checkbox
            label={t('exclusive')}
            description={t('exclusiveHint')}
            checked={isExclusive}
            onChange={(event) => setExclusive(event.currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={isBusy}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </PassingDialog>
  );
}
