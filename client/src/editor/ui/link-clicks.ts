// Opening links of an answer: Mod and a click, or a plain click where nobody writes, always in a tab of its own; and what live
// references stand for, by a plain click: nobody can write into one.
import { REFERENCE_CLASS } from '../model/reference-look.ts';
import { isLinkAddress } from '../model/set-link.ts';
import type { EditorHandle, EditorWorkspace } from './editor-workspace.ts';

export function openLink(address: string): void {
  if (isLinkAddress(address)) window.open(address, '_blank', 'noopener,noreferrer');
}

/** @returns the address of the link that was clicked, null when it was none. */
export function clickedAddress(event: Pick<MouseEvent, 'target'>): string | null {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  return link?.getAttribute('href') ?? null;
}

/** @returns what the live reference that was clicked stands for, null when it was none. */
export function clickedReference(event: Pick<MouseEvent, 'target'>): string | null {
  const chip = event.target instanceof Element ? event.target.closest<HTMLElement>(`.${REFERENCE_CLASS}`) : null;
  return chip?.dataset.reference ?? null;
}

export function registerLinkClicks({ editor }: EditorHandle, { openReference }: EditorWorkspace): () => void {
  const clicked = (event: MouseEvent) => {
    const target = clickedReference(event);
    if (target !== null) {
      event.preventDefault();
      openReference.get()?.(target);
      return;
    }
    const address = clickedAddress(event);
    if (address === null) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey || !editor.isEditable()) openLink(address);
  };
  return editor.registerRootListener((root, before) => {
    before?.removeEventListener('click', clicked);
    root?.addEventListener('click', clicked);
  });
}
