// Structs that say one thing and would be put somewhere else by Yjs. The first was found by the eight hundred thousandth damaged frame.
import { expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { ByteWriter } from '../byte-writer.ts';
import { admitUpdate, enter } from './admit-update.ts';
import { DocumentIndex } from './document-index.ts';
import { Refusal } from './refusal.ts';

/** Words at clocks 0 to 2, then a field at clock 3. */
function document(): { doc: Doc; index: DocumentIndex } {
  const doc = new Doc();
  doc.clientID = 7;
  doc.getText('answer:needs').insert(0, 'abc');
  doc.getMap('facts').set('title', 'T');
  const index = new DocumentIndex();
  const admitted = admitUpdate(encodeStateAsUpdate(doc), at(index));
  if (admitted) enter(admitted, index);
  return { doc, index };
}

const at = (index: DocumentIndex) => ({
  index,
  rights: { canWrite: true },
  userId: 'ana',
  clientIdsLeft: 1,
  ownerOf: () => 'ana',
  isQuestion: () => true,
});

/** One struct of client 7: characters, with its neighbours as clocks of the same client. */
function characters(clock: number, text: string, { origin, right }: { origin?: number; right?: number }): Uint8Array {
  const info = 4 | (origin === undefined ? 0 : 0x80) | (right === undefined ? 0 : 0x40);
  const neighbours = [origin, right].filter((one) => one !== undefined);
  const writer = new ByteWriter(4 + 1 + 2 * neighbours.length + 1 + text.length + 1)
    .uint(1)
    .uint(1)
    .uint(7)
    .uint(clock);
  writer.raw(new Uint8Array([info]));
  for (const neighbour of neighbours) writer.uint(7).uint(neighbour);
  return writer.string(text).uint(0).bytes;
}

function reasonFor(update: Uint8Array): string {
  try {
    return admitUpdate(update, at(document().index)) ? 'admitted' : 'nothing new';
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
}

test('A5 what goes on behind a known field is no text, although its beginning was', () => {
  // Clocks 2 to 5: 2 is the letter c, 3 the field; Yjs would put 4 and 5 behind the field.
  expect(reasonFor(characters(2, 'xxxx', { origin: 1 }))).toBe('contentNotAllowed');
});

test('A5 words behind words are admitted, and land there', () => {
  const { doc, index } = document();
  const update = characters(4, 'de', { origin: 2 });
  expect(admitUpdate(update, at(index))).not.toBe(null);
  applyUpdate(doc, update);
  expect(doc.getText('answer:needs').toJSON()).toBe('abcde');
});

for (const [what, update] of [
  ['itself as neighbour', characters(4, 'x', { origin: 4 })],
  ['a neighbour that comes later', characters(4, 'x', { origin: 5 })],
  ['neighbours in two parts', characters(4, 'x', { origin: 2, right: 3 })],
  ['a field as left neighbour of words', characters(4, 'x', { origin: 3 })],
] as const) {
  test(`A5 ${what} is refused`, () => {
    expect(reasonFor(update)).toBe('contentNotAllowed');
  });
}
