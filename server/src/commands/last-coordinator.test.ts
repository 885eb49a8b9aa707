// A proposal keeps a coordinator, whatever two of them do to each other at the same moment, over connections of their own.
import { insertMember } from '@adagia/db/repositories/members';
import { changeMember, getProposal, removeMember } from '@adagia/shared/api/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../testing/ask.ts';
import { type CastPerson, hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { openSocket } from '../testing/live-socket.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let cast: People;

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
});
afterAll(() => server.dispose());

/** Ana and Oda coordinate it. */
async function twoCoordinators(): Promise<Stage> {
  const stage = await newStage(server, cast);
  const row = { proposalId: stage.proposalId, organisationId: null, joinedAt: server.deps.now() };
  insertMember(server.deps.database.orm, { ...row, userId: cast.oda.id, role: 'coordinator' });
  return stage;
}

const remove = (who: CastPerson, whom: CastPerson, { proposalId }: Stage) =>
  who.call(removeMember, { proposalId, userId: whom.id });
const demote = (who: CastPerson, whom: CastPerson, { proposalId }: Stage) =>
  who.call(changeMember, { proposalId, userId: whom.id }, { role: 'viewer' });

const duels: [string, typeof remove, 'each other' | 'themselves', typeof remove][] = [
  ['both remove each other', remove, 'each other', remove],
  ['both demote each other', demote, 'each other', demote],
  ['one removes, one demotes', remove, 'each other', demote],
  ['both leave', remove, 'themselves', remove],
  ['both step down', demote, 'themselves', demote],
  ['one leaves, one steps down', remove, 'themselves', demote],
];

/** Enough that each of the two is first at times. */
const ROUNDS = 12;

test.each(duels)('%s: one coordinator is left, who can go on', async (_, first, whom, second) => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const stage = await twoCoordinators();
    const [one, other] = round % 2 === 0 ? [cast.ana, cast.oda] : [cast.oda, cast.ana];
    const isDuel = whom === 'each other';
    const answers = await Promise.all([
      first(one, isDuel ? other : one, stage),
      second(other, isDuel ? one : other, stage),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = await Promise.all(
      [cast.ana, cast.oda].map((person) => person.call(getProposal, { proposalId: stage.proposalId })),
    );
    const roles = left.map(({ json }) => (json as { role?: string }).role);
    expect(roles.filter((role) => role === 'coordinator')).toHaveLength(1);
  }
});

test('whoever was quicker has the other one out of the open proposal too', async () => {
  const stage = await twoCoordinators();
  const sockets = await Promise.all([cast.ana, cast.oda].map((one) => openSocket(server, one, stage.proposalId)));
  await Promise.all([remove(cast.ana, cast.oda, stage), remove(cast.oda, cast.ana, stage)]);
  expect(await Promise.race(sockets.map(({ closed }) => closed))).toBe('notAllowed');
  const ana = await cast.ana.call(getProposal, { proposalId: stage.proposalId });
  const winner = ana.status === 200 ? cast.ana : cast.oda;
  expect((await ask(winner, getProposal, { proposalId: stage.proposalId }, {})).role).toBe('coordinator');
  for (const socket of sockets) socket.close();
});
