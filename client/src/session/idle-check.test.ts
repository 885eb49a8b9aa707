// When a session asks whether its document says the same as the server's, and when it believes the answer.
import { expect, test } from 'vitest';
import { IdleCheck } from './idle-check.ts';
import { FakeWorld } from './testing/fake-world.ts';

function begin() {
  const world = new FakeWorld();
  const told = { asked: 0, different: 0, isSettled: true, isChanged: false };
  const check = new IdleCheck({
    nowMs: () => world.nowMs,
    after: world.environment.after,
    isSettled: () => told.isSettled,
    ask: (isChanged) => {
      told.asked += 1;
      told.isChanged = isChanged;
    },
    onDifferent: () => {
      told.different += 1;
    },
  });
  return { world, told, check };
}

test('S7 asks after five quiet seconds, once, and then only each minute while nothing changes', () => {
  const { world, told, check } = begin();
  check.changed();
  world.pass(4900);
  check.changed();
  world.pass(4900);
  expect(told.asked).toBe(0);
  world.pass(200);
  expect(told.asked).toBe(1);
  check.answered('equal');
  world.pass(59_000);
  expect(told).toMatchObject({ asked: 1, isChanged: true });
  world.pass(1000);
  expect(told).toMatchObject({ asked: 2, isChanged: false });
  check.answered('equal');
  world.pass(29_000);
  check.changed();
  world.pass(5000);
  expect(told).toMatchObject({ asked: 3, isChanged: true });
});

test('S7 asks at most twice a minute', () => {
  const { world, told, check } = begin();
  for (let second = 0; second < 120; second += 6) {
    check.changed();
    world.pass(6000);
    check.answered('equal');
  }
  expect(told.asked).toBe(4);
});

test('S7 waits until everything is acknowledged', () => {
  const { world, told, check } = begin();
  told.isSettled = false;
  check.changed();
  world.pass(60_000);
  expect(told.asked).toBe(0);
  told.isSettled = true;
  world.pass(5000);
  expect(told.asked).toBe(1);
});

test('S7 a difference is believed when it is told twice, and nothing changed in between', () => {
  const { world, told, check } = begin();
  check.changed();
  world.pass(5000);
  check.changed();
  check.answered('different');
  world.pass(30_000);
  expect(told).toMatchObject({ asked: 2, different: 0 });
  check.answered('different');
  expect(told).toMatchObject({ asked: 3, different: 0 });
  check.changed();
  check.answered('different');
  expect(told.different).toBe(0);
  world.pass(30_000);
  check.answered('different');
  check.answered('different');
  expect(told).toMatchObject({ asked: 5, different: 1 });
  check.answered('different');
  expect(told.different).toBe(1);
});

test('S7 a server that has no time is asked later', () => {
  const { world, told, check } = begin();
  check.changed();
  world.pass(5000);
  check.answered('later');
  world.pass(29_000);
  expect(told.asked).toBe(1);
  world.pass(1000);
  expect(told.asked).toBe(2);
});

test('S7 after the end nothing is asked', () => {
  const { world, told, check } = begin();
  check.changed();
  check.end();
  world.pass(60_000);
  expect(told.asked).toBe(0);
});
