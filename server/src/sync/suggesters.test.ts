// A13: who may only suggest, in a room with an editor: what they may send, what is refused, and what is mended.
import { must } from '@adagia/shared/assert';
import { fileAuthor } from '@adagia/shared/text/file-authors';
import { listSuggestions } from '@adagia/shared/text/suggestion-list';
import { readSuggested } from '@adagia/shared/text/suggestion-readings';
import { createSuggestionId, suggestionKey } from '@adagia/shared/text/suggestions';
import { acceptSuggestions, rejectSuggestions } from '@adagia/shared/text/suggestions-resolve';
import {
  deleteSuggested,
  insertPlain,
  insertSuggested,
  setLastSuggested,
  setSuggested,
  suggestionIdsIn,
} from '@adagia/shared/text/testing/suggest';
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

let room: Room;
let ana: FrameClient;
let sue: FrameClient;
let made = 0;

const idOf = (author: string): string => createSuggestionId({ author, atMs: NOW_MS + (made += 1000), random: 0 });
const textOf = ({ doc }: FrameClient): Y.Text => doc.getText(KEY);
const base = (client: FrameClient): string =>
  readSuggested(textOf(client).toDelta(), textOf(client).getAttributes(), 'base')
    .delta.map(({ insert }) => insert)
    .join('');
const list = (client: FrameClient) => listSuggestions(textOf(client).toDelta(), textOf(client).getAttributes());

/** Sent at once, whatever else is under way. */
function change(client: FrameClient, write: (text: Y.Text, doc: Y.Doc) => void): void {
  const state = Y.encodeStateVector(client.doc);
  const deletedBefore = client.doc;
  client.doc.transact(() => write(textOf(client), deletedBefore));
  client.connection.receive(updateFrame(Y.encodeStateAsUpdate(client.doc, state)));
}

beforeEach(async () => {
  const log = new MemoryDocumentLog();
  const bytes = Y.encodeStateAsUpdate(new Y.Doc());
  await log.create(ID, 'g', { authorId: null, at: 1, bytes, newClientIds: [] });
  const rights = { ana: { canWrite: true }, sue: { canWrite: true, suggestsOnly: true } };
  const rooms = createRooms({
    log,
    now: () => NOW_MS,
    isQuestion: () => true,
    membershipOf: (_, userId) => rights[userId as keyof typeof rights],
    onError: (error) => {
      throw error;
    },
    clock: swiftClock,
    fold: () => Promise.reject(new Error('not here')),
  });
  room = must(await rooms.open(ID));
  ana = new FrameClient(room, 'ana', () => NOW_MS, rights.ana);
  sue = new FrameClient(room, 'sue', () => NOW_MS, rights.sue);
  change(ana, (text) => text.insert(0, 'The aim of all\nis a goal 😀'));
  await room.settled();
});

async function expectRefused(code = 4403): Promise<void> {
  const before = base(ana);
  await room.settled();
  expect([sue.code, ana.code]).toEqual([code, null]);
  expect(base(ana)).toBe(before);
  expect(base(ana)).toBe('The aim of all\nis a goal 😀');
}

test('a suggestion of every kind is let in, seen by the others, and changes nothing that is accepted', async () => {
  change(sue, (text) => insertSuggested(text, 4, 'one ', idOf('sue')));
  change(sue, (text) => deleteSuggested(text, 0, 3, idOf('sue')));
  change(sue, (text) => setSuggested(text, 5, 14, idOf('sue'), { bold: true, block: 'h1' }));
  change(sue, (text) => setLastSuggested(text, idOf('sue'), { block: 'quote' }));
  change(sue, (text) => insertSuggested(text, text.length, '\n', idOf('sue')));
  await room.settled();
  expect(sue.code).toBeNull();
  expect(base(ana)).toBe('The aim of all\nis a goal 😀');
  expect(list(ana).map(({ kind, author }) => [kind, author])).toEqual([
    ['deletion', 'sue'],
    ['insertion', 'sue'],
    ['format', 'sue'],
    ['insertion', 'sue'],
    ['block', 'sue'],
  ]);
});

test('who suggested edits their own pending words and withdraws them', async () => {
  const id = idOf('sue');
  change(sue, (text) => insertSuggested(text, 4, 'one big ', id));
  change(sue, (text) => deleteSuggested(text, 8, 4, idOf('sue')));
  change(sue, (text) => rejectSuggestions(text, [id]));
  await room.settled();
  expect(sue.code).toBeNull();
  expect([textOf(ana).toJSON(), list(ana)]).toEqual(['The aim of all\nis a goal 😀', []]);
});

test.each<[string, (text: Y.Text, doc: Y.Doc) => void]>([
  ['deletes accepted words', (text) => text.delete(0, 4)],
  ['formats accepted words', (text) => text.format(0, 4, { bold: true })],
  ['makes a block another', (text) => text.format(14, 1, { block: 'h1' })],
  ['makes the last block another', (text) => text.setAttribute('block', 'h1')],
  [
    'marks accepted words as a pending insertion',
    (text) => text.format(0, 4, { [suggestionKey(idOf('sue'))]: 'insert' }),
  ],
  ["writes in a colleague's name", (text) => text.format(0, 4, { [suggestionKey(idOf('ana'))]: 'delete' })],
  [
    'brings words of a file in the name of a colleague',
    (text) => text.format(0, 4, { [suggestionKey(idOf(fileAuthor('Eve', 'ana')))]: 'delete' }),
  ],
  [
    'brings words of a file in the name of nobody',
    (text) => text.format(0, 4, { [suggestionKey(idOf(fileAuthor('Eve')))]: 'delete' }),
  ],
  ['cuts an emoji in two', (text) => insertSuggested(text, 26, 'x', idOf('sue'))],
  ['writes a fact', (_, doc) => void doc.getMap('facts').set('title', 'Mine')],
  ['writes in the plan', (_, doc) => void doc.getMap('plan').set(`${ID}/title`, 'Mine')],
])('a suggester who %s is refused and harms nothing', async (_, write) => {
  change(sue, write);
  await expectRefused();
});

test("a suggester neither accepts a suggestion nor takes a colleague's away", async () => {
  const id = idOf('ana');
  change(ana, (text) => insertSuggested(text, 0, 'pending ', id));
  await room.settled();
  change(sue, (text) => acceptSuggestions(text, [id]));
  await expectRefused();
});

test("a suggester does not let a colleague's suggestion go", async () => {
  change(ana, (text) => insertSuggested(text, 0, 'pending ', idOf('ana')));
  await room.settled();
  change(sue, (text) => rejectSuggestions(text, suggestionIdsIn(text)));
  await expectRefused();
  expect(list(ana)).toMatchObject([{ author: 'ana', after: 'pending ' }]);
});

test('nobody suggests in the name of who has never written here, not even an editor', async () => {
  change(ana, (text) => text.format(0, 4, { [suggestionKey(idOf('zoe'))]: 'delete' }));
  await room.settled();
  expect(ana.code).toBe(4422);
});

test('nobody brings words of a file in the name of who has never written here', async () => {
  change(ana, (text) => text.format(0, 4, { [suggestionKey(idOf(fileAuthor('Eve', 'zoe')))]: 'delete' }));
  await room.settled();
  expect(ana.code).toBe(4422);
});

test('a suggester answers for what they bring with a file: it stands under the name in it, and goes again as their own', async () => {
  const id = idOf(fileAuthor('Eve', 'sue'));
  change(sue, (text) => insertSuggested(text, 4, 'one ', id));
  change(sue, (text) => deleteSuggested(text, 0, 3, id));
  await room.settled();
  expect(list(ana)).toMatchObject([{ author: fileAuthor('Eve', 'sue'), kind: 'replacement', after: 'one ' }]);
  change(sue, (text) => rejectSuggestions(text, [id]));
  await room.settled();
  expect(sue.code).toBeNull();
  expect([textOf(ana).toJSON(), list(ana)]).toEqual(['The aim of all\nis a goal 😀', []]);
});

test('what is no suggestion in a form that we write is refused from everybody', async () => {
  change(ana, (text) => text.format(0, 4, { [suggestionKey(idOf('ana'))]: 'remove' }));
  await room.settled();
  expect(ana.code).toBe(4422);
});

test('plain words of a suggester become a suggestion of theirs before anybody sees them', async () => {
  const seen: string[] = [];
  textOf(ana).observe(() => seen.push(base(ana)));
  change(sue, (text) => text.insert(4, 'plain '));
  await room.settled();
  expect(sue.code).toBeNull();
  expect(base(ana)).toBe('The aim of all\nis a goal 😀');
  expect(list(ana)).toMatchObject([{ author: 'sue', after: 'plain ', atMs: NOW_MS }]);
  expect(textOf(sue).toDelta()).toEqual(textOf(ana).toDelta());
});

test('who goes on typing in words that are accepted at that moment has suggested the rest anew', async () => {
  const id = idOf('sue');
  change(sue, (text) => insertSuggested(text, 4, 'whole ', id));
  await room.settled();
  const state = Y.encodeStateVector(sue.doc);
  sue.doc.transact(() => insertSuggested(textOf(sue), 9, 'some', id));
  change(ana, (text) => acceptSuggestions(text, [id]));
  sue.connection.receive(updateFrame(Y.encodeStateAsUpdate(sue.doc, state)));
  await room.settled();
  expect(sue.code).toBeNull();
  expect(base(ana)).toBe('The whole aim of all\nis a goal 😀');
  expect(list(ana)).toMatchObject([{ author: 'sue', after: 'some' }]);
  expect(textOf(sue).toDelta()).toEqual(textOf(ana).toDelta());
});

test('what an editor typed inside pending words stays pending when their author takes the marks away', async () => {
  const undo = new Y.UndoManager(textOf(sue), { captureTimeout: 0 });
  change(sue, (text) => insertSuggested(text, 4, 'abcd', idOf('sue')));
  await room.settled();
  change(ana, (text) => insertPlain(text, 6, 'X'));
  await room.settled();
  change(sue, () => undo.undo());
  await room.settled();
  expect(sue.code).toBeNull();
  expect(base(ana)).toBe('The aim of all\nis a goal 😀');
  expect(list(ana)).toMatchObject([{ after: 'X' }]);
});
