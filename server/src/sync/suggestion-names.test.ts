// A13: in whose name suggestions are. Nobody makes one up in a colleague's name; what was there may come back in it.
import { must } from '@adagia/shared/assert';
import { deleteCharacters } from '@adagia/shared/text/delete-characters';
import { listSuggestions } from '@adagia/shared/text/suggestion-list';
import { createSuggestionId, suggestionKey } from '@adagia/shared/text/suggestions';
import { acceptSuggestions } from '@adagia/shared/text/suggestions-resolve';
import { deleteSuggested, insertSuggested, setLastSuggested } from '@adagia/shared/text/testing/suggest';
import { closeReasons } from '@adagia/shared/wire/close-codes';
import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createRooms } from './create-rooms.ts';
import { updateFrame } from './frames.ts';
import { MemoryDocumentLog } from './memory-document-log.ts';
import type { Room } from './room.ts';
import { FrameClient, swiftClock } from './testing/frame-client.ts';

const ID = '00000000-0000-7000-8000-000000000000';
const KEY = 'answer:motivation';
const NOW_MS = Date.UTC(2026, 10, 26);
const rights = { ana: { canWrite: true }, ben: { canWrite: true }, sue: { canWrite: true, suggestsOnly: true } };
type Name = keyof typeof rights;

let log: MemoryDocumentLog;
let room: Room;
let people: Record<Name, FrameClient>;
let made = 0;

const idOf = (author: string): string => createSuggestionId({ author, atMs: NOW_MS + (made += 1000), random: 0 });
const textOf = (name: Name): Y.Text => people[name].doc.getText(KEY);
const list = (name: Name) =>
  listSuggestions(textOf(name).toDelta(), textOf(name).getAttributes()).map(({ author, kind }) => [author, kind]);

/** As after a restart: everything is read from the log. @param before what the people have already */
async function openRoom(before: Uint8Array | null): Promise<void> {
  const rooms = createRooms({
    log,
    now: () => NOW_MS,
    isQuestion: () => true,
    membershipOf: (_, userId) => rights[userId as Name],
    onError: (error) => {
      throw error;
    },
    clock: swiftClock,
    fold: () => Promise.reject(new Error('not here')),
  });
  room = must(await rooms.open(ID));
  const enter = (name: Name) => new FrameClient(room, name, () => NOW_MS, rights[name]);
  people = { ana: enter('ana'), ben: enter('ben'), sue: enter('sue') };
  for (const { doc } of Object.values(people)) if (before) Y.applyUpdate(doc, before, 'server');
}

async function change(name: Name, write: (text: Y.Text) => void): Promise<void> {
  const { doc, connection } = people[name];
  const state = Y.encodeStateVector(doc);
  doc.transact(() => write(textOf(name)));
  connection.receive(updateFrame(Y.encodeStateAsUpdate(doc, state)));
  await room.settled();
  expect(people[name].code).toBeNull();
  expect(textOf('ana').toDelta()).toEqual(textOf('ben').toDelta());
}

beforeEach(async () => {
  log = new MemoryDocumentLog();
  const bytes = Y.encodeStateAsUpdate(new Y.Doc());
  await log.create(ID, 'g', { authorId: null, at: 1, bytes, newClientIds: [] });
  await openRoom(null);
  await change('ana', (text) => text.insert(0, 'The aim of all\nis a goal'));
  await change('ben', (text) => text.insert(text.length, ', and '));
});

test('what an editor suggests in the name of a colleague is their own', async () => {
  const id = idOf('ben');
  await change('ana', (text) => {
    deleteSuggested(text, 0, 3, id);
    insertSuggested(text, 3, 'One', id);
    setLastSuggested(text, id, { block: 'quote' });
  });
  expect(list('ben')).toEqual([['ana', 'replacement']]);
  expect(textOf('ben').getAttributes()).not.toHaveProperty([suggestionKey(id)]);
  expect(JSON.stringify(textOf('ben').toDelta())).not.toContain('ben~');
});

test('nothing of a name that was made up is left to go on with, in this room or in the next one', async () => {
  const id = idOf('ben');
  await change('ana', (text) => {
    insertSuggested(text, 3, 'X', id);
    deleteCharacters(text, 3, 1);
  });
  await change('ana', (text) => text.insert(3, 'x', { [suggestionKey(id)]: 'insert' }));
  expect(list('ben')).toEqual([['ana', 'insertion']]);
  await openRoom(Y.encodeStateAsUpdate(people.ben.doc));
  await change('ana', (text) => text.format(10, 3, { [suggestionKey(id)]: 'delete' }));
  expect(list('ben')).toEqual([
    ['ana', 'insertion'],
    ['ana', 'deletion'],
  ]);
});

test.each(['at once', 'after a restart'])(
  'who takes back %s what they have accepted brings the suggestion back in the name of its author',
  async (when) => {
    const id = idOf('sue');
    await change('sue', (text) => insertSuggested(text, 4, 'one ', id));
    if (when === 'after a restart') await openRoom(Y.encodeStateAsUpdate(people.ben.doc));
    const undo = new Y.UndoManager(textOf('ana'), { captureTimeout: 0 });
    await change('ana', (text) => acceptSuggestions(text, [id]));
    expect(list('ben')).toEqual([]);
    await change('ana', () => void undo.undo());
    expect(list('ben')).toEqual([['sue', 'insertion']]);
  },
);

/** @returns the code with which the server ended it, null where it took what ana wrote */
async function send(write: (text: Y.Text) => void): Promise<number | null> {
  const { doc, connection } = people.ana;
  const state = Y.encodeStateVector(doc);
  doc.transact(() => write(textOf('ana')));
  connection.receive(updateFrame(Y.encodeStateAsUpdate(doc, state)));
  await room.settled();
  return people.ana.code;
}

const bring = (count: number): Promise<number | null> =>
  send((text) => {
    for (let left = count; left > 0; left -= 1) insertSuggested(text, text.length, 'a', idOf('ben'));
  });

test('as many names as one undo may bring back are renamed, each to one of its own', async () => {
  expect(await bring(100)).toBeNull();
  expect(list('ben')).toEqual(Array.from({ length: 100 }, () => ['ana', 'insertion']));
  expect(JSON.stringify(textOf('ben').toDelta())).not.toContain('ben~');
  expect(textOf('ben').toDelta()).toEqual(textOf('ana').toDelta());
});

test('an update that makes up more names is refused, before the text is walked through for each', async () => {
  const was = textOf('ben').toDelta();
  expect(await bring(101)).toBe(closeReasons.contentNotAllowed.code);
  expect(textOf('ben').toDelta()).toEqual(was);
});

test.each([
  [300, null],
  [301, closeReasons.contentNotAllowed.code],
])('one made-up name in %s places', async (places, code) => {
  const name = suggestionKey(idOf('ben'));
  expect(
    await send((text) => {
      for (let place = 0; place < places; place += 1) text.insert(0, 'ab', { [name]: place % 2 ? 'insert' : 'delete' });
    }),
  ).toBe(code);
  expect(JSON.stringify(textOf('ben').toDelta())).not.toContain('ben~');
});
