// The editor by real keys and a real clipboard. Numbers are those of the list of checks.
import { expect, type Locator, type Page, test } from '@playwright/test';
import { type Company, writeTogether } from './support/company.ts';
import { editorOf, type PersonAtScreen, saved } from './support/people.ts';

let company: Company<['Ana']>;
let ana: PersonAtScreen;
let page: Page;
let text: Locator;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  company = await writeTogether(browser, ['Ana']);
  [ana] = company.people;
  page = ana.page;
});
test.afterAll(() => company.leave());
/** An answer of its own for each test: what one has typed is in nobody else's undo. */
const fresh = [
  'motivation',
  'objectives',
  'innovation',
  'synergies',
  'eu_value',
  'needs',
  'target_groups',
  'formation',
];
const more = ['tasks', 'coordination', 'assessment', 'sustainability', 'dissemination', 'impact_how', 'needs_how_met'];
const questions = [...fresh, ...more].values();

let key: string;
test.beforeEach(async () => {
  key = `answer:${questions.next().value}`;
  text = await editorOf(page, key);
  await text.click();
});

const kinds = () =>
  text.locator('[data-kind]').evaluateAll((blocks) => blocks.map((block) => (block as HTMLElement).dataset.kind));
const tool = (name: string) => page.getByRole('toolbar').getByRole('button', { name, exact: true });

test('12 Mod+B, I and U toggle, and the toolbar follows the caret', async () => {
  for (const [key, name, selector] of [
    ['b', 'Bold', 'strong'],
    ['i', 'Italic', 'em'],
    ['u', 'Underline', '.adagia-underline'],
  ] as const) {
    await page.keyboard.press(`Control+${key}`);
    await page.keyboard.type('x');
    await expect(tool(name)).toHaveAttribute('aria-pressed', 'true');
    await expect(text.locator(selector).first()).toContainText('x');
    await page.keyboard.press(`Control+${key}`);
    await expect(tool(name)).toHaveAttribute('aria-pressed', 'false');
  }
});

test('14 Mod+Shift+Z and Mod+Y redo', async () => {
  await page.keyboard.type('once');
  await page.keyboard.press('Control+z');
  await expect(text).toHaveText('');
  await page.keyboard.press('Control+Shift+z');
  await expect(text).toHaveText('once');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+y');
  await expect(text).toHaveText('once');
});

test('15 Mod+Alt+1 to 3 make headings, 0 normal text', async () => {
  await page.keyboard.type('Title');
  for (const [key, kind] of [
    ['1', 'h1'],
    ['2', 'h2'],
    ['3', 'h3'],
    ['0', 'paragraph'],
  ] as const) {
    await page.keyboard.press(`Control+Alt+${key}`);
    await expect.poll(kinds).toEqual([kind]);
  }
});

test('16 Mod+Shift+7 and 8 make lists, Tab indents', async () => {
  await page.keyboard.type('item');
  await page.keyboard.press('Control+Shift+Digit7');
  await expect.poll(kinds).toEqual(['number']);
  await page.keyboard.press('Control+Shift+Digit8');
  await expect.poll(kinds).toEqual(['bullet']);
  await page.keyboard.press('Tab');
  await expect(text.locator('[data-indent="1"]')).toHaveText('item');
  await page.keyboard.press('Shift+Tab');
  await expect(text.locator('[data-indent="0"]')).toHaveText('item');
});

test('17 Mod+K on a selection opens the link box', async () => {
  await page.keyboard.type('see here');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('here');
  await page.keyboard.press('Control+k');
  await page.getByLabel('Address', { exact: true }).fill('example.org/study');
  await page.keyboard.press('Enter');
  await expect(text.getByRole('link', { name: 'here' })).toHaveAttribute('href', 'https://example.org/study');
});

test('19 "/" opens a menu that typing filters, and the focus stays in the text', async () => {
  await page.keyboard.type('/');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.type('quo');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await expect(text).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(kinds).toEqual(['quote']);
  await expect(text).toHaveText('');
});

test('20 "- ", "1. " and "# " convert while typing, and one undo brings the characters back', async () => {
  for (const [typed, kind] of [
    ['- ', 'bullet'],
    ['1. ', 'number'],
    ['# ', 'h1'],
  ] as const) {
    await page.keyboard.type(typed);
    await expect.poll(kinds).toEqual([kind]);
    await page.keyboard.press('Control+z');
    await expect.poll(kinds).toEqual(['paragraph']);
    expect((await text.textContent())?.replaceAll('\u00a0', ' ')).toBe(typed);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await expect(text).toHaveText('');
  }
});

/** A paste as the browser does it, with what a program put into the clipboard. */
async function paste(html: string, plain: string): Promise<void> {
  await text.evaluate(
    (element, data) => {
      const transfer = new DataTransfer();
      if (data.html) transfer.setData('text/html', data.html);
      transfer.setData('text/plain', data.plain);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
    },
    { html, plain },
  );
}

test('21 a paste from Word keeps lists and bold, and drops fonts and marks', async () => {
  const item = (level: number, mark: string, words: string) =>
    `<p class="MsoListParagraph" style="mso-list:l0 level${level} lfo1"><span style="mso-list:Ignore">${mark}<span style="font:7pt 'Times New Roman'">&nbsp;&nbsp;</span></span>${words}<o:p></o:p></p>`;
  await paste(
    `<html><body><!--StartFragment--><h1 style="font-family:Calibri">Need</h1><p class=MsoNormal><b>Bold</b> <span style="font-size:20pt">big</span></p>${item(1, '·', 'first')}${item(2, 'o', 'second')}<!--EndFragment--></body></html>`,
    'Need\nBold big\nfirst\nsecond',
  );
  await expect.poll(kinds).toEqual(['h1', 'paragraph', 'bullet', 'bullet']);
  await expect(text.locator('strong')).toHaveText('Bold');
  await expect(text.locator('[data-indent="1"]')).toHaveText('second');
  expect(await text.innerHTML()).not.toMatch(/Calibri|font-size|mso/);
});

test('22 Mod+F finds in the answers, Mod+Shift+H replaces after showing what', async () => {
  await page.keyboard.type('Sugar and sugar.');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('sugar');
  await expect(page.getByRole('search')).toContainText('2');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+h');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').nth(0).fill('sugar');
  await dialog.getByRole('textbox').nth(1).fill('honey');
  await expect(dialog).toContainText('honey');
  await dialog.getByRole('button', { name: /^Replace 2/ }).click();
  // Whether its editor is mounted at that moment or not.
  await expect(page.locator(`[data-answer="${key}"]`)).toContainText('honey and honey.');
});

test('23 Alt+F10 goes to the toolbar, arrows move in it, Esc goes back', async () => {
  await page.keyboard.press('Alt+F10');
  await expect(page.getByRole('toolbar').locator(':focus')).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('toolbar').locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(text).toBeFocused();
});

test('24 Mod+/ lists the shortcuts', async () => {
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('25, 26 the counter counts what the portal gets, turns amber and red, and cuts nothing', async () => {
  // Its limit is 3,000. It is at the top of the page, far from where the tests before were.
  await page.reload();
  await saved(page);
  key = 'answer:motivation';
  text = await editorOf(page, key);
  await text.click();
  await expect(text).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(text).toHaveText('');
  const card = page.locator(`[data-answer="${key}"]`);
  await page.evaluate(() => navigator.clipboard.writeText('a'.repeat(2700)));
  await page.keyboard.press('Control+Shift+v');
  await expect(card).toContainText('2,700 / 3,000');
  await page.keyboard.press('End');
  await page.evaluate(() => navigator.clipboard.writeText('b'.repeat(412)));
  await page.keyboard.press('Control+Shift+v');
  await expect(card).toContainText('112 over');
  await expect(text).toHaveText('a'.repeat(2700) + 'b'.repeat(412));
});

test('25 line breaks, emoji and no-break spaces count as the portal will count what is copied', async () => {
  // By UTF-16 code unit, a line break as one: 12 + 1 + 19 + 1 + 7.
  const pasted = 'Prix : 100 €\r\nTeam 👩‍🏫 in 🇬🇷.\r\n\u200bZürich\u00ad!\u00a0';
  const copied = 'Prix : 100 €\nTeam 👩‍🏫 in 🇬🇷.\nZürich!';
  await page.evaluate((words) => navigator.clipboard.writeText(words), pasted.replace('100 €', '100\u00a0€'));
  await page.keyboard.press('Control+v');
  const card = page.locator(`[data-answer="${key}"]`);
  await expect(card).toContainText('40 / 3,000');
  await card.getByRole('button', { name: /Copy for the portal/ }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(copied);
  // What the portal's own text box makes of it, whose limit is in the same units.
  const boxed = await page.evaluate((words) => {
    const box = document.createElement('textarea');
    box.maxLength = words.length;
    box.value = words;
    return { length: box.textLength, tooLong: box.validity.tooLong };
  }, copied);
  expect(boxed).toEqual({ length: copied.length, tooLong: false });
});
