// Asks why, and unlocks.
import { FREEZE_NOTE_MAX, type Freeze } from '@adagia/shared/api/freezes';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PassingDialog } from '../../ui/passing-dialog.tsx';
import { useUnlock } from './use-freezes.ts';

export function UnlockDialog({ freeze, onClose }: { freeze: Freeze; onClose(): void }) {
  const { t } = useTranslation('freezing');
  const { t: common } = useTranslation('common');
  const [note, setNote] = useState('');
  const unlock = useUnlock(freeze.id, () => {
    onClose();
    notifications.show({ message: t('unlocked') });
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    unlock.mutate(note);
  };
  return (
    <PassingDialog onClose={onClose} title={t('unlockTitle')}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('unlockText')}</Text>
          <Textarea
            data-autofocus
            autosize
            label={t('unlockNote')}
            value={note}
            maxLength={FREEZE_NOTE_MAX}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={unlock.isPending}>
              {t('unlockNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </PassingDialog>
  );
}
