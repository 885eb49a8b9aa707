// Rights that are narrower than a role, and roles that change, as people at work meet them: the page follows at once, says why, and
// what was typed a moment too late is theirs to copy. Numbers are those of the list of checks.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { type Company, openDemo } from './support/company.ts';
import { choose, editorOf, goTo, type PersonAtScreen } from './support/people.ts';

let company: Company<['Ana', 'Ben', 'Eve']>;
/** Coordinates; of the first organisation. */
let ana: PersonAtScreen;
/** Editor, of the second. */
let ben: PersonAtScreen;
/** Commenter, of none. */
let eve: PersonAtScreen;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  company = await openDemo(browser, ['Ana', 'Ben', 'Eve']);
  [ana, ben, eve] = company.people;
});
test.afterAll(() => company.leave());

const SECTION = 'Relevance of the project';
const RELEVANCE = 'answer:motivation';
const card = (page: Page, key: string) => page.locator(`[data-answer="${key}"]`);
const lockButton = ({ page }: PersonAtScreen, name: string) => page.getByRole('button', { name, exact: true });

async function press({ page }: PersonAtScreen, name: string): Promise<void> {
  await lockButton({ page } as PersonAtScreen, name).focus();
  await page.keyboard.press('Enter');
}

/** In a dialog above a page that has boxes of its own. */
async function chooseIn(dialog: Locator, label: string, option: string): Promise<void> {
  await dialog.getByRole('combobox', { name: label }).click();
  await dialog.page().getByRole('option', { name: option }).filter({ visible: true }).first().click();
}

async function setRole(name: string, role: string): Promise<void> {
  await goTo(ana, 'People');
  const row = ana.page.getByRole('region', { name: 'Members' }).getByRole('listitem').filter({ hasText: name });
  await choose(row, 'Role', role);
}

/** @param part of the page; all pages as they usually are stand in accessibility.spec.ts */
async function expectAccessible({ page }: PersonAtScreen, part = 'body'): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

test('a section that is locked while somebody types: read-only at once, with who locked it, the same text on both screens', async () => {
  const text = await editorOf(ben.page, RELEVANCE);
  await text.click();
  await ben.page.keyboard.press('Control+End');
  await card(ana.page, RELEVANCE).scrollIntoViewIfNeeded();
  const typing = ben.page.keyboard.type('Ben goes on typing whatever happens. '.repeat(6), { delay: 15 });
  await press(ana, `Lock ${SECTION}`);
  // While he types on: the notice goes by itself after a while.
  await expect(ben.page.getByText(/Ana Petrou locked “Relevance/)).toBeVisible();
  await expect(card(ben.page, RELEVANCE).getByText(/Locked by Ana Petrou, /)).toBeVisible();
  await expect(card(ben.page, RELEVANCE).locator('[contenteditable="true"]')).toHaveCount(0);
  await typing;
  await expect(lockButton(ana, `Unlock ${SECTION}`)).toHaveAttribute('aria-pressed', 'true');
  const shown = (page: Page) => page.locator(`[data-answer-text="${RELEVANCE}"]`);
  await expect(shown(ben.page)).toHaveText((await shown(ana.page).textContent()) ?? '');
  // Elsewhere Ben goes on.
  await expect(await editorOf(ben.page, 'answer:assessment')).toBeVisible();
  await expectAccessible(ben, `[data-answer="${RELEVANCE}"]`);
  await press(ana, `Unlock ${SECTION}`);
  const again = await editorOf(ben.page, RELEVANCE);
  // What came too late, if anything did, is offered where he is: closing that takes nobody away from their text.
  const dismiss = ben.page.getByRole('button', { name: 'I have what I need' });
  if (await dismiss.isVisible()) await dismiss.click();
  await expect(again).toBeInViewport();
});

test('10 a section that is locked while somebody is without network: their text is offered as a copy', async () => {
  const text = await editorOf(ben.page, RELEVANCE);
  const dismiss = ben.page.getByRole('button', { name: 'I have what I need' });
  await text.click();
  await ben.context.setOffline(true);
  await ben.page.keyboard.type('Written on the train. ');
  await expect(ben.page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'offline', {
    timeout: 15_000,
  });
  await press(ana, `Lock ${SECTION}`);
  await ben.context.setOffline(false);
  const kept = ben.page.getByRole('textbox', { name: 'Some of your text could not be saved' });
  await expect(kept).toHaveValue(/Written on the train\./, { timeout: 30_000 });
  await expect(card(ben.page, RELEVANCE).getByText(/Locked by Ana Petrou, /)).toBeVisible();
  await expect(card(ana.page, RELEVANCE)).not.toContainText('Written on the train.');
  await dismiss.click();
  await press(ana, `Unlock ${SECTION}`);
});

test('a section of some people alone is closed to the others', async () => {
  await press(ana, `Who writes ${SECTION}`);
  const dialog = ana.page.getByRole('dialog', { name: /Who writes: Relevance/ });
  await chooseIn(dialog, 'Responsible', 'Ana Petrou');
  await dialog.getByRole('checkbox', { name: 'Only they and coordinators write here' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(card(ben.page, RELEVANCE).getByText('Others write here')).toBeVisible();
  await expect(ben.page.getByText('Responsible: Ana Petrou').first()).toBeVisible();
  await press(ana, `Who writes ${SECTION}`);
  await chooseIn(dialog, 'Co-writers', 'Ben Ionescu');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(await editorOf(ben.page, RELEVANCE)).toBeVisible();
});

test('each organisation changes its own budget column only, and keeps its daily rates to itself', async () => {
  for (const person of [ana, ben]) await goTo(person, 'Budget');
  const cells = ben.page.locator('td[data-kind="organisation"]');
  await cells.first().dblclick();
  await ben.page.keyboard.type('4321');
  await ben.page.keyboard.press('Enter');
  await expect(ana.page.getByText('4,321').first()).toBeVisible();
  await expect(cells.and(ben.page.locator('[aria-readonly="true"][data-foreign]'))).toHaveCount(0);
  await ana.page.getByRole('switch', { name: 'Each organisation changes its own column only' }).focus();
  await ana.page.keyboard.press('Space');
  const foreign = ben.page.locator('td[data-foreign]');
  await expect(foreign.first()).toHaveAttribute('aria-readonly', 'true');
  await expect(ben.page.getByRole('columnheader', { name: /^P1 for reading/ })).toBeVisible();
  // What he did there before is not his to take back any more, and he is told so.
  await ben.page.keyboard.press('Control+z');
  await expect(ben.page.getByText('This step cannot be taken back')).toBeVisible();
  await expect(ana.page.getByText('4,321').first()).toBeVisible();
  const own = cells.and(ben.page.locator('[aria-readonly="false"]')).first();
  await own.dblclick();
  await ben.page.keyboard.type('1234');
  await ben.page.keyboard.press('Enter');
  await expect(ana.page.getByText('1,234').first()).toBeVisible();
  const before = await foreign.first().innerText();
  await foreign.first().click();
  await ben.page.keyboard.type('99');
  await ben.page.keyboard.press('Delete');
  await expect(ben.page.getByText('Amounts of another organisation')).toBeVisible();
  expect(await foreign.first().innerText()).toBe(before);
  await ben.page.getByRole('button', { name: 'Daily rates' }).click();
  await expect(ben.page.getByRole('table', { name: /^Daily rates of/ })).toHaveCount(1);
  await ben.page.getByRole('textbox', { name: /^Managers/ }).fill('321.50');
  await ben.page.keyboard.press('Enter');
  await expect(ben.page.getByText('Saved', { exact: true })).toBeVisible();
  await goTo(eve, 'Budget');
  await expect(eve.page.getByRole('button', { name: 'Daily rates' })).toHaveCount(0);
  await ana.page.getByRole('button', { name: 'Daily rates' }).click();
  await expect(ana.page.getByRole('table', { name: /^Daily rates of/ }).nth(1)).toBeVisible();
  await expectAccessible(ana);
});

test('10 an editor is made a commenter while typing, and an editor again', async () => {
  await goTo(ben, 'Write');
  const text = await editorOf(ben.page, 'answer:assessment');
  await text.click();
  const typing = ben.page.keyboard.type('Still typing when the role goes. '.repeat(8), { delay: 15 });
  await setRole('Ben Ionescu', 'Commenter');
  await expect(ben.page.getByText('Your role is now Commenter')).toBeVisible();
  await expect(ben.page.locator('[contenteditable="true"]')).toHaveCount(0);
  await expect(ben.page.getByText('You can read and comment here.')).toBeVisible();
  await typing;
  await setRole('Ben Ionescu', 'Editor');
  await expect(await editorOf(ben.page, 'answer:assessment')).toBeVisible();
});

test('10 a reviewer is made a viewer while typing a comment: it is not sent, and theirs to copy', async () => {
  const { page } = eve;
  await goTo(eve, 'Write');
  await page.getByRole('button', { name: `Add a comment: ${SECTION}` }).click();
  const composer = page.getByRole('textbox', { name: 'Write a comment' });
  await composer.click();
  const words = 'Why is this relevant to older residents, and to whom else. '.repeat(4).trim();
  const typing = page.keyboard.type(words, { delay: 15 });
  await expect(composer).toHaveValue(/^Why/);
  await setRole('Eve Martin', 'Viewer');
  await expect(page.getByText('Your role is now Viewer')).toBeVisible();
  await typing;
  const kept = page.getByRole('textbox', { name: /What you wrote was not sent/ });
  await expect(kept).toBeFocused();
  const begun = await kept.inputValue();
  expect(begun).toMatch(/^Why/);
  expect(words.startsWith(begun), begun).toBe(true);
  await expect(kept).not.toBeEditable();
  await expect(page.getByRole('button', { name: 'Send' })).toHaveCount(0);
  await page.getByRole('button', { name: 'I have what I need' }).click();
  await expect(kept).toHaveCount(0);
  await expect(ana.page.getByText('Why is this relevant')).toHaveCount(0);
  await setRole('Eve Martin', 'Commenter');
});

test('a guest reads everything and writes where a section was opened for them; a viewer does not comment', async () => {
  await setRole('Eve Martin', 'Guest');
  await goTo(eve, 'Write');
  await expect(eve.page.getByText('No section has been opened for you')).toBeVisible();
  const row = ana.page.getByRole('region', { name: 'Members' }).getByRole('listitem').filter({ hasText: 'Eve Martin' });
  await row.getByRole('button', { name: /Where Eve Martin writes/ }).click();
  const dialog = ana.page.getByRole('dialog');
  await chooseIn(dialog, 'Only in these sections', 'Impact and dissemination');
  await ana.page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(eve.page.getByText('You can write in: Impact and dissemination')).toBeVisible();
  const text = await editorOf(eve.page, 'answer:assessment');
  await text.click();
  await eve.page.keyboard.type('From Eve. ');
  await expect(card(eve.page, RELEVANCE).getByText('Others write here')).toBeAttached();
  const pages = eve.page.getByRole('navigation', { name: 'Pages of the proposal' });
  await expect(pages.getByRole('link', { name: 'Timeline' })).toHaveCount(0);
  await goTo(eve, 'Plan');
  // Not the buttons of "A3.3 Peer review sprint".
  await expect(eve.page.getByRole('button', { name: /^Print/ })).toHaveCount(0);
  await goTo(eve, 'Write');
  await setRole('Eve Martin', 'Viewer');
  await expect(eve.page.getByText('Your role does not allow comments or changes')).toBeVisible();
  await expect(eve.page.getByRole('button', { name: /^Comment/ })).toHaveCount(0);
});

test('what each role may do is a table, on a phone too', async () => {
  const table = ana.page.getByRole('table', { name: /narrow this further/ });
  await table.scrollIntoViewIfNeeded();
  await expect(table.getByRole('columnheader')).toHaveCount(7);
  const mayLock = table.getByRole('row', { name: /^Lock and unlock sections/ });
  await expect(mayLock.getByRole('cell')).toHaveText(['yes', 'no', 'no', 'no', 'no', 'no']);
  await ana.page.setViewportSize({ width: 360, height: 740 });
  const { width, x } = (await table.boundingBox()) ?? { width: 0, x: -1 };
  expect(x).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(360);
  await expectAccessible(ana);
});
