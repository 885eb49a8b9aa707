// A worked example with its plan and budget on the screen: the rules turn red and green by real keys, and both partners see
// the same figures at once.
import { expect, test } from '@playwright/test';
import { type Company, openDemo } from './support/company.ts';
import { goTo, type PersonAtScreen, saved } from './support/people.ts';

let company: Company<['Ana', 'Ben']>;
let ana: PersonAtScreen;
let ben: PersonAtScreen;

test.beforeAll(async ({ browser }) => {
  company = await openDemo(browser, ['Ana', 'Ben']);
  [ana, ben] = company.people;
});
test.afterAll(() => company.leave());

test('a work package 1 above 20 % breaks a rule for both, and a decimal comma mends it', async () => {
  await goTo(ana, 'Budget');
  await goTo(ben, 'Budget');
  await expect(ana.page.getByText('All required rules are kept').first()).toBeVisible();
  await expect(ben.page.getByText('All required rules are kept').first()).toBeVisible();
  const cell = ana.page.getByRole('gridcell', { name: '21,000' }).first();
  await cell.click();
  await ana.page.keyboard.type('30.000,50');
  await ana.page.keyboard.press('Enter');
  await expect(ben.page.getByRole('gridcell', { name: '30,000.50' }).first()).toBeVisible();
  await expect(ben.page.getByText('All required rules are kept')).toHaveCount(0);
  await expect(ana.page.getByText(/20\s?%/).first()).toBeVisible();
  await ana.page.keyboard.press('ArrowUp');
  await ana.page.keyboard.type('21000');
  await ana.page.keyboard.press('Enter');
  await expect(ana.page.getByText('All required rules are kept').first()).toBeVisible();
  await expect(ben.page.getByText('All required rules are kept').first()).toBeVisible();
  await saved(ana.page);
});

test('57 cells of a spreadsheet that are pasted into the field of one cell go into their cells', async () => {
  await goTo(ana, 'Budget');
  const { page } = ana;
  await page.getByRole('gridcell', { name: '21,000' }).first().dblclick();
  await page.evaluate(() => navigator.clipboard.writeText('20000\t7000\n9.000,50\t7000\n'));
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('gridcell', { name: '9,000.50' }).first()).toBeVisible();
  await expect(page.getByRole('gridcell', { name: '20,000' }).first()).toBeVisible();
  await expect(page.getByRole('gridcell').getByRole('textbox')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('gridcell', { name: '21,000' }).first()).toBeVisible();
  await saved(page);
});

test('a bar of the Gantt moves by the keyboard, and everybody sees it', async () => {
  await goTo(ana, 'Plan');
  await goTo(ben, 'Plan');
  const bar = ana.page.getByRole('slider', { name: 'Activity 2.2' });
  await bar.focus();
  const before = await bar.getAttribute('aria-valuenow');
  await ana.page.keyboard.press('ArrowLeft');
  await expect(bar).not.toHaveAttribute('aria-valuenow', before ?? '');
  const after = await bar.getAttribute('aria-valuenow');
  await expect(ben.page.getByRole('slider', { name: 'Activity 2.2' })).toHaveAttribute('aria-valuenow', after ?? '');
});
