// The way into the portal. Numbers are those of the list of checks.
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
