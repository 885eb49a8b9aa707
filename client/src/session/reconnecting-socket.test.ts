// A storm: a server sends 1,500 people away at once, and they do not come back at once.
import { expect, test } from 'vitest';
import type { SessionEnvironment } from './environment.ts';
import { ReconnectingSocket } from './reconnecting-socket.ts';
import { FakeWorld } from './testing/fake-world.ts';

const PEOPLE = 1500;

/** mulberry32 */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

test(`${PEOPLE} people who are sent away together come back spread over a third of a second, then over ever longer times`, () => {
  const world = new FakeWorld();
  const environment: SessionEnvironment = { ...world.environment, random: random(1) };
  const attemptsMs: number[] = [];
  const connect: SessionEnvironment['connect'] = (url, events) => {
    attemptsMs.push(world.nowMs);
    return world.environment.connect(url, events);
  };
  for (let count = 0; count < PEOPLE; count += 1) {
    new ReconnectingSocket(
      'ws://server',
      { ...environment, connect },
      {
        onOpen: () => undefined,
        onMessage: () => undefined,
        onSilence: () => undefined,
        onClose: () => true,
      },
    ).start();
  }
  const spreads: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    const before = world.sockets.splice(0);
    attemptsMs.length = 0;
    for (const socket of before) socket.close(null);
    while (world.sockets.length < PEOPLE) world.pass(1);
    const perTenth = Map.groupBy(attemptsMs, (atMs) => Math.floor(atMs / 100));
    spreads.push(Math.max(...[...perTenth.values()].map((one) => one.length)));
  }
  expect(spreads[0]).toBeLessThan(PEOPLE * 0.4);
  expect(spreads[1]).toBeLessThan(PEOPLE * 0.2);
  expect(spreads[3]).toBeLessThan(PEOPLE * 0.06);
});
