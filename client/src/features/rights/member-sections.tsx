// Where a member may write, under their name; coordinators narrow it to some sections, or open sections for a guest.
import { changeMember, type Member } from '@adagia/shared/api/people';
import { can } from '@adagia/shared/roles';
import { Anchor, Button, Group, MultiSelect, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { PassingDialog } from '../../ui/passing-dialog.tsx';
import { showProblem } from '../../ui/show-problem.ts';
import { useSectionChoices } from './section-names.ts';

/** Nothing to say of those who write nowhere, nor of those whom nothing narrows. */
export function MemberSections({ member }: { member: Member }) {
  const { t } = useTranslation('rights');
  const { proposal } = useProposal();
  const [isOpen, setOpen] = useState(false);
  if (!can(member.role, 'content.write') || can(member.role, 'content.writeLocked')) return null;
  const isWide = member.sectionIds === null && can(member.role, 'content.writeAll');
  const isOwn = member.sectionIds === null && member.organisationId !== null;
  const words = isWide
    ? t('everywhere')
    : isOwn
      ? t('ownOrganisation')
      : t('sectionCount', { count: member.sectionIds?.length ?? 0 });
  if (!can(proposal.role, 'member.manage')) {
    return (
      <Text size="xs" c="dimmed">
        {words}
      </Text>
    );
  }
  return (
    <>
      <Anchor
        component="button"
        type="button"
        size="xs"
        aria-label={`${t('memberSections', { name: member.name })}: ${words}`}
        onClick={() => setOpen(true)}
      >
        {words}
      </Anchor>
      {isOpen && <MemberSectionsDialog member={member} onClose={() => setOpen(false)} />}
    </>
  );
}

function MemberSectionsDialog({ member, onClose }: { member: Member; onClose(): void }) {
  const { t } = useTranslation('rights');
  const { proposal } = useProposal();
  const choices = useSectionChoices();
  const known = (member.sectionIds ?? []).filter((id) => choices.some(({ value }) => value === id));
  const [sectionIds, setSectionIds] = useState(known);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const body = { sectionIds: sectionIds.length > 0 ? sectionIds : null };
      await callApi(changeMember, { proposalId: proposal.id, userId: member.userId }, body);
      await refresh(proposal.id, 'people');
      onClose();
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <PassingDialog onClose={onClose} title={t('memberSections', { name: member.name })}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <MultiSelect
            label={t('limit')}
            description={t('limitHint')}
            data={choices}
            value={sectionIds}
            searchable
            onChange={setSectionIds}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit">{t('save')}</Button>
          </Group>
        </Stack>
      </form>
    </PassingDialog>
  );
}
