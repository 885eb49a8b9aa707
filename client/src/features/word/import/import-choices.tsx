// How a Word file comes in: behind the text or instead of it, and what happens to its tracked changes.
import { Input, SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Placing, Tracking } from './answer-change.ts';

interface ImportChoicesProps {
  /** null: there is nothing to choose. */
  placing: Placing | null;
  onPlacing(placing: Placing): void;
  tracking: Tracking | null;
  onTracking(tracking: Tracking): void;
}

export function ImportChoices({ placing, onPlacing, tracking, onTracking }: ImportChoicesProps) {
  const { t } = useTranslation('word');
  const id = useId();
  return (
    <>
      {placing && (
        <SegmentedControl
          aria-label={t('reading.placing')}
          value={placing}
          onChange={onPlacing}
          data={(['append', 'replace'] as const).map((value) => ({ value, label: t(`reading.${value}`) }))}
        />
      )}
      {tracking && (
        <Input.Wrapper label={t('reading.tracking')} labelElement="div" labelProps={{ id }}>
          <SegmentedControl
            fullWidth
            mt={4}
            aria-labelledby={id}
            value={tracking}
            onChange={onTracking}
            data={(['suggestions', 'accepted'] as const).map((value) => ({ value, label: t(`reading.as.${value}`) }))}
          />
        </Input.Wrapper>
      )}
    </>
  );
}
