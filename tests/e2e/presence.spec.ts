// Who is here and where. Numbers are those of the list of checks.
import { expect, test } from '@playwright/test';
import { type Company, openDemo } from './support/company.ts';
import { editorOf, goTo, type PersonAtScreen } from './support/people.ts';

const KEY = 'answer:needs';
let company: Company<['Ana', 'Ben']>;
let ana: PersonAtScreen;
let ben: PersonAtScreen;

test.beforeAll(async ({ browser }) => {
  company = await openDemo(browser, ['Ana', 'Ben']);
  [ana, ben] = company.people;
});
test.afterAll(() => company.leave());

test("51, 53 Ben's avatar leads to where he is, and the contents show it", async () => {
  await goTo(ben, 'Write');
  const benText = await editorOf(ben.page, KEY);
  await benText.click();
  await goTo(ana, 'Write');
  await expect(ana.page.getByRole('link', { name: 'Relevance of the project Here now: Ben Ionescu' })).toBeVisible();
  await ana.page.getByRole('button', { name: 'Go to Ben Ionescu' }).click();
  await expect(ana.page.locator(`[data-answer="${KEY}"]`)).toBeInViewport();
});

test('52 a caret of somebody else carries their name, and changes neither selection nor text', async () => {
  const anaText = await editorOf(ana.page, KEY);
  const benText = await editorOf(ben.page, KEY);
  const before = await anaText.textContent();
  await anaText.click();
  await ana.page.keyboard.press('Control+Home');
  for (let step = 0; step < 5; step += 1) await ana.page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => ana.page.evaluate(() => String(getSelection()))).toBe('Three');
  await benText.click();
  await ben.page.keyboard.press('Control+Home');
  await ben.page.keyboard.press('ArrowRight');
  await expect(ana.page.locator(`[data-carets="${KEY}"]`)).toContainText('Ben');
  expect(await ana.page.evaluate(() => String(getSelection()))).toBe('Three');
  await expect(anaText).toHaveText(before ?? '');
});
