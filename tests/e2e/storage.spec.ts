// What people see when the server's disk fails, and when an administrator restores a backup under them.
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { loseBeginning } from '@adagia/server/testing/lose-beginning';
import { expect, test } from '@playwright/test';
import { type Company, writeTogether } from './support/company.ts';
import { editorOf, type PersonAtScreen, saved } from './support/people.ts';
import type { Product } from './support/product.ts';

const MOTIVATION = 'answer:motivation';
let company: Company<['Ana']>;
let product: Product;
let ana: PersonAtScreen;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  company = await writeTogether(browser, ['Ana']);
  [ana] = company.people;
  product = company.product;
});
test.afterAll(() => company.leave());

const status = () => ana.page.locator('[data-save-state]');
const banner = () => ana.page.getByRole('alert').filter({ hasText: 'The server cannot store anything at the moment' });

/** Bytes that each file of the server may have: every write behind them fails, as on a broken disk. */
function limitFiles(size: string): void {
  execFileSync('prlimit', ['--pid', String(product.pid), `--fsize=${size}:unlimited`]);
}

test('the disk takes nothing: it is said, typing goes on, and all is saved when it can be, without a reload', async () => {
  test.skip(spawnSync('prlimit', ['--version']).status !== 0, 'needs prlimit (Linux)');
  const text = await editorOf(ana.page, MOTIVATION);
  await text.click();
  await ana.page.keyboard.type('Stored. ');
  await saved(ana.page);
  limitFiles('1');
  await ana.page.keyboard.type('Kept. ');
  await expect(status()).toHaveText("Can't save: copy kept");
  // Where she is, not at the top of the page.
  await expect(banner()).toBeInViewport();
  expect(await (await fetch(`${product.url}/healthz`)).json()).toMatchObject({ ok: true, storage: 'failing' });
  await ana.page.keyboard.type('Kept too. ');
  await expect(text).toHaveText('Stored. Kept. Kept too.');
  await expect(status()).toHaveAttribute('data-save-state', 'failed');
  limitFiles('unlimited');
  await saved(ana.page);
  await expect(banner()).toHaveCount(0);
  await ana.page.reload();
  await expect(await editorOf(ana.page, MOTIVATION)).toHaveText('Stored. Kept. Kept too.');
});

test('S5 a restore: the page shows the backup, and what was written since is offered as a copy', async () => {
  const text = await editorOf(ana.page, MOTIVATION);
  const before = await text.innerText();
  const backup = join(product.dataDir, 'copy.sqlite');
  await product.give('backup', backup);
  await text.click();
  await ana.page.keyboard.press('Control+End');
  await ana.page.keyboard.type('Written after the backup.');
  await saved(ana.page);
  await product.give('restore', backup);
  const refused = ana.page.getByRole('alert').filter({ hasText: 'Some of your text could not be saved' });
  await expect(refused).toBeVisible();
  await expect(refused.getByRole('textbox')).toHaveValue(/Written after the backup\./);
  await expect(refused).toContainText('put back from a backup');
  await expect(await editorOf(ana.page, MOTIVATION)).toHaveText(before.trim());
  await saved(ana.page);
  // The restored proposal goes on like any other.
  await (await editorOf(ana.page, MOTIVATION)).click();
  await ana.page.keyboard.press('Control+End');
  await ana.page.keyboard.type('And on.');
  await saved(ana.page);
  await ana.page.reload();
  await expect(await editorOf(ana.page, MOTIVATION)).toHaveText(/And on\.$/);
});

test('R6 a document that is damaged on the server: the page says so, keeps what is on the device, and opens when a backup is restored', async ({
  browser,
}) => {
  const whole = join(product.dataDir, 'whole.sqlite');
  await product.give('backup', whole);
  await product.stop();
  loseBeginning(product.dataDir);
  await product.start();
  await ana.page.reload();
  const damaged = ana.page.getByRole('alert').filter({ hasText: 'damaged' });
  await expect(damaged).toBeInViewport();
  await expect(ana.page.getByText('This network blocks live connections')).toHaveCount(0);
  // On another device, which has no copy.
  const elsewhere = await browser.newContext();
  await elsewhere.addCookies(await ana.context.cookies());
  const newcomer = await elsewhere.newPage();
  await newcomer.goto(ana.page.url());
  await expect(newcomer.getByRole('alert').filter({ hasText: 'cannot be opened' })).toBeInViewport();
  // Nothing that looks as if it were coming.
  await expect(newcomer.getByRole('status', { name: 'Loading' })).toHaveCount(0);
  await product.give('restore', whole, '--accept-damage');
  await expect(await editorOf(newcomer, MOTIVATION)).toHaveText(/And on\.$/);
  await saved(ana.page);
  await elsewhere.close();
});
