// The workplan of a proposal: a picture of the months, and the table that is its twin. Live for everybody.
import { PLAN } from '@adagia/shared/document';
import { planItems } from '@adagia/shared/plan/workplan';
import { PLAN_SECTION } from '@adagia/shared/writing-rights';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { memo, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AllComments } from '../comments/comment-buttons.tsx';
import { ObjectComments } from '../comments/objects/object-comments.tsx';
import { ProvidePlaceThreads } from '../comments/objects/place-threads.tsx';
import { TextChecks } from '../consistency/text-checks.tsx';
import { usePagePlace } from '../presence/use-page-place.ts';
import { ClosedNote } from '../rights/closed-note.tsx';
import { SectionRights } from '../rights/section-rights.tsx';
import { useBaseline } from './baseline/use-baseline.ts';
import { Gantt } from './gantt.tsx';
import { useFocusFromAddress } from './go-to-place.ts';
import { useUndoKeys } from './grid-undo.ts';
import { PlanChecks } from './plan-checks.tsx';
import { HeldPlanContext, LivePlanContext, usePlan } from './plan-context.ts';
import { PlanTable } from './plan-table.tsx';
import { PlanTimeline } from './plan-timeline.tsx';
import { RemovedObjects } from './removed-objects.tsx';
import { RulesSummary } from './rules-summary.tsx';
import { UndoButtons } from './undo-buttons.tsx';
import { useAnnouncer } from './use-announcer.tsx';
import { useHold } from './use-hold.ts';
import { usePlanActions } from './use-plan-actions.tsx';
import { useProject } from './use-project.ts';

export function PlanPage() {
  const { t } = useTranslation('plan');
  const { session } = useProposal();
  const project = useProject(PLAN);
  const baseline = useBaseline(project);
  const { announce, announcer } = useAnnouncer();
  const actions = usePlanActions(announce);
  usePagePlace('plan');
  useUndoKeys(session);
  useFocusFromAddress();
  const { isHeld, holdRest, holdBriefly } = useHold();
  const value = useMemo(
    () => ({ project, baseline, actions, announce, holdRest, holdBriefly }),
    [project, baseline, actions, announce, holdRest, holdBriefly],
  );
  return (
    <LivePlanContext value={value}>
      <Stack gap="md" p="md">
        {announcer}
        <Group justify="space-between" align="flex-start">
          <div>
            <Title order={1} size="h2">
              {t('title')}
            </Title>
            <Text c="dimmed">{t('intro')}</Text>
            <SectionRights sectionId={PLAN_SECTION} name={t('title')} />
          </div>
          <Group gap="xs">
            {project.canWrite && <UndoButtons />}
            <AllComments page="plan" />
          </Group>
        </Group>
        <ClosedNote root={PLAN} />
        <RulesSummary report={project.report} />
        <ProvidePlaceThreads>
          <PlanBody isHeld={isHeld} />
        </ProvidePlaceThreads>
        <ObjectComments page="plan" />
      </Stack>
    </LivePlanContext>
  );
}

/** Hundreds of rows that nobody looks at while a bar is dragged: they are drawn when it is let go. */
function Rest({ isHeld, children }: { isHeld: boolean; children: ReactNode }) {
  const now = usePlan();
  const [shown, setShown] = useState(now);
  if (!isHeld && shown !== now) setShown(now);
  return <HeldPlanContext value={isHeld ? shown : now}>{children}</HeldPlanContext>;
}

const BelowPicture = memo(function BelowPicture() {
  const { project } = usePlan();
  return (
    <>
      <PlanTable />
      {project.canWrite && <AddButtons />}
      <PlanTimeline />
      <PlanChecks />
      <TextChecks />
      <RemovedObjects />
    </>
  );
});

function PlanBody({ isHeld }: { isHeld: boolean }) {
  const { project } = usePlan();
  if (planItems(project.workplan).length === 0) {
    return (
      <>
        <FirstUse />
        <RemovedObjects />
      </>
    );
  }
  return (
    <>
      <GanttHelp />
      <Gantt />
      <Rest isHeld={isHeld}>
        <BelowPicture />
      </Rest>
    </>
  );
}

/** The reader's role is said by the page around; keys are of no use to them. */
function GanttHelp() {
  const { t } = useTranslation('plan');
  const { project } = usePlan();
  const help: string[] = project.canWrite ? [t('gantt.intro')] : [];
  if (project.canWrite && matchMedia('(pointer: coarse)').matches) help.push(t('gantt.touch'));
  if (project.canWrite) help.push(t('gantt.keys'));
  if (!project.project.startDate) help.push(t('gantt.noStart'));
  if (help.length === 0) return null;
  return (
    <Text size="sm" id="gantt-keys" c="dimmed">
      {help.join(' ')}
    </Text>
  );
}

function AddButtons() {
  const { t } = useTranslation('plan');
  const { project, actions } = usePlan();
  const icon = <IconPlus size={16} aria-hidden />;
  if (!project.call.workPackages) {
    return (
      <Group>
        {(project.call.activityParts ?? [{ id: 'activity', label: '' } as const]).map(({ id, label }) => (
          <Button key={id} leftSection={icon} variant="light" onClick={() => actions.addActivity(null, id)}>
            {label ? t('addTyped', { type: label }) : t('addActivity')}
          </Button>
        ))}
        <Button leftSection={icon} variant="subtle" onClick={() => actions.addPoint('deliverable', null)}>
          {t('row.addDeliverable')}
        </Button>
        <Button leftSection={icon} variant="subtle" onClick={() => actions.addPoint('milestone', null)}>
          {t('row.addMilestone')}
        </Button>
      </Group>
    );
  }
  const hasManagement = project.workplan.workPackages.some((one) => one.isManagement);
  return (
    <Group>
      {!hasManagement && (
        <Button leftSection={icon} onClick={() => actions.addWorkPackage(true)}>
          {t('addManagement')}
        </Button>
      )}
      <Button leftSection={icon} variant="light" onClick={() => actions.addWorkPackage()}>
        {t('addWorkPackage')}
      </Button>
    </Group>
  );
}

function FirstUse() {
  const { t } = useTranslation('plan');
  const { project } = usePlan();
  const hasWorkPackages = project.call.workPackages !== null;
  return (
    <EmptyState
      title={hasWorkPackages ? t('empty.title') : t('empty.activitiesTitle')}
      action={project.canWrite && <AddButtons />}
    >
      {project.canWrite ? t(hasWorkPackages ? 'empty.text' : 'empty.activitiesText') : t('empty.reader')}
    </EmptyState>
  );
}
