// Coming in without a mouse, whichever way: invited without and with an account, by password, by a link in a mail, by passkey, with a
// second factor, asking for access; inviting others, and reading one's news. Where a dialog was, the keyboard is back where it came from.
import { openPostOffice, type PostOffice } from '@adagia/server/testing/post-office';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { codeOf, giveAuthenticator } from './support/authenticator.ts';
import { Company } from './support/company.ts';
import { chooseInMenu, expectNoMouse, fill, press, tabTo, watchForMouse } from './support/keys.ts';
import { expectNoComplaints, PASSWORD, type PersonAtScreen, saved } from './support/people.ts';

let office: PostOffice;
let company: Company<['Ana', 'Gus', 'Eve']>;
let ana: PersonAtScreen;
let gus: PersonAtScreen;
let eve: PersonAtScreen;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  office = await openPostOffice();
  company = await Company.open(browser, ['Ana', 'Gus', 'Eve'], { env: { SMTP_URL: office.url } });
  [ana, gus, eve] = company.people;
  await Promise.all(company.people.map(({ page }) => watchForMouse(page)));
});
test.afterAll(async () => {
  await company.leave();
  await office.close();
});
test.afterEach(async () => {
  await Promise.all(company.people.map(({ page }) => expectNoMouse(page)));
  expectNoComplaints(...company.people);
});

const menuOf = (page: Page) => page.getByRole('button', { name: /account of/ });
const button = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true });
const home = (page: Page) => page.getByRole('heading', { name: 'My proposals' });

async function linkFor(email: string): Promise<string> {
  const { source } = await office.next(email);
  return /http:\/\/localhost:\d+\/link\/[a-z-]+#[0-9a-f]{64}[^\s"]*/.exec(source)?.[0] ?? '';
}

async function signUp({ page, name }: PersonAtScreen): Promise<void> {
  const email = `${name.toLowerCase()}@example.org`;
  await page.goto('/sign-up');
  await fill(page, 'Your name', name);
  await fill(page, 'E-mail', email);
  await fill(page, 'Password', PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Confirm your address')).toBeVisible();
  const mail = await page.context().newPage();
  await mail.goto(await linkFor(email));
  await press(mail, button(mail, 'Confirm the address'));
  await expect(mail.getByText('Your address is confirmed')).toBeVisible();
  await mail.close();
  await expect(home(page)).toBeVisible();
}

async function signOut(page: Page): Promise<void> {
  await chooseInMenu(page, menuOf(page), 'Sign out');
  await expect(page).toHaveURL(/\/sign-in$/);
}

let invitation = '';

/** Made with the server alone: that it can be made by keys is shown in keyboard.spec.ts. @returns its id */
async function newProposal(acronym: string): Promise<string> {
  const organisation = { legalName: 'Thalassa Learning Network', country: 'EL' };
  const answer = await ana.page.request.post('/api/proposals', {
    headers: { origin: company.product.url },
    data: { callId: 'KA220-2026', sector: 'ADU', title: 'Next Door Online', acronym, organisation },
  });
  return ((await answer.json()) as { id: string }).id;
}

test('an account, a proposal, and an invitation whose dialog gives the keyboard back', async () => {
  const { page } = ana;
  await signUp(ana);
  await newProposal('NEXTDOOR');
  await page.reload();
  await press(page, page.getByRole('link', { name: 'NEXTDOOR' }));
  await saved(page);

  const share = button(page, 'Share');
  await press(page, share);
  const dialog = page.getByRole('dialog', { name: 'Share this proposal' });
  await press(page, button(dialog, 'Create the invitation'));
  const link = dialog.getByRole('textbox', { name: 'The invitation link, shown only now:' });
  await tabTo(page, link);
  invitation = await link.inputValue();
  await page.keyboard.press('Escape');
  await expect(share).toBeFocused();
});

test('in by link without an account, and an account from there', async () => {
  const { page } = gus;
  await page.goto(invitation);
  await fill(page, 'Your name', 'Gus');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/write$/);
  await saved(page);
  // Opened anew, the keyboard begins at the top.
  await page.reload();
  await saved(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await chooseInMenu(page, menuOf(page), 'Create an account');
  const dialog = page.getByRole('dialog', { name: 'Create your account' });
  await expect(dialog.getByLabel('E-mail')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menuOf(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Create an account' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menuOf(page)).toBeFocused();
  await chooseInMenu(page, menuOf(page), 'Create an account');
  await fill(page, 'E-mail', 'gus@example.org', dialog);
  await fill(page, 'Password', PASSWORD, dialog);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('on its way')).toBeVisible();
  const mail = await page.context().newPage();
  await mail.goto(await linkFor('gus@example.org'));
  await press(mail, button(mail, 'Create the account'));
  await expect(mail.getByText('Your account is ready')).toBeVisible();
  await mail.close();
  await expect(dialog).toBeHidden();
  await expect(menuOf(page)).toBeFocused();
});

test('by password with a second factor, by a link in a mail, and by passkey', async () => {
  const { page } = gus;
  await chooseInMenu(page, menuOf(page), 'Account');
  const factor = page.getByRole('region', { name: 'Second factor' });
  await press(page, button(factor, 'Set it up'));
  await fill(page, 'Your password', PASSWORD, factor);
  await page.keyboard.press('Enter');
  const key = await factor.locator('code').first().innerText();
  await fill(page, 'Then type the code.*', codeOf(key), factor);
  await page.keyboard.press('Enter');
  await expect(factor.getByText('The second factor is on.')).toBeVisible();
  await signOut(page);
  await fill(page, 'E-mail', 'gus@example.org');
  await fill(page, 'Password', PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Code', { exact: true })).toBeFocused();
  await page.keyboard.type(codeOf(key));
  await page.keyboard.press('Enter');
  await expect(home(page)).toBeVisible();

  await signOut(page);
  await fill(page, 'E-mail', 'gus@example.org');
  await press(page, button(page, 'E-mail me a link'));
  await expect(page.getByText('a link to it is on its way')).toBeVisible();
  await page.goto(await linkFor('gus@example.org'));
  await press(page, button(page, 'Go on to Adagia'));
  await expect(page.getByLabel('Code', { exact: true })).toBeFocused();
  await page.keyboard.type(codeOf(key));
  await page.keyboard.press('Enter');
  await expect(home(page)).toBeVisible();

  await giveAuthenticator(gus);
  await chooseInMenu(page, menuOf(page), 'Account');
  const passkeys = page.getByRole('region', { name: 'Passkeys' });
  await fill(page, 'Name of the new passkey', 'My laptop', passkeys);
  await press(page, button(passkeys, 'Add a passkey'));
  await expect(passkeys.getByText('My laptop')).toBeVisible();
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  });
  await page.reload();
  await signOut(page);
  await press(page, button(page, 'Use a passkey'));
  await expect(home(page)).toBeVisible();
});

test('access is asked for and given, and the news of it is read', async () => {
  const { page } = eve;
  await signUp(eve);
  await page.goto(new URL(ana.page.url()).pathname);
  await fill(page, 'Message \\(optional\\)', 'I write the budget.');
  await press(page, button(page, 'Request access'));
  await expect(page.getByText('Your request was sent')).toBeVisible();
  await press(ana.page, ana.page.getByRole('button', { name: /^Share, / }));
  await press(ana.page, button(ana.page.getByRole('dialog'), 'Let in: Eve'));
  await ana.page.keyboard.press('Escape');
  await expect(button(ana.page, 'Share')).toBeFocused();

  const bell = page.getByRole('button', { name: /^News for you/ });
  await expect(page.getByRole('navigation', { name: 'Pages of the proposal' })).toBeVisible({ timeout: 20_000 });
  await press(page, bell);
  await tabTo(page, page.getByRole('link', { name: /^Ana let you into this proposal/ }).first());
  await page.keyboard.press('Escape');
  await expect(bell).toBeFocused();
});

test('somebody with an account accepts an invitation', async () => {
  const made = await ana.page.request.post(`/api/proposals/${await newProposal('AGAIN')}/invitations`, {
    headers: { origin: company.product.url },
    data: { role: 'editor', organisationId: null, usesMax: 1 },
  });
  const { page } = eve;
  await page.goto(((await made.json()) as { link: string }).link);
  await press(page, button(page, 'Join the proposal'));
  await expect(page).toHaveURL(/\/write$/);
});
