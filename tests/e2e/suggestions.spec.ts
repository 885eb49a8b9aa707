// Suggestions as people at work meet them: Ana coordinates, Ben edits, Sue may only suggest. What she writes is seen by everybody,
// painted, and counts for nothing until it is accepted. Numbers are those of the list of checks.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Company } from './support/company.ts';
import {
  createProposal,
  editorOf,
  expectNoComplaints,
  goTo,
  invite,
  join,
  type PersonAtScreen,
  saved,
  signUp,
} from './support/people.ts';

const KEY = 'answer:motivation';
let company: Company<['Ana', 'Ben', 'Sue']>;
let ana: PersonAtScreen;
let ben: PersonAtScreen;
let sue: PersonAtScreen;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  company = await Company.open(browser, ['Ana', 'Ben', 'Sue']);
  [ana, ben, sue] = company.people;
  await signUp(ana);
  await createProposal(ana, 'Next Door Online', 'NEXTDOOR');
  await join(ben, await invite(ana, 'Editor'));
  await join(sue, await invite(ana, 'Suggester'));
  await goTo(ana, 'Write');
});
test.afterAll(() => company.leave());
test.afterEach(() => expectNoComplaints(ana, ben, sue));

const card = (page: Page) => page.locator(`[data-answer="${KEY}"]`);
const textOf = (page: Page) => card(page).locator('[role="textbox"]');
const modeButton = (page: Page) => page.getByRole('button', { name: /^Mode: / });

/** Words that are painted, in the order of the page. */
const painted = (page: Page, look: 'insert' | 'delete' | 'set') =>
  page.evaluate(
    (name) => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).cloneContents().textContent),
    `suggested-${look}`,
  );

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
}

async function chooseMode(page: Page, name: string): Promise<void> {
  await modeButton(page).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: new RegExp(`^${name}`) }).press('Enter');
  await expect(modeButton(page)).toHaveText(name);
}

/** All pages as they usually are stand in accessibility.spec.ts. */
async function expectAccessible(page: Page, part: string): Promise<void> {
  // Mantine's menus have an element of their own that takes the focus first, which a menu should not have.
  const { violations } = await new AxeBuilder({ page }).include(part).disableRules('aria-required-children').analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

test('42, 45: who suggests types and strikes, everybody sees both painted, and nothing of it counts', async () => {
  await (await editorOf(ana.page, KEY)).click();
  await ana.page.keyboard.type('We teach old people to cook.');
  await expect(textOf(sue.page)).toHaveText('We teach old people to cook.');
  const counter = card(ana.page).locator('[data-counter]');
  await expect(counter).toContainText('28');

  await (await editorOf(sue.page, KEY)).click();
  await sue.page.keyboard.press('Control+Home');
  await press(sue.page, 'ArrowRight', 'We teach '.length);
  await press(sue.page, 'Shift+ArrowRight', 'old'.length);
  await sue.page.keyboard.type('elderly');
  await saved(sue.page);
  for (const { page } of [ana, sue, ben]) {
    if (page === ben.page) await card(page).scrollIntoViewIfNeeded();
    await expect(textOf(page)).toHaveText('We teach oldelderly people to cook.');
    await expect.poll(() => painted(page, 'insert')).toEqual(['elderly']);
    await expect.poll(() => painted(page, 'delete')).toEqual(['old']);
  }
  await expect(counter).toContainText(/28 .*32 as if accepted/);
});

test('what is suggested with Enter, the clipboard, a format, Backspace and undo goes to everybody, and nobody is cut off', async () => {
  const { page } = sue;
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Together');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Control+x');
  await page.keyboard.press('Control+v');
  await page.keyboard.press('Control+v');
  await expect(textOf(page).locator('[data-kind]')).toHaveText([
    'We teach oldelderly people to cook.',
    'TogetherTogether',
  ]);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+Home');
  await press(page, 'Shift+ArrowRight', 2);
  await page.keyboard.press('Control+b');
  await page.keyboard.press('ArrowRight');
  await press(page, 'ArrowRight', 2);
  await press(page, 'Backspace', 1);
  await page.keyboard.press('Control+Alt+1');
  await saved(page);
  for (const person of [ana, sue, ben]) {
    await expect(textOf(person.page).locator('[data-kind]')).toHaveText([
      'We teach oldelderly people to cook.',
      'Together',
    ]);
    await expect.poll(() => painted(person.page, 'set')).toEqual(['We']);
    await expect.poll(() => painted(person.page, 'delete')).toEqual(['t', 'old']);
    await expect(textOf(person.page).locator('[data-suggested-end="insert"]')).toHaveCount(1);
    await expect(textOf(person.page).locator('[data-suggested-kind]')).toHaveCount(1);
  }
  await expect(card(ana.page).locator('[data-counter]')).toContainText('28');
  await expectAccessible(ana.page, `[data-answer="${KEY}"]`);
});

test('41: the mode is shown, is chosen by keyboard, and survives a reload; who suggests cannot edit', async () => {
  await expect(modeButton(ana.page)).toHaveText('Editing');
  const { page } = sue;
  await modeButton(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: /^Editing/ })).toBeDisabled();
  await expectAccessible(page, '[role="menu"]');
  await page.keyboard.press('Escape');
  await chooseMode(page, 'Viewing');
  await expect(page.getByRole('status').filter({ hasText: 'You are only viewing now.' })).toHaveCount(1);
  await page.reload();
  await saved(page);
  await expect(modeButton(page)).toHaveText('Viewing');
  await expect(page.locator('[data-answer] [contenteditable="true"]')).toHaveCount(0);
  await expect.poll(() => painted(page, 'insert')).toContain('elderly');
  await page.setViewportSize({ width: 360, height: 740 });
  await modeButton(page).scrollIntoViewIfNeeded();
  await chooseMode(page, 'Suggesting');
  await expect(modeButton(page)).toBeInViewport({ ratio: 1 });
});

test('an editor who suggests changes nothing either, and edits again afterwards', async () => {
  const { page } = ben;
  await page.evaluate(() => scrollTo(0, 0));
  await chooseMode(page, 'Suggesting');
  await (await editorOf(page, KEY)).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' by Ben');
  await expect.poll(() => painted(ana.page, 'insert')).toContain(' by Ben');
  await chooseMode(page, 'Editing');
  await (await editorOf(page, KEY)).click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Now: ');
  await saved(page);
  await expect(card(ana.page).locator('[data-counter]')).toContainText('33');
});
