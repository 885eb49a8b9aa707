// The editor of one answer. Shows its text at once and cheaply; a real editor takes its place when it comes near the screen,
// and leaves when it is far away and not in use: about a hundred on one page stay fluid.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { LexicalEditor } from 'lexical';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useObservable } from '../../session/observable.ts';
import { activeEditor } from './active-editor.ts';
import classes from './editor.module.css';
import { type MountedEditor, mountEditor } from './mount-editor.ts';
import { SlashMenu } from './slash-menu.tsx';
import { useIsEmpty } from './use-is-empty.ts';

interface AnswerEditorProps {
  answerKey: AnswerKey;
  /** Its accessible name: the question. */
  label: string;
  /** Ids of what describes it: limit, guidance. */
  describedBy?: string;
  /** Whether a real editor is wanted: near the screen. */
  isNear: boolean;
  /** The text without an editor. */
  children: ReactNode;
  /** What is drawn over the text of a live editor: carets of others, highlights. Takes no pointer. */
  renderOver?(editor: LexicalEditor): ReactNode;
}

export function AnswerEditor({ answerKey, label, describedBy, isNear, children, renderOver }: AnswerEditorProps) {
  const { session } = useProposal();
  const isActive = useObservable(activeEditor)?.key === answerKey;
  const isReady = useObservable(session.isReady);
  if (!isReady || (!isNear && !isActive)) return children;
  return (
    <LiveEditor
      answerKey={answerKey}
      label={label}
      {...(describedBy !== undefined && { describedBy })}
      {...(renderOver && { renderOver })}
    />
  );
}

type LiveEditorProps = Omit<AnswerEditorProps, 'isNear' | 'children'>;

function LiveEditor({ answerKey, label, describedBy, renderOver }: LiveEditorProps) {
  const { t } = useTranslation('editor');
  const { session } = useProposal();
  const canWrite = useObservable(session.canWrite);
  const isEmpty = useIsEmpty(session, answerKey);
  const ref = useRef<HTMLDivElement>(null);
  const [mounted, setMounted] = useState<MountedEditor | null>(null);

  useEffect(() => {
    if (!ref.current) return undefined;
    const live = mountEditor(session, answerKey, ref.current);
    setMounted(live);
    return () => {
      setMounted(null);
      live.dispose();
    };
  }, [session, answerKey]);

  return (
    <div className={classes.frame} data-read-only={canWrite ? undefined : true}>
      <div
        ref={ref}
        className={classes.editor}
        contentEditable={canWrite}
        suppressContentEditableWarning
        role="textbox"
        aria-multiline
        aria-label={label}
        aria-readonly={!canWrite}
        aria-describedby={describedBy}
        tabIndex={0}
        spellCheck
      />
      {isEmpty && (
        <div className={classes.placeholder} aria-hidden>
          {canWrite ? t('placeholder') : t('placeholderReadOnly')}
        </div>
      )}
      {mounted && renderOver?.(mounted.editor)}
      {mounted && canWrite && <SlashMenu editor={mounted.editor} />}
    </div>
  );
}
