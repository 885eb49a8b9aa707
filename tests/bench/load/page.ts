// What a person at a page would say of it, taken in a real Chromium at a slowed-down CPU: how long a key takes to show, how evenly
// it scrolls, how much memory it holds. Everything is watched inside the page.
import type { Page } from '@playwright/test';
import type { Figures } from '../scenario.ts';
import type { SlowPage } from './first-character.ts';
import { median } from './percentiles.ts';

const KEYS = 40;
const KEY_EVERY_MS = 120;

/** Runs in the page: how long each key took to the frame behind it, and when there were frames. */
function watch(): void {
  const seen = { keys: [] as number[], frames: [] as number[] };
  Object.assign(window, { bench: seen });
  const look = (now: number) => {
    seen.frames.push(now);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  addEventListener(
    'keydown',
    ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => seen.keys.push(performance.now() - timeStamp))),
    true,
  );
}

interface Watched {
  bench: { keys: number[]; frames: number[] };
}

/** Call when the page stands: its frames are not counted before. */
export const beginWatching = ({ page }: SlowPage): Promise<void> => page.evaluate(watch);

const read = (page: Page) => page.evaluate(() => (window as unknown as Watched).bench);
const forget = (page: Page) =>
  page.evaluate(() => {
    const { bench } = window as unknown as Watched;
    bench.keys.length = 0;
    bench.frames.length = 0;
  });

export const at = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

export async function keyLatency({ page }: SlowPage): Promise<{ p50Ms: number; p95Ms: number }> {
  await forget(page);
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('e');
    await page.waitForTimeout(KEY_EVERY_MS);
  }
  const { keys } = await read(page);
  return { p50Ms: median(keys), p95Ms: at(keys, 0.95) };
}

const SCROLLS = 60;

export async function scrolling({ page }: SlowPage): Promise<Figures> {
  await page.mouse.move(640, 400);
  await forget(page);
  for (let step = 0; step < SCROLLS; step += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(16);
  }
  const { frames } = await read(page);
  const gaps = frames.slice(1).map((now, index) => now - (frames[index] ?? now));
  return { frameP50Ms: median(gaps), frameP95Ms: at(gaps, 0.95), frameMaxMs: Math.max(...gaps) };
}

export async function heapMb({ devtools }: SlowPage): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6;
}
