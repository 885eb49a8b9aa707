// What the page says aloud and where it takes one: following somebody, who comes and goes, and limits that are crossed.
// Numbers are those of the list of checks.
import { expect, type Page, test } from '@playwright/test';
import { type Company, openDemo } from './support/company.ts';
import { editorOf, goTo, openBrowser, type PersonAtScreen, saved, signInDemo } from './support/people.ts';

const NEEDS = 'answer:needs';
const IMPACT = 'answer:impact_how';
/** Milliseconds: as often as comings and goings may be announced. */
const ANNOUNCE_EVERY_MS = 10_000;

let company: Company<['Ana', 'Ben']>;
let ana: PersonAtScreen;
let ben: PersonAtScreen;

async function enter({ page }: PersonAtScreen): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'NEXTDOOR' }).click();
  await saved(page);
}

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  company = await openDemo(browser, ['Ana', 'Ben']);
  [ana, ben] = company.people;
});
test.afterAll(() => company.leave());

const following = (page: Page) => page.getByText('Following Ben Ionescu');

async function follow({ page }: PersonAtScreen): Promise<void> {
  await page.getByRole('button', { name: 'Go to Ben Ionescu' }).click();
  await page.getByRole('button', { name: 'Follow Ben Ionescu' }).click();
  await expect(following(page)).toBeVisible();
}

async function write({ page }: PersonAtScreen, key: string): Promise<void> {
  const text = await editorOf(page, key);
  await text.click();
}

test('51 a second click follows somebody over answers and pages, and any key or scroll stops', async () => {
  await Promise.all([goTo(ana, 'Write'), goTo(ben, 'Write')]);
  await write(ben, NEEDS);
  await follow(ana);
  await expect(ana.page.locator(`[data-answer="${NEEDS}"]`)).toBeInViewport();
  await write(ben, IMPACT);
  await expect(ana.page.locator(`[data-answer="${IMPACT}"]`)).toBeInViewport();
  await goTo(ben, 'Budget');
  await expect(ana.page).toHaveURL(/\/budget/);
  await goTo(ben, 'Write');
  await write(ben, NEEDS);
  await expect(ana.page.locator(`[data-answer="${NEEDS}"]`)).toBeInViewport();

  // The focus is on the avatar still.
  await ana.page.keyboard.press('PageDown');
  await expect(following(ana.page)).toBeHidden();
  await write(ben, IMPACT);
  await expect(ana.page.getByRole('link', { name: /^Impact.*Here now: Ben Ionescu/ })).toBeVisible();
  await expect(ana.page.locator(`[data-answer="${IMPACT}"]`)).not.toBeInViewport();

  await follow(ana);
  await expect(ana.page.locator(`[data-answer="${IMPACT}"]`)).toBeInViewport();
  await ana.page.mouse.move(600, 500);
  await ana.page.mouse.wheel(0, -200);
  await expect(following(ana.page)).toBeHidden();
});

/** Notes whatever a live region comes to say. */
async function listen(page: Page, selector: string): Promise<() => Promise<string[]>> {
  await page.locator(selector).first().waitFor({ state: 'attached' });
  await page.evaluate((wanted) => {
    const said: string[] = [];
    const region = document.querySelector(wanted);
    if (!region) throw new Error(`no ${wanted}`);
    const note = () => region.textContent && said.at(-1) !== region.textContent && said.push(region.textContent);
    new MutationObserver(note).observe(region, { subtree: true, childList: true, characterData: true });
    Object.assign(globalThis, { said });
  }, selector);
  return () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
}

const ANNOUNCER = '[aria-label="People who are here now"] > [role="status"]:not([data-following])';
const avatar = ({ page }: PersonAtScreen, name: string) => page.getByRole('button', { name: `Go to ${name}` });

test('54 who comes and goes is said at most once in ten seconds, and not at all when turned off', async ({
  browser,
}) => {
  const page = await ana.context.newPage();
  // Ana's other page does not count: she is one person.
  const watching = { ...ana, page };
  await page.clock.install();
  await enter(watching);
  await expect(avatar(watching, 'Ben Ionescu')).toBeVisible();
  const said = await listen(page, ANNOUNCER);
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
  await page.clock.runFor(ANNOUNCE_EVERY_MS);

  await ben.page.goto('/');
  await expect(avatar(watching, 'Ben Ionescu')).toHaveCount(0);
  await expect.poll(said).toEqual(['Ben Ionescu left']);
  await enter(ben);
  await expect(avatar(watching, 'Ben Ionescu')).toBeVisible();
  const eve = await openBrowser(browser, company.product, 'Eve');
  await signInDemo(eve);
  await enter(eve);
  await expect(page.getByRole('button', { name: /^Go to / })).toHaveCount(2);
  await page.clock.runFor(ANNOUNCE_EVERY_MS - 1000);
  expect(await said()).toEqual(['Ben Ionescu left']);
  await page.clock.runFor(1000);
  await expect.poll(said).toEqual(['Ben Ionescu left', expect.stringMatching(/^Ben Ionescu, Eve Martin came in$/)]);

  await page.clock.resume();
  await page.getByRole('button', { name: 'People and announcements' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Announce who comes and goes' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: /^Go to / })).toHaveCount(2);
  const saidLater = await listen(page, ANNOUNCER);
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
  await eve.context.close();
  await expect(page.getByRole('button', { name: /^Go to / })).toHaveCount(1);
  await page.clock.runFor(ANNOUNCE_EVERY_MS);
  expect(await saidLater()).toEqual([]);
  // The clock is that of all of Ana's pages: with it stopped, nothing that she types is sent.
  await page.clock.resume();
  await page.close();
});

test('27 the counter speaks when a threshold is crossed, and not with each key', async () => {
  await goTo(ana, 'Write');
  const key = 'answer:motivation';
  const { page } = ana;
  const text = await editorOf(page, key);
  await text.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  const said = await listen(page, `[data-answer="${key}"] [data-counter] [role="status"]`);
  const pasteLetters = async (count: number) => {
    await page.evaluate((letters) => navigator.clipboard.writeText('a'.repeat(letters)), count);
    await page.keyboard.press('Control+Shift+v');
  };
  await pasteLetters(2695);
  await page.keyboard.type('bbbbbbbb');
  await expect(page.locator(`[data-answer="${key}"]`)).toContainText('2,703 / 3,000');
  expect(await said()).toEqual([expect.stringMatching(/: 300 characters left$/)]);
  await pasteLetters(296);
  await page.keyboard.type('bbbbbbbb');
  await expect(page.locator(`[data-answer="${key}"]`)).toContainText('7 over');
  expect((await said()).slice(1)).toEqual([expect.stringMatching(/: 1 characters? over the limit$/)]);
  for (let step = 0; step < 10; step += 1) await page.keyboard.press('Backspace');
  await expect(page.locator(`[data-answer="${key}"]`)).toContainText('2,997 / 3,000');
  expect((await said()).slice(2)).toEqual([expect.stringMatching(/: \d characters? left$/)]);
});

test('27 opening the page says nothing of answers that are near their limit already', async ({ browser }) => {
  // On a device that has no copy yet, so that the texts come over the network.
  const eve = await openBrowser(browser, company.product, 'Eve');
  const { page } = eve;
  await page.addInitScript(() => {
    const said = new Set<string>();
    const note = () => {
      for (const region of document.querySelectorAll('[data-counter] [role="status"]')) {
        if (region.textContent) said.add(region.textContent);
      }
    };
    new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true });
    Object.assign(globalThis, { said });
  });
  await signInDemo(eve);
  await enter(eve);
  await expect(page.locator('[data-answer="answer:motivation"]')).toContainText('2,997 / 3,000');
  expect(await page.evaluate(() => [...(globalThis as unknown as { said: Set<string> }).said])).toEqual([]);
  await eve.context.close();
});
