// What happens to somebody's page when their rights change, when the connection is blocked, and when nothing is saved for long.
// Numbers are those of the list of checks.
import { expect, test } from '@playwright/test';
import { type Company, writeTogether } from './support/company.ts';
import {
  editorOf,
  goTo,
  invite,
  join,
  openBrowser,
  PASSWORD,
  type PersonAtScreen,
  saved,
  signUp,
} from './support/people.ts';

const KEY = 'answer:motivation';
let company: Company<['Ana', 'Ben']>;
let ana: PersonAtScreen;
let ben: PersonAtScreen;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  company = await writeTogether(browser, ['Ana', 'Ben']);
  [ana, ben] = company.people;
});
test.afterAll(() => company.leave());

test('56 a visitor without rights is told whom to ask, and sees no error', async ({ browser }) => {
  const guest = await openBrowser(browser, company.product, 'Guest');
  await signUp(guest);
  await guest.page.goto(new URL(ben.page.url()).pathname);
  await expect(guest.page.getByRole('heading', { name: 'You have no access to this proposal' })).toBeVisible();
  await expect(guest.page.getByRole('button', { name: 'Request access' })).toBeVisible();
  await guest.context.close();
});

test('9 where websockets are blocked the page opens, says why, and keeps what is written', async ({ browser }) => {
  const person = await openBrowser(browser, company.product, 'Blocked');
  await person.context.routeWebSocket(/\/sync\//, (socket) => void socket.close());
  await person.page.goto(await invite(ana, 'Editor'));
  await person.page.getByLabel('Your name').fill('Blocked');
  await person.page.getByLabel('E-mail').fill('blocked@example.org');
  await person.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await person.page.getByRole('button', { name: 'Create an account' }).click();
  await expect(person.page.getByText('This network blocks live connections')).toBeVisible({ timeout: 20_000 });
  await person.context.close();
});

test('55 the share dialog lists people with roles and says who can open the proposal', async () => {
  await ana.page.getByRole('button', { name: 'Share' }).click();
  const dialog = ana.page.getByRole('dialog', { name: 'Share this proposal' });
  await expect(dialog.getByText('ben@example.org')).toBeVisible();
  await expect(dialog.getByText('Restricted', { exact: false })).toBeVisible();
  await ana.page.keyboard.press('Escape');
});

test('10 rights removed while editing: read-only at once, and the page says so', async () => {
  const text = await editorOf(ben.page, KEY);
  await text.click();
  await ben.page.keyboard.type('Written in time.');
  await saved(ben.page);
  await goTo(ana, 'People');
  await ana.page.getByRole('button', { name: 'Remove Ben' }).first().click();
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(ben.page.getByRole('heading', { name: 'You have no access to this proposal' })).toBeVisible({
    timeout: 10_000,
  });
  await expect(ben.page.locator('[contenteditable="true"]')).toHaveCount(0);
  await goTo(ana, 'Write');
  await expect(await editorOf(ana.page, KEY)).toHaveText('Written in time.');
});

test('10 removed while without network: what was typed there is shown to copy, and nowhere else', async ({
  browser,
}) => {
  const carl = await openBrowser(browser, company.product, 'Carl');
  await join(carl, await invite(ana, 'Editor'));
  const text = await editorOf(carl.page, KEY);
  await text.click();
  await carl.context.setOffline(true);
  await carl.page.keyboard.type('Typed on the train. ');
  await expect(carl.page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'offline', {
    timeout: 10_000,
  });
  await goTo(ana, 'People');
  await ana.page.getByRole('button', { name: 'Remove Carl' }).first().click();
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(ana.page.getByRole('button', { name: 'Remove Carl' })).toHaveCount(0);
  await carl.context.setOffline(false);
  await expect(carl.page.getByRole('heading', { name: 'You have no access to this proposal' })).toBeVisible({
    timeout: 20_000,
  });
  const kept = carl.page.getByRole('textbox', { name: 'Some of your text could not be saved' });
  await expect(kept).toHaveValue(/Typed on the train\./);
  await expect(carl.page.getByRole('alert')).toContainText('You may not write there any more');
  await carl.page.getByRole('button', { name: 'I have what I need' }).click();
  await expect(kept).toHaveCount(0);
  await carl.page.reload();
  await expect(carl.page.getByRole('heading', { name: 'You have no access to this proposal' })).toBeVisible();
  await expect(kept).toHaveCount(0);
  await goTo(ana, 'Write');
  await expect(await editorOf(ana.page, KEY)).not.toContainText('Typed on the train.');
  await carl.context.close();
});
