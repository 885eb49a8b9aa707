// What the header says about saving, and what a person can rely on. Numbers are those of the list of checks.
import { expect, test } from '@playwright/test';
import { Company, writeTogether } from './support/company.ts';
import {
  createProposal,
  editorOf,
  fillProposal,
  keptForOffline,
  openBrowser,
  type PersonAtScreen,
  saved,
  signUp,
} from './support/people.ts';

/** Milliseconds that the server holds every commit back here. */
const DELAY_MS = 1500;
let company: Company<['Ana']>;
let ana: PersonAtScreen;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  company = await writeTogether(browser, ['Ana'], { env: { TEST_COMMIT_DELAY_MS: String(DELAY_MS) } });
  [ana] = company.people;
});
test.afterAll(() => company.leave());

const status = () => ana.page.locator('[data-save-state]');

test('1 the header says exactly one thing about saving, and says it aloud', async () => {
  await expect(status()).toHaveCount(1);
  await expect(status()).toHaveText('All changes saved');
  await expect(status()).toHaveAttribute('role', 'status');
});

test('2 "All changes saved" comes only after the commit', async () => {
  const states: string[] = [];
  await ana.page.exposeFunction('noteState', (state: string) => void states.push(state));
  await ana.page.evaluate(() => {
    const element = document.querySelector<HTMLElement>('[data-save-state]');
    const note = (globalThis as unknown as { noteState(state: string): void }).noteState;
    if (!element) throw new Error('no state in the header');
    new MutationObserver(() => note(element.dataset.saveState ?? '')).observe(element, { attributes: true });
  });
  const text = await editorOf(ana.page, 'answer:motivation');
  await text.click();
  const startedMs = Date.now();
  await ana.page.keyboard.type('x');
  await expect(status()).toHaveAttribute('data-save-state', 'saving');
  await saved(ana.page);
  expect(Date.now() - startedMs).toBeGreaterThanOrEqual(DELAY_MS - 50);
  expect(states).toEqual(['saving', 'saved']);
});

test('6 closing the tab asks while something is unsaved, and only then', async () => {
  const text = await editorOf(ana.page, 'answer:motivation');
  await text.click();
  await ana.page.keyboard.type('y');
  await expect(status()).toHaveAttribute('data-save-state', 'saving');
  const asks = () =>
    ana.page.evaluate(() => {
      const event = new Event('beforeunload', { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    });
  expect(await asks()).toBe(true);
  await saved(ana.page);
  expect(await asks()).toBe(false);
});

test('7 Mod+S does no harm and says that saving is automatic', async () => {
  await ana.page.keyboard.press('Control+s');
  await expect(ana.page.getByText('All changes are saved automatically')).toBeVisible();
});

test('3 without network "Offline" is shown, writing goes on, and the changes are counted', async () => {
  const text = await editorOf(ana.page, 'answer:motivation');
  await ana.context.setOffline(true);
  await text.click();
  await ana.page.keyboard.type('z');
  await expect(status()).toHaveText(/^Offline: \d+ changes? kept on this device$/, { timeout: 8000 });
  await ana.context.setOffline(false);
  await saved(ana.page);
  await expect(status()).toHaveText('All changes saved');
});

test('3 in a browser without storage it says that the tab is all there is, and only while something is unsaved', async ({
  browser,
}) => {
  const carl = await openBrowser(browser, company.product, 'Carl');
  await carl.context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no storage here', 'SecurityError');
    };
  });
  await signUp(carl);
  await createProposal(carl, 'Next Door Online', 'NEXTDOOR');
  const warning = carl.page.getByText('This browser keeps no copy of your text');
  await expect(warning).toHaveCount(0);
  const text = await editorOf(carl.page, 'answer:motivation');
  await carl.context.setOffline(true);
  await text.click();
  await carl.page.keyboard.type('z');
  const state = carl.page.locator('[data-save-state]');
  await expect(state).toHaveText(/^Offline: \d+ changes? in this tab only$/, { timeout: 8000 });
  await expect(warning).toBeVisible();
  await carl.context.setOffline(false);
  await saved(carl.page);
  await expect(warning).toHaveCount(0);
  await carl.context.close();
});

test('9 a server that is down is no network that blocks: "Offline" is all that is said, and the list says how old it is', async ({
  browser,
}) => {
  const house = await writeTogether(browser, ['Dora']);
  const [{ page }] = house.people;
  let sockets = 0;
  page.on('websocket', () => (sockets += 1));
  await keptForOffline(page);
  await house.product.kill();
  const state = page.locator('[data-save-state]');
  await expect(state).toHaveAttribute('data-save-state', 'offline');
  const asked = page.waitForRequest(/\/healthz$/);
  await expect.poll(() => sockets, { timeout: 30_000 }).toBeGreaterThanOrEqual(4);
  await asked;
  await expect(state).toHaveText(/^Offline/);
  await expect(page.getByText('This network blocks live connections')).toHaveCount(0);
  await page.getByRole('link', { name: 'Adagia, my proposals' }).click();
  const notice = page
    .getByRole('status')
    .filter({ hasText: /The server cannot be reached\. This is the list as it was on/ });
  await page.reload();
  await expect(notice).toBeVisible();
  await expect(page.getByRole('link', { name: 'NEXTDOOR' })).toBeVisible();
  await house.product.start();
  await expect(notice).toHaveCount(0);
  await house.leave();
});

test('2, 11 while the server is slow it stays "Saving…", says for how long, and offers a download', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const slow = await Company.open(browser, ['Ben'], { env: { TEST_COMMIT_DELAY_MS: '40000' } });
  const [ben] = slow.people;
  await signUp(ben);
  await ben.page.getByRole('link', { name: 'New proposal' }).first().click();
  await fillProposal(ben.page, 'Next Door Online', 'NEXTDOOR');
  const text = await editorOf(ben.page, 'answer:motivation');
  await text.click();
  await ben.page.keyboard.type('Not on disk yet.');
  const state = ben.page.locator('[data-save-state]');
  await expect(state).toHaveAttribute('data-save-state', 'saving');
  await expect(ben.page.getByText(/^Not saved for 1\d s/)).toBeVisible({ timeout: 20_000 });
  await expect(state).toHaveAttribute('data-save-state', 'saving');
  const button = ben.page.getByRole('button', { name: 'Download my text' });
  await expect(button).toBeVisible({ timeout: 20_000 });
  const download = ben.page.waitForEvent('download');
  await button.click();
  expect((await download).suggestedFilename()).toMatch(/\.txt$/);
  await ben.context.close();
  // A stop would wait for the commits.
  await slow.product.kill();
});
