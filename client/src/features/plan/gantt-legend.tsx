// What the colours and signs of the picture mean. Nothing is said by a colour alone: each bar bears the number of its lead.
import { colourAt } from '@adagia/shared/person-colour';
import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { startWords } from './baseline/slip-words.ts';
import classes from './gantt.module.css';
import { usePlan } from './plan-context.ts';

export function GanttLegend() {
  const { t } = useTranslation('planPicture');
  const { t: ofBaseline } = useTranslation('planBaseline');
  const { project, baseline } = usePlan();
  const { workPackages, activities, deliverables, milestones } = project.workplan;
  const leads = new Set([...workPackages, ...activities].map(({ lead }) => lead));
  return (
    <Group gap="sm" component="section" aria-label={t('legend')} className={classes.legend}>
      {project.organisations.map(({ id, number, legalName }, index) =>
        leads.has(id) ? (
          <Text key={id} size="xs" component="span" className={classes.legendItem}>
            <span className={classes.swatch} style={{ backgroundColor: colourAt(index) }} aria-hidden />
            {number} {legalName}
          </Text>
        ) : null,
      )}
      {deliverables.length > 0 && <Sign kind="deliverable" text={t('deliverable')} />}
      {milestones.length > 0 && <Sign kind="milestone" text={t('milestone')} />}
      {project.critical.size > 0 && <Sign kind="critical" text={t('critical')} />}
      {project.dependencies.some(({ state }) => state === 'late') && <Sign kind="late" text={t('late')} />}
      {project.dependencies.some(({ state }) => state === 'cycle') && <Sign kind="cycle" text={t('cycle')} />}
      {baseline && (
        <Sign
          kind="baseline"
          text={[
            ofBaseline(baseline.isEmpty ? 'noPlan' : 'legend', { name: baseline.name }),
            startWords(ofBaseline, baseline),
          ]
            .filter(Boolean)
            .join(' ')}
        />
      )}
    </Group>
  );
}

function Sign({ kind, text }: { kind: string; text: string }) {
  return (
    <Text size="xs" component="span" className={classes.legendItem}>
      <span className={classes.sign} data-sign={kind} aria-hidden />
      {text}
    </Text>
  );
}
