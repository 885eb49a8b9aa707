// What is around a proposal's content, without a mouse: reminding a partner, a copy for another call, archiving, handing over, and the page
// of whoever looks after the installation.
import { expect, type Page, test } from '@playwright/test';
import { type Company, openDemo } from './support/company.ts';
import { choose, chooseInMenu, expectNoMouse, fill, press, watchForMouse } from './support/keys.ts';
import { expectNoComplaints, type PersonAtScreen } from './support/people.ts';

let company: Company<['Ana', 'Ben']>;
let ana: PersonAtScreen;
let page: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  company = await openDemo(browser, ['Ana', 'Ben']);
  [ana] = company.people;
  page = ana.page;
  await watchForMouse(page);
  await page.reload();
});
test.afterAll(() => company.leave());

const tab = (name: string) =>
  page.getByRole('navigation', { name: 'Pages of the proposal' }).getByRole('link', { name: new RegExp(`^${name}`) });
const button = (name: string | RegExp) => page.getByRole('button', { name });

test('a partner is reminded of what is missing', async () => {
  await press(page, tab('Partners'));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await press(page, page.getByRole('link', { name: 'Collect what is missing' }));
  await press(page, page.getByRole('button', { name: /^Remind /, disabled: false }).first());
  await expect(page.getByText(/went to \d+ (person|people)/).first()).toBeVisible();
});

test('a copy for another call is made', async () => {
  await press(page, page.getByRole('link', { name: 'Adagia, my proposals' }));
  await chooseInMenu(page, button('Actions for NEXTDOOR'), 'Copy to another call');
  await fill(page, 'Title of the new proposal', 'Next door again');
  await fill(page, 'Acronym', 'AGAIN');
  await press(page, button('Make the new proposal'));
  await expect(page).toHaveURL(/\/p\//);
  await press(page, page.getByRole('link', { name: 'Adagia, my proposals' }));
  await expect(page.getByRole('link', { name: 'AGAIN', exact: true })).toBeVisible();
});

test('a proposal is handed over', async () => {
  await press(page, page.getByRole('link', { name: 'NEXTDOOR', exact: true }));
  await press(page, tab('Settings'));
  await choose(page, 'New coordinator', 'Ben Ionescu');
  await press(page, button('Hand over'));
  const dialog = page.getByRole('dialog');
  await press(page, dialog.getByRole('button', { name: 'Hand over' }));
  await expect(page.getByText(/You are now|your role|Editor/i).first()).toBeVisible();
  await expect(button('Hand over')).toHaveCount(0);
});

test("the installation's page: its mail is tried", async () => {
  await press(page, page.getByRole('link', { name: 'Adagia, my proposals' }));
  await chooseInMenu(page, button(/account of/), 'Administration');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await press(page, button('Send me a test mail'));
  await expect(page.getByRole('status').or(page.getByRole('alert')).filter({ hasText: /mail/i }).first()).toBeVisible();
  await expectNoMouse(page);
  expectNoComplaints(ana);
});
