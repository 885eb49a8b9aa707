// Below each work package: what can be added to it.
import type { PlanWorkPackage } from '@adagia/shared/plan/workplan';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePlan } from './plan-context.ts';
import classes from './plan-table.module.css';

export function AddRow({ host, columns }: { host: PlanWorkPackage; columns: number }) {
  const { t } = useTranslation('plan');
  const { project, actions } = usePlan();
  if (!project.canWrite) return null;
  const { id, number, isManagement } = host;
  return (
    <tr className={classes.addRow}>
      <td colSpan={columns}>
        {!isManagement && host.activities.length === 0 && <span className={classes.hint}>{t('empty.none')}</span>}
        {!isManagement && (
          <AddButton
            text={t('row.addHere')}
            label={t('addActivityTo', { number })}
            onAdd={() => actions.addActivity(id)}
          />
        )}
        <AddButton
          text={t('row.addDeliverable')}
          label={t('addDeliverableTo', { number })}
          onAdd={() => actions.addPoint('deliverable', id)}
        />
        <AddButton
          text={t('row.addMilestone')}
          label={t('addMilestoneTo', { number })}
          onAdd={() => actions.addPoint('milestone', id)}
        />
      </td>
    </tr>
  );
}

function AddButton({ text, label, onAdd }: { text: string; label: string; onAdd(): void }) {
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconPlus size={16} aria-hidden />}
      aria-label={label}
      onClick={onAdd}
    >
      {text}
    </Button>
  );
}
