// One answer on its way to the portal: its exact text, its count, the copy button and the tick.
import type { OutlineAnswer } from '@adagia/shared/programme/outline';
import { can } from '@adagia/shared/roles';
import { hashText } from '@adagia/shared/text/hash-text';
import { objectLabel } from '@adagia/shared/text/proposal-text';
import { Button, Checkbox, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { memo, useContext, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { momentFormat } from '../../i18n/time-zone.ts';
import { useAnswerState, useChangeAnswer } from '../narrative/answer-states.ts';
import { useAnswerText } from '../narrative/answer-text.ts';
import { LimitCounter } from '../narrative/limit-counter.tsx';
import { PageLink } from '../presence/page-link.tsx';
import { WordMenu } from '../word/word-menu.tsx';
import { type CarryState, carryState } from './carry-over.ts';
import { CopyAnswerButton } from './copy-answer-button.tsx';
import { CopyReadingContext } from './copy-reading.ts';
import classes from './portal-page.module.css';

function PortalAnswerView({ answer }: { answer: OutlineAnswer }) {
  const { key, question, object } = answer;
  const { t } = useTranslation('portal');
  const { session } = useProposal();
  const accepted = useAnswerText(session, key);
  const text = useAnswerText(session, key, useContext(CopyReadingContext));
  const state = useAnswerState(key);
  const carry = carryState(accepted, state);
  const place = objectLabel(object);
  return (
    <li className={classes.answer} data-portal-answer={key} data-carry={carry}>
      <div className={classes.answerHead}>
        <div>
          {place && (
            <Text size="xs" c="dimmed">
              {place}
            </Text>
          )}
          <Text fw={600}>{question.prompt}</Text>
        </div>
        <LimitCounter prompt={question.prompt} text={text} limit={question.limit} />
      </div>
      <div className={classes.row}>
        <CopyAnswerButton answerKey={key} question={question} />
        <Tick answer={{ key, question }} text={accepted} carry={carry} />
        <WordMenu answer={answer} />
        <PageLink page="write" anchor={key} aria-label={t('openOf', { prompt: question.prompt })}>
          {t('open')}
        </PageLink>
      </div>
      <TickNote carry={carry} answerKey={key} />
      {text !== '' && <ExactText text={text} />}
    </li>
  );
}

export const PortalAnswer = memo(
  PortalAnswerView,
  (a, b) =>
    a.answer.key === b.answer.key &&
    a.answer.question === b.answer.question &&
    objectLabel(a.answer.object) === objectLabel(b.answer.object),
);

interface TickProps {
  answer: Pick<OutlineAnswer, 'key' | 'question'>;
  text: string;
  carry: CarryState;
}

function Tick({ answer: { key, question }, text, carry }: TickProps) {
  const { t } = useTranslation('portal');
  const { proposal } = useProposal();
  const change = useChangeAnswer(key);
  return (
    <Checkbox
      label={t('tick')}
      aria-label={t('tickOf', { prompt: question.prompt })}
      checked={carry === 'done'}
      disabled={carry === 'empty' || !can(proposal.role, 'answer.manage')}
      onChange={(event) =>
        change.mutate({ carriedOver: event.currentTarget.checked ? { textHash: hashText(text) } : null })
      }
    />
  );
}

/** Who carried it over and when, or that it has changed since. */
function TickNote({ carry, answerKey }: { carry: CarryState; answerKey: OutlineAnswer['key'] }) {
  const { t, i18n } = useTranslation('portal');
  const { proposal } = useProposal();
  const carriedOver = useAnswerState(answerKey)?.carriedOver;
  if (!carriedOver || carry === 'empty') return null;
  const format = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const when = format.format(new Date(carriedOver.at));
  if (carry === 'changed') {
    return (
      <Text size="sm" className={classes.changed}>
        <IconAlertTriangle size={14} aria-hidden /> {t('changedSince', { when })}
      </Text>
    );
  }
  const name = proposal.members.find((member) => member.userId === carriedOver.by)?.name ?? t('somebody');
  return (
    <Text size="sm" c="dimmed">
      {t('tickedBy', { name, when })}
    </Text>
  );
}

function ExactText({ text }: { text: string }) {
  const { t } = useTranslation('portal');
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-xs"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'hideText' : 'showText')}
      </Button>
      <div id={id}>{isOpen && <pre className={classes.exact}>{text}</pre>}</div>
    </div>
  );
}
