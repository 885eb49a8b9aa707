// Whether the server would refuse what was written: thousands of pieces that all begin at one place (limits.siblingsMax). Asked of the copy
// on which an import is tried, so that it is said before anything is written.
import { limits } from '@adagia/shared/wire/limits';
import * as Y from 'yjs';

/** @param since the clock of this document before it was written */
export function isTooCrowded(doc: Y.Doc, since: number): boolean {
  const counts = new Map<string, number>();
  for (const item of doc.store.clients.get(doc.clientID) ?? []) {
    if (!(item instanceof Y.Item) || item.id.clock < since) continue;
    const place = item.origin ? `${item.origin.client}/${item.origin.clock}` : '';
    const count = (counts.get(place) ?? 0) + 1;
    if (count > limits.siblingsMax) return true;
    counts.set(place, count);
  }
  return false;
}
