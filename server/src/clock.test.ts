// The machine's clock is set back and forwards under a running server: whoever is connected goes on, whoever comes gets in, nothing
// is stored in another order, and no figure runs backwards.
import { createProposal, getMe } from '@adagia/shared/api/people';
import { createThread, listTimeline } from '@adagia/shared/api/review';
import { must } from '@adagia/shared/assert';
import { proposalIdSchema, threadIdSchema } from '@adagia/shared/ids';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from './testing/ask.ts';
import { newProposal, startTestServer, type TestPerson, type TestServer } from './testing/test-server.ts';
import { openWritingClient, type WritingClient } from './testing/writing-client.ts';

const HOUR_MS = 3_600_000;
const METRICS_TOKEN = 'a token for metrics';
const TEXT = 'answer:motivation';
const realDate = Date;
/** By how much the clock is wrong. */
let wrongByMs = 0;

class WrongDate extends realDate {
  constructor(...given: [] | ConstructorParameters<DateConstructor>) {
    if (given.length === 0) super(WrongDate.now());
    else super(...(given as [string]));
  }
  static override now(): number {
    return realDate.now() + wrongByMs;
  }
}

let server: TestServer;
let ana: TestPerson;

beforeEach(async () => {
  globalThis.Date = WrongDate as DateConstructor;
  server = await startTestServer({ METRICS_TOKEN });
  ana = await server.signUp('Ana');
});
afterEach(async () => {
  await server.dispose();
  globalThis.Date = realDate;
  wrongByMs = 0;
});

async function sums(): Promise<Map<string, number>> {
  const answer = await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
  const lines = (await answer.text()).split('\n').filter((line) => /^adagia_\w+_seconds_sum /.test(line));
  return new Map(lines.map((line) => line.split(' ')).map(([name, value]) => [must(name), Number(value)]));
}

test('it is set back by a day, forwards by ten, and right again: everybody goes on', async () => {
  const { id } = await ask(ana, createProposal, {}, newProposal);
  const proposalId = proposalIdSchema.parse(id);
  const open = () => openWritingClient(server.url, ana.cookie, proposalId);
  const client = await open();
  const words: string[] = [];
  const type = async (one: WritingClient, word: string) => {
    words.push(word);
    await one.write((doc) => doc.getText(TEXT).insert(doc.getText(TEXT).length, `${word} `));
  };
  await type(client, 'right');
  let before = await sums();
  expect(before.size).toBeGreaterThan(1);
  for (const [index, hours] of [-24, 240, -1, 0].entries()) {
    // In the middle of a window: what is measured from before to after must not go below nothing.
    const typed = type(client, `during${hours}`);
    wrongByMs = hours * HOUR_MS;
    await typed;
    await type(client, `after${hours}`);
    const newcomer = await open();
    await type(newcomer, `newcomer${hours}`);
    newcomer.close();
    await ask(ana, getMe, {}, {});
    const target = { kind: 'question' as const, key: TEXT };
    const threadId = threadIdSchema.parse(`00000000-0000-7000-8000-00000000000${index}`);
    await ask(ana, createThread, { proposalId }, { id: threadId, target, body: 'Is it so?' });
    expect((await ask(ana, listTimeline, { proposalId }, {})).entries.length).toBeGreaterThan(0);
    const now = await sums();
    for (const [name, sum] of now) expect([name, sum >= (before.get(name) ?? 0)]).toEqual([name, true]);
    before = now;
  }
  client.close();
  server = await server.restart();
  const later = await open();
  expect(later.doc.getText(TEXT).toJSON()).toBe(`${words.join(' ')} `);
  later.close();
});
