// The introduction to Adagia, as a program: two editors and a commenter write a real proposal together, each in a browser of
// their own, over a real server. Read it from top to bottom to know what the product does.
import { expect, test } from '@playwright/test';
import { Company } from './support/company.ts';
import { cellOf } from './support/grid.ts';
import {
  choose,
  createProposal,
  editorOf,
  expectNoComplaints,
  goTo,
  invite,
  join,
  openBrowser,
  type PersonAtScreen,
  saved,
  signUp,
} from './support/people.ts';
import type { Product } from './support/product.ts';

const MOTIVATION = 'answer:motivation';

let company: Company<['Ana', 'Ben', 'Eve']>;
let product: Product;
let ana: PersonAtScreen;
let ben: PersonAtScreen;
let eve: PersonAtScreen;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  company = await Company.open(browser, ['Ana', 'Ben', 'Eve']);
  ({ product } = company);
  [ana, ben, eve] = company.people;
});
test.afterAll(() => company.leave());

test('Ana creates an account and a proposal, and invites an editor and a commenter', async () => {
  expect(product.output).toContain('Create the first one here');
  await signUp(ana);
  await createProposal(ana, 'Next Door Online', 'NEXTDOOR');
  await join(ben, await invite(ana, 'Editor'));
  await join(eve, await invite(ana, 'Commenter'));
  await expect(ana.page.getByText('ben@example.org')).toBeVisible();
  await expect(ana.page.getByText('eve@example.org')).toBeVisible();
});

test('an invitation works once', async ({ browser }) => {
  const link = await invite(ana, 'Editor');
  const first = await openBrowser(browser, product, 'First');
  await join(first, link);
  const second = await openBrowser(browser, product, 'Second');
  await second.page.goto(link);
  await expect(second.page.getByText('This invitation does not work any more')).toBeVisible();
  await Promise.all([first.context.close(), second.context.close()]);
});

test('both write in the same paragraph, and see the same', async () => {
  await goTo(ana, 'Write');
  const [anaText, benText] = [await editorOf(ana.page, MOTIVATION), await editorOf(ben.page, MOTIVATION)];
  await anaText.click();
  await ana.page.keyboard.type('In five towns one resident in four is over sixty-five.');
  await expect(benText).toHaveText('In five towns one resident in four is over sixty-five.');
  await benText.click();
  await ben.page.keyboard.press('Control+End');
  await anaText.click();
  await ana.page.keyboard.press('Control+Home');
  await Promise.all([
    ana.page.keyboard.type('Today: ', { delay: 20 }),
    ben.page.keyboard.type(' The bank branch has closed.', { delay: 15 }),
  ]);
  const both = 'Today: In five towns one resident in four is over sixty-five. The bank branch has closed.';
  await expect(anaText).toHaveText(both);
  await expect(benText).toHaveText(both);
  await Promise.all([saved(ana.page), saved(ben.page)]);
});

test('undo takes back mine alone', async () => {
  const [anaText, benText] = [await editorOf(ana.page, MOTIVATION), await editorOf(ben.page, MOTIVATION)];
  await benText.click();
  await ben.page.keyboard.press('Control+End');
  await ben.page.keyboard.type(' Post too.');
  await anaText.click();
  await ana.page.keyboard.press('Control+End');
  await ana.page.keyboard.type(' And the shop.');
  await expect(benText).toContainText('And the shop.');
  await benText.click();
  await ben.page.keyboard.press('Control+z');
  await expect(benText).not.toContainText('Post too.');
  await expect(benText).toContainText('And the shop.');
  await expect(anaText).not.toContainText('Post too.');
});

test('each sees where the other is', async () => {
  await expect(ana.page.getByRole('button', { name: /Ben/ }).first()).toBeVisible();
  await expect(ana.page.locator(`[data-carets="${MOTIVATION}"]`).getByText('Ben')).toHaveCount(1);
});

test('Ana names the other two organisations of the partnership', async () => {
  await goTo(ana, 'Partners');
  for (const [name, country] of [
    ['Olt Valley County Library', 'Romania'],
    ['Minho Centre for Adult Learning', 'Portugal'],
  ] as const) {
    await ana.page.getByRole('button', { name: 'Add an organisation' }).click();
    const dialog = ana.page.getByRole('dialog');
    await dialog.getByLabel('Legal name').fill(name);
    await choose(dialog, 'Country', country);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(ana.page.getByRole('region', { name: 'Organisations' })).toContainText(name);
  }
});

test('they plan a work package with an activity, live for both', async () => {
  await goTo(ana, 'Plan');
  await goTo(ben, 'Plan');
  const { page } = ana;
  await expect(page.getByLabel('Title of WP1')).toHaveValue('Project management');
  await page.getByRole('button', { name: 'Add a work package' }).click();
  await page.keyboard.type('Learning kit');
  await page.keyboard.press('Enter');
  await expect(ben.page.getByLabel('Title of WP2')).toHaveValue('Learning kit');
  await ben.page.getByRole('button', { name: 'Add an activity to WP2' }).click();
  await ben.page.keyboard.type('Training of mentors');
  await ben.page.keyboard.press('Enter');
  await expect(page.getByLabel('Title of A2.1')).toHaveValue('Training of mentors');
  for (const [label, value] of [
    ['First month of WP1', '1'],
    ['Last month of WP1', '24'],
    ['First month of WP2', '3'],
    ['Last month of WP2', '20'],
    ['First month of A2.1', '6'],
    ['Last month of A2.1', '8'],
    ['Venue of A2.1', 'Slatina'],
  ] as const) {
    await page.getByLabel(label, { exact: true }).fill(value);
    await page.keyboard.press('Enter');
  }
  await page.getByLabel('Lead of A2.1').selectOption({ label: 'P2 Olt Valley County Library' });
  await expect(ben.page.getByRole('slider', { name: 'Activity 2.1: Training of mentors' })).toHaveAttribute(
    'aria-valuetext',
    /^M6 to M8/,
  );
});

test('they share the budget out until every rule of the call is kept', async () => {
  await goTo(ana, 'Budget');
  await goTo(ben, 'Budget');
  const { page } = ana;
  const green = 'All required rules are kept: this budget adds up.';
  await expect(page.getByText(green)).toHaveCount(0);
  // A rule that cannot be checked leads to what is missing.
  await page
    .locator('[data-rule="duration-range"]')
    .getByRole('button', { name: /^Set it/ })
    .click();
  await expect(page.getByLabel('Duration in months')).toBeFocused();
  await page.keyboard.type('24');
  await page.keyboard.press('Tab');
  await goTo(ana, 'Budget');
  await page.getByRole('radio', { name: '€120,000' }).check();
  await cellOf(page, 'WP1', 0).click();
  for (const amount of ['10000', '5000', '5000']) {
    await page.keyboard.type(amount);
    await page.keyboard.press('Tab');
  }
  await cellOf(ben.page, 'WP2', 0).click();
  for (const amount of ['40.000,00', '35000', '25000']) {
    await ben.page.keyboard.type(amount);
    await ben.page.keyboard.press('Tab');
  }
  await expect(page.locator('[data-rule="activities-add-up"]').first()).toHaveAttribute('data-state', 'violated');
  await cellOf(page, 'A2.1', 3).click();
  await page.keyboard.type('100000');
  await page.keyboard.press('Enter');
  for (const { page: screen } of [ana, ben]) await expect(screen.getByText(green)).toBeVisible();
  // Too much for management is red at once, for both.
  await cellOf(page, 'WP1', 0).click();
  await page.keyboard.type('20000');
  await page.keyboard.press('Enter');
  for (const { page: screen } of [ana, ben]) {
    await expect(screen.locator('[data-rule="management-share"]')).toHaveAttribute('data-state', 'violated');
  }
  await page.keyboard.press('Control+z');
  for (const { page: screen } of [ana, ben]) await expect(screen.getByText(green)).toBeVisible();
  await Promise.all([saved(ana.page), saved(ben.page)]);
});

test('a commenter reads and comments, and cannot type', async () => {
  const text = eve.page.locator(`[data-answer="${MOTIVATION}"]`);
  await text.scrollIntoViewIfNeeded();
  await expect(text).toContainText('In five towns');
  await expect(text.locator('[contenteditable="true"]')).toHaveCount(0);
  await text.getByRole('button', { name: /^Add a comment/ }).click();
  await eve.page.getByRole('textbox', { name: 'Write a comment' }).fill('Where is this figure from?');
  await eve.page.keyboard.press('Control+Enter');
  await expect(eve.page.getByRole('article')).toContainText('Where is this figure from?');
  await goTo(ana, 'Write');
  await ana.page.getByRole('button', { name: '1 open comment, 1 new' }).click();
  await expect(ana.page.getByRole('article')).toContainText('Where is this figure from?');
  await ana.page.getByRole('article').click();
  await ana.page.getByRole('textbox', { name: 'Reply' }).fill('Eurostat, added.');
  await ana.page.keyboard.press('Control+Enter');
  await expect(eve.page.getByRole('article')).toContainText('Eurostat, added.');
  await ana.page.getByRole('button', { name: 'Resolve' }).click();
  await expect(eve.page.getByRole('article')).toHaveCount(0);
  await expect(ana.page.getByText('No comments here')).toBeVisible();
  await ana.page.getByRole('button', { name: 'Close the comments' }).click();
});

test('Ben writes without network, reloads, and comes back: nothing is lost', async () => {
  await goTo(ben, 'Write');
  const benText = await editorOf(ben.page, 'answer:innovation');
  await saved(ben.page);
  await ben.context.setOffline(true);
  await benText.click();
  await ben.page.keyboard.type('Written on the train.');
  await expect(ben.page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'offline');
  await ben.page.reload();
  const again = await editorOf(ben.page, 'answer:innovation');
  await expect(again).toHaveText('Written on the train.');
  const anaText = await editorOf(ana.page, 'answer:innovation');
  await anaText.click();
  await ana.page.keyboard.type('Meanwhile in Volos. ');
  await saved(ana.page);
  await ben.context.setOffline(false);
  await saved(ben.page);
  await expect(again).toContainText('Written on the train.');
  await expect(again).toContainText('Meanwhile in Volos.');
  await expect(anaText).toHaveText((await again.textContent()) ?? '');
});

test('the server is killed and started again while both type: every character is there', async () => {
  const [anaText, benText] = [await editorOf(ana.page, 'answer:eu_value'), await editorOf(ben.page, 'answer:eu_value')];
  await anaText.click();
  await ana.page.keyboard.type('a');
  await expect(benText).toHaveText('a');
  await benText.click();
  const typing = Promise.all([
    ana.page.keyboard.type('1'.repeat(60), { delay: 40 }),
    ben.page.keyboard.type('2'.repeat(60), { delay: 40 }),
  ]);
  await expect(anaText).toContainText('11111');
  await product.kill();
  await product.start();
  await typing;
  await Promise.all([saved(ana.page), saved(ben.page)]);
  await expect(benText).toHaveText((await anaText.textContent()) ?? '');
  const text = (await anaText.textContent()) ?? '';
  expect(text.replaceAll(/[^1]/g, '')).toHaveLength(60);
  expect(text.replaceAll(/[^2]/g, '')).toHaveLength(60);
});

test('an answer is copied for the portal, and ticked until it changes', async () => {
  await goTo(ana, 'Portal');
  const answer = ana.page.locator(`[data-portal-answer="${MOTIVATION}"]`);
  const tick = answer.getByRole('checkbox');
  await expect(tick).not.toBeChecked();
  await answer.getByRole('button', { name: /Copy/ }).click();
  await expect(tick).toBeChecked();
  const shown = await (await editorOf(ben.page, MOTIVATION)).innerText();
  expect(await ana.page.evaluate(() => navigator.clipboard.readText())).toBe(shown.trim());
  await (await editorOf(ben.page, MOTIVATION)).click();
  await ben.page.keyboard.press('Control+End');
  await ben.page.keyboard.type(' So are its steps.');
  await expect(tick).not.toBeChecked();
});

test('the timeline tells who did what', async () => {
  await goTo(ana, 'Timeline');
  await expect(ana.page.getByText('Ana created the proposal')).toBeVisible();
  await expect(ana.page.getByText('Ben joined as Editor')).toBeVisible();
  await expect(ana.page.getByText(/Ben wrote in “/).first()).toBeVisible();
  await expect(ana.page.getByText(/Ben changed .*WP2/).first()).toBeVisible();
  await expect(ana.page.getByText('from nothing to €40,000')).toBeVisible();
  await choose(ana.page, 'Person', 'Ben');
  await expect(ana.page.getByText('Ana created the proposal')).toBeHidden();
});

test('no page broke its own content security policy, or threw', () => {
  expectNoComplaints(ana, ben, eve);
});
