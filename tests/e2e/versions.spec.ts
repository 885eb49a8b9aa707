// Versions of the proposal: naming one, seeing what changed since by whom, and getting an answer back while somebody writes in it.
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type Company, openDemo } from './support/company.ts';
import { choose, editorOf, expectNoComplaints, goTo, type PersonAtScreen, saved } from './support/people.ts';

const KEY = 'answer:motivation';
const OTHER = 'answer:needs';

let company: Company<['Ana', 'Ben', 'Eve']>;
let ana: PersonAtScreen;
let ben: PersonAtScreen;
let eve: PersonAtScreen;
let before: string;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  company = await openDemo(browser, ['Ana', 'Ben', 'Eve']);
  [ana, ben, eve] = company.people;
});
test.afterAll(() => company.leave());

/** Dialogs and pages that are only reached by doing something: accessibility.spec.ts has the others. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`))).toEqual([]);
}

const partAnswer = ({ page }: PersonAtScreen, key: string) => page.locator(`[data-answer="${key}"]`);
const partOf = ({ page }: PersonAtScreen, root: string) => page.locator(`[data-root="${root}"]`);
const listOf = ({ page }: PersonAtScreen) => page.getByRole('navigation', { name: 'Versions' });

test('47, 48 Mod+Alt+Shift+H leads to the versions, and the present gets a name', async () => {
  before = (await (await editorOf(ana.page, KEY)).textContent()) ?? '';
  await ana.page.keyboard.press('Control+Alt+Shift+H');
  await expect(ana.page.getByRole('heading', { level: 1 })).toHaveText('Versions');
  await ana.page.getByLabel('Name what it is now').fill('Sent to partners');
  await ana.page.getByRole('button', { name: 'Save' }).click();
  await expect(listOf(ana).getByRole('button')).toHaveText([/Sent to partners/, /The beginning/]);
  await ana.page.getByRole('switch', { name: 'Only those with a name' }).click();
  await expect(listOf(ana).getByRole('button')).toHaveText([/Sent to partners/]);
  await expect(ana.page.getByText('Nothing differs')).toBeVisible();
});

test('49 what Ben writes is shown word by word, under his name, while it happens', async () => {
  const text = await editorOf(ben.page, KEY);
  await text.click();
  await ben.page.keyboard.press('Control+Home');
  await ben.page.keyboard.type('Ben begins anew. ');
  await (await editorOf(ben.page, OTHER)).click();
  await ben.page.keyboard.press('Control+Home');
  await ben.page.keyboard.type('Another beginning. ');
  await saved(ben.page);
  const added = partOf(ana, KEY).locator('ins');
  await expect(added).toHaveText('Ben begins anew. ');
  await expect(added).toHaveAttribute('title', 'Ben Ionescu');
  await expect(partOf(ana, KEY).locator('del')).toHaveCount(0);
  await expect(partOf(ana, OTHER).locator('ins')).toHaveText('Another beginning. ');
  await ana.page.getByRole('button', { name: 'Next change' }).click();
  await expect(partOf(ana, KEY).locator('[data-change]')).toBeFocused();
  await ana.page.getByRole('button', { name: 'Next change' }).click();
  await expect(partOf(ana, OTHER).locator('[data-change]')).toBeFocused();
  // In the colours of organisations, and only theirs are stepped through.
  await ana.page.getByRole('radiogroup', { name: 'In whose colours' }).getByText('By organisation').click();
  await expect(added).toHaveAttribute('title', 'Ben Ionescu, P2 Olt Valley County Library');
  await choose(ana.page, 'Step through the changes of', 'P2 Olt Valley County Library');
  await ana.page.getByRole('button', { name: 'Next change' }).click();
  await expect(partOf(ana, KEY).locator('[data-change]')).toBeFocused();
});

test('49 who may not write reads the versions, and restores and names nothing', async () => {
  await goTo(eve, 'Versions');
  await expect(partOf(eve, KEY).locator('ins')).toHaveText('Ben begins anew. ');
  await expect(eve.page.getByRole('button', { name: 'Restore this answer' })).toHaveCount(0);
  await expect(eve.page.getByLabel('Name what it is now')).toHaveCount(0);
  await eve.page.getByText('Who wrote this').click();
  const relevance = eve.page.getByRole('row', { name: 'Relevance of the project' });
  await expect(relevance.getByRole('listitem').filter({ hasText: 'Ben Ionescu' })).toContainText('36 characters');
  await goTo(eve, 'Write');
  await eve.page.locator(`[data-answer="${KEY}"]`).scrollIntoViewIfNeeded();
  await eve.page.getByRole('button', { name: /^Who wrote this: Motivation/ }).click();
  await eve.page.getByRole('group', { name: 'The answer by author' }).press('ArrowRight');
  await expect(eve.page.getByRole('dialog').getByRole('status')).toContainText('Ben Ionescu, P2 Olt Valley');
  await expect(eve.page.locator('[data-piece="0"]')).toHaveText('Ben begins anew. ');
  await eve.page.keyboard.press('Escape');
});

test('49 an answer is restored as a new edit while Ben writes on in it: both are there', async () => {
  const text = await editorOf(ben.page, KEY);
  await text.click();
  await ben.page.keyboard.press('Control+End');
  const typing = ben.page.keyboard.type(' Still at it.', { delay: 40 });
  await partOf(ana, KEY).getByRole('button', { name: 'Restore this answer' }).click();
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Restore this answer' }).click();
  await typing;
  await expect(text).not.toContainText('Ben begins anew.');
  await saved(ben.page);
  await saved(ana.page);
  const letters = (await text.textContent()) ?? '';
  // What Ben had typed when it was restored went with the version; what came after stands, and nothing of before is missing.
  expect(letters.startsWith(before)).toBe(true);
  await expect(partOf(ana, OTHER).locator('ins')).toHaveText('Another beginning. ');
  await goTo(ana, 'Write');
  await expect(await editorOf(ana.page, KEY)).toHaveText(letters);
});

/** The clipboard has blank lines between paragraphs, and signs before items. */
const squeezed = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '');

test('49 all of a version is restored after a look at what changes, is taken back in one step, and an old answer is copied', async () => {
  await ana.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await goTo(ana, 'Versions');
  await listOf(ana)
    .getByRole('button', { name: /Sent to partners/ })
    .click();
  await partOf(ana, OTHER)
    .getByRole('button', { name: /as it was/ })
    .click();
  await expect(ana.page.getByText('Copied with its format')).toBeVisible();
  const copied = await ana.page.evaluate(() => navigator.clipboard.readText());
  const restoring = async (what: string) => {
    await ana.page.getByRole('button', { name: 'Restore more…' }).click();
    const dialog = ana.page.getByRole('dialog', { name: /Restore from Sent to partners/ });
    await dialog.getByRole('combobox', { name: 'What to restore' }).click();
    await ana.page.getByRole('option', { name: what }).click();
    return dialog;
  };
  const budget = await restoring('Budget');
  await expect(budget).toContainText('Nothing differs');
  await budget.getByRole('button', { name: 'Cancel' }).click();
  const dialog = await restoring('Everything');
  await expectAccessible(ana.page);
  await expect(dialog.getByRole('listitem')).toHaveText(['2 answers']);
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(ana.page.getByText('Nothing differs')).toBeVisible();
  await expect(listOf(ana).getByRole('button', { name: /^Before restoring Sent to partners/ })).toBeVisible();
  const text = await editorOf(ben.page, OTHER);
  await expect(text).not.toContainText('Another beginning.');
  expect(squeezed((await text.textContent()) ?? '')).toBe(squeezed(copied));
  await ana.page.getByRole('button', { name: 'Take it back' }).click();
  await expect(text).toContainText('Another beginning.');
  await saved(ana.page);
});

test('49 what Ben did since is looked at, undone but for one answer, and taken back in one step', async () => {
  const text = await editorOf(ben.page, OTHER);
  for (const answer of [await editorOf(ben.page, KEY), text]) {
    await answer.click();
    await ben.page.keyboard.press('Control+Home');
    await ben.page.keyboard.type('Ben was here. ');
  }
  await saved(ben.page);
  await ana.page.getByRole('link', { name: 'Undo what one person did…' }).click();
  await choose(ana.page, 'Whose changes', 'Ben Ionescu');
  // What he wrote before, and Ana took away and brought back, is his too.
  const gone = 'en was here. Another beginning. ';
  await expect(partOf(ana, OTHER).locator('del')).toHaveText(`B${gone}`);
  await expectAccessible(ana.page);
  await ana.page.getByRole('checkbox', { name: /^Undo it in “Motivation/ }).uncheck();
  // He changes it meanwhile: it is shown as it is now, and what is not ticked stays so.
  await text.press('Control+Home');
  await text.press('Delete');
  await saved(ben.page);
  const written = (await text.textContent()) ?? '';
  await ana.page.getByRole('button', { name: 'Undo in 1 place' }).click();
  await expect(ana.page.getByText(/^Somebody has changed some of it since you looked/)).toBeVisible();
  await expect(partOf(ana, OTHER).locator('del')).toHaveText(gone);
  await ana.page.getByRole('button', { name: 'Undo in 1 place' }).click();
  await expect(text).toHaveText(written.replace(gone, ''));
  await ana.page.getByRole('button', { name: 'Take it back' }).click();
  await expect(text).toHaveText(written);
  await saved(ana.page);
});

test('49 frozen, all read at once and nobody writes, what Ben types is kept for him; unlocked, he goes on; a package is checked', async () => {
  await goTo(ana, 'Versions');
  const text = await editorOf(ben.page, OTHER);
  await text.click();
  await ben.page.keyboard.press('Control+Home');
  await ana.page.getByRole('button', { name: 'Freeze the proposal…' }).click();
  const freezing = ana.page.getByRole('dialog', { name: 'Freeze the proposal' });
  await freezing.getByLabel('Name of the version').fill('For the rectorate');
  await freezing.getByLabel('Why and until when').fill('Until Friday');
  const typing = ben.page.keyboard.type('While it freezes, and on and on. ', { delay: 40 });
  await freezing.getByRole('button', { name: 'Freeze now' }).click();
  for (const { page } of [ana, ben, eve]) await expect(page.locator('[data-freeze]')).toContainText('Until Friday');
  await typing;
  const written = partAnswer(ben, OTHER);
  await expect(text).toHaveCount(0);
  await expect(eve.page.getByRole('button', { name: 'Unlock…' })).toHaveCount(0);
  // What Ben typed is in the text, as far as it had arrived; the rest is kept for him, with why.
  const kept = ben.page.getByRole('textbox', { name: 'Some of your text could not be saved' });
  await expect(kept.or(written.getByText(/Wh/)).first()).toBeVisible();
  if (await kept.isVisible()) {
    expect(await kept.inputValue()).toMatch(/^W/m);
    await expect(ben.page.getByText('The proposal was frozen while you wrote')).toBeVisible();
    await ben.page.getByRole('button', { name: 'I have what I need' }).click();
  }
  await ana.page.getByRole('button', { name: 'Unlock…' }).click();
  await ana.page.getByRole('dialog').getByLabel('Why (everybody reads it)').fill('Read');
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Unlock' }).click();
  await expect(ben.page.locator('[data-freeze]')).toHaveCount(0);
  await expect(await editorOf(ben.page, OTHER)).toHaveAttribute('contenteditable', 'true');
  await ana.page.getByText('Records').click();
  await expect(ana.page.getByRole('listitem').filter({ hasText: 'For the rectorate' })).toContainText('“Read”');
  const saving = ana.page.waitForEvent('download');
  await ana.page.getByRole('button', { name: 'Pack what it is now' }).click();
  const path = await (await saving).path();
  const chooser = ana.page.locator('input[type=file]');
  await chooser.setInputFiles({ name: 'package.zip', mimeType: 'application/zip', buffer: await readFile(path) });
  await expect(ana.page.locator('[data-outcome="unchanged"]')).toContainText('Ana Petrou made it');
  await chooser.setInputFiles({ name: 'other.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') });
  await expect(ana.page.locator('[data-outcome="problem"]')).toContainText('cannot be read as a package');
});

test('50 after more than a day what others changed opens first, a line for each part; the plan shows a version behind it', async () => {
  await goTo(ana, 'Plan');
  const bar = ana.page.getByRole('slider', { name: /^Activity 2.2:/ });
  await bar.focus();
  await ana.page.keyboard.press('Shift+ArrowRight');
  await ana.page.getByRole('combobox', { name: 'Plan of a version behind this one' }).click();
  await ana.page.getByRole('option', { name: /^Sent to partners/ }).click();
  await expect(bar).toHaveAttribute('aria-valuetext', /since Sent to partners: was M4 to M6; ends 1 month later/);
  await expect(ana.page.getByRole('cell', { name: 'was M4 to M6; ends 1 month later' })).toBeVisible();
  await saved(ana.page);
  await ben.page.goto('about:blank');
  const twoDays = 2 * 24 * 60 * 60 * 1000;
  await company.product.whileStopped((database) => {
    const of = "WHERE user_id = (SELECT id FROM user WHERE name = 'Ben Ionescu')";
    database.exec(`UPDATE visit SET last_at = last_at - ${twoDays}, started_at = started_at - ${twoDays} ${of}`);
  });
  await ben.page.goto(`${ana.page.url().split('/p/')[0]}/`);
  await ben.page.getByRole('link', { name: 'NEXTDOOR' }).click();
  await expect(ben.page.getByRole('heading', { level: 1 })).toHaveText('Since you were here');
  const plan = ben.page.locator('[data-since-root="plan"]');
  await expect(plan.locator('summary')).toContainText('Ana Petrou: 1 value');
  await plan.locator('summary').click();
  await expect(plan.getByRole('row', { name: /A2.2/ }).locator('ins')).toHaveText('M7');
  // Whoever has read it is not led there again.
  await ben.page.getByRole('link', { name: 'Go on writing' }).click();
  await expect(await editorOf(ben.page, KEY)).toBeVisible();
  await expect(ben.page.locator('[data-since]')).toHaveCount(0);
  expectNoComplaints(ana, ben, eve);
});
