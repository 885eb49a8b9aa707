// The questions of one group in portal order: texts as cards, choices and dates as fields, what is managed elsewhere in
// one list. Where the group repeats, its heading names the work package, activity or organisation.
import { answerKey } from '@adagia/shared/answer-key';
import type { Workplan } from '@adagia/shared/plan/workplan';
import { isAsked, isWritten, type OutlineGroup } from '@adagia/shared/programme/outline';
import type { Question } from '@adagia/shared/programme/schema';
import { objectLabel } from '@adagia/shared/text/proposal-text';
import { Title } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { FactField } from '../facts/fact-field.tsx';
import { factSource } from '../facts/fact-kind.ts';
import { ManagedFacts } from '../facts/managed-facts.tsx';
import { SectionRights } from '../rights/section-rights.tsx';
import { AnswerCard } from './answer-card.tsx';
import classes from './narrative-page.module.css';
import { useNear } from './use-near.ts';

interface QuestionGroupProps {
  entry: OutlineGroup;
  workplan: Workplan;
  language: string;
  /** The page begins with it. */
  isFirst: boolean;
}

/** Questions that fill a high screen: they are drawn with the page itself, all others when their turn comes. */
const FIRST_MAX = 6;

/** Neighbours that are managed elsewhere stand together; everything else stands alone. */
function runsOf(questions: readonly Question[]): Question[][] {
  const runs: Question[][] = [];
  const isManaged = (question: Question) => !isWritten(question) && factSource(question) !== 'fact';
  for (const question of questions) {
    const last = runs.at(-1)?.[0];
    if (last && isManaged(last) && isManaged(question)) runs.at(-1)?.push(question);
    else runs.push([question]);
  }
  return runs;
}

/** The anchor of a group in the page, for the outline. */
export function groupAnchor({ section, group, object }: OutlineGroup): string {
  return object ? `${group.id}:${object.id}` : `${section.id}/${group.id}`;
}

export function groupHeading({ section, group, object }: OutlineGroup): string {
  if (!object) return group.title === section.title ? '' : group.title;
  return objectLabel(object);
}

export function QuestionGroup({ entry, workplan, language, isFirst }: QuestionGroupProps) {
  const heading = groupHeading(entry);
  const questions = entry.group.questions.filter((question) => isAsked(question, language));
  return (
    <div id={groupAnchor(entry)} className={classes.group}>
      {heading && (
        <Title order={3} size="h4" className={classes.groupTitle}>
          {heading}
        </Title>
      )}
      {entry.object && <PartRights sectionId={`${entry.section.id}:${entry.object.id}`} name={heading} />}
      {runsOf(questions).map((run, index) => (
        <QuestionRun
          key={run[0]?.id}
          run={run}
          entry={entry}
          workplan={workplan}
          hasHeading={heading !== ''}
          isFirst={isFirst && index < FIRST_MAX}
        />
      ))}
    </div>
  );
}

/** There are dozens of them: their buttons come when they are near the screen. */
function PartRights(props: { sectionId: string; name: string }) {
  const ref = useRef<HTMLDivElement>(null);
  const isNear = useNear(ref);
  return (
    <div ref={ref} className={classes.partRights}>
      {isNear && <SectionRights {...props} />}
    </div>
  );
}

interface QuestionRunProps {
  run: Question[];
  entry: OutlineGroup;
  workplan: Workplan;
  hasHeading: boolean;
  isFirst: boolean;
}

function QuestionRun({ run, entry, workplan, hasHeading, isFirst }: QuestionRunProps): ReactNode {
  const { object } = entry;
  const [question] = run;
  if (!question) return null;
  if (isWritten(question)) {
    const answer = { ...entry, question, key: answerKey(question.id, object?.id) };
    return <AnswerCard answer={answer} headingOrder={hasHeading ? 4 : 3} isFirst={isFirst} />;
  }
  if (factSource(question) === 'fact') return <FactField question={question} object={object} isFirst={isFirst} />;
  return <ManagedFacts questions={run} object={object} workplan={workplan} isFirst={isFirst} />;
}
