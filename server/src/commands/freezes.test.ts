// Freezing over real sockets and REST: nobody's edit gets in while it lasts, all that is no content goes on, and whoever may unlocks it.
import { deleteMember, updateMember } from '@adagia/db/repositories/members';
import { setWorking } from '@adagia/shared/api/figures';
import { type Freeze, freezeProposal, listFreezes, unlockProposal } from '@adagia/shared/api/freezes';
import * as intake from '@adagia/shared/api/intake';
import * as people from '@adagia/shared/api/people';
import { cloneProposal, setArchived } from '@adagia/shared/api/portfolio';
import * as review from '@adagia/shared/api/review';
import { setDailyRate, setSectionLock } from '@adagia/shared/api/rights';
import type { AnyRoute } from '@adagia/shared/api/route';
import { compareVersions, createVersion, listVersions, readVersion } from '@adagia/shared/api/versions';
import { must } from '@adagia/shared/assert';
import { BUDGET, FACTS, PLAN } from '@adagia/shared/document';
import { authoredBlocks } from '@adagia/shared/versions/version-part';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Doc } from 'yjs';
import { ask, refusal } from '../testing/ask.ts';
import { type CastPerson, hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { storedRows } from '../testing/stored-rows.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { openWritingClient, type WritingClient } from '../testing/writing-client.ts';

const KEY = 'answer:motivation';
const ROW = '01920000-0000-7000-8000-000000000001';

let server: TestServer;
let cast: People;
let stage: Stage;
beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
});
beforeEach(async () => {
  stage = await newStage(server, cast);
});
afterAll(() => server.dispose());

const body = { purpose: 'reading' as const, name: 'For the rectorate', unlockers: 'coordinators' as const };
const place = () => ({ proposalId: stage.proposalId });
const freeze = (more: object = {}, who = cast.ana) => ask(who, freezeProposal, place(), { ...body, ...more });
const unlock = (who: CastPerson, { id: freezeId }: Freeze, note = '') =>
  ask(who, unlockProposal, { ...place(), freezeId }, { note });
const enter = (who: CastPerson, doc?: Doc) => openWritingClient(server.url, who.cookie, stage.proposalId, doc);
const inForce = async (who: CastPerson) => (await ask(who, people.getProposal, place(), {})).freeze;
const text = (): Promise<string> => server.deps.rooms.read(stage.proposalId, (doc) => doc.getText(KEY).toJSON());
const become = (who: CastPerson, role: string) =>
  updateMember(server.deps.database.orm, stage.proposalId, who.id, { role });

const edits: Record<string, (doc: Doc) => unknown> = {
  'words of an answer': (doc) => doc.getText(KEY).insert(0, 'new '),
  'a deletion': (doc) => doc.getText(KEY).delete(0, 3),
  'a fact': (doc) => doc.getMap(FACTS).set('title', 'Another'),
  'the plan': (doc) => doc.getMap(PLAN).set(`${ROW}/title`, 'Another'),
  'the budget': (doc) => doc.getMap(BUDGET).set(`${ROW}/${stage.organisationId}`, 100),
};

describe.each(['coordinator', 'editor', 'suggester'])('what comes from a connection that is open, of a %s', (role) => {
  test.each(Object.keys(edits))('is refused: %s', async (name) => {
    const ana = await enter(cast.ana);
    await ana.write((doc) => doc.getText(KEY).insert(0, 'Rural schools'));
    become(cast.ben, role);
    const ben = await enter(cast.ben);
    const made = await freeze();
    await expect(ben.write(must(edits[name]))).rejects.toThrow('frozen');
    expect(await text()).toBe('Rural schools');
    // What they typed they still have, to bring it when it is unlocked: as editors, because the rest is a suggester's no more.
    if (role === 'suggester') return ana.close();
    await unlock(cast.ana, made);
    const again = await enter(cast.ben, ben.doc);
    await again.acknowledged();
    expect(await text()).toBe(ben.doc.getText(KEY).toJSON());
    ana.close();
    again.close();
  });
});

test('what somebody brings who was away is refused, and let in when it is unlocked', async () => {
  const before = await enter(cast.ben);
  before.close();
  before.doc.getText(KEY).insert(0, 'Written on the train');
  const made = await freeze();
  // It may be refused before it has all that there is, or right after.
  const end = enter(cast.ben, before.doc).then(
    ({ closed }) => closed,
    (error: Error) => error.message,
  );
  expect(await end).toBe('frozen');
  expect(await text()).toBe('');
  await unlock(cast.ana, made);
  const again = await enter(cast.ben, before.doc);
  await again.acknowledged();
  expect(await text()).toBe('Written on the train');
  again.close();
});

test('whoever only looks stays connected, and goes on writing on the same connection once it is unlocked', async () => {
  const ben = await enter(cast.ben);
  const made = await freeze();
  expect(ben.welcome.canWrite).toBe(true);
  await unlock(cast.ana, made);
  await ben.write((doc) => doc.getText(KEY).insert(0, 'Further'));
  expect(await text()).toBe('Further');
  ben.close();
});

/** No two are the same, whoever types them. */
let words = 0;

/** One word after another, until one is refused. @returns how the connection ended */
async function typeUntilRefused(client: WritingClient, stored: string[], onWord: () => void): Promise<string> {
  for (;;) {
    const word = `w${(words += 1)} `;
    try {
      await client.write((doc) => doc.getText(KEY).insert(doc.getText(KEY).length, word));
    } catch {
      // It ended: why is told by `closed`.
      return client.closed;
    }
    stored.push(word.trim());
    onWord();
  }
}

test('frozen in the very moment of typing: what was acknowledged is in the version, and nothing else is anywhere', async () => {
  const [ana, ben] = [await enter(cast.ana), await enter(cast.ben)];
  const stored: string[] = [];
  const begun = Promise.withResolvers<undefined>();
  const onWord = () => {
    if (stored.length >= 20) begun.resolve(undefined);
  };
  const [made, ...ends] = await Promise.all([
    begun.promise.then(() => freeze()),
    ...[ana, ben].map((client) => typeUntilRefused(client, stored, onWord)),
  ]);
  expect(ends).toEqual(['frozen', 'frozen']);
  const now = await text();
  expect(now.split(' ').filter(Boolean).sort()).toEqual(stored.sort());
  const { parts } = await ask(cast.ana, readVersion, { ...place(), versionId: must(made.version).id }, {});
  const part = must(parts.find(({ root }) => root === KEY)).part;
  const kept = part.kind === 'text' ? authoredBlocks(part).flatMap(({ runs }) => runs.map((run) => run.text)) : [];
  expect(kept.join('')).toBe(now);
  const compared = await ask(
    cast.ana,
    compareVersions,
    { ...place(), versionId: must(made.version).id },
    { to: 'now' },
  );
  expect(compared.parts).toEqual([]);
});

/** Every route that changes what a version or a file of the proposal holds, or the figures behind it. */
const contentRoutes: [AnyRoute, object, object?][] = [
  [people.addOrganisation, { legalName: 'Scoala', country: 'RO' }],
  [people.changeOrganisation, { city: 'Iasi' }],
  [people.removeOrganisation, {}, { other: true }],
  [intake.changeRepresentative, { representativeName: 'Ana' }],
  [intake.addRecord, { kind: 'contact', name: 'Ana' }],
  [intake.changeRecord, { kind: 'contact', name: 'Ben' }],
  [intake.removeRecord, {}],
  [setDailyRate, { amountCents: 100 }, { category: 'manager' }],
  [setWorking, { working: { days: { manager: 2 }, note: '' }, basedOn: null }, { rowId: ROW }],
];

test.each(
  contentRoutes.map(([route, sent, more = {}]) => ({ name: route.path, method: route.method, route, sent, more })),
)('over REST: $method $name is refused, and goes through once it is unlocked', async ({ route, sent, more }) => {
  const record = await ask(cast.ana, intake.addRecord, stage as never, { kind: 'contact', name: 'Cleo' });
  const other = await ask(cast.ana, people.addOrganisation, place(), { legalName: 'Other', country: 'PT' });
  const where = { ...stage, recordId: record.id, ...more, ...('other' in more && { organisationId: other.id }) };
  const made = await freeze();
  const before = storedRows(server);
  expect((await refusal(cast.ana, route, where, sent)).code).toBe('frozen');
  expect(storedRows(server)).toBe(before);
  await unlock(cast.ana, made);
  expect((await cast.ana.call(route, where, sent)).status).toBe(200);
});

test('comments, their anchors, tasks, names of versions, locks and people go on', async () => {
  const ana = await enter(cast.ana);
  await ana.write((doc) => doc.getText(KEY).insert(0, 'Rural schools'));
  const made = await freeze();
  const target = { kind: 'question' as const, key: KEY };
  const thread = { id: '00000000-0000-7000-8000-000000000001', target, body: 'Which ones?' };
  const { id: threadId } = await ask(cast.eve, review.createThread, place(), thread);
  const reply = { id: '00000000-0000-7000-8000-000000000002', body: 'All.' };
  await ask(cast.ben, review.replyToThread, { ...place(), threadId }, reply);
  const task = { assigneeId: cast.ben.id, assigneeOrganisationId: null, dueOn: '' as const };
  await ask(cast.ana, review.setTask, { ...place(), threadId }, task);
  await ask(cast.ana, createVersion, place(), { name: 'As read' });
  await ask(cast.ana, setSectionLock, { ...place(), sectionId: 'relevance' }, { isLocked: true });
  await ask(cast.ana, people.createInvitation, place(), { role: 'viewer', organisationId: null });
  const { parts } = await ask(
    cast.ana,
    compareVersions,
    { ...place(), versionId: must(made.version).id },
    { to: 'now' },
  );
  expect(parts).toEqual([]);
  ana.close();
});

test('it says since when, by whom, why and who unlocks; the version has its name; there is one at a time', async () => {
  const made = await freeze({ note: 'The rector reads until Friday', purpose: 'submission' });
  expect(await inForce(cast.eve)).toMatchObject({
    id: made.id,
    purpose: 'submission',
    note: 'The rector reads until Friday',
    frozenBy: { name: 'Ana' },
    mayUnlock: false,
    unlockedAt: null,
  });
  expect((await inForce(cast.ana))?.mayUnlock).toBe(true);
  const { versions } = await ask(cast.ben, listVersions, place(), { named: '1' });
  expect(versions.map(({ id, name }) => [id, name])).toEqual([[made.version?.id, 'For the rectorate']]);
  expect((await refusal(cast.ana, freezeProposal, place(), body)).code).toBe('conflict');
});

test('who froze, who unlocked and why stays in the log, the timeline and the record of rights', async () => {
  const made = await freeze({ note: 'Read it' });
  become(cast.ben, 'coordinator');
  await unlock(cast.ben, made, 'One more figure');
  expect(await inForce(cast.ana)).toBeNull();
  // A second press is the same.
  await unlock(cast.ana, made, 'Not I');
  const [entry, ...more] = await ask(cast.eve, listFreezes, place(), {});
  expect(more).toEqual([]);
  expect(entry).toMatchObject({
    frozenBy: { name: 'Ana' },
    unlockedBy: { name: 'Ben' },
    unlockNote: 'One more figure',
    mayUnlock: false,
  });
  const { entries } = await ask(cast.eve, review.listTimeline, place(), { kind: 'section' });
  expect(entries.map(({ actorName, data }) => [actorName, data.change, data.note])).toEqual([
    ['Ben', 'unfrozen', 'One more figure'],
    ['Ana', 'frozen_reading', 'Read it'],
  ]);
  const kinds = server.deps.database.driver
    .prepare("SELECT kind FROM audit WHERE proposal_id = ? AND kind LIKE 'proposal.%frozen' ORDER BY id")
    .pluck()
    .all(stage.proposalId);
  expect(kinds).toEqual(['proposal.frozen', 'proposal.unfrozen']);
});

describe('who may unlock', () => {
  const refused = async (who: CastPerson, made: Freeze) =>
    (await refusal(who, unlockProposal, { ...place(), freezeId: made.id })).code;

  test('only who froze it: no other coordinator', async () => {
    const made = await freeze({ unlockers: 'freezer' });
    become(cast.ben, 'coordinator');
    expect(await refused(cast.ben, made)).toBe('forbidden');
    await unlock(cast.ana, made);
  });

  test('only who is named, whatever they may else: not even who froze it', async () => {
    const made = await freeze({ unlockers: 'named', unlockerIds: [cast.eve.id] });
    expect([await refused(cast.ana, made), await refused(cast.ben, made)]).toEqual(['forbidden', 'forbidden']);
    expect([(await inForce(cast.ana))?.mayUnlock, (await inForce(cast.eve))?.mayUnlock]).toEqual([false, true]);
    expect((await inForce(cast.ben))?.unlockerPeople).toEqual([{ id: cast.eve.id, name: 'Eve' }]);
    await unlock(cast.eve, made);
  });

  test('coordinators, where those named take part no more: nothing stays frozen for ever', async () => {
    const made = await freeze({ unlockers: 'named', unlockerIds: [cast.eve.id] });
    deleteMember(server.deps.database.orm, stage.proposalId, cast.eve.id);
    expect(await refused(cast.eve, made)).toBe('not-found');
    expect(await refused(cast.ben, made)).toBe('forbidden');
    await unlock(cast.ana, made);
  });

  test('only members are named, and only where people are named', async () => {
    const wrong = [
      { unlockers: 'named', unlockerIds: [cast.oda.id] },
      { unlockers: 'named', unlockerIds: [] },
      { unlockers: 'freezer', unlockerIds: [cast.ben.id] },
    ];
    for (const more of wrong) {
      expect((await refusal(cast.ana, freezeProposal, place(), { ...body, ...more })).code).toBe('invalid-body');
    }
    expect(await inForce(cast.ana)).toBeNull();
  });
});

test('a copy for another call is not frozen; in the archive it stays as it is', async () => {
  const made = await freeze();
  const copy = { callId: 'KA220-2026', sector: 'ADU', texts: true, plan: true, budget: true, memberIds: [] };
  const wanted = { ...copy, title: 'Copy', organisationIds: [stage.organisationId] };
  const { id } = await ask(cast.ben, cloneProposal, place(), wanted);
  expect((await ask(cast.ben, people.getProposal, { proposalId: id }, {})).freeze).toBeNull();
  await ask(cast.ana, setArchived, place(), { isArchived: true });
  expect((await refusal(cast.ana, unlockProposal, { ...place(), freezeId: made.id })).code).toBe('archived');
  await ask(cast.ana, setArchived, place(), { isArchived: false });
  expect((await inForce(cast.ana))?.id).toBe(made.id);
  await unlock(cast.ana, made);
});
