// What the header says, from what is known about the connection and the books: one pure function, so that it can be read,
// and tested, as a table.
import type { CloseReasonName } from '@adagia/shared/wire/close-codes';
import type { SaveState } from './proposal-session.ts';

export interface SaveFacts {
  isOpen: boolean;
  /** There is a document to look at. */
  isReady: boolean;
  /** See `SaveLedger.isSettled`. */
  isSettled: boolean;
  /** Not acknowledged by the server. */
  changes: number;
  /** When the first of them was typed, or now where nobody knows. */
  sinceMs: number;
  /** Why the server sent us away, until it has acknowledged something again. */
  trouble: CloseReasonName | null;
}

export function saveStateOf(facts: SaveFacts, shown: SaveState): SaveState {
  const { changes } = facts;
  if (facts.trouble) return { kind: 'failed', reason: facts.trouble, changes };
  if (!facts.isReady) return { kind: 'opening' };
  if (!facts.isOpen) return { kind: 'offline', changes };
  if (facts.isSettled) return { kind: 'saved' };
  // The handshake of a connection also takes a moment: nobody needs to see it while nothing is unsaved.
  if (changes === 0 && shown.kind === 'saved') return shown;
  return { kind: 'saving', sinceMs: shown.kind === 'saving' ? shown.sinceMs : facts.sinceMs };
}

/** Two that say the same are not told twice. */
export function isSameState(one: SaveState, other: SaveState): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'failed' && other.kind === 'failed')
    return one.reason === other.reason && one.changes === other.changes;
  if (one.kind === 'offline' && other.kind === 'offline') return one.changes === other.changes;
  return true;
}
