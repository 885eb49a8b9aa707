// Archive, bin, handing over and carrying into another call, as people do it over HTTP and sockets.
import { updateProposal } from '@adagia/db/repositories/proposals';
import { listAudit } from '@adagia/shared/api/audit';
import * as intake from '@adagia/shared/api/intake';
import * as people from '@adagia/shared/api/people';
import * as portfolio from '@adagia/shared/api/portfolio';
import { createThread, listThreads, listTimeline } from '@adagia/shared/api/review';
import { must } from '@adagia/shared/assert';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { ask, refusal } from '../testing/ask.ts';
import { hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { enter, guestLink } from '../testing/guests.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { eraseDeleted } from './erase-proposals.ts';
import { GRACE_MS } from './portfolio.ts';

let server: TestServer;
let cast: People;
let nextId = 0;
const newId = (): string => `00000000-0000-7000-9000-${String((nextId += 1)).padStart(12, '0')}`;

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
});
afterAll(() => server.dispose());

const key = 'answer:motivation';
const write = ({ proposalId }: Stage, text: string) =>
  server.deps.rooms.edit(proposalId, cast.ana.id, (doc) => doc.getText(key).insert(0, text));
const thread = { target: { kind: 'question' as const, key }, body: 'Is it so?' };
/** As it is typed. */
const textIn = (doc: Y.Doc) => doc.getText(key).toJSON();
const comment = (stage: Stage) => ask(cast.eve, createThread, stage, { id: newId(), ...thread });
const cardsOf = (person: keyof People) => ask(cast[person], people.listProposals, {}, {});
const kindsIn = async ({ proposalId }: Stage) =>
  (await ask(cast.ana, listAudit, { proposalId }, {})).entries.map(({ kind }) => kind);

describe('the list', () => {
  test('says how much has text, who was active, and the deadline of the partners', async () => {
    const stage = await newStage(server, cast);
    await write(stage, 'Because');
    await server.deps.rooms.edit(stage.proposalId, null, (doc) =>
      doc.getMap('facts').set('deadline', '2027-03-04T12:00'),
    );
    await comment(stage);
    const card = must((await cardsOf('ben')).find(({ id }) => id === stage.proposalId));
    expect(card.ownDeadline).toBe('2027-03-04T12:00');
    expect(card.progress).toMatchObject({ answered: 1, final: 0 });
    expect(card.progress?.total).toBeGreaterThan(20);
    expect(card.active.map(({ name }) => name).sort()).toEqual(['Ana', 'Eve']);
  });

  test('counts anew when the document has gone on', async () => {
    const stage = await newStage(server, cast);
    const answered = async () => (await cardsOf('ana')).find(({ id }) => id === stage.proposalId)?.progress?.answered;
    expect(await answered()).toBe(0);
    await write(stage, 'Because');
    expect(await answered()).toBe(1);
  });

  test('counts the answers of organisations that came and went since', async () => {
    const stage = await newStage(server, cast);
    const total = async () => (await cardsOf('ana')).find(({ id }) => id === stage.proposalId)?.progress?.total ?? 0;
    const alone = await total();
    const { id } = await ask(cast.ana, people.addOrganisation, stage, { legalName: 'Scoala', country: 'RO' });
    expect(await total()).toBeGreaterThan(alone);
    await ask(cast.ana, people.removeOrganisation, { ...stage, organisationId: id }, {});
    expect(await total()).toBe(alone);
  });
});

describe('the archive', () => {
  test('lets everybody read and nobody write, until it is taken out again', async () => {
    const stage = await newStage(server, cast);
    await ask(cast.ana, portfolio.setArchived, stage, { isArchived: true });
    expect((await ask(cast.eve, people.getProposal, stage, {})).isArchived).toBe(true);
    expect((await refusal(cast.eve, createThread, stage, { id: newId(), ...thread })).code).toBe('archived');
    expect((await cardsOf('ben')).find(({ id }) => id === stage.proposalId)?.isArchived).toBe(true);
    await ask(cast.ana, portfolio.setArchived, stage, { isArchived: false });
    await comment(stage);
    expect(await kindsIn(stage)).toEqual(['proposal.unarchived', 'proposal.archived', 'proposal.created']);
  });
});

describe('the bin', () => {
  test('a deleted proposal is gone for everybody, and comes back as it was', async () => {
    const stage = await newStage(server, cast);
    await comment(stage);
    await ask(cast.ana, portfolio.deleteProposal, stage, {});
    for (const person of [cast.ana, cast.ben]) {
      expect((await refusal(person, people.getProposal, stage)).code).toBe('not-found');
      expect((await refusal(person, listThreads, stage)).code).toBe('not-found');
    }
    expect((await cardsOf('ana')).some(({ id }) => id === stage.proposalId)).toBe(false);
    expect(await ask(cast.ben, portfolio.listDeleted, {}, {})).toEqual([]);
    const bin = await ask(cast.ana, portfolio.listDeleted, {}, {});
    const entry = must(bin.find(({ id }) => id === stage.proposalId));
    expect(Date.parse(entry.erasedAt) - Date.parse(entry.deletedAt)).toBe(GRACE_MS);
    await ask(cast.ana, portfolio.restoreProposal, stage, {});
    expect(await ask(cast.ben, listThreads, stage, {})).toHaveLength(1);
  });

  test('a link that was sent before leads nowhere while the proposal is in the bin', async () => {
    const stage = await newStage(server, cast);
    const wanted = { role: 'editor' as const, organisationId: null };
    const { link } = await ask(cast.ana, people.createInvitation, stage, wanted);
    const token = must(link.split('#')[1]);
    await ask(cast.ana, portfolio.deleteProposal, stage, {});
    expect((await refusal(cast.oda, people.previewInvitation, {}, { token })).code).toBe('invitation-invalid');
    expect((await refusal(cast.oda, people.acceptInvitation, {}, { token })).code).toBe('invitation-invalid');
  });

  test('when the time of grace is over nothing of it is left in any table but the record of rights', async () => {
    const stage = await newStage(server, cast);
    const other = await newStage(server, cast);
    await write(stage, 'Quinquereme of Nineveh');
    await comment(stage);
    await comment(other);
    await cardsOf('ana');
    const wanted = { role: 'editor' as const, organisationId: stage.organisationId, email: 'kim@example.org' };
    await ask(cast.ana, people.createInvitation, stage, wanted);
    await ask(cast.ana, portfolio.deleteProposal, stage, {});
    const { deps } = server;
    const late = (ms: number) => eraseDeleted({ ...deps, now: () => deps.now() + ms });
    await late(GRACE_MS - 60_000);
    expect(tablesWith(stage.proposalId)).toContain('proposal');
    await late(GRACE_MS + 60_000);
    expect(tablesWith(stage.proposalId)).toEqual(['audit']);
    // An invitation names the organisation that it was for.
    expect(tablesWith(stage.organisationId)).toEqual(['audit']);
    expect(tablesWith('Quinquereme')).toEqual([]);
    expect(await ask(cast.ben, listThreads, other, {})).toHaveLength(1);
    expect(deps.database.driver.pragma('foreign_key_check')).toEqual([]);
  });

  test('what was restored in time is not erased', async () => {
    const stage = await newStage(server, cast);
    updateProposal(server.deps.database.orm, stage.proposalId, { deletedAt: 1 });
    await ask(cast.ana, portfolio.restoreProposal, stage, {});
    await eraseDeleted(server.deps);
    expect((await ask(cast.ben, people.getProposal, stage, {})).id).toBe(stage.proposalId);
  });
});

/** Every table in which any column of any row has these letters. */
function tablesWith(letters: string): string[] {
  const { driver } = server.deps.database;
  const tables = driver.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
  const wanted = Buffer.from(letters);
  return tables.filter((table) =>
    (driver.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]).some((row) =>
      Object.values(row).some((value) =>
        Buffer.isBuffer(value) ? value.includes(wanted) : String(value).includes(letters),
      ),
    ),
  );
}

describe('handing over', () => {
  test('there is one coordinator before and after, and who handed over writes on', async () => {
    const stage = await newStage(server, cast);
    await ask(cast.ana, portfolio.handOver, stage, { userId: cast.ben.id, isLeaving: false });
    const { members } = await ask(cast.ben, people.getProposal, stage, {});
    const roles = Object.fromEntries(members.map(({ name, role }) => [name, role]));
    expect(roles).toEqual({ Ana: 'editor', Ben: 'coordinator', Eve: 'commenter' });
    const { entries } = await ask(cast.ben, listAudit, stage, { kind: 'member.role' });
    expect(entries.map(({ personName, data }) => [personName, data.old, data.new])).toEqual([
      ['Ana', 'coordinator', 'editor'],
      ['Ben', 'editor', 'coordinator'],
    ]);
  });

  test('everybody reads of it in the timeline', async () => {
    const stage = await newStage(server, cast);
    await ask(cast.ana, portfolio.handOver, stage, { userId: cast.ben.id, isLeaving: true });
    const { entries } = await ask(cast.eve, listTimeline, stage, { kind: 'member' });
    expect(entries.map(({ data }) => [data.change, data.name])).toEqual([
      ['left', 'Ana'],
      ['role', 'Ben'],
    ]);
  });

  test('not to somebody without an account, who could lose it with their browser', async () => {
    const stage = await newStage(server, cast);
    const { token } = await guestLink(cast.ana, stage.proposalId);
    const gus = await enter(server, token, 'Gus');
    const to = { userId: gus.id, isLeaving: true };
    expect((await refusal(cast.ana, portfolio.handOver, stage, to)).code).toBe('guest-needs-account');
    expect((await ask(cast.ana, people.getProposal, stage, {})).role).toBe('coordinator');
  });

  test('and whoever wants to is gone with it', async () => {
    const stage = await newStage(server, cast);
    await ask(cast.ana, portfolio.handOver, stage, { userId: cast.eve.id, isLeaving: true });
    expect((await refusal(cast.ana, people.getProposal, stage)).code).toBe('not-found');
    expect((await ask(cast.eve, people.getProposal, stage, {})).role).toBe('coordinator');
  });

  test('only to a member, and not to oneself', async () => {
    const stage = await newStage(server, cast);
    for (const userId of [cast.oda.id, cast.ana.id]) {
      expect((await refusal(cast.ana, portfolio.handOver, stage, { userId, isLeaving: true })).code).toBe('not-found');
    }
  });

  test('two who hand over to each other at the same moment leave a coordinator', async () => {
    const stage = await newStage(server, cast);
    await ask(cast.ana, people.changeMember, { ...stage, userId: cast.ben.id }, { role: 'coordinator' });
    await Promise.all([
      cast.ana.call(portfolio.handOver, stage, { userId: cast.ben.id, isLeaving: true }),
      cast.ben.call(portfolio.handOver, stage, { userId: cast.ana.id, isLeaving: true }),
    ]);
    const { members } = await ask(cast.eve, people.getProposal, stage, {});
    expect(members.filter(({ role }) => role === 'coordinator')).toHaveLength(1);
  });
});

const nameOf = (record: intake.IntakeRecord) => (record.kind === 'contact' ? record.name : record.title);

describe('carrying into another call', () => {
  const target = { callId: 'KA210-2026', sector: 'ADU', texts: true, plan: true, budget: true };

  test('texts, people and organisations that were chosen are there, and the old one is untouched', async () => {
    const stage = await newStage(server, cast);
    const added = await ask(cast.ana, people.addOrganisation, stage, { legalName: 'Scoala', country: 'RO' });
    await ask(cast.ana, people.changeMember, { ...stage, userId: cast.ben.id }, { organisationId: added.id });
    await write(stage, 'Because');
    const organisationIds = [stage.organisationId, added.id];
    const body = { ...target, organisationIds, title: 'Once more', memberIds: [cast.ben.id] };
    const { id, leftovers } = await ask(cast.ben, portfolio.cloneProposal, stage, {
      ...body,
      memberIds: [cast.ana.id],
    });
    const made = await ask(cast.ben, people.getProposal, { proposalId: id }, {});
    expect(made).toMatchObject({ title: 'Once more', callId: 'KA210-2026', role: 'coordinator' });
    expect(made.organisations.map(({ legalName, role }) => [legalName, role])).toEqual([
      ['Thalassa Learning Network', 'applicant'],
      ['Scoala', 'partner'],
    ]);
    expect(made.members.map(({ name, role }) => [name, role])).toEqual([
      ['Ben', 'coordinator'],
      ['Ana', 'coordinator'],
    ]);
    expect(made.organisationId).toBe(made.organisations[1]?.id);
    expect((await refusal(cast.eve, people.getProposal, { proposalId: id })).code).toBe('not-found');
    const kept = await ask(cast.ben, portfolio.listLeftovers, { proposalId: id }, {});
    expect(kept).toHaveLength(leftovers);
    const here = await server.deps.rooms.read(id, (doc) => textIn(doc));
    expect([here, ...kept.map(({ body: text }) => text)].filter((text) => text === 'Because')).toHaveLength(1);
    expect(await server.deps.rooms.read(stage.proposalId, (doc) => textIn(doc))).toBe('Because');
  });

  test('who was kept to sections is kept to them there, as far as that form has them', async () => {
    const stage = await newStage(server, cast);
    const added = await ask(cast.ana, people.addOrganisation, stage, { legalName: 'Scoala', country: 'RO' });
    const sectionIds = ['relevance', `organisations:${added.id}`, 'eu_values'];
    await ask(cast.ana, people.changeMember, { ...stage, userId: cast.ben.id }, { sectionIds });
    const carried = async (callId: string) => {
      const organisationIds = [stage.organisationId, added.id];
      const body = { ...target, callId, organisationIds, title: 'Once more', memberIds: [cast.ben.id] };
      const { id } = await ask(cast.ana, portfolio.cloneProposal, stage, body);
      const made = await ask(cast.ana, people.getProposal, { proposalId: id }, {});
      const number = (text: string) => text.replace(made.organisations[1]?.id ?? '-', 'P2');
      return made.members.find(({ userId }) => userId === cast.ben.id)?.sectionIds?.map(number);
    };
    expect(await carried('KA220-2027')).toEqual(['relevance', 'organisations:P2', 'eu_values']);
    expect(await carried('KA210-2026')).toEqual(['organisations:P2']);
  });

  test('contacts, past projects and who signs come along for those who may see them, signed documents do not', async () => {
    const stage = await newStage(server, cast);
    const { id: organisationId } = await ask(cast.ana, people.addOrganisation, stage, {
      legalName: 'Scoala',
      country: 'RO',
    });
    await ask(cast.ana, people.changeMember, { ...stage, userId: cast.ben.id }, { organisationId });
    for (const place of [stage, { ...stage, organisationId }]) {
      await ask(cast.ana, intake.changeRepresentative, place, { representativeName: 'Ștefan Pop' });
      await ask(cast.ana, intake.addRecord, place, { kind: 'contact', name: 'Kim' });
      await ask(cast.ana, intake.addRecord, place, { kind: 'project', title: 'Bridges' });
    }
    const organisationIds = [stage.organisationId, organisationId];
    const body = { ...target, organisationIds, title: 'Once more', memberIds: [] };
    const seen = async (person: keyof People) => {
      const { id: proposalId } = await ask(cast[person], portfolio.cloneProposal, stage, body);
      const { organisations } = await ask(cast[person], intake.getIntake, { proposalId }, {});
      return organisations.map(({ representativeName, records }) => [representativeName, ...records.map(nameOf)]);
    };
    const all = ['Ștefan Pop', 'Kim', 'Bridges'];
    expect(await seen('ana')).toEqual([all, all]);
    // Coordinates the copy, and still sees nothing of what others told the coordinator of the first one.
    expect(await seen('ben')).toEqual([[''], all]);
  });

  test('the preview says what would not fit, and makes nothing', async () => {
    const stage = await newStage(server, cast);
    const before = (await cardsOf('ana')).length;
    const body = { ...target, organisationIds: [stage.organisationId] };
    const { leftovers } = await ask(cast.ana, portfolio.previewClone, stage, body);
    expect(Array.isArray(leftovers)).toBe(true);
    expect(await cardsOf('ana')).toHaveLength(before);
  });

  test('organisations of other proposals do not come along', async () => {
    const [stage, other] = [await newStage(server, cast), await newStage(server, cast)];
    const body = { ...target, organisationIds: [other.organisationId], title: 'Once more', memberIds: [] };
    expect((await refusal(cast.ana, portfolio.cloneProposal, stage, body)).code).toBe('invalid-body');
  });

  test('what did not fit is put aside when somebody has placed it', async () => {
    const stage = await newStage(server, cast);
    await server.deps.rooms.edit(stage.proposalId, null, (doc) => doc.getMap('facts').set('duration', 1));
    const body = { ...target, organisationIds: [stage.organisationId], title: 'Once more', memberIds: [] };
    const { id: proposalId } = await ask(cast.ana, portfolio.cloneProposal, stage, body);
    const kept = must((await ask(cast.ana, portfolio.listLeftovers, { proposalId }, {}))[0]);
    await ask(cast.ana, portfolio.settleLeftover, { proposalId, leftoverId: kept.id }, { isSettled: true });
    expect((await ask(cast.ana, portfolio.listLeftovers, { proposalId }, {}))[0]?.isSettled).toBe(true);
  });
});
