// Who takes part in an activity beside its lead: one field for each organisation, so that two people who tick two of them
// both keep theirs.
import { planKey } from '@adagia/shared/plan/plan-edits';
import type { PlanActivity } from '@adagia/shared/plan/workplan';
import { Checkbox, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePlan } from './plan-context.ts';
import classes from './plan-table.module.css';

export function ParticipantsCell({ activity }: { activity: PlanActivity }) {
  const { t } = useTranslation('plan');
  const { project, actions } = usePlan();
  const taking = project.organisations.filter((one) => activity.participants.includes(one.id));
  const others = project.organisations.filter((one) => one.id !== activity.lead);
  const isEverybody = others.length > 2 && taking.length === others.length;
  const numbers = taking.map((one) => one.number).join(', ') || t('cell.nobody');
  const shown = isEverybody ? t('cell.everybody', { number: project.organisations.length }) : numbers;
  const label = t('cell.participants', { number: activity.number, names: shown });
  if (!project.canWrite) return <Text size="sm">{shown}</Text>;
  return (
    <Popover position="bottom-start" withinPortal trapFocus returnFocus shadow="md">
      <Popover.Target>
        <UnstyledButton data-place={`plan:${activity.id}/participants`} className={classes.input} aria-label={label}>
          {shown}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Stack gap="xs">
          {project.organisations.map((one) => {
            const isLead = one.id === activity.lead;
            return (
              <Checkbox
                key={one.id}
                label={`${one.number} ${one.legalName}`}
                description={isLead ? t('cell.leadFirst') : undefined}
                checked={isLead || activity.participants.includes(one.id)}
                disabled={isLead}
                onChange={(event) =>
                  actions.set({ [planKey(activity.id, `org:${one.id}`)]: event.currentTarget.checked || undefined })
                }
              />
            );
          })}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
