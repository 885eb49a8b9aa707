// Where comments stand: level with their words while these move, and where there is no margin. Numbers are those of the list of
// checks.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import {
  attendedMarks,
  belowItsWords,
  bringUp,
  card,
  clickMark,
  commentOn,
  composerOf,
  coveredCards,
  marks,
  openThreads,
  selectWords,
} from './support/comments.ts';
import { editorOf, expectNoComplaints, openBrowser, type PersonAtScreen, saved, signInDemo } from './support/people.ts';
import { Product } from './support/product.ts';

const KEY = 'answer:needs';
/** Pixels: a card stands a little higher than its line, so that their words stand level. */
const LEVEL = 6;
let product: Product;
let ana: PersonAtScreen;
let ben: PersonAtScreen;

/** Cards on the page at once: a screen of them, and those around it. */
const DRAWN_MAX = 120;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  product = await Product.start({ args: ['--demo'], env: { ADAGIA_TEST_HOOKS: '1' } });
  [ana, ben] = await Promise.all([openBrowser(browser, product, 'Ana'), openBrowser(browser, product, 'Ben')]);
  await Promise.all([ana, ben].map(signInDemo));
  for (const { page } of [ana, ben]) {
    // Cards that glide would be measured on their way.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.getByRole('link', { name: 'NEXTDOOR' }).click();
    await saved(page);
    await bringUp(page, KEY);
  }
});
test.afterAll(async () => {
  await Promise.all([ana.context.close(), ben.context.close()]);
  await product.dispose();
});

// A page that threw, or broke its own policy, is the reason for whatever else is wrong on it.
test.afterEach(() => expectNoComplaints(ana, ben));

const level = async (page: Page, body: string, words: string) => Math.abs(await belowItsWords(page, body, words));
const expectLevel = (page: Page, body: string, words: string) =>
  expect.poll(() => level(page, body, words), `${body} is level with ${words}`).toBeLessThanOrEqual(LEVEL);

test('31 a card stands level with its words, for whoever wrote it and for the other', async () => {
  await commentOn(ana.page, KEY, 'concrete task', 'Which task?');
  for (const { page } of [ana, ben]) {
    await bringUp(page, KEY);
    await expectLevel(page, 'Which task?', 'concrete task');
  }
});

test('31 cards never cover each other; the active one stands level, the others give way', async () => {
  const { page } = ben;
  await commentOn(page, KEY, 'course', 'Why not?');
  await commentOn(page, KEY, 'front-desk', 'Who is that?');
  await commentOn(page, KEY, 'Three', 'Four by now.');
  await expectLevel(page, 'Four by now.', 'Three');
  expect(await coveredCards(page)).toEqual([]);
  for (const [body, words] of [
    ['Who is that?', 'front-desk'],
    ['Why not?', 'course'],
    ['Which task?', 'concrete task'],
  ] as const) {
    await card(page, body).click();
    await expectLevel(page, body, words);
    await expect.poll(() => attendedMarks(page)).toEqual([words]);
    expect(await coveredCards(page)).toEqual([]);
  }
});

test('31 clicking the words makes their card the active one, clicking beside all of them none', async () => {
  const { page } = ben;
  await clickMark(page, 'front-desk');
  await expect(card(page, 'Who is that?').getByRole('textbox', { name: 'Reply' })).toBeVisible();
  await expectLevel(page, 'Who is that?', 'front-desk');
  await expect(await editorOf(page, KEY), 'one goes on writing where one clicked').toBeFocused();
  await (await editorOf(page, KEY)).click({ position: { x: 300, y: 140 } });
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveCount(0);
});

test('31 cards follow their words: what somebody types above moves them, also on the other screen', async () => {
  await bringUp(ana.page, KEY);
  await clickMark(ben.page, 'course');
  await expectLevel(ben.page, 'Why not?', 'course');
  const before = (await card(ben.page, 'Why not?').boundingBox())!.y;
  const text = await editorOf(ana.page, KEY);
  await text.click();
  await ana.page.keyboard.press('Control+Home');
  await ana.page.keyboard.type('First line');
  for (let line = 0; line < 3; line += 1) await ana.page.keyboard.press('Enter');
  await expect.poll(async () => (await card(ben.page, 'Why not?').boundingBox())!.y).toBeGreaterThan(before + 60);
  await expectLevel(ben.page, 'Why not?', 'course');
  for (let undo = 0; undo < 4; undo += 1) await ana.page.keyboard.press('Control+z');
  await expect(text).not.toContainText('First line');
  await expectLevel(ben.page, 'Why not?', 'course');
  expect(await coveredCards(ben.page)).toEqual([]);
});

test('31 words that only go to another line take their card along, though the text keeps its height', async () => {
  const { page } = ben;
  const text = await bringUp(page, KEY);
  await selectWords(page, KEY, 'to be updated with the latest Eurostat table before submission');
  await page.keyboard.press('Delete');
  await clickMark(page, 'course');
  await expectLevel(page, 'Why not?', 'course');
  const { height } = (await text.boundingBox())!;
  const before = (await card(page, 'Why not?').boundingBox())!.y;
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Everywhere that we went and asked them, we heard it: ');
  await expectLevel(page, 'Why not?', 'course');
  expect((await text.boundingBox())!.height).toBe(height);
  expect((await card(page, 'Why not?').boundingBox())!.y).toBeGreaterThan(before + 10);
  // Keys that come slowly on a busy machine are undone in more steps than one.
  await expect
    .poll(async () => {
      await page.keyboard.press('Control+z');
      return text.textContent();
    })
    .toContain('before submission');
  await expectLevel(page, 'Why not?', 'course');
});

test('31 while one scrolls nothing is placed anew: cards move with the page', async () => {
  const { page } = ben;
  const placed = () =>
    page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-card]')].map(({ style }) => style.top));
  const before = await placed();
  const distance = await belowItsWords(page, 'Four by now.', 'Three');
  await page.evaluate(() => {
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    for (const one of document.querySelectorAll('[data-card]')) {
      observer.observe(one, { attributes: true, attributeFilter: ['style'] });
    }
    Object.assign(globalThis, { changes });
  });
  for (const by of [40, 80, -60, 30, -90]) {
    await page.mouse.wheel(0, by);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(await belowItsWords(page, 'Four by now.', 'Three')).toBe(distance);
  }
  expect(await page.evaluate(() => (globalThis as unknown as { changes: unknown[] }).changes.length)).toBe(0);
  expect(await placed()).toEqual(before);
});

test('34 deleted words leave their card with "Text removed" and its quote; undo brings it back to them', async () => {
  const { page } = ben;
  await selectWords(page, KEY, 'front-desk');
  await page.keyboard.press('Delete');
  for (const person of [ana, ben]) {
    await expect(card(person.page, 'Who is that?')).toContainText('Text removed: front-desk');
    await expect.poll(() => marks(person.page)).not.toContain('front-desk');
  }
  await (await editorOf(page, KEY)).click();
  await page.keyboard.press('Control+z');
  for (const person of [ana, ben]) {
    await bringUp(person.page, KEY);
    await expect(card(person.page, 'Who is that?')).not.toContainText('Text removed');
    await expect.poll(() => marks(person.page)).toContain('front-desk');
  }
  await clickMark(page, 'front-desk');
  await expectLevel(page, 'Who is that?', 'front-desk');
});

test('35 cutting and pasting moves the comment; copying and pasting leaves it where it is', async () => {
  const { page } = ana;
  await bringUp(page, KEY);
  await selectWords(page, KEY, 'concrete task');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+v');
  await expect(await editorOf(page, KEY)).toContainText(/concrete task.*concrete task$/);
  await saved(page);
  expect((await marks(page)).filter((words) => words === 'concrete task')).toHaveLength(1);
  await page.keyboard.press('Control+z');
  await selectWords(page, KEY, 'concrete task');
  await page.keyboard.press('Control+x');
  await expect(card(page, 'Which task?')).toContainText('Text removed');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+v');
  for (const person of [ana, ben]) {
    await expect(card(person.page, 'Which task?')).not.toContainText('Text removed');
    await expect.poll(() => marks(person.page)).toContain('concrete task');
    await bringUp(person.page, KEY);
    await clickMark(person.page, 'concrete task');
    await expectLevel(person.page, 'Which task?', 'concrete task');
  }
});

/** Of what comments add to the page; the rest of it is looked at with all pages. */
async function seriousProblems(page: Page, ...places: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  for (const place of [...places, '[role="toolbar"]']) axe.include(place);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
    );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`60 cards, composer, list and drawer pass axe, ${colorScheme}`, async () => {
    const { page } = ana;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await selectWords(page, KEY, 'passwords');
    await page.keyboard.press('Control+Alt+m');
    await expect(composerOf(page)).toBeFocused();
    expect(await seriousProblems(page, '[data-comments]', `[data-answer="${KEY}"]`), 'margin').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /open comments/ }).click();
    await card(page, 'Why not?').click();
    expect(await seriousProblems(page, '[data-comments]'), 'list').toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    await expect(page.getByRole('dialog', { name: 'Comments' })).toBeVisible();
    expect(await seriousProblems(page, '[role="dialog"]'), 'drawer').toEqual([]);
    await page.getByRole('button', { name: 'Close the comments' }).click();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  });
}

test('29, 31 on a phone a drawer takes the place of the margin, and gives way to the text', async () => {
  const { page } = ana;
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.locator('[data-card]')).toHaveCount(0);
  await bringUp(page, KEY);
  await selectWords(page, KEY, 'passwords');
  await page.getByRole('button', { name: 'Comment on the selected words' }).click();
  await expect(composerOf(page)).toBeFocused();
  await composerOf(page).fill('Written on the train.');
  await page.keyboard.press('Control+Enter');
  await expect(card(page, 'Written on the train.')).toBeVisible();
  await card(page, 'Written on the train.').getByRole('button', { name: 'Go to the text' }).click();
  await expect(page.getByRole('dialog', { name: 'Comments' })).toBeHidden();
  await expect.poll(() => attendedMarks(page)).toEqual(['passwords']);
  await clickMark(page, 'Three');
  await expect(page.getByRole('dialog', { name: 'Comments' })).toBeVisible();
  await expect(card(page, 'Four by now.').getByRole('textbox', { name: 'Reply' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Comments' })).toBeHidden();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(card(page, 'Written on the train.')).toBeVisible();
});

test('31 with 200 threads all over the proposal each card has its place, in the order of the page; few are drawn', async () => {
  const { page } = ben;
  const address = page.url();
  await page.goto('about:blank');
  await openThreads(ana, 200);
  await page.goto(address);
  await saved(page);
  await expect(page.locator('[data-card][data-placed]')).toHaveCount(205);
  await expect.poll(() => page.getByRole('article').count(), 'those around the screen').toBeLessThan(DRAWN_MAX);
  expect(await coveredCards(page)).toEqual([]);
  const tops = await page.evaluate(() =>
    [...document.querySelectorAll('[data-card]')].map((one) => one.getBoundingClientRect().top),
  );
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
});

test('31, 40 a comment far away, whose answer is not drawn yet, is reached by its card and stands level', async () => {
  const { page } = ben;
  const last = page.locator('[data-card]').last();
  await expect(last.locator('article'), 'far away there is only its place').toHaveCount(0);
  await page.keyboard.press('Alt+Shift+PageUp');
  await expect(last.locator('article')).toBeFocused();
  await expect(last.getByRole('textbox', { name: 'Reply' })).toBeInViewport();
  const words = async () => (await attendedMarks(page))[0];
  await expect.poll(words).toBeTruthy();
  const line = () =>
    page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('comment-focused') ?? [])] as Range[];
      return range?.getClientRects()[0]?.top ?? Number.NaN;
    });
  // What lies between is drawn meanwhile, and moves both.
  await expect.poll(async () => Math.abs((await last.boundingBox())!.y - (await line()))).toBeLessThanOrEqual(LEVEL);
  expect(await line()).toBeGreaterThan(96);
  expect(await line()).toBeLessThan(800);
  expect(await coveredCards(page)).toEqual([]);
});

test('39 among 1,000 threads one is found by its words, and the list draws few', async () => {
  const { page } = ben;
  const address = page.url();
  await page.goto('about:blank');
  await openThreads(ana, 800, 200);
  await page.goto(address);
  await expect(page.locator('[data-card]').nth(999)).toBeAttached();
  const drawn = () => page.getByRole('article').count();
  await expect.poll(drawn, 'in the margin, once they have their places').toBeLessThan(DRAWN_MAX);
  await page.keyboard.press('Alt+Shift+PageUp');
  const last = page.locator('[data-card]').last();
  await expect(
    last.getByRole('textbox', { name: 'Reply' }),
    'beside its words, however many stand above',
  ).toBeInViewport();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /open comments?/ }).click();
  const list = page.locator('[data-comment-list]');
  await expect(list.locator('> *').nth(999)).toBeAttached();
  await expect.poll(drawn, 'in the list').toBeLessThan(DRAWN_MAX);
  await page.getByRole('textbox', { name: 'Search in comments' }).fill('THREAD 987:');
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(card(page, 'Thread 987:')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await page.keyboard.press('Alt+Shift+PageUp');
  await expect(page.getByRole('article').last(), 'the last one, by keyboard').toBeFocused();
  await expect.poll(drawn).toBeLessThan(DRAWN_MAX);
});
