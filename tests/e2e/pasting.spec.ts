// What is copied in other programs, through the real clipboard (ux-checks 18 and 21). The fixtures are clipboard HTML as those
// programs make it: Word with lists as paragraphs, tracked changes and comments; Google Docs in its one big <b>; LibreOffice;
// Word on the web; a page with menu, table and image.
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { type Company, writeTogether } from './support/company.ts';
import { editorOf, expectNoComplaints, type PersonAtScreen, saved } from './support/people.ts';

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

/** An answer of its own for each test. */
const questions = [
  'motivation',
  'objectives',
  'innovation',
  'synergies',
  'eu_value',
  'needs',
  'target_groups',
].values();

/** The page of another program, of which everything is copied. */
async function copyElsewhere(html: string): Promise<void> {
  const other = await ana.context.newPage();
  await other.goto('/sign-in');
  await other.evaluate((source) => {
    document.addEventListener('copy', (event) => {
      event.preventDefault();
      event.clipboardData?.setData('text/html', source);
      event.clipboardData?.setData('text/plain', new DOMParser().parseFromString(source, 'text/html').body.innerText);
    });
  }, html);
  await other.getByRole('heading').first().click();
  await other.keyboard.press('Control+a');
  await other.keyboard.press('Control+c');
  await other.close();
  await page.bringToFront();
}

async function paste(file: string, keys = 'Control+v'): Promise<void> {
  await copyElsewhere(readFileSync(new URL(`./fixtures/clipboard/${file}.html`, import.meta.url), 'utf8'));
  text = await editorOf(page, `answer:${questions.next().value}`);
  await text.click();
  await page.keyboard.press(keys);
}

/** 'bullet1: without a smartphone' */
const blocks = () =>
  text.locator('[data-kind]').evaluateAll((all) =>
    all.map((block) => {
      const { kind, indent } = (block as HTMLElement).dataset;
      const words = (block as HTMLElement).innerText.replaceAll('\u00a0', ' ').replaceAll('\n', '⏎');
      return `${kind}${indent && indent !== '0' ? indent : ''}: ${words === '⏎' ? '' : words}`;
    }),
  );
/** What the notice of the last paste says. The one before fades out while it comes, so it is waited for that only one is there. */
async function expectNotice(words: string | RegExp): Promise<void> {
  const notice = page.getByRole('alert').filter({ hasText: 'Pasted' });
  await expect(notice).toHaveCount(1);
  await expect(notice).toContainText(words);
}

const lists = ['bullet: older residents', 'bullet1: without a smartphone', 'number: Train the volunteers'];

test('21 Word: lists, bold and tables stay; fonts, ghost spaces, tracked deletions and comments go, and a notice says so', async () => {
  await paste('word');
  await expect
    .poll(blocks)
    .toEqual([
      'h1: Why this project',
      'paragraph: In five towns one resident in four is over sixty-five; the bank branch has closed. See Eurostat.',
      'paragraph: ',
      'paragraph: We asked 212 people in five places.',
      'bullet: Older residents who live alone',
      'bullet1: without a smartphone',
      'number: Train the volunteers',
      'paragraph: Town | Residents',
      'paragraph: Volos | 139,000',
    ]);
  await expect(text.locator('strong').first()).toHaveText('five towns');
  await expect(text.locator('em')).toHaveText('sixty-five');
  await expect(text.getByRole('link', { name: 'Eurostat' })).toHaveAttribute(
    'href',
    'https://ec.europa.eu/eurostat/web/population',
  );
  expect(await text.innerHTML()).not.toMatch(/Calibri|font-size|mso|AP1|in four five/);
  await expectNotice('Tables became one line for each row.');
  await expectNotice('Not taken over: images, comments, deleted text and fonts, sizes and colours.');
});

test('21 Google Docs: structure stays, its wrapping bold does not count, and links go where they lead', async () => {
  await paste('google-docs');
  await expect
    .poll(blocks)
    .toEqual([
      'h2: Why this project',
      'paragraph: In five towns one in four is over sixty-five. See Eurostat.',
      'paragraph: ',
      'paragraph: We work with:',
      ...lists,
      'paragraph: Volos | 139,000',
    ]);
  await expect(text.locator('strong')).toHaveText('five towns');
  await expect(text.locator('em')).toHaveText('one in four');
  await expect(text.getByRole('link', { name: 'Eurostat' })).toHaveAttribute('href', 'https://ec.europa.eu/eurostat');
  await expectNotice('Tables became one line for each row.');
});

test('21 a web page: menus, hidden text, images and links that are none are left out', async () => {
  await paste('web-page');
  await expect
    .poll(blocks)
    .toEqual([
      'h2: Why this project',
      'paragraph: In five towns one resident in four is over sixty-five[1].⏎The bank branch has closed. Eurostat and a trick.',
      'quote: Nobody asked us before.',
      'bullet: older residents',
      'number1: without a smartphone',
      'bullet: volunteers⏎of every age',
      'paragraph: The tower of Volos',
      'paragraph: Town | Residents',
      'paragraph: Volos | 139,000',
    ]);
  expect(await text.innerHTML()).not.toMatch(/javascript|alert|Home|Skip/);
  await expectNotice(/images, hidden text, links that are no web or e-mail address, menus/);
});

test('21 LibreOffice: lists with their levels, and no text that was deleted with changes tracked', async () => {
  await paste('libreoffice');
  await expect
    .poll(blocks)
    .toEqual([
      'h1: Why this project',
      'paragraph: In five towns one resident in four is over sixty-five. Eurostat',
      ...lists,
    ]);
  await expectNotice('deleted text');
});

test('21 Word on the web: headings and levels of lists', async () => {
  await paste('word-online');
  await expect
    .poll(blocks)
    .toEqual(['h1: Why this project', 'paragraph: In five towns one in four is over sixty-five.', ...lists]);
  await expect(text.locator('strong')).toHaveText('five towns');
});

test('18 Mod+Shift+V pastes plain text: the words, and nothing of their looks', async () => {
  await paste('libreoffice', 'Control+Shift+v');
  await expect
    .poll(async () => new Set((await blocks()).map((block) => block.split(':')[0])))
    .toEqual(new Set(['paragraph']));
  await expect(text).toContainText('Why this project');
  await expect(text.locator('strong, em, a')).toHaveCount(0);
});

test('13, 21 one undo takes a whole paste back, and what came with it is saved like typed words', async () => {
  await paste('word-online');
  await expect(text).toContainText('Train the volunteers');
  await page.keyboard.press('Control+z');
  await expect(text).toHaveText('');
  await page.keyboard.press('Control+y');
  await expect(text).toContainText('Train the volunteers');
  await saved(page);
  expectNoComplaints(ana);
});
