// Opening links of an answer: Mod and a click, or a plain click where nobody writes. Always in a tab of its own.
import { isLinkAddress } from '../model/set-link.ts';
import type { EditorHandle } from './editor-workspace.ts';

export function openLink(address: string): void {
  if (isLinkAddress(address)) window.open(address, '_blank', 'noopener,noreferrer');
}

/** @returns the address of the link that was clicked, null when it was none. */
export function clickedAddress(event: Pick<MouseEvent, 'target'>): string | null {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  return link?.getAttribute('href') ?? null;
}

export function registerLinkClicks({ editor }: EditorHandle): () => void {
  const clicked = (event: MouseEvent) => {
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
