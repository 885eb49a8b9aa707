import { Alert, Progress, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CarryOver } from './carry-over.ts';
import classes from './portal-page.module.css';

export function CarryOverProgress({ carryOver: { counts, over, total } }: { carryOver: CarryOver }) {
  const { t } = useTranslation('portal');
  const share = (count: number) => (total === 0 ? 0 : (100 * count) / total);
  const summary = [
    t('progress.summary', { done: counts.done, total }),
    ...(counts.changed > 0 ? [t('progress.changed', { count: counts.changed })] : []),
    ...(counts.empty > 0 ? [t('progress.empty', { count: counts.empty })] : []),
  ].join(' · ');
  return (
    <div className={classes.progress}>
      <Text fw={600} aria-live="polite">
        {summary}
      </Text>
      <Progress.Root size="lg">
        <Progress.Section
          value={share(counts.done)}
          color="green"
          aria-label={t('progress.label')}
          aria-valuetext={summary}
        />
        <Progress.Section value={share(counts.changed)} color="orange" withAria={false} />
      </Progress.Root>
      {over > 0 && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('over', { count: over })}>
          {t('overText')}
        </Alert>
      )}
    </div>
  );
}
