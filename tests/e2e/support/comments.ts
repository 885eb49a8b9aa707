// What people do with comments at the screen, and where cards and marks stand on it.
import { expect, type Locator, type Page } from '@playwright/test';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { editorOf, type PersonAtScreen } from './people.ts';

/** Selects the words with the mouse, as one does who may only read. */
export async function selectWords(page: Page, answerKey: string, words: string): Promise<void> {
  const text = page.locator(`[data-answer="${answerKey}"] [role="textbox"]`);
  // The one that is drawn far away gives way to another as it comes near.
  await expect(() => text.scrollIntoViewIfNeeded({ timeout: 2000 })).toPass();
  await expect(text).toContainText(words);
  const ends = await whereTheyStand(text, words);
  await page.mouse.move(...ends.from);
  await page.mouse.down();
  await page.mouse.move(...ends.to, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe(words);
}

interface Ends {
  from: [number, number];
  to: [number, number];
}

/** @returns both ends of the words on the screen, once answers that come near have stopped moving or replacing them */
async function whereTheyStand(text: Locator, words: string): Promise<Ends> {
  let [last, now]: (Ends | null)[] = [null, null];
  await expect(async () => {
    last = now;
    now = await text.evaluate(endsOf, words, { timeout: 2000 });
    expect(now).not.toBeNull();
    expect(now).toEqual(last);
  }).toPass({ intervals: [100] });
  if (!now) throw new Error('the words stand nowhere');
  return now;
}

/** In the browser. @returns null where nothing is drawn */
function endsOf(root: Element, words: string): Ends | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node.textContent ?? '').indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    node.parentElement?.scrollIntoView({ block: 'center' });
    const rects = [...range.getClientRects()];
    const [first, last] = [rects[0], rects.at(-1)];
    if (!first || !last) return null;
    return { from: [first.left, first.top + first.height / 2], to: [last.right, last.top + last.height / 2] };
  }
  throw new Error('the words are not in one piece of text');
}

export const composerOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Write a comment' });

export async function commentOn(page: Page, answerKey: string, words: string, body: string): Promise<void> {
  await selectWords(page, answerKey, words);
  await page.keyboard.press('Control+Alt+m');
  await expect(composerOf(page)).toBeFocused();
  await composerOf(page).fill(body);
  await page.keyboard.press('Control+Enter');
  await expect(composerOf(page)).toHaveCount(0);
  await expect(card(page, body)).toBeVisible();
}

export const card = (page: Page, words: string): Locator => page.getByRole('article').filter({ hasText: words });

/** The words that are marked in the text, in the order of the page. */
export const marks = (page: Page): Promise<(string | null)[]> =>
  page.evaluate(() =>
    [...(CSS.highlights.get('comment') ?? [])].map((range) => (range as Range).cloneContents().textContent),
  );

/** @returns tells how the marks were drawn whenever one of these words was not marked, from now on */
export async function watchMarks(page: Page, words: string[]): Promise<() => Promise<string[][]>> {
  await expect.poll(() => marks(page)).toEqual(words);
  await page.evaluate((expected) => {
    const lost: string[][] = [];
    const { highlights } = CSS;
    const set = highlights.set.bind(highlights);
    highlights.set = (name, highlight) => {
      const drawn = [...highlight].map((range) => (range as Range).cloneContents().textContent ?? '');
      if (name === 'comment' && !expected.every((one) => drawn.includes(one))) lost.push(drawn);
      return set(name, highlight);
    };
    Object.assign(globalThis, { lost });
  }, words);
  return () => page.evaluate(() => (globalThis as unknown as { lost: string[][] }).lost);
}

export const attendedMarks = (page: Page): Promise<(string | null)[]> =>
  page.evaluate(() =>
    [...(CSS.highlights.get('comment-focused') ?? [])].map((range) => (range as Range).cloneContents().textContent),
  );

/** Pixels by which a card stands below the line of its words; its own words begin a few pixels further down. */
export async function belowItsWords(page: Page, body: string, words: string): Promise<number> {
  const top = (await card(page, body).boundingBox())?.y ?? Number.NaN;
  const line = await page.evaluate((wanted) => {
    const all = [...(CSS.highlights.get('comment') ?? [])] as Range[];
    return all.find((range) => range.toString() === wanted)?.getClientRects()[0]?.top ?? Number.NaN;
  }, words);
  return Math.round(top - line);
}

/** Cards in the margin that cover another one, of all that are placed. */
export const coveredCards = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLElement>('[data-card][data-placed]')]
      .map((element) => ({ words: element.innerText.slice(0, 80), box: element.getBoundingClientRect() }))
      .sort((a, b) => a.box.top - b.box.top);
    return boxes.flatMap(({ words, box }, at) => {
      const before = boxes[at - 1];
      return before && before.box.bottom > box.top ? [`${before.words} covers ${words}`] : [];
    });
  });

export async function clickMark(page: Page, words: string): Promise<void> {
  // Marks are drawn anew in the frame after a change.
  let at: [number, number] | null = null;
  await expect
    .poll(async () => {
      at = await page.evaluate((wanted) => {
        const all = [...(CSS.highlights.get('comment') ?? [])] as Range[];
        const box = all.find((range) => range.toString() === wanted)?.getClientRects()[0];
        return box ? ([box.left + box.width / 2, box.top + box.height / 2] as [number, number]) : null;
      }, words);
      return at;
    }, `a mark on ${words}`)
    .not.toBeNull();
  await page.mouse.click(...(at as unknown as [number, number]));
}

/** A stock client with this person's session. */
export async function stockClient({ context, page }: PersonAtScreen): Promise<WebsocketProvider> {
  const cookies = await context.cookies();
  const { origin, pathname } = new URL(page.url());
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '), origin } });
    }
  }
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/sync`, pathname.split('/')[2]!, new Y.Doc(), {
    WebSocketPolyfill: Socket as never,
    disableBc: true,
  });
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  return provider;
}

/**
 * Threads on passages all over the proposal's answers, evenly, as its interface would open them.
 * @param first number of the first one: those of an earlier call have theirs
 * @returns how many there are in each answer
 */
export async function openThreads(person: PersonAtScreen, count: number, first = 0): Promise<Map<string, number>> {
  const provider = await stockClient(person);
  const texts = [...provider.doc.share.keys()]
    .filter((name) => name.startsWith('answer:'))
    .map((name) => ({ name, text: provider.doc.getText(name) }))
    .filter(({ text }) => text.length > 100);
  const position = (text: Y.Text, at: number, assoc: number) =>
    Buffer.from(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, at, assoc))).toString('base64');
  const bodies = Array.from({ length: count }, (_, at) => {
    const index = first + at;
    const { name: key, text } = texts[index % texts.length]!;
    const start = (index * 37) % (text.length - 20);
    const anchor = { start: position(text, start, 0), end: position(text, start + 12, -1) };
    const quote = text.toJSON().slice(start, start + 12);
    const target = { kind: 'passage', key, quote, before: '', after: '' };
    return { target, anchor, body: `Thread ${index}: ${'is it so? '.repeat((index % 7) + 1)}` };
  });
  provider.destroy();
  const address = person.page.url();
  const { origin, pathname } = new URL(address);
  // Nobody looks on while they come: a page would ask for all of them each time.
  await person.page.goto('about:blank');
  for (const [at, data] of bodies.entries()) {
    const tail = (first + at).toString(16).padStart(12, '0');
    const answer = await person.context.request.post(`${origin}/api/proposals/${pathname.split('/')[2]}/threads`, {
      headers: { origin },
      data: { id: `0199a000-0000-7000-8000-${tail}`, ...data },
    });
    if (!answer.ok()) throw new Error(await answer.text());
  }
  await person.page.goto(address);
  const inEach = Map.groupBy(bodies, ({ target }) => target.key);
  return new Map([...inEach].map(([key, of]) => [key, of.length]));
}

/** The editor of an answer in the upper half of the screen, at rest. */
export async function bringUp(page: Page, answerKey: string): Promise<Locator> {
  const editor = await editorOf(page, answerKey);
  await editor.evaluate((root) => root.scrollIntoView({ block: 'center' }));
  return editor;
}

/** The same for who may only read: its text in the middle of the screen. */
export async function bringIntoView(page: Page, answerKey: string): Promise<void> {
  const text = page.locator(`[data-answer="${answerKey}"] [role="textbox"]`);
  await expect(async () => {
    await text.evaluate((root) => root.scrollIntoView({ block: 'center' }));
    await expect(text).toBeInViewport({ timeout: 500 });
  }).toPass();
}
