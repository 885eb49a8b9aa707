// Everybody is sent away by a restart and comes back at once, to a server in a process of its own, with the product's own socket
// and its jitter. STORM_SOCKETS=1500 for the size that an issue asks for; it prints what it measured.
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChildServer, startChildServer } from '@adagia/server/testing/child-server';
import { newProposal, signUp, type TestPerson } from '@adagia/server/testing/test-server';
import { openWritingClient, type WritingClient } from '@adagia/server/testing/writing-client';
import { createProposal } from '@adagia/shared/api/people';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { memoryOf, type ProcessMemory } from './process-memory.ts';
import { ReturningPerson } from './returning-person.ts';

const SOCKETS = Number(process.env.STORM_SOCKETS ?? 240);
/** People of one proposal: a large consortium. */
const PER_PROPOSAL = 30;
/** One in so many has no copy yet and is given the whole document. */
const NEWCOMERS = 10;
/** Characters: a full proposal has 219,000. */
const TEXT = 200_000;
/** Kilobytes a connection may cost at the worst moment, above what the server needs by itself; a bare socket of `ws` takes 60. */
const PER_SOCKET_KB = 200;
const OWN_MB = 100;
const METRICS_TOKEN = 'a token for metrics';
const isLinux = process.platform === 'linux';

let dataDir: string;
let server: ChildServer;
let ana: TestPerson;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'adagia-storm-'));
  server = await startChildServer(dataDir, undefined, { METRICS_TOKEN });
  ana = await signUp(server.url, 'Ana');
});
afterEach(async () => {
  await server.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

const create = async () => ((await ana.call(createProposal, {}, newProposal)).json as { id: string }).id;
const open = (id: string, copy?: WritingClient) => openWritingClient(server.url, ana.cookie, id, copy?.doc);

async function createFull(): Promise<string> {
  const id = await create();
  const client = await open(id);
  for (let at = 0; at < TEXT; at += TEXT / 20) {
    await client.write((doc) => doc.getText('answer:motivation').insert(0, 'words '.repeat(TEXT / 120)));
  }
  client.close();
  return id;
}

/** Resolves when it was called so many times. */
function counter(target: number): { done: Promise<void>; count: number; add(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const one = {
    done: promise,
    count: 0,
    add() {
      one.count += 1;
      if (one.count === target) resolve();
    },
  };
  return one;
}

/** Types word after word, each when the one before is acknowledged, until told. @returns the words that were acknowledged */
async function keepTyping(client: WritingClient, name: string, onStored: () => void, isOver: () => boolean) {
  const stored: string[] = [];
  for (let index = 0; !isOver(); index += 1) {
    const word = `${name}${index}`;
    const isStored = await client
      .write((doc) => doc.getText('answer:needs').insert(0, `${word} `))
      .then(
        () => true,
        () => false,
      );
    if (!isStored) return stored;
    stored.push(word);
    onStored();
  }
  return stored;
}

test.runIf(isLinux)(
  `R4 ${SOCKETS} people who are sent away by a restart all come back, and in a small room typing goes on`,
  async () => {
    const quiet = await create();
    const full: string[] = [];
    for (let left = Math.ceil(SOCKETS / PER_PROPOSAL); left > 0; left -= 1) full.push(await createFull());
    const phase = { home: counter(SOCKETS), away: counter(SOCKETS), isReady: false };
    const reasons = new Map<string, number>();
    let failedAfterReady = 0;
    const measure = () => memoryOf(server, METRICS_TOKEN);
    const meanwhile: ProcessMemory[] = [];
    const people = Array.from({ length: SOCKETS }, (_, index) => {
      return new ReturningPerson({
        url: server.url,
        cookie: ana.cookie,
        proposalId: full[index % full.length] ?? '',
        isNewcomer: index % NEWCOMERS === 0,
        onHome() {
          phase.home.add();
          // The line of people is looked at a few times on their way in.
          if (phase.isReady && phase.home.count % Math.ceil(SOCKETS / 10) === 0)
            void measure().then((one) => meanwhile.push(one));
        },
        onAway(reason) {
          if (phase.isReady) failedAfterReady += 1;
          if (phase.away.count === SOCKETS) return;
          reasons.set(String(reason), (reasons.get(String(reason)) ?? 0) + 1);
          phase.away.add();
        },
      });
    });
    for (const person of people) person.start();
    await phase.home.done;

    const before = await open(quiet);
    const early = keepTyping(
      before,
      'early',
      () => undefined,
      () => false,
    );
    const memoryBefore = await measure();
    phase.home = counter(SOCKETS);
    expect(await server.stop()).toBe(0);
    await phase.away.done;
    const port = Number(new URL(server.url).port);
    server = await startChildServer(dataDir, port, { METRICS_TOKEN });
    phase.isReady = true;
    const memoryReady = await measure();

    const typist = await open(quiet, before);
    let atLast = phase.home.count;
    let gapMax = 0;
    const noteGap = () => {
      gapMax = Math.max(gapMax, phase.home.count - atLast);
      atLast = phase.home.count;
    };
    const late = keepTyping(typist, 'late', noteGap, () => phase.home.count >= SOCKETS);
    await phase.home.done;
    const words = [...(await early), ...(await late)];
    const memoryAfter = await measure();
    const newcomer = await open(quiet);
    const kept = newcomer.doc.getText('answer:needs').toJSON().split(' ');
    for (const person of people) person.end();
    console.log(
      JSON.stringify({
        SOCKETS,
        memoryBefore,
        memoryReady,
        memoryAfter,
        meanwhile,
        gapMax,
        stored: (await late).length,
        failedAfterReady,
      }),
    );

    // Everybody was told why, and what was acknowledged before or meanwhile is there, once.
    expect(Object.fromEntries(reasons)).toEqual({ draining: SOCKETS });
    expect(words.filter((word) => kept.filter((one) => one === word).length !== 1)).toEqual([]);
    // Each came back at its first try after the server was there.
    expect(failedAfterReady).toBe(0);
    // Nobody in the small room waited for more than a part of the storm.
    expect(gapMax).toBeLessThan(SOCKETS / 2);
    expect(memoryAfter.peak - memoryReady.rss).toBeLessThan(OWN_MB + (SOCKETS * PER_SOCKET_KB) / 1024);
  },
  600_000,
);

test.runIf(isLinux)('connections wait in line while the server is busy, and none is turned away', async () => {
  process.kill(server.pid, 'SIGSTOP');
  const { port } = new URL(server.url);
  const connected = counter(1500);
  const sockets: Socket[] = Array.from({ length: 1500 }, () =>
    connect(Number(port), '127.0.0.1', () => connected.add()).on('error', () => undefined),
  );
  await connected.done;
  process.kill(server.pid, 'SIGCONT');
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  for (const socket of sockets) socket.destroy();
});
