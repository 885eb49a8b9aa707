// Comments on a passage, and the way into the portal. Numbers are those of the list of checks.
import { expect, test } from '@playwright/test';
import { editorOf, goTo, openBrowser, type PersonAtScreen, saved, signInDemo } from './support/people.ts';
import { Product } from './support/product.ts';

const KEY = 'answer:needs';
let product: Product;
let ana: PersonAtScreen;
let ben: PersonAtScreen;

test.beforeAll(async ({ browser }) => {
  product = await Product.start({ args: ['--demo'], env: { ADAGIA_TEST_HOOKS: '1' } });
  [ana, ben] = await Promise.all([openBrowser(browser, product, 'Ana'), openBrowser(browser, product, 'Ben')]);
  await Promise.all([signInDemo(ana), signInDemo(ben)]);
  for (const { page } of [ana, ben]) {
    await page.getByRole('link', { name: 'NEXTDOOR' }).click();
    await saved(page);
  }
});
test.afterAll(async () => {
  await Promise.all([ana.context.close(), ben.context.close()]);
  await product.dispose();
});

const marks = (person: PersonAtScreen) =>
  person.page.evaluate(() =>
    [...(CSS.highlights.get('comment') ?? [])].map((range) => (range as Range).cloneContents().textContent),
  );

test('29, 30, 36 a passage is commented by the keyboard and marked for both', async () => {
  const text = await editorOf(ana.page, KEY);
  await editorOf(ben.page, KEY);
  await text.click();
  await ana.page.keyboard.press('Control+Home');
  for (let step = 0; step < 5; step += 1) await ana.page.keyboard.press('Shift+ArrowRight');
  await ana.page.keyboard.press('Control+Alt+m');
  const composer = ana.page.getByRole('textbox', { name: 'Write a comment' });
  await expect(composer).toBeFocused();
  await composer.fill('Which three?');
  await ana.page.keyboard.press('Control+Enter');
  await expect(ana.page.getByRole('article')).toContainText('Which three?');
  await expect.poll(() => marks(ben)).toEqual(['Three']);
});

test('34 typing around keeps the mark; deleting the words leaves the card with its quote; undo brings it back', async () => {
  const text = await editorOf(ben.page, KEY);
  await text.click();
  await ben.page.keyboard.press('Control+Home');
  await ben.page.keyboard.type('Note: ');
  await expect.poll(() => marks(ana)).toEqual(['Three']);
  for (let step = 0; step < 5; step += 1) await ben.page.keyboard.press('Shift+ArrowRight');
  await ben.page.keyboard.press('Delete');
  await expect.poll(() => marks(ana)).toEqual([]);
  await ana.page.getByText('Text removed', { exact: true }).click();
  await expect(ana.page.getByRole('article')).toContainText('Three');
  await text.click();
  await ben.page.keyboard.press('Control+z');
  await expect.poll(() => marks(ana)).toEqual(['Three']);
});

test('28 an answer is copied, ticked, and the tick clears when the text changes', async () => {
  await goTo(ana, 'Portal');
  const answer = ana.page.locator(`[data-answer="${KEY}"], [data-portal-answer="${KEY}"]`).first();
  await expect(answer).toBeVisible();
  await answer.getByRole('button', { name: /Copy/ }).first().click();
  const copied = await ana.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Three needs came back in every town');
  const tick = answer.getByRole('checkbox').first();
  if (!(await tick.isChecked())) await tick.check();
  await expect(tick).toBeChecked();
  const text = await editorOf(ben.page, KEY);
  await text.click();
  await ben.page.keyboard.press('Control+End');
  await ben.page.keyboard.type(' More.');
  await expect(tick).not.toBeChecked();
});
