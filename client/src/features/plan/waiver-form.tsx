// Asks for the reason of a waiver, in place. Escape and Cancel leave everything as it was.
import { WAIVER_REASON_MAX } from '@adagia/shared/plan/waivers';
import { Button, Group, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface WaiverFormProps {
  /** @returns whether the reason will do */
  onStore(reason: string): boolean;
  onCancel(): void;
}

export function WaiverForm({ onStore, onCancel }: WaiverFormProps) {
  const { t } = useTranslation('planChecks');
  const [reason, setReason] = useState('');
  const [hasFailed, setFailed] = useState(false);
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    setFailed(!onStore(reason.replaceAll('\u0000', '')));
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  };
  return (
    <form onSubmit={submitted}>
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        error={hasFailed && t('reasonMissing')}
        value={reason}
        maxLength={WAIVER_REASON_MAX}
        autosize
        minRows={2}
        autoFocus
        onKeyDown={pressed}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="compact-sm">
          {t('store')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  );
}
