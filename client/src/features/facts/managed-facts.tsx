// Questions that are answered elsewhere in this proposal, or by the portal itself: shown as they stand, with the way there.
import type { Workplan } from '@adagia/shared/plan/workplan';
import type { RepeatObject } from '@adagia/shared/programme/outline';
import type { Question } from '@adagia/shared/programme/schema';
import { Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsDrawn } from '../narrative/drawing.ts';
import { PageLink } from '../presence/page-link.tsx';
import { type FactSource, factSource } from './fact-kind.ts';
import classes from './facts.module.css';
import { useFactValue } from './use-fact-value.ts';

interface ManagedFactsProps {
  questions: readonly Question[];
  object: RepeatObject | null;
  workplan: Workplan;
  /** Drawn with the page itself, not when its turn comes. */
  isFirst: boolean;
}

type ManagedListProps = Omit<ManagedFactsProps, 'isFirst'>;

const notes = {
  people: 'fromPeople',
  plan: 'fromPlan',
  budget: 'fromBudget',
  start: 'fromStart',
  portal: 'inPortal',
  upload: 'uploaded',
} as const satisfies Record<Exclude<FactSource, 'fact'>, string>;

export function ManagedFacts({ isFirst, ...list }: ManagedFactsProps) {
  const ref = useRef<HTMLDivElement>(null);
  const isDrawn = useIsDrawn(ref, isFirst);
  return (
    <div ref={ref} className={classes.managed}>
      {isDrawn && <ManagedList {...list} />}
    </div>
  );
}

function ManagedList({ questions, object, workplan }: ManagedListProps) {
  const valueOf = useFactValue(workplan);
  const sources = [...new Set(questions.map(factSource))].filter((one) => one !== 'fact');
  return (
    <>
      <dl className={classes.list}>
        {questions.map((question) => (
          <div key={question.id} className={classes.entry}>
            <dt>{question.prompt}</dt>
            <dd>
              <ManagedValue question={question} value={valueOf(question, object)} />
            </dd>
          </div>
        ))}
      </dl>
      <div className={classes.links}>
        {sources.map((source) => (
          <ManagedLink key={source} source={source} />
        ))}
      </div>
    </>
  );
}

function ManagedValue({ question, value }: { question: Question; value: string }) {
  const { t } = useTranslation('facts');
  const source = factSource(question);
  if (value) return value;
  const hasValue = source !== 'portal' && source !== 'upload' && question.type !== 'matrix' && question.type !== 'auto';
  return (
    <Text span size="sm" c="dimmed">
      {hasValue || source === 'fact' ? t('notSet') : t(notes[source])}
    </Text>
  );
}

function ManagedLink({ source }: { source: FactSource }) {
  const { t } = useTranslation('facts');
  if (source === 'people') return <PageLink page="partners">{t('openPeople')}</PageLink>;
  if (source === 'plan') return <PageLink page="plan">{t('openPlan')}</PageLink>;
  if (source === 'budget') return <PageLink page="budget">{t('openBudget')}</PageLink>;
  return null;
}
