// Several people who change one document at random, as the product's editor, grid and plan do, each seeing what the others did
// later than they did it. Gives the updates that they would send.

import type { FieldValue } from '@adagia/shared/document';
import type { Random } from '@adagia/shared/random';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, UndoManager } from 'yjs';

const OBJECT = '01900000-0000-7000-8000-000000000001';
const THREAD = '01900000-0000-7000-8000-0000000000aa';
export const answers = ['answer:motivation', 'answer:needs', `answer:wp_results:${OBJECT}`] as const;
export const fields = [
  ['facts', 'title'],
  ['plan', `${OBJECT}/title`],
  ['plan', `${OBJECT}/from`],
  ['plan', `${OBJECT}/after:${THREAD}`],
  ['budget', `${OBJECT}/${OBJECT}`],
] as const;

const marks = [
  { bold: true },
  { bold: null },
  { link: 'https://example.org' },
  { [`comment:${THREAD}`]: true },
  { block: 'h1' },
  { indent: 2 },
];

export interface RandomWriter {
  doc: Doc;
  undo: UndoManager;
  /** What the others have not been given. */
  unsent: Uint8Array[];
}

export function createWriter(clientId: number): RandomWriter {
  const doc = new Doc();
  doc.clientID = clientId;
  const types = [
    ...answers.map((name) => doc.getText(name)),
    ...['facts', 'plan', 'budget'].map((name) => doc.getMap(name)),
  ];
  const writer: RandomWriter = {
    doc,
    undo: new UndoManager(types, { captureTimeout: 0, trackedOrigins: new Set(['me']) }),
    unsent: [],
  };
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'others') writer.unsent.push(update);
  });
  return writer;
}

function changeText({ doc }: RandomWriter, random: Random): void {
  const text = doc.getText(random.pick(answers));
  const at = random.below(text.length + 1);
  const length = Math.min(text.length - at, 1 + random.below(6));
  const kind = random.below(10);
  if (kind < 5 || length === 0) text.insert(at, random.pick(['a', 'word ', '\n', 'ü', '😀', 'long words here. ']));
  else if (kind < 8) text.delete(at, length);
  else if (kind < 9) text.format(at, length, random.pick(marks));
  else if (random.chance(0.5)) text.setAttribute('block', random.pick(['h2', 'bullet']));
  else text.setAttribute('indent', random.below(4));
}

function changeField({ doc }: RandomWriter, random: Random): void {
  const [map, key] = random.pick(fields);
  if (random.chance(0.1)) doc.getMap(map).delete(key);
  else doc.getMap(map).set(key, valueFor(key, random));
}

function valueFor(key: string, random: Random): FieldValue {
  if (key.endsWith('title')) return `t${random.below(100)}`;
  if (key.includes('/after:')) return random.chance(0.5);
  return 1 + random.below(36);
}

/** One thing that somebody does, which may be nothing. */
export function act(writer: RandomWriter, random: Random): void {
  const kind = random.below(12);
  if (kind === 0) writer.undo.undo();
  else if (kind === 1) writer.undo.redo();
  else
    writer.doc.transact(() => {
      for (let left = 1 + random.below(3); left > 0; left -= 1) {
        if (random.chance(0.7)) changeText(writer, random);
        else changeField(writer, random);
      }
    }, 'me');
}

/** Somebody comes back: their whole difference, as a step 2 has it. */
export function difference(writer: RandomWriter, of: Doc): Uint8Array {
  return encodeStateAsUpdate(writer.doc, encodeStateVector(of));
}

export function hear(writer: RandomWriter, update: Uint8Array): void {
  applyUpdate(writer.doc, update, 'others');
}
