// Who is told that a right of theirs has changed, that somebody asks to be let in, and of what is still missing from them.
import { updateMember } from '@adagia/db/repositories/members';
import { grantAccess, listAccessRequests, requestAccess } from '@adagia/shared/api/entering';
import { sendReminder } from '@adagia/shared/api/intake';
import { listNotices } from '@adagia/shared/api/notices';
import { addOrganisation, changeMember } from '@adagia/shared/api/people';
import { setSectionWriters } from '@adagia/shared/api/rights';
import { must } from '@adagia/shared/assert';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../testing/ask.ts';
import { type CastPerson, newStage, type Stage } from '../testing/cast.ts';
import { type MailRoom, openMailRoom } from '../testing/mail-room.ts';
import { MAIL_AFTER_MS } from './notify.ts';
import { nextMorning } from './settings.ts';

const MINUTE_MS = 60_000;
let room: MailRoom;
let stage: Stage;

beforeEach(async () => {
  room = await openMailRoom();
  stage = await newStage(room.server, room.cast);
  room.restart();
  // Everybody has settings by then.
  await room.at(Date.now() + 6 * MINUTE_MS);
});
afterEach(() => room.dispose());

const newsOf = async (person: CastPerson) => (await ask(person, listNotices, {}, {})).notices;
const kindsOf = async (person: CastPerson) => (await newsOf(person)).map(({ kind }) => kind);
const aMinuteLater = () => room.at(Date.now() + MAIL_AFTER_MS + 1000);
const morning = () => room.at(nextMorning('Europe/Brussels', Date.now()) + 6 * MINUTE_MS);
const addresses = () => room.post.received.map(({ to }) => to);

test('whose role is changed is told, once, and not whoever changes it', async () => {
  const { ana, ben } = room.cast;
  await ask(ana, changeMember, { ...stage, userId: ben.id }, { role: 'commenter' });
  await ask(ana, changeMember, { ...stage, userId: ben.id }, { role: 'commenter' });
  expect(await newsOf(ben)).toMatchObject([{ kind: 'role', actorName: 'Ana', data: { role: 'commenter' } }]);
  await ask(ana, changeMember, { ...stage, userId: ben.id }, { role: 'coordinator' });
  await ask(ana, changeMember, { ...stage, userId: ana.id }, { role: 'editor' });
  expect(await kindsOf(ana)).toEqual([]);
});

test('who becomes owner or co-writer of a section is told by mail, and of nothing twice', async () => {
  const { ana, ben, eve } = room.cast;
  updateMember(room.deps.database.orm, stage.proposalId, eve.id, { role: 'editor' });
  const place = { proposalId: stage.proposalId, sectionId: 'relevance' };
  const writers = { ownerId: ben.id, writerIds: [ben.id, eve.id, ana.id], isExclusive: false };
  await ask(ana, setSectionWriters, place, writers);
  await ask(ana, setSectionWriters, place, { ...writers, isExclusive: true });
  const told = { kind: 'assigned', actorName: 'Ana', target: 'relevance', sectionId: 'relevance' };
  expect(await newsOf(ben)).toMatchObject([{ ...told, data: { part: 'owner' } }]);
  expect(await newsOf(eve)).toMatchObject([{ ...told, data: { part: 'writer' } }]);
  expect(await kindsOf(ana)).toEqual([]);
  await aMinuteLater();
  expect(addresses().toSorted()).toEqual(['ben@example.org', 'eve@example.org']);
  const toEve = must(room.post.received.find(({ to }) => to === 'eve@example.org'));
  expect(toEve.source).toContain('Ana made you a co-writer of');
});

test('a part of the workplan is called by its name', async () => {
  const { ana, ben } = room.cast;
  const place = { proposalId: stage.proposalId, sectionId: 'plan' };
  await ask(ana, setSectionWriters, place, { ownerId: null, writerIds: [ben.id], isExclusive: false });
  await aMinuteLater();
  expect(must(room.post.received[0]).source).toContain('Workplan');
});

test('who decides is told of a request, until one of them has decided, and nobody else is', async () => {
  const { ana, ben, eve, oda } = room.cast;
  updateMember(room.deps.database.orm, stage.proposalId, eve.id, { role: 'coordinator' });
  const { proposalId } = stage;
  const asked = { proposalId, message: 'I write the budget.' };
  await ask(oda, requestAccess, {}, asked);
  await ask(oda, requestAccess, {}, { ...asked, message: 'And the plan.' });
  expect(await newsOf(ana)).toMatchObject([{ kind: 'request', actorName: 'Oda', isSeen: false }]);
  expect(await kindsOf(ben)).toEqual([]);
  const [request] = await ask(ana, listAccessRequests, { proposalId }, {});
  const place = { proposalId, requestId: must(request).id };
  await ask(ana, grantAccess, place, { role: 'commenter', organisationId: null, sectionIds: null });
  expect(await newsOf(eve)).toMatchObject([{ kind: 'request', isSeen: true }]);
  // Whoever asked finds it in their news, and waits for a mail.
  expect(await newsOf(oda)).toMatchObject([{ kind: 'granted', actorName: 'Ana', proposalId }]);
  await aMinuteLater();
  const toOda = must(room.post.received.find(({ to }) => to === 'oda@example.org'));
  expect(toOda.source).toContain('Ana let you into this proposal, as you asked.');
  // Who decides no more reads of it no more.
  updateMember(room.deps.database.orm, proposalId, eve.id, { role: 'editor' });
  expect(await kindsOf(eve)).toEqual([]);
});

test('a request is in the digest of who decides, by a name only if it is that of an account', async () => {
  const { proposalId } = stage;
  const nobody = room.server.withoutAccount();
  const asked = { proposalId, message: 'Let me in.', name: 'Rita Rossi', email: 'rita@example.org' };
  await ask(nobody, requestAccess, {}, asked);
  await morning();
  const { source } = must(room.post.received.find(({ to }) => to === 'ana@example.org'));
  expect(source).toContain('Somebody asks to be let in.');
  expect(source).not.toContain('Rita');
  expect(addresses()).not.toContain('ben@example.org');
});

test('a reminder is in the inbox of those who got its mail, and is not mailed again', async () => {
  const { ana, ben, eve } = room.cast;
  const { proposalId } = stage;
  const { id } = await ask(ana, addOrganisation, { proposalId }, { legalName: 'Scoala Verde', country: 'RO' });
  await ask(ana, changeMember, { proposalId, userId: ben.id }, { organisationId: id });
  await ask(ana, sendReminder, { proposalId, organisationId: id }, {});
  expect(await newsOf(ben)).toMatchObject([{ kind: 'reminder', actorName: 'Ana', target: id }]);
  expect([await kindsOf(eve), await kindsOf(ana)]).toEqual([[], []]);
  await morning();
  const digests = room.post.received.filter(({ to }) => to === 'ben@example.org').map(({ source }) => source);
  expect(digests.filter((source) => source.includes('reminds you'))).toEqual([]);
});
