// Live references as two people see them: written behind "@" by keys alone, following the plan, one character for the keyboard,
// opened, copied, and gone with their object.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { type Company, openDemo } from './support/company.ts';
import { editorOf, goTo, type PersonAtScreen, saved } from './support/people.ts';

let company: Company<['Ana', 'Ben']>;
let ana: PersonAtScreen;
let ben: PersonAtScreen;
const KEY = 'answer:sustainability';
const chips = (text: Locator) => text.locator('.adagia-reference');

/** What is marked of what a finding quotes. */
const quotedWords = (page: Page) =>
  page.evaluate(() => {
    const [range] = CSS.highlights.get('adagia-quoted') ?? [];
    if (!(range instanceof Range)) return null;
    const { top, bottom } = range.getBoundingClientRect();
    return { words: range.toString(), isInSight: top > 0 && bottom < innerHeight };
  });

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  company = await openDemo(browser, ['Ana', 'Ben']);
  [ana, ben] = company.people;
});
test.afterAll(() => company.leave());

test('a reference is written by keys, follows the plan for everybody, and is one character to the keyboard', async () => {
  const { page } = ana;
  await goTo(ana, 'Write');
  const text = await editorOf(page, KEY);
  await text.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type('In @WP3');
  const menu = page.getByRole('listbox', { name: 'Refer to' });
  await expect(menu.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await expect(text).toBeFocused();
  await expect(text).toHaveAttribute('aria-activedescendant', /./);
  await page.keyboard.press('Enter');
  await expect(menu).toBeHidden();
  await page.keyboard.type(' we spend @total');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Backspace');
  await expect(text).toHaveText('In WP3 we spend');
  await page.keyboard.press('Control+z');
  await page.keyboard.type('.');
  await expect(text).toHaveText('In WP3 we spend EUR 250 000.');
  await expect(page.locator(`[data-answer="${KEY}"]`).getByText(/^28 \/ /)).toBeVisible();

  // An address and Esc leave what was typed.
  await page.keyboard.type(' a@b.eu @WP2');
  await expect(menu).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(text).toHaveText('In WP3 we spend EUR 250 000. a@b.eu @WP2');
  for (let step = 0; step < ' a@b.eu @WP2'.length; step += 1) await page.keyboard.press('Backspace');

  // Over it and beside it: nobody can write into one.
  await page.keyboard.press('Home');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
  await expect(chips(text).first()).toHaveAttribute('data-current', 'true');
  await expect(page.getByRole('status').filter({ hasText: /WP3 .* opens it/ })).toHaveCount(1);
  await page.keyboard.type('x');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('y');
  await expect(text).toHaveText('In yWP3x we spend EUR 250 000.');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Delete');
  await expect(text).toHaveText('In WP3 we spend EUR 250 000.');
  await saved(page);

  // Copied as words, and pasted as what it is.
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('In WP3 we spend EUR 250 000.');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+v');
  await expect(chips(text)).toHaveCount(4);
  await page.keyboard.press('Control+z');
  await expect(chips(text)).toHaveCount(2);

  // Dragged in from a window with another proposal: what is not in this one is left as words.
  const sign = '\u{F0005}';
  const ref = { sign, target: 'number:02900000-0000-7000-8000-000000000001', words: 'WP9' };
  const dragged = JSON.stringify([{ kind: 'paragraph', indent: 0, runs: [{ text: sign, format: {}, ref }] }]);
  await text.evaluate((element, json) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('application/x-adagia-blocks+json', json);
    const { left, top } = element.getBoundingClientRect();
    const at = { clientX: left + 20, clientY: top + 20, bubbles: true, cancelable: true };
    element.dispatchEvent(new DragEvent('drop', { dataTransfer, ...at }));
  }, dragged);
  await expect(text).toContainText('WP9');
  await expect(text).not.toContainText(sign);
  await expect(chips(text)).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(text).toHaveText('In WP3 we spend EUR 250 000.');

  // Somebody else reorders the plan.
  await goTo(ben, 'Plan');
  await ben.page.getByRole('button', { name: 'More for WP3' }).click();
  await ben.page.getByRole('menuitem', { name: 'Move up' }).click();
  await expect(text).toHaveText('In WP2 we spend EUR 250 000.');
  const { violations } = await new AxeBuilder({ page }).include(`[data-answer="${KEY}"]`).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await ben.page.getByRole('button', { name: 'More for WP2' }).click();
  await ben.page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(chips(text).first()).toHaveAttribute('data-gone', 'true');
  await expect(chips(text).first()).toHaveText('WP3');
  await ben.page.keyboard.press('Control+z');
  await expect(chips(text).first()).toHaveText('WP2');
  await expect(chips(text).first()).not.toHaveAttribute('data-gone');

  // Opened by keys, and by a click.
  await text.focus();
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/\/plan#plan/);
  await page.goBack();
  await chips(await editorOf(page, KEY))
    .last()
    .click();
  await expect(page).toHaveURL(/\/budget/);
});

test('what a text says otherwise than the plan is quoted, opened, and stays waived with its reason', async () => {
  const { page } = ana;
  await goTo(ana, 'Write');
  const text = await editorOf(page, 'answer:dissemination');
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' WP3 costs EUR 77 000.');
  await saved(page);
  await goTo(ben, 'Plan');
  const finding = ben.page.locator('[data-finding="text-amount"]');
  await expect(finding).toContainText('The text says €77,000 for WP3; the budget says');
  await expect(finding).toContainText('WP3 costs EUR 77 000.');

  // It leads to the words, with the caret before them, and they are no longer marked once they are mended.
  await finding.getByRole('button', { name: /^Show/ }).click();
  const there = ben.page.locator('[data-answer-text="answer:dissemination"]');
  await expect(there).toBeFocused();
  await expect.poll(() => quotedWords(ben.page)).toEqual({ words: 'WP3 costs EUR 77 000.', isInSight: true });
  await ben.page.keyboard.type('Then ');
  await expect(there).toContainText('Then WP3 costs EUR 77 000.');
  await ben.page.keyboard.press('Control+z');
  await saved(ben.page);
  await goTo(ben, 'Plan');
  await finding.getByRole('button', { name: /^Waive/ }).click();
  await ben.page.getByLabel('Why this may stay as it is').fill('Rounded on purpose');
  await ben.page.getByRole('button', { name: 'Waive with this reason' }).click();
  await expect(finding).toHaveCount(0);
  await goTo(ana, 'Plan');
  await page.getByText('1 waived').click();
  await expect(page.locator('[data-waived="text-amount"]')).toContainText('Rounded on purpose');
  await expect(page.locator('[data-finding="text-amount"]')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).include('#text-checks').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
