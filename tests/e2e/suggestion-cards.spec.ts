// Cards of suggestions: Ana coordinates and decides, Sue suggested and may withdraw. Numbers are those of the list of checks.

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
let company: Company<['Ana', 'Sue']>;
let ana: PersonAtScreen;
let sue: PersonAtScreen;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  company = await Company.open(browser, ['Ana', 'Sue']);
  [ana, sue] = company.people;
  await signUp(ana);
  await createProposal(ana, 'Next Door Online', 'NEXTDOOR');
  await join(sue, await invite(ana, 'Suggester'));
  await goTo(ana, 'Write');
  await suggest();
});
test.afterAll(() => company.leave());
test.afterEach(() => expectNoComplaints(ana, sue));

interface Members {
  members: { userId: string; name: string }[];
}

/** 'We teach old people to cook.': of Sue old → older, ' well' before the stop and bold for 'teach'; of Ana 'Here ' before all. */
async function suggest(): Promise<void> {
  const text = await editorOf(ana.page, KEY);
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
  const ytext = provider.doc.getText(KEY);
  // One edit: words that come without their mark are marked by the server, as a suggestion of their own.
  provider.doc.transact(() => write(ytext, (words) => ytext.toJSON().indexOf(words)));
  await expect(textOf(ana.page)).toHaveText(ytext.toJSON());
  provider.destroy();
}

const cards = (page: Page) => page.locator('[data-card] [data-suggestion]');
const cardOf = (page: Page, words: string) => cards(page).filter({ hasText: words });
const textOf = (page: Page) => page.locator(`[data-answer="${KEY}"] [role="textbox"]`);
const focused = (page: Page) => page.evaluate(() => [...(CSS.highlights.get('suggestion-focused') ?? [])].map(String));

test('31, 44: a card beside its words says who, what and when, and is accepted or rejected, alone and all at once', async () => {
  const { page } = ana;
  await bringUp(page, KEY);
  await expect(cards(page)).toHaveCount(4);
  await expect.poll(() => coveredCards(page)).toEqual([]);
  const replace = cardOf(page, 'Replace');
  await expect(replace).toContainText('Sue');
  await expect(replace.locator('del')).toHaveText('old');
  await expect(replace.locator('ins')).toHaveText('older');
  await replace.locator('ins').click();
  await expect.poll(() => focused(page)).toEqual(['old', 'older']);

  await replace.getByRole('button', { name: 'Accept' }).click();
  await expect(textOf(page)).toHaveText('Here We teach older people to cook well.');
  await expect(await editorOf(page, KEY), 'the keyboard goes on in the text').toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(cards(page)).toHaveCount(4);
  await expect(textOf(page)).toHaveText('Here We teach oldolder people to cook well.');

  await page.keyboard.press('Control+Alt+PageDown');
  await expect(cards(page).first()).toBeFocused();
  await page.keyboard.press('r');
  await expect(textOf(page)).toHaveText('We teach oldolder people to cook well.');
  await expect(cards(page).first(), 'the keyboard goes on at the next card').toBeFocused();
  await expect(cards(page)).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(await editorOf(page, KEY)).toBeFocused();
  const { violations } = await new AxeBuilder({ page })
    .include('section[aria-label="Comments beside the text"]')
    .analyze();
  expect(violations).toEqual([]);

  await page.getByRole('button', { name: /open comments?/ }).click();
  await page.getByRole('button', { name: 'Suggestions (3)' }).click();
  await page.getByRole('button', { name: 'Accept all 3' }).click();
  await expect(page.getByRole('dialog', { name: 'Accept 3 suggestions?' })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
  await expect(textOf(page)).toHaveText('We teach older people to cook well.');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.locator('[data-suggestion]')).toHaveCount(3);
});

test('39, 44: on a telephone the list lies over the text; whoever suggested withdraws, and may not accept', async () => {
  const { page } = sue;
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('button', { name: /open comments?/ }).click();
  await page.getByRole('button', { name: 'Suggestions (3)' }).click();
  const list = page.locator('[data-suggestion-list] [data-suggestion]');
  await expect(list).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Accept' })).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).include('.mantine-Drawer-body').analyze();
  expect(violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await list.filter({ hasText: 'Format' }).getByRole('button', { name: 'Withdraw' }).click();
  await expect(list).toHaveCount(2);
  await expect(ana.page.locator('[data-suggestion]')).toHaveCount(2);
});
