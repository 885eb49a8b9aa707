// Mock evaluations over REST, as every role: whose scores are read by whom and when, what is kept, what is refused, who is told.
import { deleteMember, insertMember, updateMember } from '@adagia/db/repositories/members';
import { listAudit } from '@adagia/shared/api/audit';
import * as routes from '@adagia/shared/api/evaluations';
import { listNotices } from '@adagia/shared/api/notices';
import { compareVersions, createVersion } from '@adagia/shared/api/versions';
import { authoredBlocks } from '@adagia/shared/versions/version-part';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, refusal } from '../testing/ask.ts';
import { type CastPerson, hire, newStage, type People, type Stage } from '../testing/cast.ts';
import {
  type Everybody,
  hireEverybody,
  members,
  type Principal,
  principals,
  seatEverybody,
} from '../testing/principals.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { openWritingClient } from '../testing/writing-client.ts';

const FULL = { relevance: 20, design: 25, partnership: 15, impact: 20 };
const SECRET = 'zq-remark';

let server: TestServer;
let cast: People;
let stage: Stage;
let everybody: Everybody;

beforeAll(async () => {
  server = await startTestServer();
  everybody = await hireEverybody(server);
  cast = await hire(server);
});
beforeEach(async () => {
  stage = await newStage(server, cast);
});
afterAll(() => server.dispose());

const place = () => ({ proposalId: stage.proposalId });
const open = (evaluators: readonly { id: string }[], more: object = {}) =>
  ask(cast.ana, routes.openRound, place(), {
    copy: { name: 'Before the deadline' },
    dueOn: '2026-02-01',
    isAnonymous: false,
    evaluatorIds: evaluators.map(({ id }) => id) as never,
    ...more,
  });
type Someone = Pick<CastPerson, 'name' | 'call'>;
const at = (round: routes.Round) => ({ ...place(), roundId: round.id });

async function score(person: Someone, round: routes.Round, points: Record<string, number> = FULL, comment = SECRET) {
  for (const [criterionId, given] of Object.entries(points)) {
    await ask(person, routes.saveScore, { ...at(round), criterionId }, { points: given, comment });
  }
}
async function submit(person: Someone, round: routes.Round, points?: Record<string, number>) {
  await score(person, round, points);
  return ask(person, routes.submitEvaluation, at(round), {});
}
const resultsFor = (person: Someone, round: routes.Round) => ask(person, routes.listResults, at(round), {});
const codeOf = async (...asked: Parameters<typeof refusal>) => (await refusal(...asked)).code;

describe('evaluation-private: what somebody gives is nobody else’s to read before they submit it', () => {
  const readings = [routes.listRounds, routes.getRoundCopy, routes.getOwnEvaluation, routes.listResults] as const;
  const readBy = async (person: Someone, round: routes.Round) => {
    const answers = await Promise.all(readings.map((route) => person.call(route, at(round), {})));
    return JSON.stringify(answers.map(({ json }) => json));
  };

  test.each(principals)('%s reads nothing of a draft; of what is submitted the coordinator does', async (who) => {
    const { coordinator } = everybody;
    const { proposalId } = await newStage(server, { ...cast, ana: coordinator } as never);
    seatEverybody(server, everybody, { proposalId, organisationId: '' } as never);
    stage = { ...stage, proposalId };
    const round = await ask(coordinator, routes.openRound, place(), {
      copy: { name: 'Draft' },
      dueOn: '',
      isAnonymous: false,
      evaluatorIds: [cast.eve.id],
    });
    await score(cast.eve, round);
    expect(await readBy(cast.eve, round)).toContain(SECRET);
    expect(await readBy(everybody[who], round)).not.toContain(SECRET);
    await ask(cast.eve, routes.submitEvaluation, at(round), {});
    expect((await readBy(everybody[who], round)).includes(SECRET)).toBe(who === 'coordinator');
    await ask(cast.eve, routes.withdrawEvaluation, at(round), {});
    expect(await readBy(everybody[who], round)).not.toContain(SECRET);
  });

  test('a coordinator who evaluates too sees the others once she has submitted, and does not score again then', async () => {
    const round = await open([cast.ana, cast.ben]);
    await submit(cast.ben, round);
    expect(await resultsFor(cast.ana, round)).toEqual({ isWithheld: true, evaluations: [] });
    await submit(cast.ana, round);
    expect((await resultsFor(cast.ana, round)).evaluations.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Ana', 'Ben']),
    );
    expect(await codeOf(cast.ana, routes.withdrawEvaluation, at(round))).toBe('evaluation-seen');
    await ask(cast.ben, routes.withdrawEvaluation, at(round), {});
    await ask(cast.ana, routes.withdrawEvaluation, at(round), {});
  });

  test('what was not submitted when the round was closed stays private', async () => {
    const round = await open([cast.ben, cast.eve]);
    await score(cast.ben, round);
    await submit(cast.eve, round);
    await ask(cast.ana, routes.closeRound, at(round), {});
    expect((await resultsFor(cast.ana, round)).evaluations.map(({ name }) => name)).toEqual(['Eve']);
    expect((await ask(cast.ben, routes.getOwnEvaluation, at(round), {})).scores).toHaveLength(4);
  });

  test('the record of rights, notices and the timeline tell of it without points and words', async () => {
    const round = await open([cast.eve]);
    await submit(cast.eve, round, { ...FULL, relevance: 17 });
    const { entries } = await ask(cast.ana, listAudit, place(), { kind: 'evaluation' });
    expect(entries.map(({ kind, actorName, data }) => [kind, actorName, data])).toEqual([
      ['evaluation.submitted', 'Eve', { round: 1 }],
      ['evaluation.evaluator', 'Ana', { round: 1 }],
      ['evaluation.opened', 'Ana', { round: 1 }],
    ]);
    const { driver } = server.deps.database;
    for (const table of ['audit', 'notice', 'timeline', 'mail', 'job']) {
      const rows = JSON.stringify(driver.prepare(`SELECT * FROM ${table}`).all());
      expect([table, rows.includes(SECRET)]).toEqual([table, false]);
    }
  });
});

describe('evaluation-anonymous', () => {
  test('evaluators do not learn who the others are, nor do those to whom results are shown; coordinators do', async () => {
    const round = await open([cast.ben, cast.eve], { isAnonymous: true });
    await submit(cast.ben, round);
    await submit(cast.eve, round);
    const [forBen] = await ask(cast.ben, routes.listRounds, place(), {});
    expect(forBen).toMatchObject({ evaluators: null, seesResults: false });
    expect(round.evaluators?.map(({ name }) => name)).toEqual(['Ben', 'Eve']);
    expect(await codeOf(cast.ben, routes.listResults, at(round))).toBe('forbidden');
    await ask(cast.ana, routes.closeRound, at(round), {});
    await ask(cast.ana, routes.changeRound, at(round), { isShared: true });
    const shown = await resultsFor(cast.ben, round);
    expect(shown.evaluations.map(({ name }) => name)).toEqual([null, null]);
    expect(JSON.stringify(shown)).not.toMatch(new RegExp(`${cast.ben.id}|${cast.eve.id}`));
    expect((await resultsFor(cast.ana, round)).evaluations.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Ben', 'Eve']),
    );
  });

  test('where they are not anonymous, evaluators see each other’s names, and not each other’s scores', async () => {
    const round = await open([cast.ben, cast.eve]);
    await submit(cast.ben, round);
    const [forEve] = await ask(cast.eve, routes.listRounds, place(), {});
    expect(forEve?.evaluators?.map(({ name, submittedAt }) => [name, submittedAt !== null])).toEqual([
      ['Ben', true],
      ['Eve', false],
    ]);
    expect(await codeOf(cast.eve, routes.listResults, at(round))).toBe('forbidden');
  });
});

test('evaluation-copy: what is scored stays as it was, without authors, whatever is written after it', async () => {
  const ana = await openWritingClient(server.url, cast.ana.cookie, stage.proposalId);
  await ana.write((doc) => doc.getText('answer:needs').insert(0, 'Rural schools'));
  const round = await open([cast.eve]);
  await ana.write((doc) => doc.getText('answer:needs').insert(0, 'Now: '));
  const { parts } = await ask(cast.eve, routes.getRoundCopy, at(round), {});
  const part = parts.find(({ root }) => root === 'answer:needs')?.part;
  const words = part?.kind === 'text' ? authoredBlocks(part).flatMap(({ runs }) => runs) : [];
  expect(words.map(({ text, by }) => [text, by])).toEqual([['Rural schools', null]]);
  expect(JSON.stringify(parts.filter(({ root }) => root.startsWith('answer:')))).not.toContain(cast.ana.id);
  const { parts: changed } = await ask(
    cast.ana,
    compareVersions,
    { ...place(), versionId: round.version.id },
    { to: 'now' },
  );
  expect(changed.map(({ root }) => root)).toContain('answer:needs');
  ana.close();
});

test('evaluation-copy: a round takes a version that there is, and refuses one of another proposal', async () => {
  const version = await ask(cast.ana, createVersion, place(), { name: 'Sent to partners' });
  const round = await open([cast.eve], { copy: { versionId: version.id } });
  expect(round.version).toMatchObject({ id: version.id, name: 'Sent to partners' });
  stage = await newStage(server, cast);
  const body = { copy: { versionId: version.id }, dueOn: '', isAnonymous: false, evaluatorIds: [cast.eve.id] };
  expect(await codeOf(cast.ana, routes.openRound, place(), body)).toBe('not-found');
});

describe('evaluation-points', () => {
  test('are whole here, within the criterion, and the whole has none of its own', async () => {
    const round = await open([cast.eve]);
    const save = (criterionId: string, body: object) =>
      codeOf(cast.eve, routes.saveScore, { ...at(round), criterionId }, body);
    for (const points of [-1, 26, 12.5, 1e9, '12']) {
      expect([points, await save('relevance', { points })]).toEqual([points, 'invalid-body']);
    }
    expect(await save('overall', { points: 80 })).toBe('invalid-body');
    expect(await save('elsewhere', { points: 1 })).toBe('not-found');
    expect(await save('__proto__', { points: 1 })).toBe('not-found');
    for (const comment of ['x'.repeat(routes.REMARK_MAX + 1), '\u0000', '\u0007']) {
      expect(await save('relevance', { comment })).toBe('invalid-body');
    }
    const comment = '=cmd|calc <b>bold</b> 👩‍🌾 שלום\nsecond line';
    const { scores } = await ask(cast.eve, routes.saveScore, { ...at(round), criterionId: 'overall' }, { comment });
    expect(scores).toEqual([{ criterionId: 'overall', points: null, comment, strengths: '', weaknesses: '' }]);
  });

  test('are kept field by field, and what another device stored meanwhile is not overwritten unseen', async () => {
    const round = await open([cast.eve]);
    const save = (body: object) => ask(cast.eve, routes.saveScore, { ...at(round), criterionId: 'impact' }, body);
    await save({ points: 20 });
    const { scores } = await save({ strengths: 'Clear', was: { strengths: '' } });
    expect(scores).toMatchObject([{ points: 20, strengths: 'Clear', weaknesses: '' }]);
    const stale = { points: 3, was: { points: 19 } };
    expect(await codeOf(cast.eve, routes.saveScore, { ...at(round), criterionId: 'impact' }, stale)).toBe('conflict');
    expect((await save({ points: null, was: { points: 20 } })).scores).toMatchObject([{ points: null }]);
  });
});

describe('evaluation-submit', () => {
  test('asks for points of every criterion, stands until it is withdrawn, and not beyond the end of the round', async () => {
    const round = await open([cast.eve, cast.ben]);
    const { impact: _, ...three } = FULL;
    await score(cast.eve, round, three);
    expect(await codeOf(cast.eve, routes.submitEvaluation, at(round))).toBe('evaluation-incomplete');
    await submit(cast.eve, round);
    const again = { ...at(round), criterionId: 'impact' };
    expect(await codeOf(cast.eve, routes.saveScore, again, { points: 1 })).toBe('evaluation-submitted');
    expect(await codeOf(cast.eve, routes.submitEvaluation, at(round))).toBe('evaluation-submitted');
    await ask(cast.eve, routes.withdrawEvaluation, at(round), {});
    await submit(cast.eve, round, { impact: 10 });
    await ask(cast.ana, routes.closeRound, at(round), {});
    expect(await codeOf(cast.eve, routes.withdrawEvaluation, at(round))).toBe('round-closed');
    expect(await codeOf(cast.ben, routes.saveScore, again, { points: 1 })).toBe('round-closed');
    expect(await codeOf(cast.ben, routes.submitEvaluation, at(round))).toBe('round-closed');
    expect(await codeOf(cast.ana, routes.closeRound, at(round))).toBe('round-closed');
    const people = { userIds: [cast.ben.id] };
    expect(await codeOf(cast.ana, routes.addEvaluators, at(round), people)).toBe('round-closed');
    expect(await codeOf(cast.ana, routes.changeRound, at(round), { dueOn: '2026-03-01' })).toBe('round-closed');
  });

  test('tells the coordinator once when all have, and evaluators once that they are asked', async () => {
    const lines = async (person: Someone) =>
      (await ask(person, listNotices, {}, {})).notices
        .filter(({ proposalId }) => proposalId === stage.proposalId)
        .map(({ kind }) => kind);
    const round = await open([cast.ben, cast.eve]);
    await ask(cast.ana, routes.addEvaluators, at(round), { userIds: [cast.eve.id] });
    expect([await lines(cast.ben), await lines(cast.eve)]).toEqual([['evaluation'], ['evaluation']]);
    await submit(cast.ben, round);
    expect(await lines(cast.ana)).toEqual([]);
    await submit(cast.eve, round);
    await ask(cast.eve, routes.withdrawEvaluation, at(round), {});
    await ask(cast.eve, routes.submitEvaluation, at(round), {});
    expect(await lines(cast.ana)).toEqual(['evaluated']);
    expect(await lines(cast.ben)).toEqual(['evaluation']);
  });

  test('does not wait for somebody who has left the proposal', async () => {
    const round = await open([cast.ben, cast.eve]);
    deleteMember(server.deps.database.orm, stage.proposalId, cast.ben.id);
    await submit(cast.eve, round);
    const [now] = await ask(cast.ana, routes.listRounds, place(), {});
    expect(now?.evaluators?.find(({ name }) => name === 'Ben')).toMatchObject({ isMember: false, submittedAt: null });
    const { notices } = await ask(cast.ana, listNotices, {}, {});
    expect(notices[0]).toMatchObject({ kind: 'evaluated', proposalId: stage.proposalId });
    expect(await codeOf(cast.ben, routes.getOwnEvaluation, at(round))).toBe('not-found');
  });
});

describe('evaluation-evaluators', () => {
  test('whoever is taken off loses nothing: asked again, they go on; who has submitted stays', async () => {
    const round = await open([cast.ben, cast.eve]);
    await score(cast.eve, round, { impact: 9 });
    const eve = { ...at(round), userId: cast.eve.id };
    await ask(cast.ana, routes.removeEvaluator, eve, {});
    expect(await codeOf(cast.eve, routes.getOwnEvaluation, at(round))).toBe('forbidden');
    expect(await codeOf(cast.eve, routes.getRoundCopy, at(round))).toBe('forbidden');
    expect(await codeOf(cast.ana, routes.removeEvaluator, eve)).toBe('not-found');
    await ask(cast.ana, routes.addEvaluators, at(round), { userIds: [cast.eve.id] });
    expect((await ask(cast.eve, routes.getOwnEvaluation, at(round), {})).scores).toMatchObject([{ points: 9 }]);
    await submit(cast.ben, round);
    const ben = { ...at(round), userId: cast.ben.id };
    expect(await codeOf(cast.ana, routes.removeEvaluator, ben)).toBe('evaluation-submitted');
  });

  test('are members: nothing of a proposal reaches anybody else by a round', async () => {
    const body = { copy: { name: 'x' }, dueOn: '', isAnonymous: false, evaluatorIds: [cast.oda.id] };
    expect(await codeOf(cast.ana, routes.openRound, place(), body)).toBe('invalid-body');
    expect(await codeOf(cast.ana, routes.openRound, place(), { ...body, evaluatorIds: [] })).toBe('invalid-body');
    const round = await open([cast.eve]);
    const stranger = { userIds: [cast.oda.id] };
    expect(await codeOf(cast.ana, routes.addEvaluators, at(round), stranger)).toBe('invalid-body');
    expect(await ask(cast.ben, routes.listRounds, place(), {})).toEqual([]);
    expect(await codeOf(cast.ben, routes.getRoundCopy, at(round))).toBe('forbidden');
  });

  test.each(members)('a %s evaluates when asked to, and reads the copy', async (who: Principal) => {
    const { id: userId } = everybody[who];
    const role = who === 'visitor' ? 'guest' : who;
    const row = { proposalId: stage.proposalId, userId, role, organisationId: null, joinedAt: 9 };
    insertMember(server.deps.database.orm, row);
    const round = await open([everybody[who]]);
    expect((await ask(everybody[who], routes.getRoundCopy, at(round), {})).parts.length).toBeGreaterThan(0);
    await submit(everybody[who], round);
    expect((await resultsFor(cast.ana, round)).evaluations).toMatchObject([{ scores: { length: 4 } }]);
  });
});

test('evaluation-share: results are shown when the round is closed, to who reads the history, and taken back', async () => {
  const round = await open([cast.eve]);
  await submit(cast.eve, round);
  expect(await codeOf(cast.ana, routes.changeRound, at(round), { isShared: true })).toBe('round-open');
  await ask(cast.ana, routes.closeRound, at(round), {});
  expect(await codeOf(cast.ben, routes.listResults, at(round))).toBe('forbidden');
  await ask(cast.ana, routes.changeRound, at(round), { isShared: true });
  expect((await resultsFor(cast.ben, round)).evaluations.map(({ name }) => name)).toEqual(['Eve']);
  expect((await ask(cast.ben, routes.listRounds, place(), {})).map(({ number }) => number)).toEqual([1]);
  updateMember(server.deps.database.orm, stage.proposalId, cast.ben.id, { role: 'guest' });
  expect(await codeOf(cast.ben, routes.listResults, at(round))).toBe('forbidden');
  updateMember(server.deps.database.orm, stage.proposalId, cast.ben.id, { role: 'editor' });
  await ask(cast.ana, routes.changeRound, at(round), { isShared: false });
  expect(await ask(cast.ben, routes.listRounds, place(), {})).toEqual([]);
});

test('evaluation-round: rounds count up, a round of another proposal is none here, and a due day is a day', async () => {
  const first = await open([cast.eve]);
  const second = await open([cast.eve]);
  expect([first.number, second.number]).toEqual([1, 2]);
  expect(second.scale.criteria.map(({ id, max, min }) => [id, max, min])).toEqual([
    ['relevance', 25, 13],
    ['design', 30, 15],
    ['partnership', 20, 10],
    ['impact', 25, 13],
  ]);
  for (const dueOn of ['2026-02-30', 'tomorrow', 1]) {
    expect(await codeOf(cast.ana, routes.changeRound, at(second), { dueOn })).toBe('invalid-body');
  }
  const elsewhere = await newStage(server, cast);
  const there = { proposalId: elsewhere.proposalId, roundId: first.id };
  expect(await codeOf(cast.ana, routes.closeRound, there)).toBe('not-found');
  expect(await codeOf(cast.eve, routes.getOwnEvaluation, there)).toBe('not-found');
});
