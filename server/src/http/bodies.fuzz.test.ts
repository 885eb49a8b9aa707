// Bodies made at random from the contract, most of them spoilt, to every route by everybody: each is answered with what the
// contract says or with a problem of ours, a refusal changes nothing, and the server goes on. Replay: ADAGIA_SEED=123; more:
// ADAGIA_BODIES=100000.
import { createInvitation, getMe } from '@adagia/shared/api/people';
import { problemSchema } from '@adagia/shared/api/problem';
import { createThread } from '@adagia/shared/api/review';
import type { AnyRoute } from '@adagia/shared/api/route';
import { createRandom, type Random } from '@adagia/shared/random';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../testing/ask.ts';
import { type CastPerson, hire, newStage, type People } from '../testing/cast.ts';
import { contractRoutes } from '../testing/contract-routes.ts';
import { shapeOf, validValue } from '../testing/random-values.ts';
import { type SpoiltBody, spoiltBytes, spoiltJson } from '../testing/spoil-body.ts';
import { storedRows } from '../testing/stored-rows.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const SEED = Number(process.env.ADAGIA_SEED ?? 1);
const RUNS = Number(process.env.ADAGIA_BODIES ?? 1500);
/** Calls after which they play with a new proposal: in the old one everybody may have been removed. */
const PER_STAGE = 60;
/** Milliseconds without an answer that are called a hang: the slowest answer of all takes a hundredth. */
const HANG_MS = 30_000;
/** Ids and tokens that are remembered: those of the last few things that were made. */
const WORDS_MAX = 40;

let server: TestServer;
let cast: People;
let routes: AnyRoute[];
beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
  routes = await contractRoutes();
});
afterAll(() => server.dispose());

let nextId = 0;
const newId = (): string => `00000000-0000-7000-8000-${String((nextId += 1)).padStart(12, '0')}`;

/** Whoever was signed out, or whose account was closed, gives way to somebody else: what is refused for that alone tests little. */
async function keepSignedIn(run: number): Promise<void> {
  for (const [name, person] of Object.entries(cast) as [keyof People, CastPerson][]) {
    if ((await person.call(getMe, {})).status === 200) continue;
    // An administrator among them may have closed the door behind somebody.
    server.deps.database.driver.exec("DELETE FROM setting WHERE name = 'sign-up'");
    const next = await server.signUp(`${person.name}${run}`);
    cast[name] = { ...next, id: (await ask(next, getMe, {}, {})).id };
  }
}

/** What somebody who wants to get far would know: the things of a proposal that is in use. */
async function firstWords(): Promise<string[]> {
  const { ana, ben, eve, oda } = cast;
  const { proposalId, organisationId } = await newStage(server, cast);
  const target = { kind: 'question' as const, key: 'answer:motivation' };
  const thread = await ask(ana, createThread, { proposalId }, { id: newId(), target, body: 'Is it so?' });
  const made = await ask(ana, createInvitation, { proposalId }, { role: 'commenter', organisationId: null });
  const things = [thread.id, thread.comments[0]?.id ?? '', made.invitation.id, made.link.split('#')[1] ?? ''];
  return [
    proposalId,
    organisationId,
    ...things,
    ana.id,
    ben.id,
    eve.id,
    oda.id,
    newId(),
    'KA220-2026',
    'ADU',
    target.key,
  ];
}

/** The ids in an answer are what the next calls are about. */
function learn(words: string[], answer: string): void {
  for (const [id] of answer.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{64}\b/g)) {
    if (!words.includes(id)) words.push(id);
  }
  // The first are the people and the proposal itself.
  if (words.length > WORDS_MAX) words.splice(14, words.length - WORDS_MAX);
}

interface Call {
  method: string;
  path: string;
  body: SpoiltBody | null;
}

function pathFor(route: AnyRoute, random: Random, words: readonly string[]): string {
  const params = validValue(shapeOf(route.params), random, words) as Record<string, string>;
  return route.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => {
    if (random.chance(0.03))
      return random.pick(['%00', '%ff', '%', '..', '%2e%2e%2f', 'x'.repeat(5000), '0', '%F0%9F%98%80']);
    // The proposal is the first word: what is about another one ends early.
    return encodeURIComponent(name === 'proposalId' && random.chance(0.9) ? (words[0] ?? '') : (params[name] ?? ''));
  });
}

function randomCall(route: AnyRoute, random: Random, words: readonly string[]): Call {
  const { method } = route;
  const path = pathFor(route, random, words);
  const valid = validValue(shapeOf(route.body), random, words);
  const kind = random.below(10);
  const json = kind < 3 ? JSON.stringify(valid) : spoiltJson(valid, random);
  if (method === 'GET') return { method, path: `${path}?${queryOf(json, random)}`, body: null };
  const whole = { bytes: Buffer.from(json), headers: { 'content-type': 'application/json' } };
  return { method, path, body: kind === 9 ? spoiltBytes(json, random) : whole };
}

/** No longer than a server takes a line. */
function queryOf(json: string, random: Random): string {
  const fields = Object.entries(Object(JSON.parse(json)) as object).map(([key, value]) => {
    const text = typeof value === 'string' ? value.toWellFormed().slice(0, 500) : typeof value;
    return `${encodeURIComponent(key)}=${encodeURIComponent(text)}`;
  });
  return [...fields.slice(0, 10), random.pick(['', '%', 'kind=%ff', 'before=1&before=2', '__proto__=1'])].join('&');
}

async function send({ method, path, body }: Call, { cookie }: Pick<CastPerson, 'cookie'>) {
  const response = await fetch(server.url + path, {
    method,
    headers: { cookie, ...body?.headers },
    ...(body && { body: body.bytes }),
    signal: AbortSignal.timeout(HANG_MS),
  });
  return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() };
}

/** Fails unless the answer is one of the contract's or a problem. */
function expectOurs(route: AnyRoute, { status, type, text }: Awaited<ReturnType<typeof send>>, where: string): void {
  const json: unknown = JSON.parse(text);
  if (status === 200) {
    expect(route.response.safeParse(json).error, where).toBeUndefined();
    return;
  }
  expect({ type, status, isRefusal: status >= 400 && status < 500 }, where).toEqual({
    type: 'application/problem+json',
    status: problemSchema.parse(json).status,
    isRefusal: true,
  });
}

const changesSoFar = (): number =>
  (server.deps.database.driver.prepare('SELECT total_changes() AS count').get() as { count: number }).count;

const inShort = ({ method, path, body }: Call): string =>
  `${method} ${path.slice(0, 200)} ${JSON.stringify(body?.headers)} ${Buffer.from(body?.bytes ?? [])
    .toString()
    .slice(0, 300)}`;

test(`${RUNS} bodies from seed ${SEED} are answered or refused, and what is refused changes nothing`, async () => {
  const random = createRandom(SEED);
  const nobody = { name: 'Nobody', cookie: '' };
  const people = () => [cast.ana, cast.ana, cast.ana, cast.ben, cast.eve, cast.oda, nobody];
  const counts: Record<string, number> = {};
  let words: string[] = [];
  let before = { changes: -1, rows: '' };
  for (let run = 0; run < RUNS; run += 1) {
    if (run % PER_STAGE === 0) {
      await keepSignedIn(run);
      words = await firstWords();
    }
    server.deps.recordChanges();
    const route = random.pick(routes);
    const call = randomCall(route, random, words);
    const who = random.pick(people());
    const where = `call ${run} of seed ${SEED}, ${who.name}: ${inShort(call)}`;
    before = before.changes === changesSoFar() ? before : { changes: changesSoFar(), rows: storedRows(server) };
    const answer = await send(call, who).catch((error: unknown) => expect.unreachable(`${where}: ${String(error)}`));
    expectOurs(route, answer, where);
    if (answer.status === 200) learn(words, answer.text);
    else if (changesSoFar() !== before.changes) expect(storedRows(server), where).toBe(before.rows);
    counts[answer.status] = (counts[answer.status] ?? 0) + 1;
  }
  console.log(`seed ${SEED}: ${JSON.stringify(counts)}`);
  // Neither everything nor nothing gets through, or this would test little.
  expect(counts[200]).toBeGreaterThan(RUNS / 20);
  expect(counts[422]).toBeGreaterThan(RUNS / 20);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
}, 0);
