// Figures put right by an administrator: they count at once for the proposals of their call, say whose they are, and go again.

import { listWholeAudit } from '@adagia/shared/api/audit';
import { correctFigure, listCorrections, takeBackCorrection } from '@adagia/shared/api/corrections';
import { getProposal, listProposals } from '@adagia/shared/api/people';
import { must } from '@adagia/shared/assert';
import { calls, findCall } from '@adagia/shared/programme/calls';
import { correctCall } from '@adagia/shared/programme/corrections';
import { listFigures } from '@adagia/shared/programme/figures';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, refusal } from '../testing/ask.ts';
import { hire, newStage, type People } from '../testing/cast.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let cast: People;

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
});
afterAll(() => server.dispose());

const about = { callId: 'KA220-2026', source: 'Programme Guide 2026, page 200', reason: 'The guide says so' };
const correct = (path: string, value: unknown, callId = about.callId) =>
  ask(cast.ana, correctFigure, {}, { ...about, callId, path, value } as never);
const callOf = async (proposalId: string) => {
  const { callId, corrections } = await ask(cast.ana, getProposal, { proposalId }, {});
  return correctCall(must(findCall(callId)), corrections);
};

test('a figure counts in the proposals of its call, with who, when and why, until it is taken back', async () => {
  const { proposalId } = await newStage(server, cast);
  expect((await callOf(proposalId)).durationMonths.max.value).toBe(36);
  await correct('durationMonths.max', 30);
  const { id } = await correct('durationMonths.max', 32);
  const { max } = (await callOf(proposalId)).durationMonths;
  expect(max).toMatchObject({ value: 32, confidence: 'sourced', sources: [about.source] });
  expect(max.correction).toMatchObject({ by: 'Ana', reason: about.reason });
  expect(must(findCall('KA220-2027')).durationMonths.max.value).toBe(36);
  await ask(cast.ana, takeBackCorrection, { correctionId: id }, {});
  expect((await callOf(proposalId)).durationMonths.max).toEqual(must(findCall('KA220-2026')).durationMonths.max);
  const history = await ask(cast.ana, listCorrections, {}, {});
  expect(history.map(({ value, endedByName }) => [value, endedByName])).toEqual([
    [32, 'Ana'],
    [30, 'Ana'],
  ]);
  expect((await refusal(cast.ana, takeBackCorrection, { correctionId: id }, {})).code).toBe('not-found');
  const { entries } = await ask(cast.ana, listWholeAudit, {}, { kind: 'figure' });
  expect(entries.map(({ kind }) => kind)).toEqual(['figure.restored', 'figure.corrected', 'figure.corrected']);
});

test('a deadline that was not known is known on the list of proposals too, and lump sums are the choices of the form', async () => {
  await newStage(server, cast);
  await correct('deadlines.round-1.at', '2026-03-10T12:00');
  const cards = await ask(cast.ana, listProposals, {}, {});
  expect(must(cards[0]).corrections.map(({ value }) => value)).toEqual(['2026-03-10T12:00']);
  const call = correctCall(must(findCall('KA220-2026')), [
    { ...about, path: 'lumpSumsCents', value: [100_000_00], by: cast.ana.id, byName: 'Ana', at: '' },
  ]);
  const questions = call.sections.flatMap(({ groups }) => groups.flatMap((group) => group.questions));
  expect(questions.find(({ id }) => id === 'lump_sum')?.options).toEqual([{ id: '100000', label: '100,000 EUR' }]);
});

test.each([
  ['a figure that the call does not have', 'durationMonths.middle', 30],
  ['a call that there is not', 'durationMonths.max', 30, 'KA220-1999'],
  ['another kind of value', 'durationMonths.max', 'thirty'],
  ['more than it may be', 'managementShareMax', 1.5],
  ['a longest time below the shortest', 'durationMonths.max', 11],
  ['criteria that do not sum up to 100', 'criteria.relevance.points', { max: 30, min: 15 }],
  ['no moment', 'deadlines.round-1.at', 'in March'],
])('refuses %s, and nothing changes', async (_, path, value, callId = 'KA220-2026') => {
  const before = await ask(cast.ana, listCorrections, {}, {});
  const body = { ...about, callId, path, value } as never;
  expect(await refusal(cast.ana, correctFigure, {}, body)).toMatchObject({ code: 'invalid-body' });
  expect(await ask(cast.ana, listCorrections, {}, {})).toEqual(before);
});

test('every figure of every call can be corrected to what it is', () => {
  for (const call of calls) {
    const corrections = listFigures(call).map(({ path, figure }) => {
      return { ...about, path, value: figure.value as never, by: cast.ana.id, byName: 'Ana', at: '' };
    });
    const figures = listFigures(correctCall(call, corrections));
    expect(figures.map(({ figure }) => figure.value)).toEqual(corrections.map(({ value }) => value));
    expect(figures.every(({ figure }) => figure.correction?.by === 'Ana')).toBe(true);
  }
});
