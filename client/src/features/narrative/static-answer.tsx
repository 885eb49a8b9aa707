// An answer as it reads, without an editor: what stands there until one comes near. Dressed as the editor dresses it, so
// that nothing moves when the editor takes its place.
import type { AnswerKey } from '@adagia/shared/answer-key';
import { type Block, blockText, type Run, SOFT_BREAK } from '@adagia/shared/text/blocks';
import { Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import dress from '../../editor/ui/editor.module.css';
import { blocksOf, useAnswerText } from './answer-text.ts';

function StaticRun({ run: { text, format } }: { run: Run }): ReactNode {
  const names = [
    format.bold && 'adagia-bold',
    format.italic && 'adagia-italic',
    format.underline && 'adagia-underline',
    format.link && 'adagia-link',
  ];
  const className = names.filter(Boolean).join(' ');
  // The style keeps line ends as they are.
  const shown = text.replaceAll(SOFT_BREAK, '\n');
  return className ? <span className={className}>{shown}</span> : shown;
}

function StaticBlock({ block: { kind, indent, runs } }: { block: Block }) {
  return (
    <p className="adagia-block" data-kind={kind} data-indent={indent} dir="auto">
      {runs.length === 0 && <br />}
      {runs.map((run, index) => (
        <StaticRun key={`${index}-${run.text.length}`} run={run} />
      ))}
    </p>
  );
}

export function StaticAnswer({ answerKey }: { answerKey: AnswerKey }) {
  const { t } = useTranslation('narrative');
  const { session } = useProposal();
  const text = useAnswerText(session, answerKey);
  const blocks = useMemo(() => (text === '' ? [] : blocksOf(session.doc, answerKey)), [session, answerKey, text]);
  return (
    <div className={dress.editor}>
      {blocks.length === 0 && <Text c="dimmed">{t('notWritten')}</Text>}
      {blocks.map((block, index) => (
        <StaticBlock key={`${index}-${blockText(block).length}`} block={block} />
      ))}
    </div>
  );
}
