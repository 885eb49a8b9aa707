// A proposal at the height of its review in a real Chromium with the CPU slowed down four times: 500 suggestions and 1,000 comments on a
// full application, a fifth of them in the answer that is opened. Ours alone: the peers are servers without a page.
import { rmSync } from 'node:fs';
import { openWritingClient } from '@adagia/server/testing/writing-client';
import { getProposal } from '@adagia/shared/api/people';
import { createThread } from '@adagia/shared/api/review';
import { createSuggestionId } from '@adagia/shared/text/suggestions';
import { deleteSuggested, insertSuggested, setSuggested } from '@adagia/shared/text/testing/suggest';
import { type Browser, chromium, type Page } from '@playwright/test';
import * as Y from 'yjs';
import { chromiumFlags, chromiumPath } from '../../e2e/support/chromium-path.ts';
import { FULL_ANSWERS, FULL_CHARACTERS, fullProposal } from '../../e2e/support/full-proposal.ts';
import { startAdagia } from '../contenders/adagia.ts';
import { Rest } from '../contenders/rest.ts';
import { firstCharacter, openSlowly } from '../load/first-character.ts';
import { furnish, type House, signedIn } from '../load/house.ts';
import { beginWatching, heapMb, keyLatency, scrolling } from '../load/page.ts';
import { type Bench, type Figures, inOneLine, medianOf, ownRows, type Result, type Scenario } from '../scenario.ts';
import { scratchFolder } from '../scratch-folder.ts';

const SLOW_DOWN = 4;
const SUGGESTIONS = 500;
const COMMENTS = 1000;
/** One in five is in the answer that is opened. */
const DENSE = 5;

/** Who suggests and comments: beside the person at the screen. */
const reviewerOf = ({ cookies }: House): string => cookies[1] ?? '';

async function reviewerIn(house: House): Promise<string> {
  const { server, proposalId } = house;
  const { members } = await new Rest(server).call<{ members: { userId: string; name: string }[] }>(
    reviewerOf(house),
    getProposal,
    { proposalId },
    {},
  );
  return members.find(({ name }) => name === 'Person 1')?.userId ?? '';
}

/** The answers in turn, each fifth time the one that is opened. */
const nthOf = (texts: readonly Y.Text[], dense: Y.Text, index: number): Y.Text =>
  index % DENSE === 0 ? dense : (texts[index % texts.length] ?? dense);

/** Insertions, deletions, replacements and formats alike, each at a place of its own. */
function suggestAt(text: Y.Text, index: number, author: string): void {
  const at = (index * 131) % (text.length - 40);
  const id = createSuggestionId({ author, atMs: Date.now() + index, random: 0 });
  const kind = index % 4;
  if (kind === 3) setSuggested(text, at, 12, id, { bold: true });
  if (kind === 0 || kind === 2) insertSuggested(text, at + 9, 'what somebody would rather say here ', id);
  if (kind === 1 || kind === 2) deleteSuggested(text, at, 9, id);
}

const positionIn = (text: Y.Text, at: number, assoc: number): string =>
  Buffer.from(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, at, assoc))).toString('base64');

function threadAt(name: string, text: Y.Text, index: number) {
  const at = (index * 97) % (text.length - 20);
  const anchor = { start: positionIn(text, at, 0), end: positionIn(text, at + 12, -1) };
  const quote = text.toJSON().slice(at, at + 12);
  const id = `0199a000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
  const body = `Thread ${index}: ${'is it so? '.repeat((index % 7) + 1)}`;
  return { id, target: { kind: 'passage', key: name, quote, before: '', after: '' }, anchor, body };
}

/** @param key of the answer that is opened */
async function review(house: House, key: string): Promise<void> {
  const { server, proposalId } = house;
  const [rest, reviewer] = [new Rest(server), reviewerOf(house)];
  const writer = await openWritingClient(`http://127.0.0.1:${server.port}`, reviewer, proposalId);
  const names = [...writer.doc.share.keys()].filter(
    (name) => name.startsWith('answer:') && writer.doc.getText(name).length > 200,
  );
  const texts = names.map((name) => writer.doc.getText(name));
  const dense = writer.doc.getText(key);
  // Who suggests has to have written.
  await writer.write(() => dense.insert(0, ' '));
  const author = await reviewerIn(house);
  for (let index = 0; index < SUGGESTIONS; index += 1) {
    await writer.write(() => suggestAt(nthOf(texts, dense, index), index, author));
  }
  for (let index = 0; index < COMMENTS; index += 1) {
    const text = nthOf(texts, dense, index);
    const name = text === dense ? key : (names[texts.indexOf(text)] ?? key);
    await rest.call(reviewer, createThread, { proposalId }, threadAt(name, text, index));
  }
  writer.close();
}

const urlOf = ({ server, proposalId }: House) => `http://localhost:${server.port}/p/${proposalId}/write`;

/** The first answer on the page is the one that is opened. */
async function firstAnswer(browser: Browser, house: House): Promise<string> {
  const context = await signedIn(browser, house);
  const slow = await openSlowly(context, 1);
  await firstCharacter(slow, urlOf(house));
  const key = await answerInFocus(slow.page);
  await context.close();
  return key;
}

const answerInFocus = async (page: Page): Promise<string> =>
  (await page.locator('[data-answer]:has([contenteditable="true"]:focus)').getAttribute('data-answer')) ?? '';

/** From the press that confirms to the frame in which the list says that there is none left. */
async function acceptAll(page: Page): Promise<number> {
  await page.getByRole('button', { name: /open comments?/ }).click();
  await page.getByRole('button', { name: /^Suggestions \(/ }).click();
  await page.getByRole('button', { name: /^Accept all/ }).click();
  const confirm = page.getByRole('dialog').getByRole('button', { name: 'Accept' });
  await confirm.waitFor();
  await page.evaluate(() => {
    addEventListener('click', () => Object.assign(window, { pressedMs: performance.now() }), true);
  });
  await confirm.click();
  await page.getByText('No suggestions', { exact: true }).waitFor({ timeout: 120_000 });
  return page.evaluate(() => performance.now() - (window as unknown as { pressedMs: number }).pressedMs);
}

/** @param accepts takes the suggestions away: only in the last round */
async function sit(browser: Browser, house: House, accepts: boolean): Promise<Figures> {
  const context = await signedIn(browser, house);
  const slow = await openSlowly(context, SLOW_DOWN);
  const opened = await firstCharacter(slow, urlOf(house));
  const { page } = slow;
  await page.locator('[data-card] article').first().waitFor();
  await page.locator('[data-answer] [contenteditable="true"]').first().click();
  await beginWatching(slow);
  const { p50Ms, p95Ms } = await keyLatency(slow);
  const frames = await scrolling(slow);
  const heap = await heapMb(slow);
  const acceptMs = accepts ? await acceptAll(page) : null;
  await context.close();
  const { paintedMs = null, taskMs = null } = opened;
  return { openMs: paintedMs, taskMs, keyP50Ms: p50Ms, keyP95Ms: p95Ms, ...frames, heapMb: heap, acceptMs };
}

const titles: Record<string, string> = {
  openMs: 'first visit: navigation to the first typed character on screen, ms',
  taskMs: 'of which the main thread worked, ms',
  keyP50Ms: 'key to paint among marks and cards, p50, ms',
  keyP95Ms: 'the same, p95, ms',
  frameP50Ms: 'frame while scrolling, p50, ms',
  frameP95Ms: 'the same, p95, ms',
  frameMaxMs: 'the longest, ms',
  heapMb: 'JavaScript heap after scrolling, MB',
  acceptMs: 'accepting all suggestions, until the list is empty, ms',
};

async function measure(bench: Bench): Promise<Result> {
  const dataDir = scratchFolder('reviewing');
  const server = await startAdagia(dataDir);
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags });
  const samples: Figures[] = [];
  try {
    const house = await furnish(server, fullProposal(), 1);
    await review(house, await firstAnswer(browser, house));
    bench.say(`${SUGGESTIONS} suggestions and ${COMMENTS} comments are there`);
    for (let round = 1; round <= bench.rounds; round += 1) {
      samples.push(await sit(browser, house, round === bench.rounds));
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
  const medians = medianOf(samples);
  return {
    scenario: 'reviewing',
    title: `A proposal under review, CPU slowed down ${SLOW_DOWN} times`,
    method: `KA220 with ${FULL_ANSWERS} answers and ${FULL_CHARACTERS.toLocaleString('en')} characters, ${SUGGESTIONS} suggestions and ${COMMENTS.toLocaleString('en')} comments, every ${DENSE}th of them in the answer that is opened; cards stand beside the text. Chromium, 1280 x 800, an empty cache. All suggestions are accepted once, in the last round.`,
    columns: [{ key: 'value', title: '', digits: 0 }],
    rows: ownRows(titles, samples),
    bars: [
      {
        text: 'key to paint among marks and cards, p95, ms',
        measured: medians.keyP95Ms ?? null,
        is: 'at most',
        limit: 100,
      },
      { text: 'frame while scrolling, p50, ms', measured: medians.frameP50Ms ?? null, is: 'at most', limit: 17 },
    ],
  };
}

export const reviewingScenario: Scenario = { name: 'reviewing', run: async (bench) => [await measure(bench)] };
