// Status and owner of one answer. Empty is derived from the text: an answer without text cannot be put into review.
import type { AnswerKey } from '@adagia/shared/answer-key';
import { type AnswerStatus, answerStatusSchema } from '@adagia/shared/api/review';
import type { UserId } from '@adagia/shared/ids';
import type { Question } from '@adagia/shared/programme/schema';
import { can } from '@adagia/shared/roles';
import { Button, Menu, NativeSelect, VisuallyHidden } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import classes from './answer-card.module.css';
import { useAnswerState, useChangeAnswer } from './answer-states.ts';
import { shownStatus, useIsEmpty } from './section-progress.ts';
import { StatusMark } from './status-mark.tsx';

interface AnswerControlsProps {
  answerKey: AnswerKey;
  question: Question;
}

export function AnswerControls({ answerKey, question }: AnswerControlsProps) {
  const change = useChangeAnswer(answerKey);
  return (
    <div className={classes.controls}>
      <StatusMenu answerKey={answerKey} question={question} onChange={(status) => change.mutate({ status })} />
      <OwnerSelect answerKey={answerKey} question={question} onChange={(ownerId) => change.mutate({ ownerId })} />
    </div>
  );
}

function StatusMenu({ answerKey, question, onChange }: AnswerControlsProps & { onChange(status: AnswerStatus): void }) {
  const { t } = useTranslation('narrative');
  const { session, proposal } = useProposal();
  const state = useAnswerState(answerKey);
  const status = shownStatus(useIsEmpty(session, answerKey), state);
  const label = t('status.label', { prompt: question.prompt, status: t(`status.${status}`) });
  if (!can(proposal.role, 'answer.manage') || status === 'empty') {
    return (
      <span className={classes.status} title={status === 'empty' ? t('status.emptyHint') : undefined}>
        <StatusMark status={status} />
        <VisuallyHidden>{label}</VisuallyHidden>
        <span aria-hidden>{t(`status.${status}`)}</span>
      </span>
    );
  }
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={label}
          leftSection={<StatusMark status={status} />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t(`status.${status}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={status} onChange={(value) => onChange(answerStatusSchema.parse(value))}>
          {answerStatusSchema.options.map((one) => (
            <Menu.RadioItem key={one} value={one} closeMenuOnClick rightSection={<StatusMark status={one} />}>
              {t(`status.${one}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

function OwnerSelect({
  answerKey,
  question,
  onChange,
}: AnswerControlsProps & { onChange(ownerId: UserId | null): void }) {
  const { t } = useTranslation('narrative');
  const { proposal } = useProposal();
  const ownerId = useAnswerState(answerKey)?.ownerId ?? '';
  const people = proposal.members.map(({ userId, name }) => ({ value: userId as string, label: name }));
  const isGone = ownerId !== '' && !people.some((one) => one.value === ownerId);
  return (
    <NativeSelect
      size="xs"
      aria-label={t('owner.label', { prompt: question.prompt })}
      disabled={!can(proposal.role, 'answer.manage')}
      value={ownerId}
      data={[
        { value: '', label: t('owner.nobody') },
        ...(isGone ? [{ value: ownerId, label: t('owner.gone') }] : []),
        ...people,
      ]}
      onChange={(event) => onChange((event.currentTarget.value || null) as UserId | null)}
    />
  );
}
