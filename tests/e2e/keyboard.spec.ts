// The main job without a mouse: sign up, create a proposal, write, plan, share out, comment and carry over by keys alone. Whoever
// cannot get somewhere with Tab, arrows and Enter cannot do it here.
import { expect, type Locator, type Page, test } from '@playwright/test';
import { Company } from './support/company.ts';
import * as keys from './support/keys.ts';
import { expectNoComplaints, PASSWORD, saved } from './support/people.ts';

const KEY = 'answer:motivation';
let company: Company<['Ana']>;
let page: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  company = await Company.open(browser, ['Ana']);
  [{ page }] = company.people;
  await keys.watchForMouse(page);
  await page.goto('/sign-up');
});
test.afterAll(() => company.leave());
test.afterEach(async () => {
  await keys.expectNoMouse(page);
  expectNoComplaints(...company.people);
});

const tabTo = (target: Locator, key?: string) => keys.tabTo(page, target, key);
const press = (target: Locator, key?: string) => keys.press(page, target, key);
const fill = (label: string, words: string) => keys.fill(page, label, words);
const choose = (label: string, option: string) => keys.choose(page, label, option);

const tab = (name: string) =>
  page.getByRole('navigation', { name: 'Pages of the proposal' }).getByRole('link', { name: new RegExp(`^${name}`) });

test('an account, and a proposal', async () => {
  await fill('Your name', 'Ana');
  await fill('E-mail', 'ana@example.org');
  await fill('Password', PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'My proposals' })).toBeVisible();
  await press(page.getByRole('link', { name: 'New proposal' }).first());
  await expect(page).toHaveURL(/\/new$/);
  await choose('Field', 'Adult education');
  await fill('Title of the project', 'Next Door Online');
  await fill('Legal name', 'Thalassa Learning Network');
  await choose('Country', 'Greece');
  await press(page.getByRole('button', { name: 'Create the proposal' }));
  await expect(page).toHaveURL(/\/write/);
  await saved(page);
});

test('writing: from question to question, the toolbar and back, a list, and out of the text', async () => {
  const text = page.locator(`[data-answer="${KEY}"] [contenteditable="true"]`);
  // The editor of an answer that is reached comes a moment later, and takes the focus over.
  const isThere = () => page.locator(`[data-answer="${KEY}"]:focus-within`).count();
  for (let count = 0; count < keys.STOPS_MAX && !(await isThere()); count += 1) {
    await page.keyboard.press('Alt+PageDown');
    await expect(page.locator('[data-answer]:focus-within')).toHaveCount(1);
  }
  await expect(text).toBeFocused();
  await page.keyboard.type('Three needs came back:');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+F10');
  await tabToTool('Bulleted list');
  await page.keyboard.press('Enter');
  await expect(text).toBeFocused();
  await page.keyboard.type('trust');
  await expect(text.locator('[data-kind="bullet"]')).toHaveText('trust');
  await saved(page);
});

/** Arrows move within the toolbar. */
async function tabToTool(name: string): Promise<void> {
  const tool = page.getByRole('toolbar').getByRole('button', { name, exact: true });
  for (let count = 0; count < 30 && !(await keys.isFocused(tool)); count += 1) await page.keyboard.press('ArrowRight');
  await expect(tool).toBeFocused();
}

test('a comment on the selected words', async () => {
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('trust');
  await page.keyboard.press('Control+Alt+m');
  await expect(page.getByRole('textbox', { name: 'Write a comment' })).toBeFocused();
  await page.keyboard.type('Whose?');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article')).toContainText('Whose?');
});

test('a work package, an activity, and their months', async () => {
  await press(tab('Plan'));
  await press(page.getByRole('button', { name: 'Add a work package' }));
  await expect(page.getByLabel('Title of WP2')).toBeFocused();
  await page.keyboard.type('Learning kit');
  await page.keyboard.press('Enter');
  await fill('First month of WP2', '3');
  await fill('Last month of WP2', '9');
  await press(page.getByRole('button', { name: 'Add an activity to WP2' }));
  await expect(page.getByLabel('Title of A2.1')).toBeFocused();
  await page.keyboard.type('Training');
  const bar = page.getByRole('slider', { name: 'Activity 2.1' });
  await tabTo(bar, 'Shift+Tab');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(bar).toHaveAttribute('aria-valuetext', /^M3 to M8/);
});

test('amounts, and a rule that leads to its place', async () => {
  await press(tab('Budget'));
  await tabTo(page.getByRole('radio', { name: '€120,000' }).or(page.getByRole('radio').first()).first());
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: '€120,000' })).toBeChecked();
  await tabTo(page.getByRole('gridcell').first());
  await page.keyboard.type('20.000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('gridcell').first()).toHaveText('20,000');
  await press(page.locator('[data-rule="duration-range"]').getByRole('button', { name: /^Set it/ }));
  await expect(page.getByLabel('Duration in months')).toBeFocused();
  await page.keyboard.type('24');
  await page.keyboard.press('Tab');
  await saved(page);
});

test('an answer is copied for the portal', async () => {
  await press(tab('Portal'));
  const answer = page.locator(`[data-portal-answer="${KEY}"]`);
  await press(answer.getByRole('button', { name: /Copy/ }));
  await expect(answer.getByRole('checkbox')).toBeChecked();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Three needs came back:\n- trust');
});
