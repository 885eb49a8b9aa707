// Freezes the proposal: what for, under which name, why, and who may unlock it.
import { FREEZE_NOTE_MAX, type FreezePurpose, type Unlockers } from '@adagia/shared/api/freezes';
import { Button, Group, MultiSelect, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { momentFormat } from '../../i18n/time-zone.ts';
import { PassingDialog } from '../../ui/passing-dialog.tsx';
import { useFreeze } from './use-freezes.ts';

/** As the server has it. */
const NAME_MAX = 120;

function useDefaultName(): (purpose: FreezePurpose) => string {
  const { t, i18n } = useTranslation('freezing');
  const [now] = useState(() => new Date());
  const day = momentFormat(i18n.language, { dateStyle: 'medium' }).format(now);
  return (purpose) => t(purpose === 'reading' ? 'defaultNameReading' : 'defaultNameSubmission', { day });
}

export function FreezeDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('freezing');
  const { t: common } = useTranslation('common');
  const defaultName = useDefaultName();
  const [purpose, setPurpose] = useState<FreezePurpose>('reading');
  const [name, setName] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [unlockers, setUnlockers] = useState<Unlockers>('coordinators');
  const [unlockerIds, setUnlockerIds] = useState<string[]>([]);
  const freeze = useFreeze(() => {
    onClose();
    notifications.show({ message: t('frozenNow') });
  });
  const shownName = name ?? defaultName(purpose);
  const isMissing = unlockers === 'named' && unlockerIds.length === 0;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isMissing || !shownName.trim()) return;
    const ids = unlockers === 'named' ? unlockerIds : [];
    freeze.mutate({ purpose, name: shownName.trim(), note, unlockers, unlockerIds: ids });
  };
  return (
    <PassingDialog onClose={onClose} title={t('freezeTitle')} size="lg">
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('freezeText')}</Text>
          <Radio.Group label={t('purpose')} value={purpose} onChange={setPurpose}>
            <Stack gap="xs" mt={4}>
              <Radio value="reading" label={t('reading')} description={t('readingHint')} />
              <Radio value="submission" label={t('submission')} description={t('submissionHint')} />
            </Stack>
          </Radio.Group>
          <TextInput
            label={t('name')}
            required
            value={shownName}
            maxLength={NAME_MAX}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Textarea
            autosize
            label={t('note')}
            placeholder={t('notePlaceholder')}
            value={note}
            maxLength={FREEZE_NOTE_MAX}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          <UnlockerFields
            unlockers={unlockers}
            onUnlockers={setUnlockers}
            unlockerIds={unlockerIds}
            onUnlockerIds={setUnlockerIds}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={freeze.isPending} disabled={isMissing || !shownName.trim()}>
              {t('freezeNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </PassingDialog>
  );
}

interface UnlockerProps {
  unlockers: Unlockers;
  onUnlockers(unlockers: Unlockers): void;
  unlockerIds: string[];
  onUnlockerIds(ids: string[]): void;
}

function UnlockerFields({ unlockers, onUnlockers, unlockerIds, onUnlockerIds }: UnlockerProps) {
  const { t } = useTranslation('freezing');
  const { proposal } = useProposal();
  const people = proposal.members
    .filter(({ role }) => role !== 'guest')
    .map(({ userId, name }) => ({ value: userId as string, label: name }));
  return (
    <>
      <Radio.Group label={t('unlockers')} value={unlockers} onChange={onUnlockers}>
        <Stack gap="xs" mt={4}>
          <Radio value="coordinators" label={t('unlockersCoordinators')} />
          <Radio value="freezer" label={t('unlockersFreezer')} />
          <Radio value="named" label={t('unlockersNamed')} />
        </Stack>
      </Radio.Group>
      {unlockers === 'named' && (
        <MultiSelect
          label={t('named')}
          data={people}
          value={unlockerIds}
          onChange={onUnlockerIds}
          searchable
          error={unlockerIds.length === 0 && t('namedMissing')}
        />
      )}
      {unlockers !== 'coordinators' && (
        <Text size="xs" c="dimmed">
          {t('unlockersFallback')}
        </Text>
      )}
    </>
  );
}
