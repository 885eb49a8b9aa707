import { expect, it } from 'vitest';
import { ANNOUNCE_EVERY_MS, type Announcement, ComingsAndGoings } from './comings-and-goings.ts';

function start() {
  let nowMs = 0;
  let waiting: { atMs: number; action: () => void } | null = null;
  const told: Announcement[] = [];
  const news = new ComingsAndGoings((one) => told.push(one), {
    now: () => nowMs,
    after(ms, action) {
      waiting = { atMs: nowMs + ms, action };
      return () => {
        waiting = null;
      };
    },
  });
  const here = (...names: string[]) => news.update(new Map(names.map((name) => [name, name])));
  const pass = (ms: number) => {
    nowMs += ms;
    const due = waiting;
    if (!due || due.atMs > nowMs) return;
    waiting = null;
    due.action();
  };
  return { told, here, pass, news };
}

it('says nothing about those who were here before', () => {
  const { told, here, pass } = start();
  here();
  pass(300);
  here('Ana');
  here('Ana', 'Ben');
  pass(ANNOUNCE_EVERY_MS);
  here('Ana', 'Ben');
  expect(told).toEqual([]);
});

it('54: tells who came and who left, at most once in ten seconds', () => {
  const { told, here, pass } = start();
  here('Ana');
  pass(ANNOUNCE_EVERY_MS);
  here('Ana', 'Ben');
  expect(told).toEqual([{ entered: ['Ben'], left: [] }]);
  here('Ana', 'Ben', 'Eve');
  here('Ben', 'Eve');
  pass(ANNOUNCE_EVERY_MS - 1);
  expect(told.length).toBe(1);
  pass(1);
  expect(told[1]).toEqual({ entered: ['Eve'], left: ['Ana'] });
});

it('does not tell of somebody who only reloaded the page', () => {
  const { told, here, pass } = start();
  here('Ana');
  pass(ANNOUNCE_EVERY_MS);
  here('Ana', 'Ben');
  here('Ben');
  here('Ana', 'Ben');
  pass(ANNOUNCE_EVERY_MS);
  expect(told).toEqual([{ entered: ['Ben'], left: [] }]);
});

it('is silent when it was ended', () => {
  const { told, here, pass, news } = start();
  pass(ANNOUNCE_EVERY_MS);
  here('Ana');
  here();
  news.dispose();
  pass(ANNOUNCE_EVERY_MS);
  expect(told.length).toBe(1);
});
