// The form at a glance: its sections with how far they are, the work packages and organisations in them, and who is where.
import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { PresenceDots } from '../presence/presence-dots.tsx';
import { useAnswerStates } from './answer-states.ts';
import { groupAnchor, groupHeading } from './question-group.tsx';
import classes from './section-outline.module.css';
import { countProgress, type Progress, type ShownStatus, useMarks } from './section-progress.ts';
import type { OutlineSection } from './use-outline.ts';
import { useWhenIdle } from './use-when-idle.ts';

export const sectionAnchor = (sectionId: string): string => `section:${sectionId}`;

interface SectionOutlineProps {
  sections: readonly OutlineSection[];
  /** Anchor of the section that is being read. */
  current: string;
  /** After a place was chosen: closes the drawer. */
  onChoose?(): void;
}

export function SectionOutline({ sections, current, onChoose }: SectionOutlineProps) {
  const { t } = useTranslation('narrative');
  const isCounted = useWhenIdle();
  return (
    <nav aria-label={t('outline.label')}>
      <ol className={classes.sections}>
        {sections.map((section) => (
          <OutlineItem
            key={section.section.id}
            section={section}
            isCounted={isCounted}
            isCurrent={current === sectionAnchor(section.section.id)}
            {...(onChoose && { onChoose })}
          />
        ))}
      </ol>
    </nav>
  );
}

interface OutlineItemProps {
  section: OutlineSection;
  isCurrent: boolean;
  /** Counting goes through every text: it comes when the page stands. */
  isCounted: boolean;
  onChoose?(): void;
}

function OutlineItem({ section: { section, groups, answers }, isCurrent, isCounted, onChoose }: OutlineItemProps) {
  const keys = useMemo(() => new Set<string>(answers.map((answer) => answer.key)), [answers]);
  const objects = groups.filter(({ object, group }) => object !== null && group.repeat !== 'activity');
  // A work package has two groups, one before and one behind its activities: one link for both.
  const links = objects.filter((entry, at) => objects.findIndex((one) => one.object?.id === entry.object?.id) === at);
  return (
    <li className={classes.section}>
      <a
        href={`#${sectionAnchor(section.id)}`}
        className={classes.link}
        aria-current={isCurrent ? 'location' : undefined}
        onClick={onChoose}
      >
        <span>{section.title}</span>
        <PresenceDots keys={keys} />
      </a>
      {answers.length > 0 && (
        <div className={classes.progress}>{isCounted && <SectionProgress answers={answers} />}</div>
      )}
      {links.length > 0 && (
        <ol className={classes.objects}>
          {links.map((entry) => (
            <li key={entry.object?.id}>
              <a href={`#${groupAnchor(entry)}`} className={classes.link} onClick={onChoose}>
                {groupHeading(entry)}
              </a>
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}

function SectionProgress({ answers }: Pick<OutlineSection, 'answers'>) {
  const { session } = useProposal();
  const states = useAnswerStates();
  const marks = useMarks(session, answers);
  const progress = useMemo(() => countProgress(answers, marks, states), [answers, marks, states]);
  return <ProgressLine progress={progress} />;
}

const shown: readonly ShownStatus[] = ['final', 'review', 'draft', 'empty'];

function ProgressLine({ progress }: { progress: Progress }) {
  const { t } = useTranslation('narrative');
  const parts = shown.filter((status) => progress[status] > 0);
  return (
    <>
      <div className={classes.bar} aria-hidden>
        {parts.map((status) => (
          <span key={status} className={classes.part} data-status={status} style={{ flexGrow: progress[status] }} />
        ))}
      </div>
      <Text size="xs" c="dimmed">
        {parts.map((status) => t(`outline.${status}`, { count: progress[status] })).join(' · ')}
      </Text>
      {progress.over > 0 && (
        <Text size="xs" className={classes.over}>
          <IconAlertTriangle size={12} aria-hidden /> {t('outline.over', { count: progress.over })}
        </Text>
      )}
    </>
  );
}
