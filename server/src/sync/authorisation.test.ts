// Who may open a socket and send which message over it: every message there is, by every kind of person. As for routes, what comes
// out is derived from the table of capabilities. A new message without a line here does not compile.
import * as people from '@adagia/shared/api/people';
import { setOwnColumns, setSectionLock, setSectionWriters } from '@adagia/shared/api/rights';
import { must } from '@adagia/shared/assert';
import { can, type Role } from '@adagia/shared/roles';
import { closeReasonOf } from '@adagia/shared/wire/close-codes';
import { messageType, syncType, WIRE_VERSION } from '@adagia/shared/wire/messages';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { ask } from '../testing/ask.ts';
import type { Stage } from '../testing/cast.ts';
import {
  type Everybody,
  hireEverybody,
  members,
  type Outcome,
  outcomesOf,
  roleOf,
  seatEverybody,
} from '../testing/principals.ts';
import { newProposal, startTestServer, type TestPerson, type TestServer } from '../testing/test-server.ts';
import { openWritingClient } from '../testing/writing-client.ts';

let server: TestServer;
let everybody: Everybody;
let stage: Stage;

beforeAll(async () => {
  server = await startTestServer();
  everybody = await hireEverybody(server);
});
afterAll(() => server.dispose());
beforeEach(async () => {
  const { id: proposalId } = await ask(everybody.coordinator, people.createProposal, {}, newProposal);
  const { organisations } = await ask(everybody.coordinator, people.getProposal, { proposalId }, {});
  stage = { proposalId, organisationId: must(organisations[0]).id };
  seatEverybody(server, everybody, stage);
});

const KEY = 'answer:motivation';

function frame(type: number, fill: (encoder: encoding.Encoder) => void = () => undefined): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  fill(encoder);
  return encoding.toUint8Array(encoder);
}

const syncFrame = (step: number, bytes: Uint8Array) =>
  frame(messageType.sync, (encoder) => {
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });

/** An answer with one word, as a client that holds nothing else would send it. */
function written(): Uint8Array {
  const doc = new Y.Doc();
  doc.getText(KEY).insert(0, 'word');
  return Y.encodeStateAsUpdate(doc);
}

const nothing = Uint8Array.of(0, 0);
const askForAll = syncFrame(syncType.step1, Uint8Array.of(0));
const text = (type: number, words: string) => frame(type, (encoder) => encoding.writeVarString(encoder, words));

type MessageName = Exclude<keyof typeof messageType, 'sync'> | keyof typeof syncType | 'emptyStep2' | 'emptyUpdate';

/** Guests here have no section: what they may write beside is the business of locks and sections. */
const messages: Record<MessageName, { needs: 'proposal.read' | 'content.suggest' | 'nobody'; bytes(): Uint8Array }> = {
  step1: { needs: 'proposal.read', bytes: () => askForAll },
  step2: { needs: 'content.suggest', bytes: () => syncFrame(syncType.step2, written()) },
  emptyStep2: { needs: 'proposal.read', bytes: () => syncFrame(syncType.step2, nothing) },
  update: { needs: 'content.suggest', bytes: () => syncFrame(syncType.update, written()) },
  emptyUpdate: { needs: 'proposal.read', bytes: () => syncFrame(syncType.update, nothing) },
  awareness: {
    needs: 'proposal.read',
    bytes: () => frame(messageType.awareness, (encoder) => encoding.writeVarUint8Array(encoder, Uint8Array.of(0))),
  },
  queryAwareness: { needs: 'proposal.read', bytes: () => frame(messageType.queryAwareness) },
  compare: { needs: 'proposal.read', bytes: () => text(messageType.compare, '0123456789abcdef') },
  auth: { needs: 'nobody', bytes: () => text(messageType.auth, 'let me in') },
  ack: { needs: 'nobody', bytes: () => frame(messageType.ack, (encoder) => encoding.writeVarUint(encoder, 1)) },
  hint: { needs: 'nobody', bytes: () => text(messageType.hint, 'people') },
  welcome: { needs: 'nobody', bytes: () => text(messageType.welcome, '{"canWrite":true}') },
  compared: {
    needs: 'nobody',
    bytes: () => frame(messageType.compared, (encoder) => encoding.writeVarUint(encoder, 0)),
  },
};

function socketOf({ cookie }: TestPerson): WebSocket {
  const url = `${server.url.replace('http', 'ws')}/sync/${stage.proposalId}?adagia=${WIRE_VERSION}`;
  return new WebSocket(url, { headers: { cookie } });
}

/** @returns the HTTP status that a socket is refused with, or 101. */
const statusFor = (person: TestPerson): Promise<number> =>
  new Promise((resolve) => {
    const socket = socketOf(person);
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => undefined);
  });

const isStep2 = (data: Buffer): boolean => {
  const decoder = decoding.createDecoder(new Uint8Array(data));
  return decoding.readVarUint(decoder) === messageType.sync && decoding.readVarUint(decoder) === syncType.step2;
};

/** @returns 'ok' when the connection answers after it, otherwise why it was closed. */
function send(person: TestPerson, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = socketOf(person);
    socket.on('open', () => {
      socket.send(bytes);
      socket.send(askForAll);
    });
    let answers = 0;
    const wanted = bytes === askForAll ? 2 : 1;
    socket.on('message', (data: Buffer) => {
      if (!isStep2(data) || (answers += 1) < wanted) return;
      socket.terminate();
      resolve('ok');
    });
    socket.on('close', (code) => resolve(closeReasonOf(code) ?? String(code)));
    socket.on('error', reject);
  });
}

const statuses: Partial<Record<Outcome, number>> = { ok: 101, unauthenticated: 401, 'not-found': 404 };

test.each(outcomesOf({ needs: 'proposal.read' }))('%s opens a socket: %s', async (who, outcome) => {
  expect(await statusFor(everybody[who])).toBe(statuses[outcome]);
});

function ending(role: Role, needs: (typeof messages)[MessageName]['needs']): string {
  if (needs === 'nobody') return 'malformed';
  return can(role, needs) ? 'ok' : 'notAllowed';
}

describe.each(Object.entries(messages))('message %s', (_, { needs, bytes }) => {
  test('by each role', async () => {
    const found = await Promise.all(members.map(async (who) => [who, await send(everybody[who], bytes())]));
    expect(found).toEqual(members.map((who) => [who, ending(must(roleOf(who)), needs)]));
  });
});

describe('R9 a right that changes holds on open connections before the answer is there', () => {
  const write = (doc: Y.Doc) => doc.getText(KEY).insert(0, 'x');
  const open = (role: Role) => openWritingClient(server.url, everybody[role].cookie, stage.proposalId);
  const section = () => ({ proposalId: stage.proposalId, sectionId: 'relevance' });

  test('a lock: editors are refused with 4423, coordinators are not, and an unlocked section is written again', async () => {
    const [editor, coordinator] = [await open('editor'), await open('coordinator')];
    await editor.write(write);
    const locked = await ask(everybody.coordinator, setSectionLock, section(), { isLocked: true });
    expect(locked).toMatchObject({ lockedBy: everybody.coordinator.id, lockedByName: 'coordinator' });
    await coordinator.write(write);
    await expect(editor.write(write)).rejects.toThrow('locked');
    const again = await open('editor');
    expect(again.welcome.canWrite).toBe(true);
    await again.write((doc) => doc.getText('answer:assessment').insert(0, 'x'));
    await ask(everybody.coordinator, setSectionLock, section(), { isLocked: false });
    await again.write(write);
    for (const client of [again, coordinator]) client.close();
  });

  test('a second lock says who locked it first', async () => {
    await ask(everybody.coordinator, setSectionLock, section(), { isLocked: true });
    await ask(
      everybody.coordinator,
      people.changeMember,
      { ...stage, userId: everybody.editor.id },
      { role: 'coordinator' },
    );
    const { lockedBy } = await ask(everybody.editor, setSectionLock, section(), { isLocked: true });
    expect(lockedBy).toBe(everybody.coordinator.id);
  });

  test('a circle of writers: who is not in it is refused, who is put in writes', async () => {
    const editor = await open('editor');
    const body = { ownerId: everybody.coordinator.id, isExclusive: true, writerIds: [] };
    await ask(everybody.coordinator, setSectionWriters, section(), body);
    await expect(editor.write(write)).rejects.toThrow('notAllowed');
    await ask(everybody.coordinator, setSectionWriters, section(), { ...body, writerIds: [everybody.editor.id] });
    const again = await open('editor');
    await again.write(write);
    again.close();
  });

  test('a guest who is given a section may write from then on, there alone', async () => {
    const before = await open('guest');
    expect(before.welcome.canWrite).toBe(false);
    const guest = { ...stage, userId: everybody.guest.id };
    await ask(everybody.coordinator, people.changeMember, guest, { sectionIds: ['relevance'] });
    expect(await before.closed).toBe('reload');
    const after = await open('guest');
    expect(after.welcome.canWrite).toBe(true);
    await after.write(write);
    await expect(after.write((doc) => doc.getMap('facts').set('title', 'Mine'))).rejects.toThrow('notAllowed');
  });

  test('own columns: an amount of another organisation is refused', async () => {
    const guest = { ...stage, userId: everybody.editor.id };
    await ask(everybody.coordinator, people.changeMember, guest, { organisationId: stage.organisationId });
    const other = await ask(everybody.coordinator, people.addOrganisation, stage, {
      legalName: 'Scoala',
      country: 'RO',
    });
    const editor = await open('editor');
    const row = stage.proposalId;
    await editor.write((doc) => doc.getMap('budget').set(`${row}/${other.id}`, 100));
    await ask(everybody.coordinator, setOwnColumns, stage, { isOn: true });
    await editor.write((doc) => doc.getMap('budget').set(`${row}/${stage.organisationId}`, 100));
    await expect(editor.write((doc) => doc.getMap('budget').set(`${row}/${other.id}`, 0))).rejects.toThrow(
      'notAllowed',
    );
  });
});
