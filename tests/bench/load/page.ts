// What a person at a page would say of it, taken in a real Chromium at a slowed-down CPU: when the first character stood,
// how long a key takes to show, how evenly it scrolls, how much memory it holds.
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import type { Figures } from '../scenario.ts';
import { median } from './percentiles.ts';

/** In no text here, so that it is found when it appears. */
const MARK = '¤';
const KEYS = 40;
const KEY_EVERY_MS = 120;

/** Runs in the page: remembers when the mark was first painted, and how long each key took to the frame behind it. */
function watch(mark: string): void {
  const seen = { markedMs: 0, keys: [] as number[], frames: [] as number[] };
  Object.assign(window, { bench: seen });
  const look = (now: number) => {
    seen.frames.push(now);
    if (!seen.markedMs && document.querySelector('[data-answer]')?.parentElement?.textContent?.includes(mark)) {
      seen.markedMs = performance.now();
    }
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
  bench: { markedMs: number; keys: number[]; frames: number[] };
}

const read = (page: Page) => page.evaluate(() => (window as unknown as Watched).bench);
const forget = (page: Page) =>
  page.evaluate(() => {
    const { bench } = window as unknown as Watched;
    bench.keys.length = 0;
    bench.frames.length = 0;
  });

const at = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

export interface SlowPage {
  page: Page;
  devtools: CDPSession;
}

export async function openSlowly(context: BrowserContext, slowDown: number): Promise<SlowPage> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  await page.addInitScript(watch, MARK);
  return { page, devtools };
}

/** @returns milliseconds from the start of the navigation until a typed character was painted. */
export async function firstCharacter({ page }: SlowPage, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  const editor = page.locator('[data-answer] [contenteditable="true"]').first();
  await editor.waitFor({ state: 'visible', timeout: 60_000 });
  await editor.click();
  await page.keyboard.insertText(MARK);
  await page.waitForFunction(() => (window as unknown as Watched).bench.markedMs > 0, null, { timeout: 60_000 });
  return (await read(page)).markedMs;
}

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
  await devtools.send('Performance.enable');
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6;
}
