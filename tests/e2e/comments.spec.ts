// Comments as three people use them: Ana and Ben write the proposal, Eve reviews it and may only comment. Numbers are those of
// the list of checks.
import { type Browser, expect, test } from '@playwright/test';
import {
  attendedMarks,
  bringIntoView,
  bringUp,
  card,
  commentOn,
  composerOf,
  marks,
  selectWords,
  stockClient,
  watchMarks,
} from './support/comments.ts';
import {
  choose,
  editorOf,
  expectNoComplaints,
  openBrowser,
  type PersonAtScreen,
  saved,
  signInDemo,
} from './support/people.ts';
import { Product } from './support/product.ts';

const KEY = 'answer:needs';
let product: Product;
let ana: PersonAtScreen;
let ben: PersonAtScreen;
let eve: PersonAtScreen;

async function open(browser: Browser): Promise<void> {
  product = await Product.start({ args: ['--demo'], env: { ADAGIA_TEST_HOOKS: '1' } });
  [ana, ben, eve] = await Promise.all([
    openBrowser(browser, product, 'Ana'),
    openBrowser(browser, product, 'Ben'),
    openBrowser(browser, product, 'Eve'),
  ]);
  await Promise.all([ana, ben, eve].map(signInDemo));
  for (const { page } of [ana, ben, eve]) {
    await page.getByRole('link', { name: 'NEXTDOOR' }).click();
    await saved(page);
  }
  for (const { page } of [ana, ben, eve]) await page.locator(`[data-answer="${KEY}"]`).scrollIntoViewIfNeeded();
}

test.describe.configure({ mode: 'serial' });
test.beforeAll(({ browser }) => open(browser));
test.afterAll(async () => {
  await Promise.all([ana, ben, eve].map(({ context }) => context.close()));
  await product.dispose();
});

// A page that threw, or broke its own policy, is the reason for whatever else is wrong on it.
test.afterEach(() => expectNoComplaints(ana, ben, eve));

const listButton = (person: PersonAtScreen) => person.page.getByRole('button', { name: /open comments?/ });
const onSelection = (person: PersonAtScreen) =>
  person.page.getByRole('button', { name: 'Comment on the selected words' });

test('29 selecting words shows a button in the margin, beside them; it opens the composer with the focus', async () => {
  await bringUp(ana.page, KEY);
  await expect(onSelection(ana)).toHaveCount(0);
  await selectWords(ana.page, KEY, 'Three needs');
  const button = await onSelection(ana).boundingBox();
  const text = await ana.page.locator(`[data-answer="${KEY}"] [role="textbox"]`).boundingBox();
  expect(button!.x, 'beside the text').toBeGreaterThan(text!.x + text!.width - 1);
  expect(Math.abs(button!.y - text!.y), 'level with the first line').toBeLessThan(20);
  await onSelection(ana).click();
  await expect(composerOf(ana.page)).toBeFocused();
  await expect(ana.page.getByRole('region', { name: 'New comment' })).toContainText('Three needs');
  await expect.poll(() => attendedMarks(ana.page)).toEqual(['Three needs']);
});

test('30 Esc cancels and gives keys and selection back to the text; the draft survives closing, and a reload', async () => {
  await ana.page.keyboard.type('Which th');
  await ana.page.keyboard.press('Escape');
  await expect(composerOf(ana.page)).toHaveCount(0);
  await expect(await editorOf(ana.page, KEY)).toBeFocused();
  await expect.poll(() => ana.page.evaluate(() => String(getSelection()))).toBe('Three needs');
  await ana.page.keyboard.press('Control+Alt+m');
  await expect(composerOf(ana.page)).toHaveValue('Which th');
  await ana.page.reload();
  await saved(ana.page);
  await bringUp(ana.page, KEY);
  await selectWords(ana.page, KEY, 'Three needs');
  await ana.page.keyboard.press('Control+Alt+m');
  await expect(composerOf(ana.page)).toBeFocused();
  await expect(composerOf(ana.page)).toHaveValue('Which th');
});

test('30, 36 Mod+Enter sends: the card is there, the words are marked, live for everybody', async () => {
  await composerOf(ana.page).fill('Which three?');
  await ana.page.keyboard.press('Control+Enter');
  await expect(composerOf(ana.page)).toHaveCount(0);
  for (const { page } of [ana, ben, eve]) {
    await bringUpText(page);
    await expect(card(page, 'Which three?')).toBeVisible();
    await expect.poll(() => marks(page)).toEqual(['Three needs']);
  }
  await selectWords(ana.page, KEY, 'Three needs');
  await ana.page.keyboard.press('Control+Alt+m');
  await expect(composerOf(ana.page), 'what was sent is no draft any more').toHaveValue('');
  await ana.page.keyboard.press('Escape');
});

const bringUpText = (page: PersonAtScreen['page']) => bringIntoView(page, KEY);

test('33 a commenter comments by button and by keyboard, and cannot type', async () => {
  await bringUpText(eve.page);
  await expect(eve.page.locator('[contenteditable="true"]')).toHaveCount(0);
  await selectWords(eve.page, KEY, 'concrete task');
  await onSelection(eve).click();
  await composerOf(eve.page).fill('For example?');
  await eve.page.keyboard.press('Control+Enter');
  await expect(card(ben.page, 'For example?')).toContainText('Eve Martin');
  await expect(composerOf(eve.page)).toHaveCount(0);
  await selectWords(eve.page, KEY, 'front-desk');
  const before = await eve.page.locator(`[data-answer="${KEY}"] [role="textbox"]`).textContent();
  await eve.page.keyboard.type('No.');
  await expect(eve.page.locator(`[data-answer="${KEY}"] [role="textbox"]`)).toHaveText(before ?? '');
  await eve.page.keyboard.press('Control+Alt+m');
  await expect(composerOf(eve.page)).toBeFocused();
  await expect(eve.page.getByRole('region', { name: 'New comment' })).toContainText('front-desk');
  await eve.page.keyboard.press('Escape');
  await expect.poll(() => marks(ben.page)).toEqual(['Three needs', 'concrete task']);
});

test("33 the server refuses a commenter's forged edit, and nobody sees it", async () => {
  const before = await ana.page.locator(`[data-answer="${KEY}"] [role="textbox"]`).textContent();
  const forger = await stockClient(eve);
  const closed = new Promise<number>((resolve) =>
    forger.on('connection-close', (event: { code: number } | null) => resolve(event?.code ?? 0)),
  );
  forger.doc.getText(KEY).insert(0, 'Forged. ');
  expect(await closed).toBe(4403);
  forger.destroy();
  await ben.page.reload();
  await saved(ben.page);
  await bringUpText(ben.page);
  for (const { page } of [ana, ben]) {
    await expect(page.locator(`[data-answer="${KEY}"] [role="textbox"]`)).toHaveText(before ?? '');
  }
});

test('39 what others wrote is new until one opens its card; the count says so', async () => {
  await expect(listButton(ben)).toHaveAccessibleName('2 open comments, 2 new');
  await expect(ben.page.getByRole('article', { name: /^New comment by Eve/ })).toBeVisible();
  await card(ben.page, 'For example?').click();
  await expect(listButton(ben)).toHaveAccessibleName('2 open comments, 1 new');
  await expect(ben.page.getByRole('article', { name: /^Comment by Eve/ })).toBeVisible();
  await ben.page.reload();
  await saved(ben.page);
  await expect(listButton(ben)).toHaveAccessibleName('2 open comments, 1 new');
  await expect(listButton(eve)).toHaveAccessibleName('2 open comments, 1 new');
});

test('32 reply, edit and delete my own, live for the other', async () => {
  await bringUpText(ben.page);
  await card(ben.page, 'For example?').click();
  await ben.page.getByRole('textbox', { name: 'Reply' }).fill('A bank trasnfer.');
  await ben.page.keyboard.press('Control+Enter');
  await card(eve.page, 'For example?').click();
  await expect(card(eve.page, 'For example?')).toContainText('A bank trasnfer.');
  const own = ben.page.getByRole('button', { name: 'Edit, Delete' });
  await expect(own, "Eve's words are not Ben's to change").toHaveCount(1);
  await own.click();
  await ben.page.getByRole('menuitem', { name: 'Edit' }).click();
  await expect(ben.page.getByRole('textbox', { name: 'Edit' })).toBeFocused();
  await ben.page.getByRole('textbox', { name: 'Edit' }).fill('A bank transfer.');
  await ben.page.keyboard.press('Control+Enter');
  await expect(card(eve.page, 'For example?')).toContainText('A bank transfer.');
  await expect(card(eve.page, 'For example?')).toContainText('edited');
  await own.click();
  await ben.page.getByRole('menuitem', { name: 'Delete' }).click();
  await ben.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(card(eve.page, 'For example?')).toContainText('This comment was deleted.');
  await expect(card(eve.page, 'For example?')).not.toContainText('bank');
});

test('32 a resolved card leaves the margin and its mark the text; it stays under "Resolved" and can be reopened', async () => {
  await card(ben.page, 'Which three?').click();
  await ben.page.getByRole('button', { name: 'Resolve' }).click();
  for (const { page } of [ana, ben]) {
    await expect(card(page, 'Which three?')).toHaveCount(0);
    await expect.poll(() => marks(page)).toEqual(['concrete task']);
  }
  await expect(await editorOf(ben.page, KEY), 'the keys are back in the text').toBeFocused();
  await listButton(ana).click();
  await expect(card(ana.page, 'Which three?')).toHaveCount(0);
  await ana.page.getByText('Resolved', { exact: true }).click();
  await expect(ana.page.getByRole('article')).toHaveCount(1);
  await card(ana.page, 'Which three?').click();
  await ana.page.getByRole('button', { name: 'Reopen' }).click();
  await expect(ana.page.getByText('No comments here')).toBeVisible();
  await expect(card(ben.page, 'Which three?')).toBeVisible();
  await ana.page.getByRole('button', { name: 'Close the comments' }).click();
  await expect.poll(() => marks(ana.page)).toEqual(['Three needs', 'concrete task']);
});

test('36 two people comment at the same moment: both are there, for all three; no mark goes away meanwhile', async () => {
  const lost = await watchMarks(ben.page, ['Three needs', 'concrete task']);
  await bringUpText(ana.page);
  await selectWords(ana.page, KEY, 'course');
  await ana.page.keyboard.press('Control+Alt+m');
  await composerOf(ana.page).fill('From Ana.');
  await bringUpText(eve.page);
  await selectWords(eve.page, KEY, 'not a course next');
  await eve.page.keyboard.press('Control+Alt+m');
  await composerOf(eve.page).fill('From Eve.');
  await Promise.all([ana.page.keyboard.press('Control+Enter'), eve.page.keyboard.press('Control+Enter')]);
  for (const { page } of [ana, ben, eve]) {
    await expect(card(page, 'From Ana.')).toHaveCount(1);
    await expect(card(page, 'From Eve.')).toHaveCount(1);
    await expect.poll(() => marks(page)).toEqual(['Three needs', 'concrete task', 'not a course next', 'course']);
  }
  expect(await lost(), 'not for a single frame').toEqual([]);
});

test('36 an editor that comes after the threads, and one that was away and comes back, has all marks', async () => {
  const { page } = ben;
  const all = await marks(page);
  await page.reload();
  await saved(page);
  await bringUpText(page);
  await expect.poll(() => marks(page)).toEqual(all);
  const frame = page.locator(`[data-answer="${KEY}"] [data-live]`);
  await expect(async () => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect(frame, 'far away it gives back its editor').toHaveAttribute('data-live', 'false', { timeout: 1000 });
  }).toPass();
  await expect.poll(() => marks(page)).toEqual([]);
  await bringUpText(page);
  await expect.poll(() => marks(page)).toEqual(all);
});

test('39 the list filters: open, mine, new, resolved, by organisation; live while it is open', async () => {
  const { page } = ana;
  const bodies = () =>
    page
      .getByRole('article')
      .allInnerTexts()
      .then((all) => all.map((one) => /Which three\?|For example\?|From Ana\.|From Eve\.|Live\./.exec(one)?.[0]));
  await listButton(ana).click();
  await expect.poll(bodies).toEqual(['Which three?', 'For example?', 'From Eve.', 'From Ana.']);
  await page.getByText('Mine', { exact: true }).click();
  await expect.poll(bodies).toEqual(['Which three?', 'From Ana.']);
  await page.getByRole('radiogroup').getByText('New', { exact: true }).click();
  await expect.poll(bodies).toEqual(['For example?', 'From Eve.']);
  await card(page, 'From Eve.').click();
  await expect(page.getByRole('textbox', { name: 'Reply' }), 'it stays while one reads it').toBeVisible();
  await expect(listButton(ana)).toHaveAccessibleName('4 open comments, 1 new');
  await page.getByRole('radiogroup').getByText('Open', { exact: true }).click();
  await choose(page.getByRole('region', { name: 'Comments', exact: true }), 'Organisation', 'P1 Thalassa');
  await expect.poll(bodies).toEqual(['Which three?', 'From Ana.']);
  await page.getByRole('button', { name: 'Close the comments' }).click();
  await listButton(ana).click();
  await expect.poll(bodies, 'a new list begins with all that are open').toHaveLength(4);
  await bringUpText(ben.page);
  await commentOn(ben.page, KEY, 'proof', 'Live.');
  await expect.poll(bodies).toEqual(['Which three?', 'For example?', 'From Eve.', 'From Ana.', 'Live.']);
  await page.getByRole('button', { name: 'Close the comments' }).click();
});

test('40 keys lead from comment to comment in the order of the text; Esc gives the focus back to the text', async () => {
  const { page } = ana;
  const text = await bringUp(page, KEY);
  await text.click({ position: { x: 200, y: 100 } });
  const order = ['Which three?', 'For example?', 'From Eve.', 'From Ana.', 'Live.'];
  for (const body of [...order, order[0]!]) {
    await page.keyboard.press('Alt+Shift+PageDown');
    await expect(card(page, body)).toBeFocused();
  }
  await expect.poll(() => attendedMarks(page)).toEqual(['Three needs']);
  await page.keyboard.press('Alt+Shift+PageUp');
  await expect(card(page, 'Live.')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(text).toBeFocused();
  await expect.poll(() => attendedMarks(page)).toEqual([]);
  await page.keyboard.type('!');
  await expect(text).toContainText('!');
  await page.keyboard.press('Control+z');
});

const attach = (person: PersonAtScreen, body: string) =>
  card(person.page, body).getByRole('button', { name: 'Attach to selected text' });

async function deleteWords(person: PersonAtScreen, words: string): Promise<void> {
  await bringUpText(person.page);
  await selectWords(person.page, KEY, words);
  await person.page.keyboard.press('Delete');
}

test('34 a card whose words are gone goes on at the words that one selects, for all three', async () => {
  await deleteWords(ana, 'proof');
  for (const { page } of [ana, ben, eve]) await expect(card(page, 'Live.')).toContainText('Text removed: proof');
  await bringUpText(ben.page);
  await expect(attach(ben, 'Live.')).toBeDisabled();
  await expect(attach(ben, 'Live.')).toHaveAccessibleDescription(/Select the words/);
  await expect(attach(eve, 'Live.'), 'neither hers, nor hers to write').toHaveCount(0);
  await selectWords(ben.page, KEY, 'passwords');
  await attach(ben, 'Live.').click();
  await expect(card(ben.page, 'Live.')).toBeFocused();
  await expect.poll(() => attendedMarks(ben.page)).toEqual(['passwords']);
  for (const { page } of [ana, ben, eve]) {
    await expect(card(page, 'Live.')).not.toContainText('Text removed');
    await expect.poll(() => marks(page)).toContain('passwords');
  }
});

test('34 a commenter takes their own on to other words, by keyboard, without being able to write', async () => {
  await deleteWords(ana, 'concrete task');
  await expect(card(eve.page, 'For example?')).toContainText('Text removed: concrete task');
  await bringUpText(eve.page);
  await selectWords(eve.page, KEY, 'front-desk');
  await attach(eve, 'For example?').press('Enter');
  await expect(card(eve.page, 'For example?')).toBeFocused();
  for (const { page } of [ana, ben, eve]) {
    await expect(card(page, 'For example?')).not.toContainText('Text removed');
    await expect.poll(() => marks(page)).toContain('front-desk');
  }
});
