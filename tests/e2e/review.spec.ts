// The way into the portal. Numbers are those of the list of checks.
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
