// Partners propose, coordinators decide, over real sockets: what each may write, who is told, who did what, and to what a column was
// agreed.
import { updateMember } from '@adagia/db/repositories/members';
import { listFigureHistory } from '@adagia/shared/api/figures';
import { getNegotiation, setAgreement, setNegotiation } from '@adagia/shared/api/negotiation';
import { listNotices, markNoticesSeen } from '@adagia/shared/api/notices';
import * as people from '@adagia/shared/api/people';
import { negotiationIn } from '@adagia/shared/budget/negotiation';
import { accept, counter, negotiated } from '@adagia/shared/budget/negotiation-moves';
import { BUDGET, type FieldValue, PLAN } from '@adagia/shared/document';
import type { FieldChanges } from '@adagia/shared/plan/plan-edits';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, refusal } from '../testing/ask.ts';
import { type CastPerson, hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { newProposal, startTestServer, type TestServer } from '../testing/test-server.ts';
import { openWritingClient, type WritingClient } from '../testing/writing-client.ts';

const ROW = '01920000-0000-7000-8000-000000000001';

let server: TestServer;
let cast: People;
let stage: Stage;
/** Ben's, and one that is neither his nor Ana's. */
let own: string;
let other: string;
let cell: string;

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
});
beforeEach(() => begin());
afterAll(() => server.dispose());

async function begin(wanted = newProposal): Promise<void> {
  stage = await newStage(server, cast, wanted);
  const { proposalId } = stage;
  const add = (legalName: string) =>
    ask(cast.ana, people.addOrganisation, { proposalId }, { legalName, country: 'RO' });
  [own, other] = [(await add('Scoala')).id, (await add('Liceu')).id];
  updateMember(server.deps.database.orm, proposalId, cast.ben.id, { organisationId: own });
  cell = `${ROW}/${own}`;
  await ask(cast.ana, setNegotiation, { proposalId }, { isOn: true });
}

const enter = (person: CastPerson) => openWritingClient(server.url, person.cookie, stage.proposalId);
const cellsOf = ({ doc }: WritingClient) => new Map(doc.getMap<FieldValue>(BUDGET).entries());
const write = (who: WritingClient, changes: FieldChanges, map = BUDGET) =>
  who.write((doc) => {
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined) doc.getMap(map).delete(key);
      else doc.getMap(map).set(key, value);
    }
  });
const propose = (who: WritingClient, cents: number) =>
  write(
    who,
    negotiated(cellsOf(who), { [cell]: cents }, () => 'partner'),
  );
const news = async (person: CastPerson) =>
  (await ask(person, listNotices, {}, {})).notices
    .filter(({ proposalId, isSeen }) => proposalId === stage.proposalId && !isSeen)
    .map(({ kind, actorName }) => `${kind} ${actorName}`);
/** Notices of figures are written with their history. */
const told = () => server.deps.recordChanges();

test.each([
  ['an agreed amount', () => ({ [cell]: 500 })],
  ['an offer', () => ({ [`${cell}:counter`]: 500 })],
  ['what an offer answers', () => ({ [`${cell}:answered`]: 500 })],
  ["a proposal in another's column", () => ({ [`${ROW}/${other}:proposed`]: 500 })],
  ['an agreed quantity', () => ({ [`${cell}:days-teacher`]: 5 })],
  ['an offer for a quantity', () => ({ [`${cell}:days-teacher:counter`]: 5 })],
  ["a proposal for another's quantity", () => ({ [`${ROW}/${other}:days-teacher:proposed`]: 5 })],
  ["another's acceptance", () => ({ [`${ROW}/${other}:accepted`]: 500 })],
  ['a proposal together with its acceptance by the coordinator', () => ({ [`${cell}:proposed`]: 500, [cell]: 500 })],
])('a partner does not forge %s', async (_, forged) => {
  const ben = await enter(cast.ben);
  await propose(ben, 300);
  await expect(write(ben, forged())).rejects.toThrow('notAllowed');
  const ana = await enter(cast.ana);
  expect([...cellsOf(ana)]).toEqual([[`${cell}:proposed`, 300]]);
  ana.close();
});

test.each([-1, 0.5, 100_000_000_001, '300'])('%s is no figure to propose', async (value) => {
  const ben = await enter(cast.ben);
  await expect(write(ben, { [`${cell}:proposed`]: value })).rejects.toThrow('contentNotAllowed');
});

test('turning it on holds on open connections, and turning it off gives the column back', async () => {
  const place = { proposalId: stage.proposalId };
  await ask(cast.ana, setNegotiation, place, { isOn: false });
  const ben = await enter(cast.ben);
  await write(ben, { [cell]: 100 });
  await ask(cast.ana, setNegotiation, place, { isOn: true });
  await expect(write(ben, { [cell]: 200 })).rejects.toThrow('notAllowed');
  const again = await enter(cast.ben);
  await propose(again, 200);
  expect(cellsOf(again).get(cell)).toBe(100);
  expect(await refusal(cast.ben, setNegotiation, place, { isOn: false })).toMatchObject({ code: 'forbidden' });
  again.close();
});

test('each side is told once of what the other did, however many figures there are, and who moved last is known', async () => {
  const [ana, ben] = [await enter(cast.ana), await enter(cast.ben)];
  await propose(ben, 500);
  await propose(ben, 600);
  await write(ben, { [`01920000-0000-7000-8000-000000000002/${own}:proposed`]: 70 });
  told();
  expect(await news(cast.ana)).toEqual(['figures-proposed Ben']);
  expect(await news(cast.ben)).toEqual([]);
  await ask(cast.ana, markNoticesSeen, {}, {});
  await write(ana, counter(cellsOf(ana), negotiationIn(cellsOf(ana), cell)!, 550));
  told();
  expect(await news(cast.ben)).toEqual(['figures-decided Ana']);
  const { moves } = await ask(cast.eve, getNegotiation, { proposalId: stage.proposalId }, {});
  expect(
    moves.filter((one) => one.cell.startsWith(cell)).map(({ cell: key, actorName, after }) => [key, actorName, after]),
  ).toEqual([
    [`${cell}:counter`, 'Ana', 550],
    [`${cell}:proposed`, 'Ben', 600],
  ]);
  await propose(ben, 550);
  told();
  expect(await news(cast.ana)).toEqual(['figures-proposed Ben']);
  // Whoever takes a proposal of their own back has nothing to tell.
  await ask(cast.ana, markNoticesSeen, {}, {});
  await write(ben, { [`01920000-0000-7000-8000-000000000002/${own}:proposed`]: undefined });
  told();
  expect(await news(cast.ana)).toEqual([]);
  for (const one of [ana, ben]) one.close();
});

test('the history of a figure has its proposals, offers and decisions, with people', async () => {
  const [ana, ben] = [await enter(cast.ana), await enter(cast.ben)];
  await write(ana, { [cell]: 400 });
  await propose(ben, 500);
  await write(ana, counter(cellsOf(ana), negotiationIn(cellsOf(ana), cell)!, 450));
  await propose(ben, 480);
  await write(ana, accept(cellsOf(ana), negotiationIn(cellsOf(ana), cell)!));
  const { changes } = await ask(cast.eve, listFigureHistory, { proposalId: stage.proposalId }, { cell });
  const brief = changes.map(({ actorName, part, before, after }) => [actorName, part, before, after]);
  expect(brief.slice(0, 3)).toEqual(
    expect.arrayContaining([
      ['Ana', 'agreed', 400, 480],
      ['Ana', 'proposed', 480, null],
      ['Ana', 'counter', 450, null],
    ]),
  );
  expect(brief.slice(3)).toEqual([
    ['Ben', 'proposed', 500, 480],
    ['Ana', 'counter', null, 450],
    ['Ben', 'proposed', null, 500],
    ['Ana', 'agreed', null, 400],
  ]);
  for (const one of [ana, ben]) one.close();
});

test('an organisation agrees to the column that it saw, with nothing open in it, and takes it back', async () => {
  const [ana, ben] = [await enter(cast.ana), await enter(cast.ben)];
  await write(ana, { [`${ROW}/kind`]: 'wp', [`${ROW}/order`]: 1, [`${ROW}/title`]: 'Pilots' }, PLAN);
  await write(ana, { [cell]: 400 });
  const { proposalId } = stage;
  const place = { proposalId, organisationId: own as Stage['organisationId'] };
  const agree = (figures: Record<string, number> | null, by = cast.ben) => ask(by, setAgreement, place, { figures });
  expect(await refusal(cast.ben, setAgreement, place, { figures: { [ROW]: 300 } })).toMatchObject({ code: 'conflict' });
  expect(await refusal(cast.ben, setAgreement, place, { figures: {} })).toMatchObject({ code: 'conflict' });
  await propose(ben, 500);
  expect(await refusal(cast.ben, setAgreement, place, { figures: { [ROW]: 400 } })).toMatchObject({ code: 'conflict' });
  await write(ben, { [`${cell}:proposed`]: undefined });
  expect(await agree({ [ROW]: 400 })).toMatchObject({ name: 'Ben', figures: { [ROW]: 400 } });
  expect(await news(cast.ana)).toContain('column-agreed Ben');
  // Only its own people; a coordinator notes what they were told; nobody for somebody else.
  const foreign = { proposalId, organisationId: other as Stage['organisationId'] };
  expect(await refusal(cast.ben, setAgreement, foreign, { figures: {} })).toMatchObject({ code: 'forbidden' });
  expect(await refusal(cast.eve, setAgreement, place, { figures: null })).toMatchObject({ code: 'forbidden' });
  expect(await ask(cast.ana, setAgreement, foreign, { figures: {} })).toMatchObject({ name: 'Ana' });
  // What it agreed to stays as it was when the coordinator changes a figure after it.
  await write(ana, { [cell]: 450 });
  const { agreements } = await ask(cast.ben, getNegotiation, { proposalId }, {});
  expect(agreements.find((one) => one.organisationId === own)?.figures).toEqual({ [ROW]: 400 });
  expect((await agree(null)).figures).toBeNull();
  for (const one of [ana, ben]) one.close();
});

test('where the budget is computed, quantities are proposed, told and remembered, and the amounts that follow are agreed to', async () => {
  await begin({ ...newProposal, callId: 'KA2-LEGACY-2020', sector: 'KA204' });
  const { proposalId } = stage;
  const [ana, ben] = [await enter(cast.ana), await enter(cast.ben)];
  const output = { kind: 'activity', part: 'output', order: 1, title: 'Handbook' };
  const plan = Object.entries(output).map(([field, value]) => [`${ROW}/${field}`, value]);
  await write(ana, Object.fromEntries(plan) as FieldChanges, PLAN);
  const days = `${cell}:days-teacher`;
  await write(ana, { [days]: 10 });
  await write(ben, { [`${days}:proposed`]: 12 });
  const place = { proposalId, organisationId: own as Stage['organisationId'] };
  // Romania is in the fourth group of countries: 74 euro for a day of a teacher.
  const agree = (outputs: number) => ({ figures: { outputs } });
  expect(await refusal(cast.ben, setAgreement, place, agree(740_00))).toMatchObject({ code: 'conflict' });
  await write(ana, accept(cellsOf(ana), negotiationIn(cellsOf(ana), days)!));
  expect(await refusal(cast.ben, setAgreement, place, agree(740_00))).toMatchObject({ code: 'conflict' });
  expect(await ask(cast.ben, setAgreement, place, agree(888_00))).toMatchObject(agree(888_00));
  const { changes } = await ask(cast.eve, listFigureHistory, { proposalId }, { cell: days });
  expect(changes.map(({ actorName, part, after }) => [actorName, part, after])).toEqual(
    expect.arrayContaining([
      ['Ben', 'proposed', 12],
      ['Ana', 'agreed', 12],
    ]),
  );
  expect(await news(cast.ana)).toContain('figures-proposed Ben');
  for (const one of [ana, ben]) one.close();
});
