// The frozen copy to read: section by section, all of it or what is read for one criterion, with plan and budget of that day.
import { answerKey } from '@adagia/shared/answer-key';
import { isAsked, isWritten, type OutlineGroup } from '@adagia/shared/programme/outline';
import type { Question } from '@adagia/shared/programme/schema';
import { formLanguage } from '@adagia/shared/references/shown-content';
import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { valueName } from '../timeline/timeline-words.ts';
import { useWordsContext } from '../timeline/use-words-context.ts';
import classes from './evaluation.module.css';
import { FrozenPlan } from './frozen-plan.tsx';
import type { FrozenProposal } from './frozen-proposal.ts';
import { FrozenText } from './frozen-text.tsx';

interface FrozenCopyProps {
  frozen: FrozenProposal;
  /** null: all of it. */
  criterionId: string | null;
}

export function FrozenCopy({ frozen, criterionId }: FrozenCopyProps) {
  const { call } = useProposal();
  const language = formLanguage(frozen.facts);
  const isShown = (question: Question) =>
    isAsked(question, language) &&
    !question.isAutomatic &&
    (criterionId === null || question.criteria.includes(criterionId));
  const shown = frozen.groups
    .map((entry) => ({ ...entry, questions: entry.group.questions.filter(isShown) }))
    .filter(({ questions }) => questions.length > 0);
  return (
    <>
      {call.sections.map((section) => {
        const groups = shown.filter((entry) => entry.section === section);
        if (groups.length === 0) return null;
        return (
          <section key={section.id} className={classes.section}>
            <Title order={3} size="h4">
              {section.title}
            </Title>
            {groups.map((entry) => (
              <Group key={`${entry.group.id} ${entry.object?.id ?? ''}`} frozen={frozen} {...entry} />
            ))}
          </section>
        );
      })}
      <FrozenPlan frozen={frozen} />
    </>
  );
}

interface GroupProps extends OutlineGroup {
  frozen: FrozenProposal;
  questions: Question[];
}

function Group({ frozen, object, questions }: GroupProps) {
  return (
    <div className={classes.group}>
      {object && (
        <Text fw={700} component="h4" className={classes.object}>
          {object.number} <bdi>{object.title}</bdi>
        </Text>
      )}
      {questions.map((question) => (
        <Answer key={question.id} frozen={frozen} question={question} objectId={object?.id} />
      ))}
    </div>
  );
}

interface AnswerProps {
  frozen: FrozenProposal;
  question: Question;
  objectId: string | undefined;
}

function Answer({ frozen, question, objectId }: AnswerProps) {
  const { t } = useTranslation('evaluation');
  const key = answerKey(question.id, objectId);
  const fact = useFactWords(frozen, question);
  const blocks = isWritten(question) ? frozen.blocksOf(key) : null;
  return (
    <div className={classes.question} data-root={isWritten(question) ? key : undefined}>
      <Text size="sm" fw={600} component="h5">
        {question.prompt}
      </Text>
      {fact && <Text size="sm">{fact}</Text>}
      {blocks && <FrozenText blocks={blocks} />}
      {!fact && !blocks && (
        <Text size="sm" c="dimmed">
          {t('nothingWritten')}
        </Text>
      )}
    </div>
  );
}

/** What was chosen or filled in; '' for nothing. */
function useFactWords({ facts, organisations, context }: FrozenProposal, { id, type, options }: Question): string {
  const words = { ...useWordsContext(), organisations, workplan: context.workplan };
  if (type === 'text' || type === 'table' || type === 'matrix') return '';
  if (options && type === 'multiselect') {
    const chosen = options.filter((option) => facts.get(`${id}/${option.id}`) === true);
    return chosen.map(({ label }) => label).join('; ');
  }
  const value = facts.get(id);
  return value === undefined || value === '' ? '' : valueName(words, { kind: 'fact', target: id }, value);
}
