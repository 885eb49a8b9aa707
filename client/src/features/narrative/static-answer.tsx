// An answer as it reads, without an editor: what stands there until the editor comes near.
import type { AnswerKey } from '@adagia/shared/answer-key';
import { type Block, type Run, SOFT_BREAK } from '@adagia/shared/text/blocks';
import { ListNumbers } from '@adagia/shared/text/plain-text';
import { Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { blocksOf, useAnswerText } from './answer-text.ts';
import classes from './static-answer.module.css';

function inline({ text, format }: Run, key: number): ReactNode {
  const lines = text.split(SOFT_BREAK);
  let node: ReactNode = lines.map((line, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- lines have no identity of their own
    <span key={index}>
      {index > 0 && <br />}
      {line}
    </span>
  ));
  if (format.underline) node = <u>{node}</u>;
  if (format.italic) node = <em>{node}</em>;
  if (format.bold) node = <strong>{node}</strong>;
  return <span key={key}>{node}</span>;
}

function StaticBlock({ block, number }: { block: Block; number: number }) {
  const isList = block.kind === 'bullet' || block.kind === 'number';
  return (
    <div className={classes.block} data-kind={block.kind} data-indent={block.indent}>
      {isList && <span aria-hidden>{block.kind === 'bullet' ? '•' : `${number}.`}</span>}
      <div>{block.runs.length > 0 ? block.runs.map(inline) : '\u00a0'}</div>
    </div>
  );
}

export function StaticAnswer({ answerKey }: { answerKey: AnswerKey }) {
  const { t } = useTranslation('narrative');
  const { session } = useProposal();
  const text = useAnswerText(session, answerKey);
  const blocks = useMemo(() => {
    const numbers = new ListNumbers();
    return text === '' ? [] : blocksOf(session.doc, answerKey).map((block) => ({ block, number: numbers.next(block) }));
  }, [session, answerKey, text]);
  if (blocks.length === 0) return <Text c="dimmed">{t('notWritten')}</Text>;
  return (
    <div className={classes.answer}>
      {blocks.map(({ block, number }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- blocks have no identity of their own
        <StaticBlock key={index} block={block} number={number} />
      ))}
    </div>
  );
}
