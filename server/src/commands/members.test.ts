// Roles and leaving, and that both reach the open connections at once.

import { answerKey } from '@adagia/shared/answer-key';
import * as people from '@adagia/shared/api/people';
import { changeAnswerState, listAnswerStates, listTimeline } from '@adagia/shared/api/review';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, refusal } from '../testing/ask.ts';
import { type CastPerson, hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { openSocket } from '../testing/live-socket.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

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

const about = ({ id }: CastPerson) => ({ proposalId: stage.proposalId, userId: id });
const shown = (person: CastPerson) => ask(person, people.getProposal, { proposalId: stage.proposalId }, {});

test('a new role is what the person has from then on, on open connections too', async () => {
  const socket = await openSocket(server, cast.ben, stage.proposalId);
  const member = await ask(cast.ana, people.changeMember, about(cast.ben), { role: 'commenter' });
  expect(member).toMatchObject({ name: 'Ben', email: 'ben@example.org', role: 'commenter' });
  // Comes back, and is told that it may only read.
  expect(await socket.closed).toBe('reload');
  expect((await shown(cast.ben)).role).toBe('commenter');
});

test('a member who is removed loses the proposal and the open connection', async () => {
  const socket = await openSocket(server, cast.ben, stage.proposalId);
  const stays = await openSocket(server, cast.eve, stage.proposalId);
  await ask(cast.ana, people.removeMember, about(cast.ben), {});
  expect(await socket.closed).toBe('notAllowed');
  await stays.hinted('people');
  stays.close();
  expect((await refusal(cast.ben, people.getProposal, { proposalId: stage.proposalId })).code).toBe('not-found');
  await expect(openSocket(server, cast.ben, stage.proposalId)).rejects.toThrow('404');
  expect((await ask(cast.ben, people.listProposals, {}, {})).map(({ id }) => id)).not.toContain(stage.proposalId);
});

test('everybody may leave, whatever their role', async () => {
  await ask(cast.eve, people.removeMember, about(cast.eve), {});
  await ask(cast.ben, people.removeMember, about(cast.ben), {});
  expect((await shown(cast.ana)).members.map(({ name }) => name)).toEqual(['Ana']);
});

test('the last coordinator neither leaves nor steps down, until there is another one', async () => {
  expect((await refusal(cast.ana, people.removeMember, about(cast.ana))).code).toBe('last-coordinator');
  const stepDown = await refusal(cast.ana, people.changeMember, about(cast.ana), { role: 'editor' });
  expect(stepDown.code).toBe('last-coordinator');
  expect((await shown(cast.ana)).role).toBe('coordinator');
  await ask(cast.ana, people.changeMember, about(cast.ben), { role: 'coordinator' });
  await ask(cast.ana, people.removeMember, about(cast.ana), {});
  expect((await shown(cast.ben)).members.map(({ name }) => name)).toEqual(['Ben', 'Eve']);
});

test('of two coordinators who leave at the same moment one stays', async () => {
  await ask(cast.ana, people.changeMember, about(cast.ben), { role: 'coordinator' });
  const leaving = [cast.ana, cast.ben].map((who) => who.call(people.removeMember, about(who), {}));
  expect((await Promise.all(leaving)).map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
});

test('a coordinator who was removed can do nothing more, with the page still open', async () => {
  await ask(cast.ana, people.changeMember, about(cast.ben), { role: 'coordinator' });
  await ask(cast.ben, people.removeMember, about(cast.ana), {});
  const call = await refusal(cast.ana, people.changeMember, about(cast.eve), { role: 'coordinator' });
  expect(call.code).toBe('not-found');
});

test('a member moves into an organisation of this proposal, and out again', async () => {
  const other = await newStage(server, cast);
  const organisationId = other.organisationId;
  const foreign = await refusal(cast.ana, people.changeMember, about(cast.ben), { organisationId });
  expect(foreign.issues?.[0]?.path).toBe('organisationId');
  await ask(cast.ana, people.changeMember, about(cast.ben), { organisationId: stage.organisationId });
  expect((await shown(cast.ben)).organisationId).toBe(stage.organisationId);
  expect((await shown(cast.ben)).role).toBe('editor');
  await ask(cast.ana, people.changeMember, about(cast.ben), { organisationId: null });
  expect((await shown(cast.ben)).organisationId).toBe(null);
});

test('answers of somebody who left have no owner', async () => {
  const key = answerKey('motivation');
  const params = { proposalId: stage.proposalId, key };
  await ask(cast.ben, changeAnswerState, params, { ownerId: cast.ben.id, status: 'review' });
  await ask(cast.ben, people.removeMember, about(cast.ben), {});
  const states = await ask(cast.ana, listAnswerStates, { proposalId: stage.proposalId }, {});
  expect(states).toMatchObject([{ key, ownerId: null, status: 'review' }]);
});

test('the timeline says who changed whose role and who went; a change of nothing is none', async () => {
  await ask(cast.ana, people.changeMember, about(cast.ben), { role: 'editor' });
  await ask(cast.ana, people.changeMember, about(cast.ben), { role: 'commenter' });
  await ask(cast.ana, people.removeMember, about(cast.ben), {});
  await ask(cast.eve, people.removeMember, about(cast.eve), {});
  const { entries } = await ask(cast.ana, listTimeline, { proposalId: stage.proposalId }, { kind: 'member' });
  expect(entries.map(({ actorName, data }) => ({ actorName, ...data }))).toEqual([
    { actorName: 'Eve', change: 'left', name: 'Eve' },
    { actorName: 'Ana', change: 'removed', name: 'Ben' },
    { actorName: 'Ana', change: 'role', name: 'Ben', old: 'editor', new: 'commenter' },
  ]);
});
