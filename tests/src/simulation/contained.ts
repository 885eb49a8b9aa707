// Is everything that an update says part of a document already? And what does a document say, to compare two of them.
import { mapNames } from '@adagia/shared/document';
import * as Y from 'yjs';

export function isContained(update: Uint8Array, doc: Y.Doc): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  if (structs.some(({ id, length }) => Y.getState(doc.store, id.client) < id.clock + length)) return false;
  for (const [client, ranges] of ds.clients)
    for (const { clock, len } of ranges) if (!areDeleted(doc, client, clock, len)) return false;
  return true;
}

function areDeleted({ store }: Y.Doc, client: number, clock: number, length: number): boolean {
  if (Y.getState(store, client) < clock + length) return false;
  const structs = store.clients.get(client) ?? [];
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
    const struct = structs[at]!;
    if (struct.id.clock >= clock + length) return true;
    if (!struct.deleted) return false;
  }
  return true;
}

export const ANSWERS = ['answer:motivation', 'answer:needs', 'answer:impact'];

/** Every answer with its attributes and every field, in one order. */
export function contentOf(doc: Y.Doc): string {
  const answers = ANSWERS.map((name) => {
    const text = doc.getText(name);
    return [name, text.toDelta(), text.getAttributes()];
  });
  const fields = mapNames.map((name) => [name, [...doc.getMap(name)].sort(([one], [other]) => (one < other ? -1 : 1))]);
  return JSON.stringify([answers, fields], (_, value: unknown) => (isPlain(value) ? sorted(value) : value));
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const sorted = (value: object) =>
  Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));

/** The characters of all answers and of all fields that are text. */
export function wordsOf(doc: Y.Doc): string {
  const answers = ANSWERS.map((name) => doc.getText(name).toJSON());
  const fields = mapNames.flatMap((name) =>
    [...doc.getMap(name).values()].filter((value) => typeof value === 'string'),
  );
  return [...answers, ...fields].join('');
}

/** The characters that an update brings, deleted or not. */
export function charactersOf(update: Uint8Array): string {
  return Y.decodeUpdate(update)
    .structs.map((struct) => {
      if (!(struct instanceof Y.Item)) return '';
      if (struct.content instanceof Y.ContentString) return struct.content.str;
      return struct.content instanceof Y.ContentAny ? struct.content.arr.map(String).join('') : '';
    })
    .join('');
}

export function without(words: string, characters: ReadonlySet<string>): string {
  return Array.from(words)
    .filter((character) => !characters.has(character))
    .join('');
}
