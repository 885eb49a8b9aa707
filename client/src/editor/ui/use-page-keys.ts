// Keys that work anywhere on a page with answers. Saving is told of by the frame of the proposal (use-global-shortcuts.ts).
import { useEffect } from 'react';
import type { EditorWindow, EditorWorkspace } from './editor-workspace.ts';
import { isChord, isShortcut } from './shortcuts.ts';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'));

function windowOf(event: KeyboardEvent): EditorWindow | null {
  if (isShortcut(event, 'find')) return 'find';
  if (isShortcut(event, 'replace')) return 'replace';
  const isAsked = isChord(event, { mod: true, key: '/' }) || (isChord(event, { key: '?' }) && !isField(event.target));
  return isAsked ? 'shortcuts' : null;
}

export function usePageKeys(workspace: EditorWorkspace): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const wanted = event.defaultPrevented ? null : windowOf(event);
      if (!wanted) return;
      event.preventDefault();
      workspace.window.set(wanted);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [workspace]);
}
