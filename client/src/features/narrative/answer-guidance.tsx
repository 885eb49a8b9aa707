// What a good answer holds, what its limit leans on and for which award criteria it is read: folded, opened by a button.
import type { Call, Question } from '@adagia/shared/programme/schema';
import { Collapse, List, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './answer-card.module.css';
import { useNumber } from './use-number.ts';

export function AnswerGuidance({ question, call }: { question: Question; call: Call }) {
  const { t } = useTranslation('narrative');
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div>
      <UnstyledButton
        className={classes.guidanceButton}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Chevron size={16} aria-hidden />
        {t('guidance.show')}
      </UnstyledButton>
      <Collapse expanded={isOpen} id={id}>
        {isOpen && <GuidanceText question={question} call={call} />}
      </Collapse>
    </div>
  );
}

function GuidanceText({ question: { guidance, limit, criteria }, call }: { question: Question; call: Call }) {
  const { t } = useTranslation('narrative');
  const number = useNumber();
  const read = call.criteria.filter((one) => criteria.includes(one.id));
  return (
    <div className={classes.guidance}>
      {guidance && <Text size="sm">{guidance}</Text>}
      {limit && (
        <Text size="sm" c="dimmed">
          {t('guidance.limitValue', { limit: number(limit.value) })} {t(`confidence.${limit.confidence}`)}{' '}
          {limit.note && `${t('guidance.note', { note: limit.note })} `}
          {t('guidance.sources', { sources: limit.sources.join(', ') })}
        </Text>
      )}
      {read.map((criterion) => (
        <div key={criterion.id}>
          <Text size="sm" fw={600}>
            {t('guidance.criteria')}: {criterion.label}
          </Text>
          <List size="sm">
            {criterion.aspects.map((aspect) => (
              <List.Item key={aspect}>{aspect}</List.Item>
            ))}
          </List>
        </div>
      ))}
    </div>
  );
}
