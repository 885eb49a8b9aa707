// The way into the portal. Numbers are those of the list of checks.
import { expect, test } from '@playwright/test';
import { type Company, openDemo } from './support/company.ts';
import { editorOf, goTo, type PersonAtScreen } from './support/people.ts';

const KEY = 'answer:needs';
let company: Company<['Ana', 'Ben']>;
let ana: PersonAtScreen;
let ben: PersonAtScreen;

test.describe.configure({ mode: 'serial' });
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

test('the proposal leaves for Word and comes back: what differs is shown first, and written as one step of undo', async () => {
  await goTo(ana, 'Portal');
  await ana.page.getByRole('button', { name: 'Word …', exact: true }).click();
  const [download] = await Promise.all([
    ana.page.waitForEvent('download'),
    ana.page.getByRole('dialog').getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.docx$/);
  const text = await editorOf(ben.page, KEY);
  const before = await text.innerText();
  await text.click();
  await ben.page.keyboard.press('Control+End');
  await ben.page.keyboard.type(' Not in the file.');
  await ana.page.getByRole('button', { name: 'Import from Word …' }).click();
  const dialog = ana.page.getByRole('dialog');
  const choosing = ana.page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose a file …' }).click();
  await (await choosing).setFiles(await download.path());
  await expect(dialog.getByRole('status')).toContainText('1 answer would change');
  await expect(dialog.locator('del')).toHaveText(/Not in the file/);
  await expect(text).toContainText('Not in the file.');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(text).not.toContainText('Not in the file.');
  expect(await text.innerText()).toBe(before);
  await goTo(ana, 'Write');
  const own = await editorOf(ana.page, KEY);
  await own.click();
  await ana.page.keyboard.press('Control+z');
  await expect(text).toContainText('Not in the file.');
});
