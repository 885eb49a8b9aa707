// How a Word file comes in: behind the text or instead of it, and what happens to its tracked changes.
import { SegmentedControl } from '@mantine/core';
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
        <SegmentedControl
          aria-label={t('reading.tracking')}
          value={tracking}
          onChange={onTracking}
          data={(['suggestions', 'accepted'] as const).map((value) => ({ value, label: t(`reading.as.${value}`) }))}
        />
      )}
    </>
  );
}
