// The product as a person has it: a full proposal in a real Chromium with the CPU slowed down four times, from navigation
// to the first typed character on the screen, typing alone and with twelve others, scrolling, and memory. Ours alone: the
// peers are servers without a page.
import { rmSync } from 'node:fs';
import { WIRE_VERSION } from '@adagia/shared/wire/messages';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { chromiumFlags, chromiumPath } from '../../e2e/support/chromium-path.ts';
import { FULL_ANSWERS, FULL_CHARACTERS, fullProposal } from '../../e2e/support/full-proposal.ts';
import { startAdagia } from '../contenders/adagia.ts';
import { gather } from '../load/crowd.ts';
import { firstCharacter, openSlowly } from '../load/first-character.ts';
import { furnish, type House, signedIn } from '../load/house.ts';
import { beginWatching, heapMb, keyLatency, scrolling } from '../load/page.ts';
import { type Bench, type Figures, inOneLine, medianOf, ownRows, type Result, type Scenario } from '../scenario.ts';
import { scratchFolder } from '../scratch-folder.ts';

const SLOW_DOWN = 4;
const OTHERS = 12;

function othersIn({ server, proposalId, cookies }: House, root: string, round: number) {
  const seats = cookies.slice(1).map((cookie, place) => ({
    path: `/sync/${proposalId}?adagia=${WIRE_VERSION}`,
    documentName: proposalId,
    cookie,
    localAddress: '127.0.0.2',
    document: 0,
    place,
    root,
  }));
  const rates = { keystrokesPerSecond: 5, presencePerSecond: 3 };
  return gather({ port: server.port, dialect: 'plain', hasSync: true, seats, ...rates, seed: 1500 + round });
}

async function visit(context: BrowserContext, url: string, isFloor = false): Promise<Figures> {
  const slow = await openSlowly(context, SLOW_DOWN, isFloor);
  const figures = await firstCharacter(slow, url);
  await slow.page.close();
  return figures;
}

async function sit(browser: Browser, house: House, round: number): Promise<Figures> {
  const url = `http://localhost:${house.server.port}/p/${house.proposalId}/write`;
  const context = await signedIn(browser, house);
  const floor = await visit(context, `http://localhost:${house.server.port}/healthz`, true);
  const first = await visit(context, url);
  const slow = await openSlowly(context, SLOW_DOWN);
  const back = await firstCharacter(slow, url);
  await beginWatching(slow);
  const alone = await keyLatency(slow);
  const key = await slow.page.locator('[data-answer]:has([contenteditable="true"]:focus)').getAttribute('data-answer');
  const others = await othersIn(house, key ?? '', round);
  others.type();
  const together = await keyLatency(slow);
  await others.leave();
  const figures = {
    floorMs: floor.paintedMs ?? null,
    firstVisitMs: first.paintedMs ?? null,
    firstTaskMs: first.taskMs ?? null,
    returnMs: back.paintedMs ?? null,
    returnTaskMs: back.taskMs ?? null,
    returnScriptMs: back.scriptMs ?? null,
    aloneP50Ms: alone.p50Ms,
    aloneP95Ms: alone.p95Ms,
    togetherP50Ms: together.p50Ms,
    togetherP95Ms: together.p95Ms,
    ...(await scrolling(slow)),
    heapMb: await heapMb(slow),
  };
  await context.close();
  return figures;
}

const titles: Record<string, string> = {
  floorMs: 'floor: the same typed into an empty page of the same server, ms',
  firstVisitMs: 'first visit: navigation to the first typed character on screen, ms',
  firstTaskMs: 'of which the main thread worked, ms',
  returnMs: 'return visit: navigation to the first typed character on screen, ms',
  returnTaskMs: 'of which the main thread worked, ms',
  returnScriptMs: 'of which scripts, ms',
  aloneP50Ms: 'key to paint, alone, p50, ms',
  aloneP95Ms: 'the same, p95, ms',
  togetherP50Ms: `key to paint, ${OTHERS} others typing in the same answer, p50, ms`,
  togetherP95Ms: 'the same, p95, ms',
  frameP50Ms: 'frame while scrolling, p50, ms',
  frameP95Ms: 'the same, p95, ms',
  frameMaxMs: 'the longest, ms',
  heapMb: 'JavaScript heap after scrolling, MB',
};

async function measure(bench: Bench): Promise<Result> {
  const dataDir = scratchFolder('browser');
  const server = await startAdagia(dataDir);
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags });
  const samples: Figures[] = [];
  try {
    const house = await furnish(server, fullProposal(), OTHERS);
    // The server has served its pages and opened the document before: a warm one, as the bar says.
    await sit(browser, house, 0);
    for (let round = 1; round <= bench.rounds; round += 1) {
      samples.push(await sit(browser, house, round));
      bench.say(inOneLine(samples.at(-1) ?? {}));
    }
  } finally {
    await browser.close();
    await server.end();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return present(samples);
}

function present(samples: Figures[]): Result {
  const slowest = medianOf(samples);
  return {
    scenario: 'browser',
    title: `A full proposal in the browser, CPU slowed down ${SLOW_DOWN} times`,
    method: `KA220 with ${FULL_ANSWERS} answers and ${FULL_CHARACTERS.toLocaleString('en')} characters, Chromium, 1280 x 800. A first visit has an empty cache. Everything is watched inside the page; the main thread's time is Chromium's own (TaskDuration), slowed down as it is, and the floor is the same typed into an editor put into an empty page.`,
    columns: [{ key: 'value', title: '', digits: 0 }],
    rows: ownRows(titles, samples),
    bars: [
      {
        text: 'return visit to the first typed character, ms',
        measured: slowest.returnMs ?? null,
        is: 'at most',
        limit: 1500,
      },
      {
        text: 'first visit to the first typed character, ms',
        measured: slowest.firstVisitMs ?? null,
        is: 'at most',
        limit: 1500,
      },
    ],
  };
}

export const browserScenario: Scenario = { name: 'browser', run: async (bench) => [await measure(bench)] };
