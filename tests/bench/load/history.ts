// A long editing history, the same for every server: a seeded generator with the shape of the public trace of a paper written
// character by character (182,315 insertions, 77,463 deletions, 104,852 characters left): runs of typing, corrections with
// the backspace key, now and then a jump to another passage. Several authors, each in an answer of their own.
import * as Y from 'yjs';
import { createRandom } from './random.ts';
import { answerRoots } from './seats.ts';

export interface HistoryShape {
  operations: number;
  authors: number;
  /** Keystrokes that leave in one update. */
  perUpdate: number;
  /** Characters of one stroke: 1 is typing, more makes a large document of fewer strokes. */
  strokeSize?: number;
}

export interface AuthorHistory {
  place: number;
  clientId: number;
  /** Behind the last character: whoever has seen this clock has all of it. */
  clock: number;
  updates: Uint8Array[];
}

export interface History {
  shape: HistoryShape;
  authors: AuthorHistory[];
  /** Of somebody who has all of it. */
  stateVector: Uint8Array;
  characters: number;
}

/** Of the trace: three in ten keystrokes take something away again. */
const DELETING = 0.298;
/** Keystrokes between two jumps, on average: the trace moves its cursor once in about forty. */
const RUN = 40;
/** Most jumps go back a paragraph or two, some anywhere. */
const NEAR = 600;
const letters = 'etaoin shrdlu etaoin cmfwyp ';

interface Cursor {
  at: number;
  isDeleting: boolean;
  left: number;
}

function nextRun(cursor: Cursor, length: number, random: () => number): void {
  cursor.isDeleting = random() < DELETING;
  cursor.left = 1 + Math.floor(random() * 12);
  if (random() * RUN > 6) return;
  const near = cursor.at + Math.floor((random() - 0.5) * NEAR);
  cursor.at = random() < 0.8 ? Math.min(length, Math.max(0, near)) : Math.floor(random() * (length + 1));
}

function strike(text: Y.Text, cursor: Cursor, size: number, random: () => number): void {
  if (cursor.left === 0) nextRun(cursor, text.length, random);
  cursor.left -= 1;
  if (cursor.isDeleting && cursor.at >= size) {
    cursor.at -= size;
    text.delete(cursor.at, size);
    return;
  }
  const from = Math.floor(random() * letters.length);
  text.insert(cursor.at, letters.repeat(1 + Math.ceil(size / letters.length)).slice(from, from + size));
  cursor.at += size;
}

function write(author: number, shape: HistoryShape): { doc: Y.Doc; updates: Uint8Array[] } {
  const random = createRandom(1500 + author);
  const doc = new Y.Doc();
  doc.clientID = 50_000_000 + author;
  const text = doc.getText(answerRoots[author]);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const cursor: Cursor = { at: 0, isDeleting: false, left: 20 };
  for (let left = Math.ceil(shape.operations / shape.authors); left > 0; left -= shape.perUpdate) {
    doc.transact(() => {
      for (let index = 0; index < Math.min(left, shape.perUpdate); index += 1)
        strike(text, cursor, shape.strokeSize ?? 1, random);
    });
  }
  return { doc, updates };
}

export function createHistory(shape: HistoryShape): History {
  const whole = new Y.Doc();
  const authors = Array.from({ length: shape.authors }, (_, place): AuthorHistory => {
    const { doc, updates } = write(place, shape);
    Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc));
    const { clientID: clientId } = doc;
    return { place, clientId, clock: Y.getState(doc.store, clientId), updates };
  });
  const characters = answerRoots.reduce((sum, root) => sum + whole.getText(root).length, 0);
  return { shape, authors, stateVector: Y.encodeStateVector(whole), characters };
}
