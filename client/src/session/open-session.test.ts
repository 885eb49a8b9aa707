// A session against a server that the test plays, frame by frame: what it says about saving, what it keeps, what it sends.
import type { ProposalId, UserId } from '@adagia/shared/ids';
import type { CloseReasonName } from '@adagia/shared/wire/close-codes';
import { limits } from '@adagia/shared/wire/limits';
import { messageType } from '@adagia/shared/wire/messages';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Carried, openSession } from './open-session.ts';
import { EDITOR_ORIGIN, type ProposalSession } from './proposal-session.ts';
import { FakeWorld } from './testing/fake-world.ts';
import { MemoryDevice, openMemoryCopy } from './testing/memory-copy.ts';

const ANSWER = 'answer:motivation';

interface Page {
  world: FakeWorld;
  device: MemoryDevice;
  session: ProposalSession;
  replaced: Carried[];
}

interface Before {
  world?: FakeWorld;
  device?: MemoryDevice;
  carried?: Carried;
  hasStorage?: boolean;
}

async function open({ world = new FakeWorld(), device = new MemoryDevice(), carried, hasStorage = true }: Before = {}) {
  const replaced: Carried[] = [];
  const session = await openSession({
    proposalId: 'p' as ProposalId,
    userId: 'ana' as UserId,
    copy: hasStorage ? openMemoryCopy(device) : null,
    socketUrl: 'ws://server/sync',
    onReplace: (next) => replaced.push(next),
    ...(carried && { carried }),
    environment: world.environment,
  });
  return { world, device, session, replaced } satisfies Page;
}

/** Lets promises through; nothing in these tests needs real time. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

function type({ session }: Pick<Page, 'session'>, words: string): void {
  session.doc.transact(() => session.doc.getText(ANSWER).insert(0, words), EDITOR_ORIGIN);
}

const state = ({ session }: Pick<Page, 'session'>) => session.saveState.get().kind;

function serverDoc(words = 'from the server.'): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1;
  doc.getText(ANSWER).insert(0, words);
  return doc;
}

/** Connected and in step, everything acknowledged. */
async function openSaved(before: Before & { server?: Y.Doc } = {}): Promise<Page & { server: Y.Doc }> {
  const server = before.server ?? serverDoc();
  const page = await open(before);
  page.world.socket.greet(server);
  page.world.socket.ack(1);
  return { ...page, server };
}

test('S1 "saved" comes with the acknowledgement of the own step 2, and again with that of each later frame', async () => {
  const page = await open();
  const { world } = page;
  expect(state(page)).toBe('opening');
  world.socket.greet(serverDoc());
  expect(state(page)).toBe('saving');
  world.socket.ack(1);
  expect(state(page)).toBe('saved');
  type(page, 'a');
  expect(state(page)).toBe('saving');
  world.pass(30);
  expect(world.socket.documents.map(({ kind }) => kind)).toEqual(['step2', 'update']);
  expect(state(page)).toBe('saving');
  world.socket.ack(1);
  expect(state(page)).toBe('saving');
  world.socket.ack(2);
  expect(state(page)).toBe('saved');
});

test('S1 keys within a moment travel in one frame', async () => {
  const { world, ...page } = await openSaved();
  for (const key of 'words') type(page, key);
  world.pass(30);
  expect(world.socket.documents).toHaveLength(2);
});

test('S2 an acknowledgement that is lost with the connection: pending until the next one says so, and nothing doubled', async () => {
  const page = await openSaved();
  const { world, device, server } = page;
  type(page, 'twice? ');
  world.pass(30);
  await settle();
  Y.applyUpdate(server, world.socket.documents[1]!.update);
  world.socket.close(null);
  expect(page.session.saveState.get()).toEqual({ kind: 'offline', changes: 1 });
  world.pass(300);
  world.socket.greet(server);
  expect(state(page)).toBe('saving');
  expect(device.records.some((record) => record.isPending)).toBe(true);
  world.socket.ack(1);
  await settle();
  expect(state(page)).toBe('saved');
  expect(device.records.some((record) => record.isPending)).toBe(false);
  expect(page.session.doc.getText(ANSWER).toJSON()).toBe('twice? from the server.');
});

test('S2 typed offline, page loaded anew: the count is still there, the words are sent, and marked once acknowledged', async () => {
  const { device, ...first } = await openSaved();
  first.world.socket.close(null);
  type(first, 'offline ');
  await settle();
  first.session.close();
  const page = await open({ device });
  expect(page.session.isReady.get()).toBe(true);
  page.world.socket.close(null);
  expect(page.session.saveState.get()).toEqual({ kind: 'offline', changes: 1 });
  page.world.pass(300);
  const server = serverDoc();
  page.world.socket.greet(server);
  Y.applyUpdate(server, page.world.socket.documents[0]!.update);
  expect(server.getText(ANSWER).toJSON()).toContain('offline ');
  page.world.socket.ack(1);
  await settle();
  expect(device.records.filter((record) => record.isPending)).toEqual([]);
});

test('S2 two tabs on one copy: the later one sends what the earlier one left, nothing is doubled or lost', async () => {
  const { device, ...one } = await openSaved();
  one.world.socket.close(null);
  type(one, 'first tab ');
  await settle();
  const other = await open({ device });
  type(other, 'other tab ');
  await settle();
  const server = serverDoc();
  other.world.socket.greet(server);
  Y.applyUpdate(server, other.world.socket.documents[0]!.update);
  other.world.socket.ack(1);
  await settle();
  expect(device.records.filter((record) => record.isPending)).toEqual([]);
  one.world.pass(300);
  one.world.socket.greet(server);
  Y.applyUpdate(server, one.world.socket.documents[0]!.update);
  one.world.socket.ack(1);
  expect(server.getText(ANSWER).toJSON()).toBe('other tab first tab from the server.');
  expect(one.session.doc.getText(ANSWER).toJSON()).toBe(server.getText(ANSWER).toJSON());
  expect([state(one), state(other)]).toEqual(['saved', 'saved']);
});

const refusals: CloseReasonName[] = [
  'malformed',
  'notAllowed',
  'tooBig',
  'documentFull',
  'contentNotAllowed',
  'locked',
];
test.each(refusals)(
  'S4 refused with %s: the text is kept, the copy is dropped, and the document opened anew',
  async (reason) => {
    const page = await openSaved();
    type(page, 'not for me ');
    page.world.pass(30);
    await settle();
    page.world.socket.close(reason);
    expect(page.session.canWrite.get()).toBe(false);
    await settle();
    expect(page.replaced).toEqual([{ refused: [], mayUseCopy: true, why: reason }]);
    expect(page.device.records).toEqual([]);
    expect(page.device.refused).toEqual([{ key: ANSWER, text: 'not for me from the server.', why: reason }]);
    const next = await open({ device: page.device, carried: page.replaced[0]! });
    expect(next.session.refused.get()).toEqual(page.device.refused);
    expect(next.session.reloadedFor.get()).toBe(reason);
    next.session.dismissRefused();
    // Seen until it is gone from the device.
    expect(next.session.refused.get()).toEqual(page.device.refused);
    await settle();
    expect(page.device.refused).toEqual([]);
    expect([next.session.refused.get(), next.session.reloadedFor.get()]).toEqual([[], null]);
  },
);

test('S4 two tabs on one copy, and one of them emptied it: what the other typed since is kept as text when it is refused', async () => {
  const server = serverDoc();
  const other = new Y.Doc();
  other.clientID = 7;
  Y.applyUpdate(other, Y.encodeStateAsUpdate(server));
  const before = Y.encodeStateVector(other);
  other.getText(ANSWER).insert(4, ' me,');
  other.getMap('facts').set('acronym', 'MINE');
  const device = new MemoryDevice();
  // Words in the middle of what the copy does not hold any more.
  const bytes = Y.encodeStateAsUpdate(other, before);
  await openMemoryCopy(device).append([{ bytes, isPending: true, generation: 'g1' }]);
  const page = await open({ device });
  page.world.socket.greet(server);
  await settle();
  expect(page.session.doc.getText(ANSWER).toJSON()).toBe('from me, the server.');
  page.session.doc.transact(() => page.session.doc.getText('answer:needs').insert(0, 'Here.'), EDITOR_ORIGIN);
  page.world.socket.close('locked');
  await settle();
  expect(device.refused).toEqual([
    { key: ANSWER, text: 'from me, the server.', why: 'locked' },
    { key: 'answer:needs', text: 'Here.', why: 'locked' },
    { key: 'facts/acronym', text: 'MINE', why: 'locked' },
  ]);
});

test('S4 also a field that somebody typed is kept as text', async () => {
  const page = await openSaved();
  page.session.doc.transact(() => page.session.doc.getMap('facts').set('title', 'A long title'), EDITOR_ORIGIN);
  page.world.pass(30);
  page.world.socket.close('contentNotAllowed');
  await settle();
  expect(page.device.refused).toEqual([{ key: 'facts/title', text: 'A long title', why: 'contentNotAllowed' }]);
});

test('S4 where nothing was typed nothing is kept', async () => {
  const page = await openSaved();
  page.world.socket.close('notAllowed');
  await settle();
  expect(page.replaced).toHaveLength(1);
  expect(page.device.refused).toEqual([]);
});

test('S4 without storage the refused text goes over to the next session of the page', async () => {
  const page = await openSaved({ hasStorage: false });
  expect(page.session.keepsCopy.get()).toBe(false);
  type(page, 'mine ');
  page.world.pass(30);
  page.world.socket.close('tooBig');
  await settle();
  const next = await open({ hasStorage: false, carried: page.replaced[0]! });
  expect(next.session.refused.get()).toEqual([{ key: ANSWER, text: 'mine from the server.', why: 'tooBig' }]);
});

test('S4 a full disk: the copy is not dropped before the text is kept, and the next session leaves it alone', async () => {
  const page = await openSaved();
  type(page, 'mine ');
  page.world.pass(30);
  await settle();
  const records = page.device.records.length;
  page.device.fault = new Error('full');
  page.world.socket.close('tooBig');
  await settle();
  expect(page.device.records).toHaveLength(records);
  expect(page.replaced[0]?.mayUseCopy).toBe(false);
  const next = await open({ device: page.device, carried: page.replaced[0]! });
  expect(next.session.refused.get()).toEqual([{ key: ANSWER, text: 'mine from the server.', why: 'tooBig' }]);
  expect(next.session.doc.getText(ANSWER).toJSON()).toBe('');
});

test('S4 a key pressed while the copy is dropped is kept too', async () => {
  const page = await openSaved();
  type(page, 'refused ');
  page.world.pass(30);
  page.world.socket.close('tooBig');
  type(page, 'late ');
  await settle();
  expect(page.device.refused.at(-1)?.text).toBe('late refused from the server.');
});

test('S4 also one that is pressed while the text is being kept', async () => {
  const world = new FakeWorld();
  const device = new MemoryDevice();
  const copy = openMemoryCopy(device);
  const late: { session: ProposalSession | null } = { session: null };
  const session = await openSession({
    proposalId: 'p' as ProposalId,
    userId: 'ana' as UserId,
    copy: {
      ...copy,
      replaceByTexts: async (texts, ids) => {
        await copy.replaceByTexts(texts, ids);
        if (late.session) type({ session: late.session }, 'late ');
        late.session = null;
      },
    },
    socketUrl: 'ws://server/sync',
    onReplace: () => undefined,
    environment: world.environment,
  });
  late.session = session;
  world.socket.greet(serverDoc());
  type({ session }, 'refused ');
  world.pass(30);
  world.socket.close('tooBig');
  await settle();
  expect(device.refused.at(-1)?.text).toBe('late refused from the server.');
});

test('S5 a restored backup is never merged: unsaved text is kept as text, and nothing of the old copy is sent', async () => {
  const { device, ...first } = await openSaved();
  first.world.socket.close(null);
  type(first, 'after the backup ');
  await settle();
  first.world.pass(300);
  first.world.socket.greet(serverDoc('restored. '), 'g2');
  await settle();
  expect(first.world.socket.documents).toEqual([]);
  expect(first.replaced).toHaveLength(1);
  const next = await open({ device, carried: first.replaced[0]! });
  next.world.socket.greet(serverDoc('restored. '), 'g2');
  expect(next.session.doc.getText(ANSWER).toJSON()).toBe('restored. ');
  expect(next.session.refused.get()).toEqual([
    { key: ANSWER, text: 'after the backup from the server.', why: 'restored' },
  ]);
});

test('S5 what was saved after the backup is kept as text too, for whoever wrote it in this page', async () => {
  const { device, ...first } = await openSaved();
  type(first, 'after the backup ');
  await settle();
  first.world.pass(300);
  first.world.socket.ack(first.world.socket.documents.length);
  await settle();
  expect(first.session.saveState.get()).toEqual({ kind: 'saved' });
  first.world.socket.close('reload');
  first.world.pass(300);
  first.world.socket.greet(serverDoc('restored. '), 'g2');
  await settle();
  const next = await open({ device, carried: first.replaced[0]! });
  next.world.socket.greet(serverDoc('restored. '), 'g2');
  expect(next.session.doc.getText(ANSWER).toJSON()).toBe('restored. ');
  expect(next.session.refused.get()).toEqual([
    { key: ANSWER, text: 'after the backup from the server.', why: 'restored' },
  ]);
});

test('S5 what another tab left of an older generation is shown as text and not merged', async () => {
  const device = new MemoryDevice();
  const old = serverDoc('of the old one');
  await openMemoryCopy(device).append([
    { bytes: Y.encodeStateAsUpdate(old), isPending: true, generation: 'g1' },
    { bytes: Y.encodeStateAsUpdate(serverDoc('new')), isPending: false, generation: 'g2' },
  ]);
  device.generation = 'g2';
  const page = await open({ device });
  await settle();
  expect(page.session.doc.getText(ANSWER).toJSON()).toBe('new');
  expect(page.session.refused.get()).toEqual([{ key: ANSWER, text: 'of the old one', why: 'restored' }]);
  expect(device.records.filter((record) => record.isPending)).toEqual([]);
});

test('S2 a full disk is said, nothing is lost, and what could not be kept is kept in order once there is room', async () => {
  const page = await openSaved();
  page.device.fault = new Error('full');
  type(page, 'a');
  type(page, 'b');
  await settle();
  expect(page.session.keepsCopy.get()).toBe(false);
  page.world.socket.close(null);
  page.device.fault = null;
  type(page, 'c');
  page.world.pass(5000);
  await settle();
  expect(page.session.keepsCopy.get()).toBe(true);
  const again = await open({ device: page.device });
  expect(again.session.doc.getText(ANSWER).toJSON()).toBe('cbafrom the server.');
});

test('S2 a copy that cannot be read does not keep the page from opening, and is not called one', async () => {
  const world = new FakeWorld();
  const session = await openSession({
    proposalId: 'p' as ProposalId,
    userId: 'ana' as UserId,
    copy: { ...openMemoryCopy(new MemoryDevice()), load: () => Promise.reject(new Error('damaged')) },
    socketUrl: 'ws://server/sync',
    onReplace: () => undefined,
    environment: world.environment,
  });
  world.socket.greet(serverDoc());
  expect(session.isReady.get()).toBe(true);
  expect(session.keepsCopy.get()).toBe(false);
});

test('S6 nothing above the frame is sent: a huge paste goes in pieces, in order, and is saved with the last', async () => {
  const page = await openSaved();
  const { world, server } = page;
  type(page, '🙂'.repeat(1_500_000));
  world.pass(30);
  let acknowledged = 1;
  while (world.socket.documents.length > acknowledged) {
    expect(state(page)).toBe('saving');
    acknowledged = world.socket.documents.length;
    world.socket.ack(acknowledged);
  }
  for (const { update, size } of world.socket.documents.slice(1)) {
    expect(size).toBeLessThanOrEqual(limits.frameSizeMax);
    Y.applyUpdate(server, update);
    expect(server.store.pendingStructs).toBeNull();
  }
  expect(state(page)).toBe('saved');
  expect(server.getText(ANSWER).length).toBe(page.session.doc.getText(ANSWER).length);
});

test('S6 a copy with a hole waits for the server to close it before it answers', async () => {
  const server = serverDoc();
  const device = new MemoryDevice();
  const before = Y.encodeStateVector(server);
  server.getText(ANSWER).insert(0, 'later ');
  const late = Y.encodeStateAsUpdate(server, before);
  await openMemoryCopy(device).append([{ bytes: late, isPending: false, generation: 'g1' }]);
  const { world, session } = await open({ device });
  expect(session.isReady.get()).toBe(false);
  world.socket.accept();
  world.socket.welcome();
  world.socket.step1(server);
  expect(world.socket.documents).toEqual([]);
  world.socket.step2(server);
  expect(world.socket.documents).toHaveLength(1);
  expect(session.doc.getText(ANSWER).toJSON()).toBe('later from the server.');
});

test('S4, S6 a hole that the server cannot close: what waits behind it is kept as text, and the document is opened anew', async () => {
  const typed = serverDoc();
  const before = Y.encodeStateVector(typed);
  typed.getText(ANSWER).insert(0, 'lost ');
  const between = Y.encodeStateVector(typed);
  typed.getText(ANSWER).insert(0, 'found ');
  expect(between).not.toEqual(before);
  const device = new MemoryDevice();
  const behind = Y.encodeStateAsUpdate(typed, between);
  await openMemoryCopy(device).append([{ bytes: behind, isPending: true, generation: 'g1' }]);
  const page = await open({ device });
  page.world.socket.greet(serverDoc());
  await settle();
  expect(page.replaced).toHaveLength(1);
  expect(device.refused.map(({ text }) => text)).toContain('found ');
});

test('a document that an exception made mute, or that keeps a hole, is replaced', async () => {
  const page = await openSaved();
  page.session.doc.getText(ANSWER).observe(() => {
    throw new Error('a view that fails');
  });
  const more = serverDoc();
  const before = Y.encodeStateVector(more);
  more.getText(ANSWER).insert(0, 'x');
  page.world.socket.update(Y.encodeStateAsUpdate(more, before));
  await settle();
  expect(page.replaced).toHaveLength(1);
});

test('S6 who only reads sends an empty step 2, whatever Yjs tidied on this device', async () => {
  const server = serverDoc();
  const page = await open();
  page.world.socket.greet(server, 'g1', false);
  expect(page.world.socket.documents).toEqual([{ kind: 'step2', update: Uint8Array.of(0, 0), size: 5 }]);
  page.session.doc.transact(() => page.session.doc.getText(ANSWER).delete(0, 1), null);
  page.world.pass(100);
  expect(page.world.socket.documents).toHaveLength(1);
  page.world.socket.close(null);
  page.world.pass(300);
  page.world.socket.greet(server, 'g1', false);
  expect(page.world.socket.documents.map(({ update }) => update)).toEqual([Uint8Array.of(0, 0)]);
});

test('S3 a dead line is found within five seconds, a slow server is not', async () => {
  const page = await openSaved();
  type(page, 'a');
  page.world.pass(2100);
  expect(page.world.socket.others.at(-1)).toBe(3);
  page.world.socket.hint('people');
  page.world.pass(1900);
  expect(state(page)).toBe('saving');
  page.world.pass(4200);
  expect(state(page)).toBe('offline');
  expect(page.world.sockets[0]?.isAbandoned).toBe(true);
});

test('S3 who only reads finds a dead line too, and asks only after a long silence', async () => {
  const page = await openSaved();
  page.world.pass(19_900);
  const asked = () => page.world.socket.others.filter((type) => type === 3).length;
  expect(asked()).toBe(0);
  page.world.pass(200);
  expect(asked()).toBe(1);
  page.world.socket.hint('people');
  page.world.pass(19_900);
  expect([asked(), state(page)]).toEqual([1, 'saved']);
  page.world.pass(2200);
  expect(state(page)).toBe('offline');
});

test('reconnects back off, with jitter, until a connection has done its work', async () => {
  const page = await open();
  const gaps: number[] = [];
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const fromMs = page.world.nowMs;
    const count = page.world.sockets.length;
    // One that opens and is closed at once, as by a server whose disk is full.
    page.world.socket.accept();
    page.world.socket.close('storage');
    while (page.world.sockets.length === count) page.world.pass(10);
    gaps.push(page.world.nowMs - fromMs);
  }
  // Five eighths of each step with a random number of one half.
  expect(gaps).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000, 5000]);
  page.world.socket.greet(serverDoc());
  page.world.socket.ack(1);
  const count = page.world.sockets.length;
  page.world.socket.close(null);
  page.world.pass(250);
  expect(page.world.sockets).toHaveLength(count + 1);
});

test('S7 a document that says something else than the server is replaced, and what this person wrote kept as text', async () => {
  const page = await openSaved();
  type(page, 'mine ');
  page.world.pass(30);
  page.world.socket.ack(2);
  page.world.pass(5000);
  expect(page.world.socket.others.filter((kind) => kind === messageType.compare)).toHaveLength(1);
  page.world.socket.compared('different');
  expect(page.world.socket.others.filter((kind) => kind === messageType.compare)).toHaveLength(2);
  page.world.socket.compared('different');
  await settle();
  expect(page.device.refused).toEqual([{ key: ANSWER, text: 'mine from the server.', why: 'different' }]);
  expect(page.device.records).toEqual([]);
  expect(page.replaced).toHaveLength(1);
});

test('S7 one that says the same stays, and a reader has nothing to keep', async () => {
  const page = await open();
  page.world.socket.greet(serverDoc(), 'g1', false);
  page.world.socket.ack(1);
  page.world.pass(5000);
  page.world.socket.compared('equal');
  await settle();
  expect(page.replaced).toEqual([]);
  page.world.socket.update(Y.encodeStateAsUpdate(serverDoc()));
  page.world.pass(15_000);
  page.world.socket.hint('people');
  page.world.pass(15_000);
  page.world.socket.compared('different');
  page.world.socket.compared('different');
  await settle();
  expect(page.replaced).toHaveLength(1);
  expect(page.device.refused).toEqual([]);
});

test('S7 a difference that loading anew does not mend does not make the page come and go', async () => {
  const world = new FakeWorld();
  let replaced = 0;
  for (let round = 0; round < 8; round += 1) {
    const page = await openSaved({ world });
    world.pass(5000);
    world.socket.compared('different');
    world.socket.compared('different');
    await settle();
    replaced += page.replaced.length;
    page.session.close();
  }
  expect(replaced).toBe(5);
  world.pass(600_000);
  const page = await openSaved({ world });
  world.pass(5000);
  world.socket.compared('different');
  world.socket.compared('different');
  await settle();
  expect(page.replaced).toHaveLength(1);
});

test('the network coming back is not waited for', async () => {
  const page = await openSaved();
  page.world.fire('offline');
  expect(state(page)).toBe('offline');
  page.world.fire('online');
  expect(page.world.sockets).toHaveLength(2);
});

test('after codes that must not be retried nobody comes back by themselves', async () => {
  for (const reason of ['sessionEnded', 'notFound', 'clientTooOld'] as const) {
    const page = await openSaved();
    type(page, 'kept ');
    await settle();
    page.world.socket.close(reason);
    page.world.pass(60_000);
    await settle();
    expect(page.world.sockets).toHaveLength(1);
    expect(page.session.saveState.get()).toEqual({ kind: 'failed', reason, changes: 1 });
    expect(page.device.records.some((record) => record.isPending)).toBe(true);
    expect(page.replaced).toEqual([]);
  }
});
