// The generators make and read updates by hand: what they make must be what Yjs makes, and what they count what Yjs holds.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Reader } from './bytes.ts';
import { keystrokeUpdate, readTyped } from './messages.ts';

const ROOT = 'answer:needs';
const authors = [123_456_789, 2_123_456_789];

function type(clientId: number, text: string): Buffer[] {
  return Array.from(text, (character, clock) => keystrokeUpdate(clientId, clock, ROOT, character));
}

function heardIn(update: Uint8Array): [number, number, number][] {
  const heard: [number, number, number][] = [];
  const bytes = Buffer.from(update);
  const onTyped = (...typed: [number, number, number]) => void heard.push(typed);
  readTyped(new Reader(bytes), { onTyped });
  return heard;
}

test('keystrokes made by hand are what Yjs reads as the typed words', () => {
  const doc = new Y.Doc();
  for (const update of type(authors[0]!, 'Erasmus of Rotterdam')) Y.applyUpdate(doc, update);
  expect(doc.getText(ROOT).toJSON()).toBe('Erasmus of Rotterdam');
  expect(doc.store.pendingStructs).toBeNull();
});

test('one update that merges the keystrokes of two people counts as all of them', () => {
  const [ana, ben] = authors as [number, number];
  const merged = Y.mergeUpdates([...type(ana, 'abc'), ...type(ben, 'defg')]);
  const clocksOf = (author: number) => heardIn(merged).flatMap(([from, clock]) => (from === author ? [clock] : []));
  expect(clocksOf(ana)).toEqual([0, 1, 2]);
  expect(clocksOf(ben)).toEqual([0, 1, 2, 3]);
});

test('a full state with deletions, marks and facts is stepped over without losing the place', () => {
  const doc = new Y.Doc();
  doc.getMap('facts').set('title', 'Next Door Online');
  doc.getMap('facts').set('lump', -250_000);
  doc.getMap('facts').set('share', 0.25);
  doc.getText('answer:other').insert(0, 'bold', { bold: true });
  for (const update of type(authors[0]!, 'abcdef')) Y.applyUpdate(doc, update);
  doc.getText(ROOT).delete(1, 2);
  const heard = heardIn(Y.encodeStateAsUpdate(doc)).filter(([author]) => author === authors[0]);
  const lengths = heard.map(([, clock, end]) => end - clock);
  expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(6);
});
