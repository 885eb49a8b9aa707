// The plan from the side of the partners: for each organisation what it does, when, and for how much; and month by month.
import { formatAmount } from '@adagia/shared/budget/format-amount';
import {
  monthTimelines,
  type OrganisationTask,
  type OrganisationTimeline,
  organisationTimelines,
} from '@adagia/shared/plan/activity-timeline';
import { Group, SegmentedControl, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WideTable } from '../../ui/wide-table.tsx';
import { monthName, periodWords } from './month-words.ts';
import { usePlan } from './plan-context.ts';
import type { ProjectOrganisation } from './use-project.ts';

type View = 'organisation' | 'month';

export function PlanTimeline() {
  const { t } = useTranslation('planTimeline');
  const [view, setView] = useState<View>('organisation');
  return (
    <Stack component="section" gap="xs" aria-labelledby="plan-timeline">
      <Group justify="space-between">
        <Title order={2} size="h4" id="plan-timeline">
          {t('title')}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t('view')}
          value={view}
          onChange={(value) => setView(value)}
          data={[
            { value: 'organisation', label: t('byOrganisation') },
            { value: 'month', label: t('byMonth') },
          ]}
        />
      </Group>
      {view === 'organisation' ? <ByOrganisation /> : <ByMonth />}
    </Stack>
  );
}

function ByOrganisation() {
  const { project } = usePlan();
  const { organisations, workplan, budget } = project;
  const ids = organisations.map(({ id }) => id);
  const timelines = organisationTimelines(ids, workplan, budget);
  return organisations.map((one, index) => {
    const timeline = timelines[index];
    return timeline && <OrganisationPart key={one.id} organisation={one} timeline={timeline} />;
  });
}

interface PartProps {
  organisation: ProjectOrganisation;
  timeline: OrganisationTimeline;
}

function OrganisationPart({ organisation, timeline }: PartProps) {
  const { t, i18n } = useTranslation('planTimeline');
  const { project } = usePlan();
  const { busyMonths, totalCents } = timeline;
  const [isOpen, setOpen] = useState(false);
  const name = `${organisation.number} ${organisation.legalName}`;
  const amount = formatAmount(totalCents, i18n.language, 'euro');
  return (
    <details data-timeline={organisation.number} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {name}: {t('total', { amount, count: busyMonths, months: project.axisMonths })}
      </summary>
      {isOpen && <Tasks name={name} timeline={timeline} />}
    </details>
  );
}

/** Only of whom somebody looks at: a task is there once for each that takes part. */
function Tasks({ name, timeline: { tasks, deliverables } }: { name: string; timeline: OrganisationTimeline }) {
  const { t } = useTranslation('planTimeline');
  return (
    <>
      {tasks.length === 0 && <Text size="sm">{t('nothing')}</Text>}
      {deliverables.length > 0 && (
        <Text size="sm">{t('brings', { names: deliverables.map((one) => one.number).join(', ') })}</Text>
      )}
      {tasks.length > 0 && (
        <WideTable label={t('table', { name })}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('what')}</Table.Th>
              <Table.Th>{t('when')}</Table.Th>
              <Table.Th>{t('role')}</Table.Th>
              <Table.Th ta="end">{t('amount')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tasks.map((task) => (
              <TaskRow key={task.item.id} task={task} />
            ))}
          </Table.Tbody>
        </WideTable>
      )}
    </>
  );
}

function TaskRow({ task: { item, isLead, cents } }: { task: OrganisationTask }) {
  const { t, i18n } = useTranslation('planTimeline');
  const { project } = usePlan();
  const { from, to } = item;
  const when =
    from === null || to === null ? null : periodWords({ from, to }, project.project.startDate, i18n.language);
  const role = isLead ? 'leads' : 'participants' in item ? 'takesPart' : 'paid';
  return (
    <Table.Tr>
      <Table.Td fw={'isManagement' in item ? 600 : undefined}>
        {item.number} {item.title}
      </Table.Td>
      <Table.Td>{when ?? t('none')}</Table.Td>
      <Table.Td>{t(role)}</Table.Td>
      <Table.Td ta="end">{cents === null ? t('none') : formatAmount(cents, i18n.language)}</Table.Td>
    </Table.Tr>
  );
}

function ByMonth() {
  const { t, i18n } = useTranslation('planTimeline');
  const { project } = usePlan();
  const { startDate } = project.project;
  const numbers = (all: readonly { number: string }[]) => all.map(({ number }) => number).join(', ') || t('none');
  return (
    <WideTable label={t('monthTable')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('month')}</Table.Th>
          <Table.Th>{t('running')}</Table.Th>
          <Table.Th>{t('due')}</Table.Th>
          <Table.Th>{t('busy')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {monthTimelines(project.workplan, project.axisMonths).map(({ month, activities, points }) => {
          const atWork = new Set(activities.flatMap((one) => [one.lead, ...one.participants]));
          return (
            <Table.Tr key={month}>
              <Table.Th scope="row">
                M{month} {startDate && monthName(startDate, month, i18n.language)}
              </Table.Th>
              <Table.Td>{numbers(activities)}</Table.Td>
              <Table.Td>{numbers(points)}</Table.Td>
              <Table.Td>{numbers(project.organisations.filter(({ id }) => atWork.has(id)))}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </WideTable>
  );
}
