// One answer to write in. It stands there as static text until it comes near the screen, is clicked, or gets the focus;
// then the editor takes its place without anything moving. Far away and without the focus it becomes static again.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { LexicalEditor } from 'lexical';
import { type FocusEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useProposal } from '../../app/proposal-context.ts';
import { useObservable } from '../../session/observable.ts';
import { useIsBlank } from './answer-blocks.ts';
import classes from './answer-editor.module.css';
import type { EditorHandle, ShownAnswer } from './editor-workspace.ts';
import { LiveText } from './live-text.tsx';
import { StaticText } from './static-text.tsx';
import { useEditorWorkspace } from './use-editor-workspace.ts';
import { useMountWindow } from './use-mount-window.ts';

export interface AnswerEditorProps {
  answerKey: AnswerKey;
  /** The question: what a screen reader calls the text. */
  label: string;
  placeholder?: string;
  /** Id of what explains the question. */
  describedBy?: string;
  autoFocus?: boolean;
  /** Drawn over the text once there is an editor: carets of others, comments. */
  overlay?: (editor: LexicalEditor) => ReactNode;
}

export function AnswerEditor({ answerKey, label, placeholder, describedBy, autoFocus, overlay }: AnswerEditorProps) {
  const { session } = useProposal();
  const isReady = useObservable(session.isReady);
  const ytext = useMemo(() => session.doc.getText(answerKey), [session, answerKey]);
  const frame = useRef<HTMLDivElement>(null);
  const isNear = useMountWindow(frame);
  const [isHeld, setHeld] = useState(autoFocus === true);
  const [handle, setHandle] = useState<EditorHandle | null>(null);
  const answer = useShownAnswer({ answerKey, label, ytext, frame, handle, hold: () => flushSync(() => setHeld(true)) });
  const isBlank = useIsBlank(ytext);
  const preview = useObservable(useEditorWorkspace().preview);
  const isLive = isReady && !preview && (isNear || isHeld);
  const text = { answerKey, label, ytext, placeholder: isBlank ? placeholder : undefined, describedBy };
  // The link box and menus take the focus while they are open: only a focus that goes elsewhere lets go of the editor.
  const leave = ({ relatedTarget }: FocusEvent) => relatedTarget instanceof Node && setHeld(false);
  return (
    <div ref={frame} className={classes.frame} onFocus={() => setHeld(true)} onBlur={leave} data-live={isLive}>
      {isBlank && placeholder && (
        <div className={classes.placeholder} aria-hidden>
          {placeholder}
        </div>
      )}
      {isLive ? (
        <LiveText {...text} autoFocus={autoFocus} onHandle={setHandle} />
      ) : (
        // Made anew, without the signs that are painted on the other.
        <StaticText key={preview} {...text} answer={answer} preview={preview} />
      )}
      {handle && overlay?.(handle.editor)}
    </div>
  );
}

interface ShownAnswerArgs extends Omit<ShownAnswer, 'textElement' | 'mount'> {
  frame: { current: HTMLElement | null };
  handle: EditorHandle | null;
  hold(): void;
}

/** Tells the page that this answer is there, for find and replace and for going to a place in it. */
function useShownAnswer({ answerKey, label, ytext, frame, handle, hold }: ShownAnswerArgs): ShownAnswer {
  const workspace = useEditorWorkspace();
  const latest = useRef({ handle, hold });
  // oxlint-disable-next-line react/refs -- read by find and replace only, long after this render
  latest.current = { handle, hold };
  const answer = useMemo<ShownAnswer>(
    () => ({
      answerKey,
      label,
      ytext,
      textElement: () => frame.current?.querySelector<HTMLElement>('[role="textbox"]') ?? null,
      mount() {
        if (!latest.current.handle) latest.current.hold();
        return latest.current.handle;
      },
    }),
    [answerKey, label, ytext, frame],
  );
  useEffect(() => workspace.show(answer), [workspace, answer]);
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- an editor that came or went is what is told
  useEffect(() => workspace.touch(), [workspace, handle]);
  return answer;
}
