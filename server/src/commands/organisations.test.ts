// Organisations of a proposal: added, changed, and removed only when nothing hangs on them.
import { answerKey } from '@adagia/shared/answer-key';
import * as people from '@adagia/shared/api/people';
import { listTimeline } from '@adagia/shared/api/review';
import type { OrganisationId } from '@adagia/shared/ids';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { ask, refusal } from '../testing/ask.ts';
import { hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

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
