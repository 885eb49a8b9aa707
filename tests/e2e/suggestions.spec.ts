// Suggestions as people at work meet them: Ana coordinates, Ben edits, Sue may only suggest. What she writes is seen by everybody,
// painted, and counts for nothing until it is accepted; it has a card, on which it is talked of and decided. Numbers are those of the
// list of checks.
import { readFile } from 'node:fs/promises';
import { createSuggestionId } from '@adagia/shared/text/suggestions';
import { deleteSuggested, insertSuggested, setSuggested } from '@adagia/shared/text/testing/suggest';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type * as Y from 'yjs';
import { bringUp, coveredCards, stockClient } from './support/comments.ts';
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
  await expect(page.getByRole('menu')).toHaveCount(0);
  await modeButton(page).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: new RegExp(`^${name}`) }).press('Enter');
  await expect(modeButton(page)).toHaveText(name);
}

/** All pages as they usually are stand in accessibility.spec.ts. */
async function expectAccessible(page: Page, part: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

test('42, 45: who suggests types and strikes, everybody sees both painted, and nothing of it counts', async () => {
  await expectAccessible(ana.page, 'p:has(> a[href$="/plan"])');
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
  await expect(page.getByRole('menuitemradio', { name: /^Suggesting/ })).toBeFocused();
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
  await page.keyboard.press('Control+Alt+Shift+z');
  await expect(page.getByRole('status').filter({ hasText: 'Your role does not have this' })).toHaveCount(1);
  await expect(modeButton(page)).toHaveText('Suggesting');
  await page.setViewportSize({ width: 1280, height: 720 });
});

test('an editor who suggests changes nothing either, and edits again afterwards', async () => {
  const { page } = ben;
  await (await editorOf(page, KEY)).click();
  await page.keyboard.press('Control+Alt+Shift+x');
  await expect(modeButton(page)).toHaveText('Suggesting');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' by Ben');
  await expect.poll(() => painted(ana.page, 'insert')).toContain(' by Ben');
  await page.keyboard.press('Control+Alt+Shift+z');
  await expect(modeButton(page)).toHaveText('Editing');
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Now: ');
  await saved(page);
  await expect(card(ana.page).locator('[data-counter]')).toContainText('33');
});

const ACCEPTED = 'Now: We each elderly people to cook.\nTogether by Ben';
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('45: the text is looked at as if all was accepted, and as if nothing was suggested, by one person alone; Esc leads back', async () => {
  const { page } = ana;
  const look = async (view: string) => {
    await page.getByRole('button', { name: /^Preview of \d suggestions\. Shown: / }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitemradio', { name: new RegExp(`^${view}`) }).press('Enter');
  };
  const blocks = textOf(page).locator('[data-kind]');
  const marked = ['Now: We teach oldelderly people to cook.', 'Together by Ben'];
  await page.evaluate(() => scrollTo(0, 0));
  await look('As if all were accepted');
  await expect(blocks).toHaveText(['Now: We each elderly people to cook.', 'Together by Ben']);
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText(/as if all \d suggestions were accepted/);
  await expect.poll(() => painted(page, 'insert')).toEqual([]);
  await expect(page.locator('[data-suggested-end], [data-answer] [contenteditable="true"]')).toHaveCount(0);
  await expectAccessible(page, 'section[aria-label="Preview"]');
  await card(page).scrollIntoViewIfNeeded();
  await card(page)
    .getByRole('button', { name: /Copy for the portal/ })
    .click();
  expect(await copied(page), 'what is seen is what is copied').toBe(ACCEPTED);
  await look('As if there were none');
  await expect(blocks).toHaveText(['Now: We teach old people to cook.']);
  await page.keyboard.press('Escape');
  await expect(blocks).toHaveText(marked);
  await expect.poll(() => painted(page, 'insert')).toContain('elderly');
  await expect(textOf(sue.page).locator('[data-kind]')).toHaveText(marked);

  await goTo(ana, 'Portal');
  const copy = page.getByRole('button', { name: /^Copy for the portal: Motivation/ });
  await copy.click();
  await expect.poll(() => copied(page)).toBe('Now: We teach old people to cook.');
  await page.getByRole('switch', { name: /Copy and save as if \d suggestions were accepted/ }).press('Space');
  await copy.click();
  await expect.poll(() => copied(page)).toBe(ACCEPTED);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Plain text' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain(ACCEPTED);
  await goTo(ana, 'Write');
});

test('words are found and replaced while one suggests: each match is a suggestion, and all of it is taken back at once', async () => {
  const { page } = sue;
  await (await editorOf(page, KEY)).click();
  await page.keyboard.press('Control+Shift+h');
  const dialog = page.getByRole('dialog', { name: 'Find and replace' });
  await dialog.getByLabel('Find', { exact: true }).fill('We');
  await dialog.getByLabel('Match case').check();
  await dialog.getByLabel('Replace with').fill('All of us');
  await expect(dialog).toContainText('each match becomes a suggestion of its own');
  await dialog.getByRole('button', { name: 'Suggest 1 replacement' }).click();
  await expect.poll(() => painted(ben.page, 'insert')).toContain('All of us');
  await expect.poll(() => painted(ben.page, 'delete')).toContain('We');
  await page.getByText('1 replacement suggested').locator('..').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => painted(ben.page, 'insert')).not.toContain('All of us');
  await expect.poll(() => painted(ben.page, 'delete')).not.toContain('We');
});

test('44: of one person, all at once, after a question that says how many', async () => {
  const { page } = ana;
  await page.getByRole('button', { name: /open comments?/ }).click();
  await page.getByRole('button', { name: /^Suggestions \(/ }).click();
  await page.getByRole('combobox', { name: 'By whom' }).click();
  await page.getByRole('option', { name: 'Ben (1)' }).click();
  await page.getByRole('button', { name: 'Reject all 1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
  await expect.poll(() => painted(sue.page, 'insert')).not.toContain(' by Ben');
  await page.getByRole('button', { name: /^Accept all/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
  await expect(textOf(page).locator('[data-kind]')).toHaveText(['Now: We each elderly people to cook.', 'Together']);
  await expect(page.getByText('No suggestions', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Close the comments' }).click();
  await suggest();
});

const CARDS = 'answer:needs';
interface Members {
  members: { userId: string; name: string }[];
}

/** In an answer of its own: 'We teach old people to cook.': of Sue old → older, ' well' before the stop and bold for 'teach'; of Ana 'Here ' before all. */
async function suggest(): Promise<void> {
  const text = await editorOf(ana.page, CARDS);
  await text.click();
  await ana.page.keyboard.type('We teach old people to cook.');
  await saved(ana.page);
  const { origin, pathname } = new URL(ana.page.url());
  const response = await ana.context.request.get(`${origin}/api/proposals/${pathname.split('/')[2]}`);
  const { members } = (await response.json()) as Members;
  const idOf = (wanted: string, minute: number) => {
    const author = members.find(({ name }) => name === wanted)!.userId;
    return createSuggestionId({ author, atMs: Date.UTC(2026, 10, 2, 9, minute), random: 0 });
  };
  await as(sue, (ytext, at) => {
    deleteSuggested(ytext, at('old'), 3, idOf('Sue', 1));
    insertSuggested(ytext, at('old') + 3, 'older', idOf('Sue', 1));
    setSuggested(ytext, at('teach'), 5, idOf('Sue', 2), { bold: true });
    insertSuggested(ytext, at('.'), ' well', idOf('Sue', 3));
  });
  await as(ana, (ytext) => insertSuggested(ytext, 0, 'Here ', idOf('Ana', 4)));
}

async function as(
  person: PersonAtScreen,
  write: (ytext: Y.Text, at: (words: string) => number) => void,
): Promise<void> {
  const provider = await stockClient(person);
  const ytext = provider.doc.getText(CARDS);
  // One edit: words that come without their mark are marked by the server, as a suggestion of their own.
  provider.doc.transact(() => write(ytext, (words) => ytext.toJSON().indexOf(words)));
  await expect(cardText(ana.page)).toHaveText(ytext.toJSON());
  provider.destroy();
}

const cards = (page: Page) => page.locator(`[data-card] [data-suggestion^="${CARDS}"]`);
const cardOf = (page: Page, words: string) => cards(page).filter({ hasText: words });
const cardText = (page: Page) => page.locator(`[data-answer="${CARDS}"] [role="textbox"]`);
const focused = (page: Page) => page.evaluate(() => [...(CSS.highlights.get('suggestion-focused') ?? [])].map(String));

test('31, 44: a card beside its words says who, what and when, and is accepted or rejected, alone and all at once', async () => {
  const { page } = ana;
  await bringUp(page, CARDS);
  await expect(cards(page)).toHaveCount(4);
  await expect.poll(() => coveredCards(page)).toEqual([]);
  const replace = cardOf(page, 'Replace');
  await expect(replace).toContainText('Sue');
  await expect(replace.locator('del')).toHaveText('old');
  await expect(replace.locator('ins')).toHaveText('older');
  await replace.locator('ins').click();
  await expect.poll(() => focused(page)).toEqual(['old', 'older']);

  await replace.getByRole('button', { name: 'Accept' }).click();
  await expect(cardText(page)).toHaveText('Here We teach older people to cook well.');
  await expect(await editorOf(page, CARDS), 'the keyboard goes on in the text').toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(cards(page)).toHaveCount(4);
  await expect(cardText(page)).toHaveText('Here We teach oldolder people to cook well.');

  await page.keyboard.press('Control+Alt+PageDown');
  await expect(cards(page).first()).toBeFocused();
  await page.keyboard.press('r');
  await expect(cardText(page)).toHaveText('We teach oldolder people to cook well.');
  await expect(cards(page).first(), 'the keyboard goes on at the next card').toBeFocused();
  await expect(cards(page)).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(await editorOf(page, CARDS)).toBeFocused();
  const { violations } = await new AxeBuilder({ page })
    .include('section[aria-label="Comments beside the text"]')
    .analyze();
  expect(violations).toEqual([]);
});

test('a suggestion is talked of on its card, its author is told, and what was said stays readable when it is decided', async () => {
  const reply = (page: Page) => cardOf(page, 'Replace').getByRole('textbox', { name: 'Reply' });
  await cardOf(ana.page, 'Replace').focus();
  await ana.page.keyboard.press('c');
  await expect(reply(ana.page)).toBeFocused();
  await ana.page.keyboard.type('Is that polite?');
  await ana.page.keyboard.press('Control+Enter');
  await bringUp(sue.page, CARDS);
  await expect(cardOf(sue.page, 'Replace')).toContainText('1 reply NewAna: Is that polite?');
  await sue.page.getByRole('button', { name: 'News for you, one unread' }).click();
  await sue.page.getByRole('link', { name: /Ana commented on your suggestion/ }).click();
  await expect(cardOf(sue.page, 'Replace'), 'the news lead to it').toBeFocused();
  await reply(sue.page).fill('More than before.');
  await reply(sue.page).press('Control+Enter');
  await expect(cardOf(ana.page, 'Replace')).toContainText('More than before.');
  await expectAccessible(ana.page, 'section[aria-label="Comments beside the text"]');
  await expect.poll(() => coveredCards(ana.page)).toEqual([]);

  await cardOf(ana.page, 'Replace').getByRole('button', { name: 'Accept' }).click();
  await expect(cardText(ana.page)).toHaveText('We teach older people to cook well.');
  await ana.page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(cardOf(ana.page, 'Replace'), 'undo brings it back with what was said').toContainText('2 replies');
  await cardOf(ana.page, 'Replace').focus();
  await ana.page.keyboard.press('a');
  await expect(cards(ana.page)).toHaveCount(2);

  await sue.page.getByRole('button', { name: /open comments?/ }).click();
  await sue.page.getByText('Resolved', { exact: true }).click();
  const settled = sue.page.locator('[data-comment-list] article');
  await expect(settled).toHaveCount(1);
  await expect(settled.locator('del')).toHaveText('old');
  await expect(settled.locator('ins')).toHaveText('older');
  await expect(settled).toContainText('Accepted by Ana');
  await settled.click();
  await expect(settled).toContainText('More than before.');
  await expect(settled.getByRole('button', { name: /Resolve|Reopen/ })).toHaveCount(0);
});

test('39, 44: on a telephone the list lies over the text; whoever suggested withdraws, and may not accept', async () => {
  const { page } = sue;
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('button', { name: /^Suggestions \(2\)/ }).click();
  const list = page.locator('[data-suggestion-list] [data-suggestion]');
  await expect(list).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Accept' })).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).include('.mantine-Drawer-body').analyze();
  expect(violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const well = list.filter({ hasText: 'well' });
  await well.locator('ins').click();
  await well.getByRole('textbox', { name: 'Reply' }).fill('Only if you agree, @Ben.');
  await well.getByRole('button', { name: 'Send' }).click();
  await expect(well).toContainText('Only if you agree, @Ben.');
  await bringUp(ben.page, CARDS);
  await expect(cardOf(ben.page, 'well')).toContainText('1 reply NewSue: Only if you agree, @Ben.');
  await ben.context.setOffline(true);
  await cardOf(ben.page, 'well').getByRole('button', { name: 'Reject' }).click();
  await expect(cardOf(ben.page, 'well')).toHaveCount(0);
  await expect(list).toHaveCount(2);
  await ben.context.setOffline(false);
  await expect(list).toHaveCount(1);
  await list.getByRole('button', { name: 'Withdraw' }).click();
  await expect(list).toHaveCount(0);
  await expect(cards(ana.page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Comments', exact: true }).click();
  const settled = page.locator('[data-comment-list] article').filter({ hasText: 'Only if you agree' });
  await page.getByText('Resolved', { exact: true }).first().click();
  await expect(settled).toContainText('Rejected by Ben');
});
