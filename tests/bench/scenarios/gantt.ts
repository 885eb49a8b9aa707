// The plan of a proposal with 300 activities in a real Chromium with the CPU slowed down four times: a bar in the hand, a key held on it,
// alone and while two others write in the plan, scrolling over all of it, and the first picture. Ours alone.
import { rmSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';
import { chromiumFlags, chromiumPath } from '../../e2e/support/chromium-path.ts';
import { startAdagia } from '../contenders/adagia.ts';
import { barsPainted, dragging, holdingKey, watchPlan } from '../load/bar-in-hand.ts';
import { colleagueInPlan } from '../load/colleague.ts';
import { openSlowPage, type SlowPage } from '../load/first-character.ts';
import { furnish, type House, signedIn } from '../load/house.ts';
import { ACTIVITIES, longPlan } from '../load/long-plan.ts';
import { beginWatching, scrolling } from '../load/page.ts';
import { type Bench, type Figures, inOneLine, medianOf, ownRows, type Result, type Scenario } from '../scenario.ts';
import { scratchFolder } from '../scratch-folder.ts';

const SLOW_DOWN = 4;
const OTHERS = 2;
/** Milliseconds from a movement to the second frame: two frames of a screen, and one of work. */
const IN_HAND_MAX_MS = 50;

/** Of 36 months: a bar of three months has another twelve before it. */
const LATEST_START = 20;

/** Far above anything measured, also beside other programs: it is a fault then. */
const GIVE_UP_MS = 180_000;

/** `p50Ms` → `dragP50Ms` */
const named = (prefix: string, figures: Figures): Figures =>
  Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [`${prefix}${key[0]?.toUpperCase()}${key.slice(1)}`, value]),
  );

/** @returns the id of the activity nearest to the middle of the picture with a year of room behind it */
const middleBar = ({ page }: SlowPage): Promise<string> =>
  page.locator('[data-bar][data-kind="activity"]').evaluateAll((bars, latest) => {
    const fitting = bars.filter((bar) => Number(bar.getAttribute('aria-valuenow')) <= latest);
    return fitting[Math.floor(fitting.length / 2)]?.getAttribute('data-bar') ?? '';
  }, LATEST_START);

async function inHand(slow: SlowPage, prefix: string): Promise<Figures> {
  const bar = slow.page.locator(`[data-bar="${await middleBar(slow)}"]`);
  return {
    ...named(`${prefix}Drag`, await dragging(slow.page, bar)),
    ...named(`${prefix}Key`, await holdingKey(slow.page, bar)),
  };
}

async function sit(browser: Browser, house: House): Promise<Figures> {
  const context = await signedIn(browser, house);
  const slow = await openSlowPage(context, SLOW_DOWN);
  slow.page.setDefaultTimeout(GIVE_UP_MS);
  await slow.page.addInitScript(watchPlan, ACTIVITIES);
  const url = `http://localhost:${house.server.port}/p/${house.proposalId}/plan`;
  await slow.page.goto(url, { waitUntil: 'commit' });
  const firstMs = await barsPainted(slow.page);
  await slow.page.goto(url, { waitUntil: 'commit' });
  const returnMs = await barsPainted(slow.page);
  const alone = await inHand(slow, 'alone');
  const leave = await Promise.all(Array.from({ length: OTHERS }, (_, index) => colleagueInPlan(house, index + 1)));
  const together = await inHand(slow, 'together');
  for (const away of leave) await away();
  await slow.page.evaluate(() => scrollTo(0, 0));
  await beginWatching(slow);
  const figures = { firstMs, returnMs, ...alone, ...together, ...(await scrolling(slow)) };
  await context.close();
  return figures;
}

const inHandTitles = (prefix: string, who: string): Record<string, string> => ({
  [`${prefix}DragP50Ms`]: `bar dragged over 12 months, ${who}: movement to second frame, p50, ms`,
  [`${prefix}DragP95Ms`]: 'the same, p95, ms',
  [`${prefix}DragTaskMs`]: 'the longest task meanwhile, ms',
  [`${prefix}DragFrameP95Ms`]: 'frame meanwhile, p95, ms',
  [`${prefix}DragLetGoMs`]: 'letting go to second frame, ms',
  [`${prefix}KeyP50Ms`]: `arrow key held on the bar, ${who}: key to second frame, p50, ms`,
  [`${prefix}KeyP95Ms`]: 'the same, p95, ms',
  [`${prefix}KeyTaskMs`]: 'the longest task meanwhile, ms',
  [`${prefix}KeyFrameP95Ms`]: 'frame meanwhile, p95, ms',
});

const titles: Record<string, string> = {
  firstMs: 'first visit: navigation to all bars on screen, ms',
  returnMs: 'return visit: navigation to all bars on screen, ms',
  ...inHandTitles('alone', 'alone'),
  ...inHandTitles('together', `${OTHERS} others writing in the plan`),
  frameP50Ms: 'frame while scrolling over the whole picture, p50, ms',
  frameP95Ms: 'the same, p95, ms',
  frameMaxMs: 'the longest, ms',
};

function present(samples: Figures[]): Result {
  const medians = medianOf(samples);
  const bar = (text: string, key: string) => ({
    text: `${text}, p95, ms`,
    measured: medians[key] ?? null,
    is: 'at most' as const,
    limit: IN_HAND_MAX_MS,
  });
  return {
    scenario: 'gantt',
    title: `${ACTIVITIES} activities in the Gantt chart, CPU slowed down ${SLOW_DOWN} times`,
    method: `KA220 with all answers and ${ACTIVITIES} activities in four work packages over 36 months, in chains of dependencies; Chromium, 1280 x 800. The bar is in the middle of the picture; dragged, it goes over 12 months and back, a movement of the pointer each 25 ms; a held key comes each 33 ms. Everything is watched inside the page; two frames of a screen without any work are 17 to 33 ms.`,
    columns: [{ key: 'value', title: '', digits: 0 }],
    rows: ownRows(titles, samples),
    bars: [bar('dragging a bar, alone', 'aloneDragP95Ms'), bar('dragging it while others write', 'togetherDragP95Ms')],
  };
}

async function measure(bench: Bench): Promise<Result> {
  const dataDir = scratchFolder('gantt');
  const server = await startAdagia(dataDir);
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags });
  const samples: Figures[] = [];
  try {
    const house = await furnish(server, longPlan(), OTHERS);
    for (let round = 1; round <= bench.rounds; round += 1) {
      samples.push(await sit(browser, house));
      bench.say(inOneLine(samples.at(-1) ?? {}));
    }
  } finally {
    await browser.close();
    await server.end();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return present(samples);
}

export const ganttScenario: Scenario = { name: 'gantt', run: async (bench) => [await measure(bench)] };
