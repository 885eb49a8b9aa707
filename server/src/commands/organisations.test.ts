// Organisations of a proposal: added, changed, and removed only when nothing hangs on them.

import { updateOrganisation } from '@adagia/db/repositories/proposals';
import { answerKey } from '@adagia/shared/answer-key';
import * as people from '@adagia/shared/api/people';
import { listTimeline } from '@adagia/shared/api/review';
import type { OrganisationId } from '@adagia/shared/ids';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { ask, refusal } from '../testing/ask.ts';
import { hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { newProposal, startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let cast: People;
let stage: Stage;
/** The second one. */
let id: OrganisationId;

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
});
beforeEach(async () => {
  stage = await newStage(server, cast);
  ({ id } = await add('Scoala Verde'));
});
afterAll(() => server.dispose());

const add = (legalName: string) =>
  ask(cast.ana, people.addOrganisation, { proposalId: stage.proposalId }, { legalName, country: 'RO' });
const about = (organisationId = id) => ({ proposalId: stage.proposalId, organisationId });
const remove = () => ask(cast.ana, people.removeOrganisation, about(), {});
const removal = (organisationId = id) => refusal(cast.ana, people.removeOrganisation, about(organisationId));
const shown = async () => (await ask(cast.ana, people.getProposal, { proposalId: stage.proposalId }, {})).organisations;

/** As the server does it for a person: through the room. */
async function edit(change: (doc: Y.Doc) => void): Promise<void> {
  await server.deps.rooms.edit(stage.proposalId, cast.ben.id, change);
}

test('the first is the applicant, others follow as partners, with what was left out empty', async () => {
  expect(await shown()).toMatchObject([
    { role: 'applicant', position: 0, legalName: 'Thalassa Learning Network', country: 'EL' },
    { role: 'partner', position: 1, legalName: 'Scoala Verde', country: 'RO', city: '', oid: '', newcomer: false },
  ]);
});

test('a change touches what it names', async () => {
  await ask(cast.ana, people.changeOrganisation, about(), { oid: 'E10012345', newcomer: true });
  await ask(cast.ana, people.changeOrganisation, about(), { city: 'Iași' });
  const changed = { legalName: 'Scoala Verde', country: 'RO', city: 'Iași', oid: 'E10012345', newcomer: true };
  expect((await shown())[1]).toMatchObject(changed);
  await ask(cast.ana, people.changeOrganisation, about(), { oid: '' });
  expect((await shown())[1]).toMatchObject({ ...changed, oid: '' });
});

test('what was written over a value that is gone by now is refused, and what both wrote alike is not', async () => {
  const change = { city: 'Cluj', was: { city: '' } };
  await ask(cast.ana, people.changeOrganisation, about(), { city: 'Iași', was: { city: '' } });
  const before = await shown();
  expect((await refusal(cast.ana, people.changeOrganisation, about(), change)).code).toBe('conflict');
  expect(await shown()).toEqual(before);
  await ask(cast.ana, people.changeOrganisation, about(), { city: 'Iași', was: { city: '' } });
  await ask(cast.ana, people.changeOrganisation, about(), { city: 'Cluj', was: { city: 'Iași' } });
  expect((await shown())[1]).toMatchObject({ city: 'Cluj' });
});

test('one that nothing hangs on goes', async () => {
  await remove();
  expect(await shown()).toHaveLength(1);
});

test('the applicant stays', async () => {
  expect((await removal(stage.organisationId)).code).toBe('organisation-in-use');
});

test('one with people stays until they are elsewhere', async () => {
  const ben = { proposalId: stage.proposalId, userId: cast.ben.id };
  await ask(cast.ana, people.changeMember, ben, { organisationId: id });
  expect((await removal()).code).toBe('organisation-in-use');
  await ask(cast.ana, people.changeMember, ben, { organisationId: stage.organisationId });
  await remove();
});

test('one that somebody is invited to stays until the invitation is past', async () => {
  const body = { role: 'editor' as const, organisationId: id };
  const { invitation } = await ask(cast.ana, people.createInvitation, { proposalId: stage.proposalId }, body);
  expect((await removal()).code).toBe('organisation-in-use');
  const past = { proposalId: stage.proposalId, invitationId: invitation.id };
  await ask(cast.ana, people.revokeInvitation, past, {});
  await remove();
  const listed = await ask(cast.ana, people.listInvitations, { proposalId: stage.proposalId }, {});
  expect(listed).toMatchObject([{ state: 'revoked', organisationId: null }]);
});

const object = '01920000-0000-7000-8000-000000000001';
const uses: [string, (doc: Y.Doc) => void][] = [
  ['a text', (doc) => doc.getText(answerKey('org_present', id)).insert(0, 'We are a school.')],
  ['the lead of a work package', (doc) => doc.getMap('plan').set(`${object}/lead`, id)],
  ['a part in an activity', (doc) => doc.getMap('plan').set(`${object}/org:${id}`, true)],
  ['an amount', (doc) => doc.getMap('budget').set(`${object}/${id}`, 100_00)],
  ['a quantity of unit costs', (doc) => doc.getMap('budget').set(`${object}/${id}:participants`, 3)],
];
test.each(uses)('one with %s stays', async (_, use) => {
  await edit(use);
  expect((await removal()).code).toBe('organisation-in-use');
  expect(await shown()).toHaveLength(2);
});

test('one whose text, parts and amounts were taken away again goes', async () => {
  await edit((doc) => {
    doc.getText(answerKey('org_present', id)).insert(0, 'We are a school.');
    doc.getMap('plan').set(`${object}/org:${id}`, true);
    doc.getMap('budget').set(`${object}/${id}`, 100_00);
  });
  await edit((doc) => {
    doc.getText(answerKey('org_present', id)).delete(0, 16);
    doc.getMap('plan').set(`${object}/org:${id}`, false);
    doc.getMap('budget').delete(`${object}/${id}`);
  });
  await remove();
});

test('the timeline names it, also after it is gone', async () => {
  await ask(cast.ana, people.changeOrganisation, about(), { legalName: 'Scoala Albastra' });
  await remove();
  const { entries } = await ask(cast.ana, listTimeline, { proposalId: stage.proposalId }, { kind: 'organisation' });
  expect(entries.map(({ data }) => data)).toEqual([
    { change: 'removed', name: 'Scoala Albastra' },
    { change: 'changed', name: 'Scoala Albastra' },
    { change: 'added', name: 'Scoala Verde' },
  ]);
});

test('a card takes what the registration system has, as people type it', async () => {
  const given = {
    legalName: '  Σχολείο \u202e"Θάλασσα"  ',
    legalNameLatin: 'Scholeio "Thalassa"',
    oid: ' e 1001-2345 ',
    publicBody: true,
    nonProfit: null,
    established: '1999-12-31',
    charter: '101012345',
    applications: 3,
  };
  await ask(cast.ana, people.changeOrganisation, about(), given);
  const kept = { ...given, legalName: 'Σχολείο "Θάλασσα"', oid: 'E10012345' };
  expect((await shown())[1]).toMatchObject(kept);
});

const long = 'Πανεπιστήμιο '.repeat(23).trim();
test.each([
  ['with markup', '<img src=x onerror=alert(1)> & Söhne'],
  ['of emoji and letters', 'Școala 🌍 Verde'],
  ['from right to left', 'جامعة بيرزيت'],
  [`of ${long.length} characters`, long],
])('a legal name %s is kept as it is', async (_, legalName) => {
  await ask(cast.ana, people.changeOrganisation, about(), { legalName });
  expect((await shown())[1]?.legalName).toBe(legalName);
});

test.each<[string, object]>([
  ['legalName', { legalName: 'x'.repeat(301) }],
  ['legalName', { legalName: '\u202e\u2066 …' }],
  ['oid', { oid: 'E1001234' }],
  ['type', { type: 'EPLUS-NOTHING' }],
  ['country', { country: 'ZZ' }],
  ['established', { established: '2020-02-30' }],
  ['applications', { applications: -1 }],
])('a card with a wrong %s is refused, and stays as it was', async (path, body) => {
  const before = await shown();
  const problem = await refusal(cast.ana, people.changeOrganisation, about(), body);
  expect(problem).toMatchObject({ code: 'invalid-body', issues: [expect.objectContaining({ path })] });
  expect(await shown()).toEqual(before);
});

test('the number of an organisation is that of the register which the call looks it up in', async () => {
  const issues = [expect.objectContaining({ path: 'oid' })];
  const inPortal = { ...newProposal, callId: 'KA220-EACEA-2026', sector: 'SPO' };
  const of = (oid: string) => ({ ...inPortal, organisation: { ...newProposal.organisation, oid } });
  const wrong = await refusal(cast.ana, people.createProposal, {}, of('E10012345'));
  expect(wrong.issues).toEqual([expect.objectContaining({ path: 'organisation.oid' })]);
  const { id: proposalId } = await ask(cast.ana, people.createProposal, {}, of('9 1234 5678'));
  const partner = { legalName: 'Scoala', country: 'RO' };
  expect(
    await refusal(cast.ana, people.addOrganisation, { proposalId }, { ...partner, oid: 'E10012345' }),
  ).toMatchObject({ issues });
  const added = await ask(cast.ana, people.addOrganisation, { proposalId }, { ...partner, oid: '912345679' });
  expect(added.oid).toBe('912345679');
  expect(await refusal(cast.ana, people.changeOrganisation, about(), { oid: '912345679' })).toMatchObject({ issues });
});

test('a number that came along from another call stays until somebody enters the one that is asked for', async () => {
  updateOrganisation(server.deps.database.orm, id, { oid: '912345679' });
  await ask(cast.ana, people.changeOrganisation, about(), { oid: '912345679', city: 'Iași' });
  expect((await shown())[1]).toMatchObject({ oid: '912345679', city: 'Iași' });
});

const moveBen = (organisationId: OrganisationId | null) =>
  ask(cast.ana, people.changeMember, { proposalId: stage.proposalId, userId: cast.ben.id }, { organisationId });

test('people of an organisation fill in its card, without its role, and no other one', async () => {
  await moveBen(id);
  await ask(cast.ben, people.changeOrganisation, about(), { city: 'Iași' });
  expect((await shown())[1]).toMatchObject({ city: 'Iași' });
  expect((await refusal(cast.ben, people.changeOrganisation, about(), { role: 'associated' })).code).toBe('forbidden');
  const other = about(stage.organisationId);
  expect((await refusal(cast.ben, people.changeOrganisation, other, { city: 'Iași' })).code).toBe('forbidden');
  await moveBen(null);
  expect((await refusal(cast.ben, people.changeOrganisation, about(), { city: 'Cluj' })).code).toBe('forbidden');
});

test('another applicant comes first, and the one before is a partner', async () => {
  const third = await add('Zelena Skola');
  await ask(cast.ana, people.changeOrganisation, about(third.id), { role: 'applicant' });
  expect(await shown()).toMatchObject([
    { legalName: 'Zelena Skola', role: 'applicant', position: 0 },
    { legalName: 'Thalassa Learning Network', role: 'partner', position: 1 },
    { legalName: 'Scoala Verde', role: 'partner', position: 2 },
  ]);
  // Nobody would apply.
  expect((await refusal(cast.ana, people.changeOrganisation, about(third.id), { role: 'partner' })).code).toBe(
    'conflict',
  );
});

test('one with texts or amounts cannot become an associated partner, one without can', async () => {
  await edit((doc) => doc.getMap('budget').set(`${object}/${id}`, 100_00));
  const toAssociated = () => refusal(cast.ana, people.changeOrganisation, about(), { role: 'associated' });
  expect((await toAssociated()).code).toBe('organisation-in-use');
  await edit((doc) => doc.getMap('budget').delete(`${object}/${id}`));
  await ask(cast.ana, people.changeOrganisation, about(), { role: 'associated' });
  expect((await shown())[1]).toMatchObject({ role: 'associated' });
});

test('filling in a card is one entry of the timeline', async () => {
  for (const city of ['I', 'Ia', 'Iași']) await ask(cast.ana, people.changeOrganisation, about(), { city });
  const { entries } = await ask(cast.ana, listTimeline, { proposalId: stage.proposalId }, { kind: 'organisation' });
  expect(entries.map(({ data }) => data.change)).toEqual(['changed', 'added']);
});
