// A worked example with its plan and budget on the screen: the rules turn red and green by real keys, and both partners see
// the same figures at once.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type Company, openDemo } from './support/company.ts';
import { cellOf } from './support/grid.ts';
import { goTo, type PersonAtScreen, saved } from './support/people.ts';

/** Behind the five organisations. */
const TOTAL = 5;

let company: Company<['Ana', 'Ben']>;
let ana: PersonAtScreen;
let ben: PersonAtScreen;

test.describe.configure({ mode: 'serial' });
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
  // What would mend it is said to the cent, and done by a button; of two rules that one step mends, each says it.
  const fix = ana.page.locator('[data-rule="work-packages-add-up"] [data-fix]');
  await expect(fix).toContainText('€9,000.50 too much in WP1 Project management: take them off there.');
  await fix.getByRole('button', { name: /^Do it/ }).click();
  await expect(ben.page.getByRole('gridcell', { name: '21,000' }).first()).toBeVisible();
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

test('57 arrows, Enter, Tab, F2 and Esc move and edit as in a spreadsheet', async () => {
  await goTo(ana, 'Budget');
  const { page } = ana;
  const cell = (row: string, column: number) => cellOf(page, row, column);
  await cell('WP1', 0).click();
  await page.keyboard.press('ArrowDown');
  await expect(cell('WP2', 0)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(cell('WP2', 1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(cell('WP1', 1)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(cell('WP1', 0)).toBeFocused();
  // Typing replaces, Enter stores and goes down, the totals follow.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('5.999,95');
  await page.keyboard.press('Enter');
  await expect(cell('WP1', 1)).toHaveText('5,999.95');
  await expect(cell('WP1', TOTAL)).toHaveText('44,999.95');
  await expect(cell('Total', 1)).toHaveText(/\.95$/);
  await expect(cell('WP2', 1)).toBeFocused();
  // F2 goes on with what is there, Esc gives up.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('F2');
  const field = page.getByRole('grid').getByRole('textbox');
  await expect(field).toHaveValue('5999.95');
  await page.keyboard.type('7');
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(cell('WP1', 1)).toHaveText('5,999.95');
  await expect(cell('WP1', 1)).toBeFocused();
  // Enter edits too; Tab stores and goes on.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('6000');
  await page.keyboard.press('Tab');
  await expect(cell('WP1', 1)).toHaveText('6,000');
  await expect(cell('WP1', 2)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(cell('WP1', 1)).toBeFocused();
  // What is no amount stays in its cell with the reason.
  await page.keyboard.type('six');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid').getByRole('alert')).toHaveText('This is not an amount.');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(cell('WP1', 1)).toHaveText('6,000');
  await saved(page);
});

test('57 ranges go to a spreadsheet and back, Mod+D fills down, and the other one sees it', async () => {
  await Promise.all([goTo(ana, 'Budget'), goTo(ben, 'Budget')]);
  const { page } = ana;
  const cell = (row: string, column: number) => cellOf(page, row, column);
  await cell('WP1', 0).click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^21000\t6000\r?\n8500\t7500$/);
  // As Excel puts a row on the clipboard.
  await page.evaluate(() => navigator.clipboard.writeText('1.000,50\t2000\r\n'));
  await cell('WP1', 2).click();
  await page.keyboard.press('Control+v');
  await expect(cell('WP1', 2)).toHaveText('1,000.50');
  await expect(cell('WP1', 3)).toHaveText('2,000');
  await cell('WP1', 2).click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  for (const { page: screen } of [ana, ben]) {
    await expect(cellOf(screen, 'WP2', 2)).toHaveText('1,000.50');
    // Where Ana is, Ben also sees her name.
    await expect(cellOf(screen, 'WP2', 3)).toHaveText(/^2,000/);
  }
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  for (const { page: screen } of [ana, ben]) {
    await expect(cellOf(screen, 'WP1', 2)).toHaveText('6,000');
    await expect(cellOf(screen, 'WP2', 3)).toHaveText(/^11,000/);
  }
  await saved(page);
});

test('58 the cell where somebody else is has an outline in their colour and their name', async () => {
  await Promise.all([goTo(ana, 'Budget'), goTo(ben, 'Budget')]);
  const seen = cellOf(ana.page, 'WP2', 0);
  await cellOf(ben.page, 'WP2', 0).click();
  await expect(seen).toContainText('Ben Ionescu');
  const { style, colour } = await seen.evaluate((element) => {
    const { outlineStyle, outlineColor } = getComputedStyle(element);
    return { style: outlineStyle, colour: outlineColor };
  });
  expect(style).not.toBe('none');
  await expect(seen.getByText('Ben Ionescu', { exact: true }).locator('..')).toHaveCSS('background-color', colour);
  await ben.page.keyboard.press('ArrowRight');
  await expect(cellOf(ana.page, 'WP2', 1)).toContainText('Ben Ionescu');
  await expect(seen).not.toContainText('Ben Ionescu');
});

test('58 two who change one cell without knowing of each other end with the same amount', async () => {
  await Promise.all([goTo(ana, 'Budget'), goTo(ben, 'Budget')]);
  const write = async ({ page }: PersonAtScreen, amount: string) => {
    await cellOf(page, 'WP2', 0).click();
    await page.keyboard.type(amount);
    await page.keyboard.press('Enter');
  };
  await ben.context.setOffline(true);
  await write(ben, '8600');
  await expect(ben.page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'offline');
  await write(ana, '8700');
  await saved(ana.page);
  await expect(cellOf(ben.page, 'WP2', 0)).toHaveText('8,600');
  await ben.context.setOffline(false);
  await saved(ben.page);
  const shown = () => Promise.all([ana, ben].map(({ page }) => cellOf(page, 'WP2', 0).innerText()));
  await expect.poll(async () => new Set(await shown()).size).toBe(1);
  expect((await shown())[0]).toMatch(/^8,[67]00/);
  // Whoever lost finds their amount in the history of the cell, and so does everybody; each can be put back.
  const { page } = ana;
  await cellOf(page, 'WP2', 0).click();
  await page.keyboard.press('Alt+F10');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'History' })).toBeFocused();
  await page.keyboard.press('Enter');
  const history = page.getByRole('dialog', { name: /^History: WP2 .*, P1/ });
  await expect(history.getByRole('listitem').filter({ hasText: '8,600' }).first()).toContainText('Ben Ionescu');
  await expect(history.getByRole('listitem').filter({ hasText: '8,500 → 8,700' })).toContainText('Ana Petrou');
  await history.getByRole('button', { name: 'Put back 8,500' }).first().click();
  await expect(history.getByRole('listitem').first()).toContainText(/→ 8,500/);
  await page.keyboard.press('Escape');
  await expect(cellOf(page, 'WP2', 0)).toBeFocused();
  await expect(cellOf(ben.page, 'WP2', 0)).toHaveText(/^8,500/);
});

test('a comment on a cell: by keyboard, marked in its corner, answered, found from the list of all, and kept when its row is gone', async () => {
  await Promise.all([goTo(ana, 'Budget'), goTo(ben, 'Budget')]);
  const comments = (page: Page) => page.getByRole('dialog', { name: 'Comments on the budget' });
  await cellOf(ben.page, 'WP5', 1).click();
  await ben.page.keyboard.press('Shift+F2');
  await expect(comments(ben.page).getByRole('textbox', { name: 'Write a comment' })).toBeFocused();
  await ben.page.keyboard.type('Who travels for this?');
  await ben.page.keyboard.press('Control+Enter');
  await expect(comments(ben.page).getByRole('article')).toContainText('Budget: WP5');
  await ben.page.keyboard.press('Escape');
  await expect(cellOf(ben.page, 'WP5', 1)).toBeFocused();
  // Where Ben is, Ana also sees his name.
  await expect(cellOf(ana.page, 'WP5', 1)).toContainText(', 1 open comment, 1 new');
  await cellOf(ana.page, 'WP5', 1).click();
  await ana.page.keyboard.press('Control+Alt+m');
  const thread = comments(ana.page).getByRole('article', { name: /Ben Ionescu/ });
  await expect(thread).toBeFocused();
  await thread.getByRole('textbox').fill('Two of us, twice.');
  await ana.page.keyboard.press('Control+Enter');
  await expect(cellOf(ben.page, 'WP5', 1)).toContainText('1 new');
  await expect(cellOf(ana.page, 'WP5', 1)).not.toContainText('new');
  // From the list of all comments back to the cell.
  await goTo(ben, 'Write');
  await ben.page.getByRole('button', { name: /open comment/ }).click();
  await ben.page
    .getByRole('article')
    .filter({ hasText: 'Budget: WP5' })
    .getByRole('button', { name: 'Go to the cell' })
    .click();
  await expect(cellOf(ben.page, 'WP5', 1)).toBeFocused();
  await expect(comments(ben.page).getByText('Two of us, twice.')).toBeVisible();
  // Its row is gone: the thread stays, under the name that the cell had.
  await goTo(ana, 'Plan');
  await ana.page.getByRole('button', { name: 'More for WP5', exact: true }).click();
  await ana.page.getByRole('menuitem', { name: 'Remove', exact: true }).click();
  await expect(comments(ben.page).getByText('This cell of the budget is gone.')).toBeVisible();
  await expect(comments(ben.page).getByRole('article')).toContainText('Budget: WP5');
  await ana.page.keyboard.press('Control+z');
  await expect(comments(ben.page).getByText('This cell of the budget is gone.')).toHaveCount(0);
  await ben.page.keyboard.press('Escape');
});

test('the workings behind a figure are kept from all but its organisation and the coordinator, and give the cell its amount', async () => {
  await Promise.all([goTo(ana, 'Budget'), goTo(ben, 'Budget')]);
  const { page } = ben;
  await page.getByRole('button', { name: 'Daily rates' }).click();
  const rate = page.getByRole('textbox', { name: /^Managers, Olt Valley/ });
  await rate.fill('214,50');
  await rate.press('Enter');
  await expect(page.getByText('Saved').first()).toBeVisible();
  // Another organisation's column has none for him.
  await cellOf(page, 'WP4', 0).click();
  await expect(page.getByRole('button', { name: 'History' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Workings' })).toHaveCount(0);
  await cellOf(page, 'WP4', 1).click();
  await page.getByRole('button', { name: 'Workings' }).click();
  const workings = page.getByRole('dialog', { name: /^Workings: WP4 / });
  const days = workings.getByRole('textbox', { name: /^Days: Manager/ });
  await days.fill('many');
  await expect(workings.getByRole('alert')).toContainText('A number of days');
  await days.fill('20,5');
  await workings.getByRole('textbox', { name: 'Note' }).fill('Two visits a month');
  await expect(workings).toContainText('€4,397.25 · the cell holds €12,000');
  // Nothing that is written is lost by a key.
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Cancel' }).click();
  await workings.getByRole('button', { name: 'Put €4,397.25 into the cell' }).click();
  await expect(cellOf(page, 'WP4', 1)).toBeFocused();
  await expect(cellOf(ana.page, 'WP4', 1)).toContainText('4,397.25');
  // The coordinator sees them too.
  await cellOf(ana.page, 'WP4', 1).click();
  await ana.page.getByRole('button', { name: 'Workings' }).click();
  await expect(ana.page.getByRole('dialog').getByRole('textbox', { name: 'Note' })).toHaveValue('Two visits a month');
  await ana.page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cellOf(ana.page, 'WP4', 1)).toContainText('12,000');
});

test('the budget goes out as a workbook and comes back, and any table finds its places', async () => {
  await Promise.all([goTo(ana, 'Budget'), goTo(ben, 'Budget')]);
  const { page } = ana;
  const menu = async (item: string) => {
    await page.getByRole('button', { name: 'Excel' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const dialog = page.getByRole('dialog', { name: 'Import amounts' });
  const chooser = dialog.locator('input[type="file"]');
  const before = await cellOf(page, 'WP3', 0).innerText();
  const download = page.waitForEvent('download');
  await menu('Download as an Excel workbook');
  const workbook = await (await download).path();
  await cellOf(page, 'WP3', 0).click();
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await menu('Import from Excel or CSV…');
  await chooser.setInputFiles(workbook);
  await expect(dialog.getByText('This file was downloaded here')).toBeVisible();
  await expect(dialog.getByRole('row', { name: /^D8 WP3, P1 €1 €13,000/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Import 1 amount' }).click();
  await expect(dialog).toHaveCount(0);
  for (const screen of [page, ben.page]) await expect(cellOf(screen, 'WP3', 0)).toHaveText(before);

  await menu('Import from Excel or CSV…');
  const csv = 'Plan;Volos\nWP3;1.234,50\nWP5;-3\n';
  await chooser.setInputFiles({ name: 'ours.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await dialog.getByLabel('Column B').selectOption({ label: 'P1 Thalassa Learning Network' });
  await expect(dialog.getByRole('alert')).toContainText('B3 “-3”: An amount cannot be negative.');
  await expect(dialog.getByRole('button', { name: 'Import 1 amount' })).toBeDisabled();
  await dialog.getByLabel('Row 3').selectOption('');
  await dialog.getByRole('button', { name: 'Import 1 amount' }).click();
  await expect(cellOf(ben.page, 'WP3', 0)).toHaveText('1,234.50');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cellOf(ben.page, 'WP3', 0)).toHaveText(before);
  await saved(page);
});

/** A strategic partnership of before 2021, whose amounts follow from quantities. */
const unitCosts = {
  action: 'KA2-LEGACY-KA204',
  call: 2020,
  title: 'Handbook',
  acronym: 'HAND',
  organisations: [
    { id: 'P1', legal_name: 'Thalassa Learning Network', country: 'EL', role: 'applicant' },
    { id: 'P2', legal_name: 'Olt Valley County Library', country: 'RO', role: 'partner' },
  ],
  activities: [{ id: 'O1', part: 'output', title: 'Handbook', from: 1, to: 6, orgs: ['P1', 'P2'] }],
  quantities: { 'O1/P1:days-teacher': 40, 'O1/P2:days-teacher': 30, 'exceptional/P1:cost': 1234.57 },
};

test('a quantity has its history by keys, and all of them go out as a workbook and come back', async () => {
  const page = await ana.context.newPage();
  const answer = await ana.context.request.post('/api/proposals/import', { data: unitCosts });
  await page.goto(`/p/${((await answer.json()) as { id: string }).id}/budget`);
  await saved(page);
  const field = page.getByRole('textbox', { name: /^O1 Handbook, P1: Days of teachers/ });
  await field.fill('45');
  await field.press('Enter');
  await field.press('Alt+F10');
  const history = page.getByRole('group', { name: /^Selected cell: O1/ }).getByRole('button', { name: 'History' });
  await expect(history).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toContainText('40 → 45');
  await page.getByRole('dialog').getByRole('button', { name: 'Put back 40' }).click();
  await page.keyboard.press('Escape');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('40');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Excel' }).click();
  await page.getByRole('menuitem', { name: 'Download as an Excel workbook' }).click();
  const workbook = await (await download).path();
  await field.fill('99');
  await field.press('Enter');
  await page.getByRole('button', { name: 'Excel' }).click();
  await page.getByRole('menuitem', { name: 'Import from Excel or CSV…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import amounts' });
  await dialog.locator('input[type="file"]').setInputFiles(workbook);
  await expect(dialog.getByText('1 amount would change, 2 are here already.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Import 1 amount' }).click();
  await expect(field).toHaveValue('40');
  await saved(page);
  await page.close();
});

// Last: from here on Ben's figures are proposals.
test('a partner proposes, the coordinator offers, the partner takes it, and the column is agreed to', async () => {
  await Promise.all([goTo(ana, 'Budget'), goTo(ben, 'Budget')]);
  const anas = cellOf(ana.page, 'WP2', 1);
  const bens = cellOf(ben.page, 'WP2', 1);
  await ana.page.getByRole('switch', { name: /^Partners propose/ }).click({ force: true });
  await expect(ben.page.getByText('The budget is negotiated')).toBeVisible();
  // Only their own column is a partner's to propose in.
  await expect(cellOf(ben.page, 'WP2', 0)).toHaveAttribute('aria-readonly', 'true');
  await bens.click();
  await ben.page.keyboard.type('9.500,00');
  await ben.page.keyboard.press('Enter');
  await expect(anas).toHaveText('7,500proposed 9,500');
  await expect(ana.page.getByRole('button', { name: /^News for you, \d+ unread|one unread/ })).toBeVisible();
  // What would be if it were accepted: totals and rules, and nothing is changed by looking.
  const panel = ana.page.getByRole('region', { name: 'Figures under negotiation' });
  await expect(panel.getByText(/the total would go from €250,000 to €252,000/)).toBeVisible();
  await expect(panel.locator('[data-would-break]')).toContainText('€2,000 more than the lump sum');
  await expect(panel.getByRole('row', { name: /^WP2 .*7,500 9,500/ })).toContainText('Ben Ionescu');
  await ana.page.getByRole('radio', { name: 'As if proposals were accepted' }).check();
  await expect(cellOf(ana.page, 'Total', TOTAL)).toHaveText('252,000');
  await ana.page.getByRole('radio', { name: 'As agreed' }).check();
  await expect(cellOf(ana.page, 'Total', TOTAL)).toHaveText('250,000');
  // By keys alone: another figure beside the proposal is an offer; Alt+F10 leads to the answer.
  await anas.focus();
  await ana.page.keyboard.type('8800');
  await ana.page.keyboard.press('Enter');
  await expect(bens).toHaveText('7,500proposed 9,500offered instead 8,800');
  await bens.focus();
  const bar = ben.page.getByRole('group', { name: /^Selected cell: WP2/ });
  await expect(bar).toContainText('Offered instead: 8,800. (Ana Petrou');
  await bar.getByRole('button', { name: /^Take the offer/ }).focus();
  await ben.page.keyboard.press('Enter');
  await expect(anas).toHaveText(/^8,800(?!.*proposed)/);
  await expect(bens).toBeFocused();
  await bar.getByRole('button', { name: 'History' }).click();
  const history = ben.page.getByRole('dialog').getByRole('listitem');
  // Newest first; beneath are the figures of the tests before.
  const told = [/Took the offer of 8,800/, /Offered instead: 8,800/, /Proposed: empty → 9,500/];
  for (const [index, words] of told.entries()) await expect(history.nth(index)).toHaveText(words);
  await ben.page.keyboard.press('Escape');
  // The column as a whole, with its day; what changes after it is named.
  await ben.page.getByRole('button', { name: /^Agree to this column: P2/ }).click();
  const column = panel.getByRole('row', { name: /^P2 .*€44,300/ });
  await expect(column).toContainText(/Agreed by .* on .* \(Ben Ionescu\)/);
  await cellOf(ana.page, 'WP1', 1).click();
  await ana.page.keyboard.type('5500');
  await ana.page.keyboard.press('Enter');
  await expect(ben.page.getByText(/^Changed since: WP1 .* from 6,000 to 5,500/)).toBeVisible();
  const { violations } = await new AxeBuilder({ page: ben.page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await Promise.all([saved(ana.page), saved(ben.page)]);
});
