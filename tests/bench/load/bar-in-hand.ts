// The plan page as a hand feels it: how long from a movement of the pointer, or a key, to the second frame behind it, how even the frames
// are meanwhile, and the longest task that stood in the way. Everything is watched inside the page.
import type { Locator, Page } from '@playwright/test';
import type { Figures } from '../scenario.ts';
import { at } from './page.ts';
import { median } from './percentiles.ts';

/** One way of a drag: a year of the plan. */
const MONTHS = 12;
/** There and back, so that each drag ends where it began. */
const WAYS = 2;
/** Of the pointer between two months: a hand is slow compared with a mouse. */
const STEPS_A_MONTH = 4;
/** A year in a little more than a second. */
const STEP_MS = 25;
/** As a keyboard repeats a key that is held. */
const KEY_EVERY_MS = 33;

interface Seen {
  barsMs: number;
  inputs: number[];
  frames: number[];
  tasks: number[];
}

interface Watched {
  seen: Seen;
}

/** Runs in the page before anything else does. */
export function watchPlan(bars: number): void {
  const seen: Seen = { barsMs: Number.NaN, inputs: [], frames: [], tasks: [] };
  Object.assign(window, { seen });
  const inSecondFrame = (tell: (now: number) => void) =>
    requestAnimationFrame(() => requestAnimationFrame(() => tell(performance.now())));
  new MutationObserver((_, observer) => {
    if (document.querySelectorAll('[data-bar]').length < bars) return;
    observer.disconnect();
    inSecondFrame((now) => (seen.barsMs = now));
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  });
  const watch = ({ timeStamp }: Event) => inSecondFrame((now) => seen.inputs.push(now - timeStamp));
  addEventListener('pointermove', (event) => event.buttons > 0 && watch(event), true);
  addEventListener('pointerup', watch, true);
  addEventListener('keydown', watch, true);
  const look = (now: number) => {
    seen.frames.push(now);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** @returns what happened while it went on, when nothing is left to be painted */
async function during(page: Page, work: () => Promise<void>): Promise<Seen> {
  await page.evaluate(() => {
    const { seen } = window as unknown as Watched;
    for (const list of [seen.inputs, seen.frames, seen.tasks]) list.length = 0;
  });
  await work();
  // Behind what the last input set in motion, and behind the entries of its long task.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  return page.evaluate(() => (window as unknown as Watched).seen);
}

/** @returns milliseconds from the start of the navigation until all bars were painted */
export async function barsPainted(page: Page): Promise<number> {
  await page.waitForFunction(() => !Number.isNaN((window as unknown as Watched).seen.barsMs));
  return page.evaluate(() => (window as unknown as Watched).seen.barsMs);
}

function figuresOf({ inputs, frames, tasks }: Seen): Figures {
  const gaps = frames.slice(1).map((now, index) => now - (frames[index] ?? now));
  return {
    p50Ms: median(inputs),
    p95Ms: at(inputs, 0.95),
    taskMs: Math.max(0, ...tasks),
    frameP95Ms: at(gaps, 0.95),
  };
}

/** Drags the bar over a year and back, and lets it go. */
export async function dragging(page: Page, bar: Locator): Promise<Figures> {
  await bar.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await boxOf(bar);
  const track = await boxOf(bar.locator('xpath=..'));
  const axisMonths = Number(await bar.getAttribute('aria-valuemax'));
  const stepPx = track.width / axisMonths / STEPS_A_MONTH;
  const [fromX, atY] = [x + width / 2, y + height / 2];
  await page.mouse.move(fromX, atY);
  await page.mouse.down();
  const dragged = await during(page, async () => {
    for (let way = 0; way < WAYS; way += 1) {
      for (let step = 1; step <= MONTHS * STEPS_A_MONTH; step += 1) {
        const distance = way % 2 === 0 ? step : MONTHS * STEPS_A_MONTH - step;
        await Promise.all([page.mouse.move(fromX + distance * stepPx, atY), page.waitForTimeout(STEP_MS)]);
      }
    }
  });
  const letGo = await during(page, () => page.mouse.up());
  return { ...figuresOf(dragged), letGoMs: Math.max(...letGo.inputs) };
}

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (!box) throw new Error('there is no such bar');
  return box;
}

/** Holds an arrow key on the bar for a year, then the other one. */
export async function holdingKey(page: Page, bar: Locator): Promise<Figures> {
  await bar.focus();
  const held = await during(page, async () => {
    for (let way = 0; way < WAYS; way += 1) {
      const key = way % 2 === 0 ? 'ArrowRight' : 'ArrowLeft';
      const pressed: Promise<void>[] = [];
      for (let month = 0; month < MONTHS; month += 1) {
        // A key that is held does not wait until the page has answered.
        pressed.push(page.keyboard.down(key));
        await page.waitForTimeout(KEY_EVERY_MS);
      }
      await Promise.all(pressed);
      await page.keyboard.up(key);
    }
  });
  return figuresOf(held);
}
