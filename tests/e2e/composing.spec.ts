// Input methods with real composition events (Korean, a Greek tonos, a dead key, a phone's keyboard), while somebody else writes
// in the same paragraph: the composition goes on as if nobody were there, and nothing is lost or doubled for anybody.
import { type CDPSession, expect, type Locator, test } from '@playwright/test';
import { type Company, writeTogether } from './support/company.ts';
import { editorOf, expectNoComplaints, type PersonAtScreen, saved } from './support/people.ts';

let company: Company<['Ana', 'Ben']>;
let ana: PersonAtScreen;
let ben: PersonAtScreen;
let ime: CDPSession;
let anaText: Locator;
let benText: Locator;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  company = await writeTogether(browser, ['Ana', 'Ben']);
  [ana, ben] = company.people;
  ime = await ana.context.newCDPSession(ana.page);
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

test.beforeEach(async () => {
  const key = `answer:${questions.next().value ?? 'motivation'}`;
  [anaText, benText] = [await editorOf(ana.page, key), await editorOf(ben.page, key)];
  await benText.click();
  await anaText.click();
  await anaText.evaluate((element) => {
    const ends: string[] = [];
    element.addEventListener('compositionstart', () => ends.push('start'));
    element.addEventListener('compositionend', (event) => ends.push((event as CompositionEvent).data));
    Object.assign(globalThis, { compositions: ends });
  });
});

/** What Ana's input method and the page told each other: 'start', then the word with which it ended. */
const compositions = () => ana.page.evaluate(() => (globalThis as unknown as { compositions: string[] }).compositions);

/** Underlined, not final: what the input method shows so far. */
const compose = (text: string) =>
  ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
/** The input method is done with it. */
const commit = (text: string) => ime.send('Input.insertText', { text });

/** Ana's words are there, and Ben stands in them where he wants. */
async function begin(text: string, anaAt: number, benAt: number): Promise<void> {
  await ana.page.keyboard.type(text);
  await expect(benText).toHaveText(text);
  for (const [{ page }, at] of [
    [ana, anaAt],
    [ben, benAt],
  ] as const) {
    await page.keyboard.press('Control+Home');
    for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowRight');
  }
}

async function bothHave(text: string): Promise<void> {
  await expect(anaText).toHaveText(text);
  await expect(benText).toHaveText(text);
  await Promise.all([saved(ana.page), saved(ben.page)]);
}

test('Korean syllables grow while somebody types before and behind them', async () => {
  await begin('one two', 4, 0);
  await compose('ㅎ');
  await expect(benText).toHaveText('one ㅎtwo');
  await ben.page.keyboard.type('B1 ');
  await expect(benText).toHaveText('B1 one ㅎtwo');
  await compose('하');
  await compose('한');
  await ben.page.keyboard.press('Control+End');
  await ben.page.keyboard.type(' B2');
  await compose('한');
  await commit('한');
  await compose('그');
  await ben.page.keyboard.type(' B3');
  await compose('글');
  await commit('글');
  await bothHave('B1 one 한글two B2 B3');
  expect(await compositions()).toEqual(['start', '한', 'start', '글']);
});

test('a Greek tonos and a dead key become one letter while somebody types at the same place', async () => {
  await begin('αα', 1, 1);
  await compose('΄');
  await ben.page.keyboard.type('12');
  await commit('ά');
  await expect(anaText).toHaveText(/^α(12ά|ά12)α$/);
  await compose('´');
  await ben.page.keyboard.type('34');
  await commit('é');
  await expect(anaText).toHaveText(/34/);
  const text = (await anaText.textContent()) ?? '';
  expect(text.split('').sort()).toEqual('1234ααάé'.split('').sort());
  await bothHave(text);
  expect(await compositions()).toEqual(['start', 'ά', 'start', 'é']);
});

test('somebody splits, restyles and deletes the paragraph in which a word is being composed', async () => {
  await begin('before after', 7, 3);
  await compose('か');
  await compose('かな');
  await ben.page.keyboard.press('Enter');
  await ben.page.keyboard.press('Control+Alt+2');
  await compose('かなと');
  await commit('仮名と');
  await bothHave('before 仮名とafter');
  await expect(anaText.locator('[data-kind]')).toHaveText(['bef', 'ore 仮名とafter']);
  await expect(anaText.locator('[data-kind="h2"]')).toHaveText('ore 仮名とafter');
  await compose('お');
  await ben.page.keyboard.press('Control+a');
  await ben.page.keyboard.press('Delete');
  await compose('おわ');
  await commit('終わ');
  // What is composed after the deletion stays; what was there before it has gone with it.
  await expect(anaText).toHaveText(/^[お]?終?わ$/);
  await bothHave((await anaText.textContent()) ?? '');
});

test('a composition that is given up leaves nothing behind', async () => {
  await begin('left right', 5, 5);
  await compose('ㅎ');
  await ben.page.keyboard.type('mid ');
  await compose('');
  await bothHave('left mid right');
  await ana.page.keyboard.type('x');
  await expect(benText).toHaveText(/^left (mid x|xmid )right$/);
});

test('leaving the text ends the composition with what was composed', async () => {
  await begin('left right', 5, 0);
  await compose('하');
  await ben.page.keyboard.type('B ');
  await ana.page.getByRole('heading', { level: 1 }).click();
  await bothHave('B left 하right');
});

test('undo takes a composed word back, and nothing of what somebody typed meanwhile', async () => {
  await begin('left right', 5, 0);
  await compose('하');
  await ben.page.keyboard.type('B ');
  await compose('한');
  await commit('한');
  await bothHave('B left 한right');
  await ana.page.keyboard.press('Control+z');
  await expect(anaText).not.toHaveText(/[한하]/);
  await expect(anaText).toHaveText(/^B /);
});

test('two people compose in the same paragraph at once', async () => {
  const other = await ben.context.newCDPSession(ben.page);
  const benCompose = (text: string) =>
    other.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await begin('left right', 5, 0);
  await compose('하');
  await benCompose('に');
  await compose('한');
  await benCompose('にほ');
  await benCompose('にほん');
  await commit('한');
  await other.send('Input.insertText', { text: '日本' });
  await bothHave('日本left 한right');
});

test('no page broke its own content security policy, or threw', () => {
  expectNoComplaints(ana, ben);
});
