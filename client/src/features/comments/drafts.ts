// What was begun and not sent, by what it is about: closing a card, the list or the page's connection loses nothing, and
// neither does a reload. Kept in this tab only, under the person's own id.
import type { UserId } from '@adagia/shared/ids';

const nameOf = (me: UserId, key: string): string => `adagia-draft:${me}:${key}`;

/** Where the browser refuses its storage (private windows, full disk). */
const inMemory = new Map<string, string>();

export function draftOf(me: UserId, key: string): string {
  const name = nameOf(me, key);
  try {
    return sessionStorage.getItem(name) ?? inMemory.get(name) ?? '';
  } catch {
    // Storage is refused: what was kept in memory is all there is.
    return inMemory.get(name) ?? '';
  }
}

export function keepDraft(me: UserId, key: string, text: string): void {
  const name = nameOf(me, key);
  try {
    if (text) sessionStorage.setItem(name, text);
    else sessionStorage.removeItem(name);
    inMemory.delete(name);
  } catch {
    // Storage is refused or full: memory still outlives the card.
    inMemory.set(name, text);
  }
}
