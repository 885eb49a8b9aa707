// The element in which an answer's editor lives. React owns the element, Lexical what is in it.
import type { AnswerKey } from '@adagia/shared/answer-key';
import { must } from '@adagia/shared/assert';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type * as Y from 'yjs';
import { useWritable } from '../../app/use-writing-rights.ts';
import { useObservable } from '../../session/observable.ts';
import classes from './answer-editor.module.css';
import type { EditorHandle } from './editor-workspace.ts';
import { mountAnswer } from './mount-answer.ts';
import { ReferenceHint } from './reference-hint.tsx';
import { ReferenceMenu } from './reference-menu.tsx';
import { SlashMenu } from './slash-menu.tsx';
import { useEditorWorkspace } from './use-editor-workspace.ts';
import { useSuggests } from './use-suggests.ts';

export interface TextProps {
  answerKey: AnswerKey;
  label: string;
  ytext: Y.Text;
  placeholder: string | undefined;
  describedBy: string | undefined;
}

interface LiveTextProps extends TextProps {
  autoFocus: boolean | undefined;
  onHandle(handle: EditorHandle | null): void;
}

export function LiveText({ answerKey, label, ytext, placeholder, describedBy, autoFocus, onHandle }: LiveTextProps) {
  const canWrite = useWritable(answerKey);
  const suggests = useSuggests();
  const workspace = useEditorWorkspace();
  const isEditable = useObservable(canWrite);
  const ref = useRef<HTMLDivElement>(null);
  const [handle, setHandle] = useState<EditorHandle | null>(null);
  // Before the browser paints: the static text and the editor never show both, and never neither.
  useLayoutEffect(() => {
    const root = must(ref.current, 'the element of an editor is gone');
    const mounted = mountAnswer({ answerKey, label, ytext, workspace, root, canWrite, suggests });
    setHandle(mounted.handle);
    onHandle(mounted.handle);
    return () => {
      mounted.unmount();
      onHandle(null);
    };
  }, [answerKey, label, ytext, workspace, canWrite, suggests, onHandle]);
  useEffect(() => {
    if (autoFocus) ref.current?.focus();
  }, [autoFocus]);
  return (
    <>
      <div
        ref={ref}
        className={classes.text}
        contentEditable={isEditable}
        suppressContentEditableWarning
        role="textbox"
        aria-multiline
        aria-readonly={!isEditable}
        aria-label={label}
        aria-describedby={describedBy}
        aria-placeholder={placeholder}
        tabIndex={0}
        spellCheck
        data-answer-text={answerKey}
      />
      {handle && isEditable && (
        <>
          <SlashMenu handle={handle} />
          <ReferenceMenu handle={handle} />
        </>
      )}
      {handle && <ReferenceHint handle={handle} />}
    </>
  );
}
