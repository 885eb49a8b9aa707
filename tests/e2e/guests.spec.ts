// Ways into a proposal: a partner on a phone by a link and without an account, who makes one later and loses nothing; a guest who
// has an account already; somebody who has no access and asks for it.
import AxeBuilder from '@axe-core/playwright';
import { type Browser, devices, expect, type Locator, type Page, test } from '@playwright/test';
import { Company } from './support/company.ts';
import {
  choose,
  createProposal,
  editorOf,
  expectNoComplaints,
  goTo,
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
/** Of the page Write. */
let address: string;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  company = await Company.open(browser, ['Ana', 'Ben']);
  [ana, ben] = company.people;
  await signUp(ana);
  await createProposal(ana, 'Next Door Online', 'NEXTDOOR');
  address = new URL(ana.page.url()).pathname;
  await signUp(ben);
});
test.afterAll(() => company.leave());

/** 360 points wide, with a finger. */
async function openPhone(browser: Browser, name: string): Promise<PersonAtScreen> {
  const context = await browser.newContext({
    ...devices['Galaxy S9+'],
    viewport: { width: 360, height: 740 },
    baseURL: company.product.url,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`${name}: ${error.message}`));
  return { name, page, context, complaints };
}

const peoplePage = async () => {
  await goTo(ana, 'Timeline');
  await goTo(ana, 'People');
};

async function guestLink(change: (form: Locator) => Promise<void> = async () => undefined): Promise<string> {
  await peoplePage();
  const form = ana.page.getByRole('region', { name: 'Invite somebody' });
  await form.getByText('Anyone with the link').click();
  await change(form);
  await form.getByRole('button', { name: 'Create the invitation' }).click();
  return form.getByRole('textbox', { name: 'The invitation link, shown only now:' }).inputValue();
}

/** @param part of the page, where the rest has been looked at by others */
async function expectAccessible(page: Page, part = 'body'): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  const problems = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target }) => `${id} ${target.join(' ')}`));
  expect(problems).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, 'the page must not scroll sideways').toBeLessThanOrEqual(0);
}

async function enterAs({ page, name }: PersonAtScreen, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(page).toHaveURL(/\/write$/);
}

test('55 a partner on a phone enters by a link without an account, writes, is seen by name, and has everything after making an account', async ({
  browser,
}) => {
  const link = await guestLink((form) => choose(form, 'Role', 'Editor'));
  await goTo(ana, 'Write');
  const maria = await openPhone(browser, 'Maria Ñandú');
  const { page } = maria;
  const began = Date.now();
  await page.goto(link);
  await expect(page.getByText('Ana invites you to the proposal “NEXTDOOR”.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Your name' }).fill(maria.name);
  await page.getByRole('button', { name: 'Enter' }).tap();
  const text = await editorOf(page, KEY);
  await text.tap();
  await page.keyboard.type('V');
  test.info().annotations.push({
    type: 'seconds from link to first character',
    description: String((Date.now() - began) / 1000),
  });
  await page.keyboard.type('on unterwegs.');
  await saved(page);
  // The secret is in no address any more, nor one step back.
  expect(page.url()).not.toContain('#');
  await page.goBack();
  expect(page.url()).not.toContain(link.split('#')[1]);
  await page.goto(address);

  await expect(await editorOf(ana.page, KEY)).toHaveText('Von unterwegs.');
  await ana.page.locator('[data-answer]').first().scrollIntoViewIfNeeded();
  await expect(ana.page.getByRole('button', { name: maria.name }).first()).toBeVisible();
  await goTo(ana, 'Timeline');
  await expect(ana.page.getByText(maria.name).first()).toBeVisible();

  await page.getByRole('button', { name: /account of Maria/ }).tap();
  await page.getByRole('menuitem', { name: 'Create an account' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Create your account' });
  await dialog.getByRole('button', { name: 'Create an account' }).tap();
  await expect(dialog.getByText('This is no e-mail address')).toBeVisible();
  await expectAccessible(page, '[role="dialog"]');
  await dialog.getByLabel('E-mail').fill('maria@example.org');
  await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Create an account' }).tap();
  await expect(dialog).toBeHidden();

  const elsewhere = await openBrowser(browser, company.product, 'Maria');
  await elsewhere.page.goto('/sign-in');
  await elsewhere.page.getByLabel('E-mail').fill('maria@example.org');
  await elsewhere.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await elsewhere.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await elsewhere.page.getByRole('link', { name: 'NEXTDOOR' }).click();
  const again = await editorOf(elsewhere.page, KEY);
  await expect(again).toHaveText('Von unterwegs.');
  await again.click();
  await elsewhere.page.keyboard.press('Control+End');
  await elsewhere.page.keyboard.type(' Und von daheim.');
  await saved(elsewhere.page);
  await expect(await editorOf(page, KEY)).toHaveText('Von unterwegs. Und von daheim.');
  expectNoComplaints(maria, elsewhere);
  await elsewhere.context.close();
  await maria.context.close();
});

test('a guest writes where the link says, comes back by it, is let in again on another device, and is out when it ends', async ({
  browser,
}) => {
  const link = await guestLink(async (form) => {
    await form.getByLabel('Name of the link').fill('Partners in Greece');
    await form.getByRole('combobox', { name: 'Writes only in' }).or(form.getByLabel('Writes only in')).first().click();
    await ana.page.getByRole('option').first().click();
    await ana.page.keyboard.press('Escape');
  });
  const gus = await openPhone(browser, 'Gus');
  await gus.page.goto(link);
  await expect(gus.page.getByText(/You can write in: /)).toBeVisible();
  await expectAccessible(gus.page);
  await gus.page.getByRole('button', { name: 'Enter' }).tap();
  await expect(gus.page.getByText('Please tell your name, in letters')).toBeVisible();
  await enterAs(gus, link);
  await gus.page.goto(link);
  await expect(gus.page).toHaveURL(/\/write$/);

  await peoplePage();
  const row = ana.page.getByRole('listitem').filter({ hasText: 'Gus' }).first();
  await expect(row).toContainText('without an account');
  await expect(row).toContainText('Chrome, Android');
  const links = ana.page.getByRole('region', { name: 'Invitations' });
  const linkRow = links.getByRole('listitem').filter({ hasText: 'Partners in Greece' });
  await expect(linkRow).toContainText('used once');
  await expect(linkRow).toContainText('By Gus');
  await row.getByRole('button', { name: 'Actions for Gus' }).click();
  await ana.page.getByRole('menuitem', { name: 'Let them in again' }).click();
  const dialog = ana.page.getByRole('dialog', { name: 'Let them in again' });
  const back = await dialog.getByRole('textbox').inputValue();
  await ana.page.keyboard.press('Escape');

  const tablet = await openPhone(browser, 'Gus');
  await tablet.page.goto(back);
  await tablet.page.getByRole('button', { name: 'Go on as Gus' }).tap();
  await expect(tablet.page).toHaveURL(/\/write$/);
  await expect(row).toContainText(/Android.*; .*Android/);

  await linkRow.getByRole('button', { name: 'Revoke' }).click();
  await ana.page.getByRole('checkbox', { name: 'End the access of the guest who came by it, at once' }).check();
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  for (const { page } of [gus, tablet]) await expect(page.getByText('You were signed out')).toBeVisible();
  await gus.page.goto(link);
  await expect(gus.page.getByRole('heading', { name: 'This invitation does not work any more' })).toBeVisible();
  expectNoComplaints(gus, tablet);
  await gus.context.close();
  await tablet.context.close();
});

test('a guest who has an account signs in and is asked; what they did comes with them', async ({ browser }) => {
  const link = await guestLink((form) => choose(form, 'Role', 'Editor'));
  const ida = await openBrowser(browser, company.product, 'Ida');
  await enterAs(ida, link);
  const text = await editorOf(ida.page, KEY);
  await text.click();
  await ida.page.keyboard.press('Control+Home');
  await ida.page.keyboard.type('Ida was here. ');
  await saved(ida.page);
  // Meanwhile she has typed on her tablet, on the train.
  const tablet = await openBrowser(browser, company.product, 'Ida');
  await tablet.context.addCookies(await ida.context.cookies());
  await tablet.page.goto(address);
  await (await editorOf(tablet.page, KEY)).click();
  await tablet.context.setOffline(true);
  await tablet.page.keyboard.type('From the train. ');
  await expect(tablet.page.locator('[data-save-state="offline"]')).toBeVisible();
  await ida.page.getByRole('button', { name: /account of Ida/ }).click();
  await ida.page.getByRole('menuitem', { name: 'I have an account' }).click();
  await ida.page.getByLabel('E-mail').fill('ben@example.org');
  await ida.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await ida.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const dialog = ida.page.getByRole('dialog', { name: 'Is Ida you?' });
  await dialog.getByRole('button', { name: 'Yes, both are me' }).click();
  await expect(dialog).toBeHidden();
  await ida.page.goto(address);
  await expect(await editorOf(ida.page, KEY)).toContainText('Ida was here.');
  await peoplePage();
  const members = ana.page.getByRole('region', { name: 'Members' });
  await expect(members.getByText('ben@example.org')).toBeVisible();
  await expect(members.getByText('Ida', { exact: true })).toHaveCount(0);

  // What was not sent is nobody's any more there, and hers to copy once she is in as who she is.
  await tablet.context.setOffline(false);
  await tablet.page.getByRole('alert').getByRole('button', { name: 'Sign in' }).click();
  await tablet.page.getByLabel('E-mail').fill('ben@example.org');
  await tablet.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await tablet.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const kept = tablet.page.getByRole('alert').filter({ hasText: 'You wrote this here as a guest' });
  await expect(kept.getByRole('textbox')).toHaveValue(/From the train\./);
  await kept.getByRole('button', { name: 'I have what I need' }).click();
  await expect(kept).toHaveCount(0);
  await tablet.page.reload();
  await saved(tablet.page);
  await expect(kept).toHaveCount(0);
  expectNoComplaints(ida, tablet);
  await tablet.context.close();
  await ida.context.close();
});

test('56 somebody without access asks for it, signed in or not, and is in when a coordinator says so', async ({
  browser,
}) => {
  const eve = await openBrowser(browser, company.product, 'Eve');
  await signUp(eve);
  await eve.page.goto('/p/00000000-0000-7000-8000-000000000000/write');
  const ask = eve.page.getByRole('button', { name: 'Request access' });
  await expect(ask).toBeVisible();
  const nothing = await eve.page.locator('main').innerText();
  await eve.page.goto(address);
  await expect(ask).toBeVisible();
  expect(await eve.page.locator('main').innerText()).toBe(nothing);
  await expectAccessible(eve.page);
  await eve.page.getByLabel('Message (optional)').fill('I write the budget.');
  await ask.click();
  await expect(eve.page.getByText('Your request was sent')).toBeVisible();

  const rita = await openPhone(browser, 'Rita');
  await rita.page.goto(address);
  await rita.page.getByRole('button', { name: 'I have no account: request access' }).tap();
  await rita.page.getByLabel('Your name').fill('Rita');
  await rita.page.getByLabel('Your e-mail').fill('rita@example.org');
  await expectAccessible(rita.page);
  await rita.page.getByRole('button', { name: 'Request access' }).tap();
  await expect(rita.page.getByText('Your request was sent')).toBeVisible();

  // By keys alone.
  await goTo(ana, 'Write');
  await ana.page.getByRole('button', { name: 'Share, 2 requests for access' }).press('Enter');
  const share = ana.page.getByRole('dialog', { name: 'Share this proposal' });
  const requests = share.getByRole('region', { name: 'Requests for access' });
  await expect(requests.getByText('I write the budget.')).toBeVisible();
  for (const width of [1280, 360]) {
    await ana.page.setViewportSize({ width, height: 800 });
    await expectAccessible(ana.page, '[role="dialog"]');
  }
  await ana.page.setViewportSize({ width: 1280, height: 800 });
  await requests.getByRole('button', { name: 'Let in: Eve' }).press('Enter');
  await expect(eve.page.getByRole('navigation', { name: 'Pages of the proposal' })).toBeVisible({ timeout: 20_000 });
  await requests.getByRole('button', { name: 'Let in: Rita' }).press('Enter');
  const link = await requests.getByRole('textbox', { name: 'The invitation link, shown only now:' }).inputValue();
  await expect(share.getByText('rita@example.org').first()).toBeVisible();
  await ana.page.keyboard.press('Escape');
  await expect(ana.page.getByRole('button', { name: 'Share', exact: true })).toBeVisible();
  await enterAs(rita, link);
  expectNoComplaints(eve, rita, ana);
  await eve.context.close();
  await rita.context.close();
});
