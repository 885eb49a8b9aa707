// An answer without its editor. Text can be selected in it; a click, or the focus of the keyboard, brings the editor and
// puts the caret where it was clicked.
import type { MouseEvent } from 'react';
import { useBlocks } from './answer-blocks.ts';
import classes from './answer-editor.module.css';
import { domPointAt, offsetOfDomPoint } from './dom-places.ts';
import type { Preview, ShownAnswer } from './editor-workspace.ts';
import { clickedAddress, clickedReference, openLink } from './link-clicks.ts';
import type { TextProps } from './live-text.tsx';
import { StaticBlocks } from './static-answer.tsx';
import { useEditorWorkspace } from './use-editor-workspace.ts';

interface StaticTextProps extends TextProps {
  answer: ShownAnswer;
  /** Its places are not those of the Y.Text: nothing is selected, marked or written there. */
  preview: Preview | null;
}

function placeCaret(answer: ShownAnswer, offset: number): void {
  const handle = answer.mount();
  if (!handle) return;
  handle.binding.select({ anchor: offset, focus: offset });
  handle.editor.getRootElement()?.focus({ preventScroll: true });
}

function clicked(event: MouseEvent<HTMLElement>, answer: ShownAnswer, open: ((target: string) => void) | null): void {
  const target = clickedReference(event.nativeEvent);
  if (target !== null) {
    open?.(target);
    return;
  }
  const address = clickedAddress(event.nativeEvent);
  if (address !== null) event.preventDefault();
  if (address !== null && (event.ctrlKey || event.metaKey)) {
    openLink(address);
    return;
  }
  if (getSelection()?.isCollapsed === false) return;
  const point = domPointAt(event.clientX, event.clientY);
  const offset = point && offsetOfDomPoint(event.currentTarget, point);
  placeCaret(answer, offset ?? answer.ytext.length);
}

export function StaticText({ answerKey, label, ytext, placeholder, describedBy, answer, preview }: StaticTextProps) {
  const blocks = useBlocks(ytext, preview ?? 'raw');
  const workspace = useEditorWorkspace();
  return (
    <div
      className={classes.text}
      role="textbox"
      aria-multiline
      aria-readonly
      aria-label={label}
      aria-describedby={describedBy}
      aria-placeholder={placeholder}
      tabIndex={0}
      data-answer-text={preview ? undefined : answerKey}
      onClick={(event) => clicked(event, answer, workspace.openReference.get())}
      onKeyDown={(event) => event.key === 'Enter' && placeCaret(answer, ytext.length)}
      onKeyUp={(event) => event.key === 'Tab' && placeCaret(answer, 0)}
    >
      <StaticBlocks blocks={blocks} />
    </div>
  );
}
