// Ways to sign in, as people go through them with a real mailbox, an app with codes and a device with passkeys.
import { CLIENT as client, openIdentityProvider } from '@adagia/server/testing/identity-provider';
import { openPostOffice, type PostOffice } from '@adagia/server/testing/post-office';
import { freePort } from '@adagia/server/testing/test-server';
import { expect, test } from '@playwright/test';
import { codeOf, giveAuthenticator } from './support/authenticator.ts';
import { Company } from './support/company.ts';
import { createProposal, expectNoComplaints, PASSWORD, type PersonAtScreen, saved } from './support/people.ts';

let office: PostOffice;
let company: Company<readonly ['Ana', 'Phone']>;
let ana: PersonAtScreen;
/** Ana again, on another device. */
let phone: PersonAtScreen;
/** A recovery code for the end. */
let spare = '';

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  office = await openPostOffice();
  company = await Company.open(browser, ['Ana', 'Phone'], { env: { SMTP_URL: office.url } });
  [ana, phone] = company.people;
});
test.afterAll(async () => {
  await company.leave();
  await office.close();
});

const EMAIL = 'ana@example.org';
/** As the provider of the tests knows this installation. */
const CLIENT = { OIDC_CLIENT_ID: client.clientId, OIDC_CLIENT_SECRET: client.clientSecret };
const home = ({ page }: PersonAtScreen) => page.getByRole('heading', { name: 'My proposals' });
const section = ({ page }: PersonAtScreen, name: string) => page.getByRole('region', { name });

/** The address in the next mail. */
async function linkFor(email: string): Promise<string> {
  const { source } = await office.next(email);
  return /http:\/\/localhost:\d+\/link\/[a-z-]+#[0-9a-f]{64}[^\s"]*/.exec(source)?.[0] ?? '';
}

async function signOut({ page }: PersonAtScreen): Promise<void> {
  await page.getByRole('button', { name: /account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
}

async function typeIn({ page }: PersonAtScreen, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(EMAIL);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

async function openAccount({ page }: PersonAtScreen): Promise<void> {
  await page.getByRole('button', { name: /account of/ }).click();
  await page.getByRole('menuitem', { name: 'Account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
}

test('a new account waits for its address, and goes on by itself when the mail was opened in another tab', async () => {
  const { page, context } = ana;
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill('Ana');
  await page.getByLabel('E-mail').fill(EMAIL);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create an account' }).click();
  await expect(page.getByText('Confirm your address')).toBeVisible();
  await page.getByRole('button', { name: 'I have confirmed it' }).click();
  await expect(page.getByRole('alert')).toContainText('not confirmed yet');
  const mail = await context.newPage();
  await mail.goto(await linkFor(EMAIL));
  // The secret is not left in the address, nor in the history.
  await expect(mail).toHaveURL(/\/link\/verify$/);
  await mail.getByRole('button', { name: 'Confirm the address' }).click();
  await expect(mail.getByText('Your address is confirmed')).toBeVisible();
  await mail.close();
  await expect(home(ana)).toBeVisible();
  await createProposal(ana, 'Next Door Online', 'NEXTDOOR');
});

/** Made with the server alone: that the form makes it is shown elsewhere. */
async function invitationLink({ page }: PersonAtScreen): Promise<string> {
  const [, proposalId] = /\/p\/([^/]+)/.exec(page.url()) ?? [];
  const answer = await page.request.post(`/api/proposals/${proposalId}/invitations`, {
    headers: { origin: company.product.url },
    data: { role: 'viewer', organisationId: null, usesMax: null },
  });
  return ((await answer.json()) as { link: string }).link;
}

test('a link by mail that was asked for from an invitation leads on to it, in whatever tab it is opened', async () => {
  await phone.page.goto(await invitationLink(ana));
  await phone.page.getByRole('button', { name: 'I have an account already' }).click();
  await phone.page.getByLabel('E-mail').fill(EMAIL);
  await phone.page.getByRole('button', { name: 'E-mail me a link' }).click();
  await expect(phone.page.getByText('a link to it is on its way')).toBeVisible();
  await phone.page.close();
  phone.page = await phone.context.newPage();
  await phone.page.goto(await linkFor(EMAIL));
  await expect(phone.page).toHaveURL(/\/link\/sign-in$/);
  await phone.page.getByRole('button', { name: 'Go on to Adagia' }).click();
  // Who is in already is led through the invitation into the proposal.
  await expect(phone.page).toHaveURL(/\/p\/[^/]+\/write$/);
  await saved(phone.page);
});

test('a session that is ended from another device is over there at once', async () => {
  await openAccount(ana);
  const sessions = section(ana, 'Where you are signed in');
  await expect(sessions.getByRole('listitem')).toHaveCount(2);
  await expect(sessions.getByText('This one')).toBeVisible();
  await sessions.getByRole('button', { name: /^End the session Chrome on Linux/ }).click();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  await expect(phone.page.getByText(/signed out|sign in/i).first()).toBeVisible();
});

test('by keyboard alone a new password is set, which ends the session on the other device, and the language chosen', async () => {
  const { page } = ana;
  await typeIn(phone, PASSWORD);
  await expect(home(phone)).toBeVisible();
  const password = section(ana, 'Password');
  await password.getByLabel('Present password').focus();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Tab');
  await page.keyboard.type('another long password');
  await page.keyboard.press('Enter');
  await expect(password.getByText('Your password is changed, and all other sessions are ended.')).toBeVisible();
  await phone.page.goto('/account');
  await expect(phone.page).toHaveURL(/\/sign-in/);
  await typeIn(phone, PASSWORD);
  await expect(phone.page.getByRole('alert')).toContainText('E-mail or password is wrong');
  await password.getByLabel('Present password').fill('another long password');
  await password.getByLabel('New password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(password.getByLabel('Present password')).toHaveValue('');
  for (const _ of ['the one', 'and back']) expect((await office.next(EMAIL)).source).toContain('password was changed');

  await page.goto('/notices');
  await page.getByLabel('Language').selectOption('Deutsch');
  await expect(page.getByRole('heading', { level: 1, name: 'Wie ich benachrichtigt werde' })).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  // It is kept with the account: the other device speaks it as soon as somebody is in.
  await typeIn(phone, PASSWORD);
  await expect(phone.page.getByRole('heading', { name: 'Meine Anträge' })).toBeVisible();
  await page.getByLabel('Sprache').selectOption('English');
  await expect(page.getByRole('heading', { level: 1, name: 'How I am told' })).toBeVisible();
  await phone.page.reload();
  await expect(home(phone)).toBeVisible();
  await openAccount(ana);
});

test('a second factor, set up with an app, is asked for; a recovery code does it too', async () => {
  const { page } = ana;
  const factor = section(ana, 'Second factor');
  await factor.getByRole('button', { name: 'Set it up' }).click();
  await factor.getByLabel('Your password').fill('not the password');
  await factor.getByRole('button', { name: 'Go on' }).click();
  await expect(factor.getByText('That is not your password')).toBeVisible();
  await factor.getByLabel('Your password').fill(PASSWORD);
  await factor.getByRole('button', { name: 'Go on' }).click();
  await expect(factor.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  const key = await factor.locator('code').first().innerText();
  const recovery = await factor.getByRole('listitem').first().innerText();
  spare = await factor.getByRole('listitem').nth(1).innerText();
  await factor.getByLabel('Then type the code').fill(codeOf(key));
  await factor.getByRole('button', { name: 'Turn it on' }).click();
  await expect(factor.getByText('The second factor is on.')).toBeVisible();

  await signOut(ana);
  await typeIn(ana, PASSWORD);
  await page.getByLabel('Code', { exact: true }).fill('000000');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That code is not right')).toBeVisible();
  await page.getByLabel('Code', { exact: true }).fill(codeOf(key));
  await page.keyboard.press('Enter');
  await expect(home(ana)).toBeVisible();

  await typeIn(phone, PASSWORD);
  await phone.page.getByRole('button', { name: 'Use a recovery code' }).click();
  await phone.page.getByLabel('Recovery code').fill(recovery);
  await phone.page.keyboard.press('Enter');
  await expect(home(phone)).toBeVisible();
});

test('a passkey signs in without a password and without a code', async () => {
  await giveAuthenticator(ana);
  await openAccount(ana);
  const passkeys = section(ana, 'Passkeys');
  await passkeys.getByLabel('Name of the new passkey').fill('My laptop');
  await passkeys.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(passkeys.getByText('My laptop')).toBeVisible();
  // The browser offers it while the page for signing in is open, and this device takes every offer.
  await signOut(ana);
  await expect(home(ana)).toBeVisible();
  await ana.page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  });
  await signOut(ana);
  await ana.page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(home(ana)).toBeVisible();
  await openAccount(ana);
  await passkeys.getByRole('button', { name: 'Remove the passkey My laptop' }).click();
  await expect(passkeys.getByText('None yet.')).toBeVisible();
});

test('a forgotten password is set anew by mail, which ends the session on the other device', async () => {
  const { page } = ana;
  await signOut(ana);
  await page.getByRole('link', { name: 'Forgot the password?' }).click();
  await expect(page.getByRole('heading', { name: 'Forgot the password' })).toBeVisible();
  await page.getByLabel('E-mail').fill(EMAIL);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('a link to set a new password is on its way')).toBeVisible();
  const link = await linkFor(EMAIL);
  await page.goto(link);
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('at least 10 characters').last()).toBeVisible();
  await page.getByLabel('New password').fill('a quite different one');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('Your new password is set')).toBeVisible();
  await page.goto(link);
  await page.getByLabel('New password').fill('a quite different one');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
  await phone.page.goto('/account');
  await expect(phone.page).toHaveURL(/\/sign-in/);
});

test('an account is not deleted while it is the last coordinator of a proposal, and says of which', async () => {
  const { page } = ana;
  await typeIn(ana, 'a quite different one');
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(spare);
  await page.keyboard.press('Enter');
  await openAccount(ana);
  const deletion = section(ana, 'Delete the account');
  await deletion.getByRole('button', { name: 'Delete the account' }).click();
  await deletion.getByRole('radio', { name: /without your name/ }).check();
  await deletion.getByLabel('Your password').fill('a quite different one');
  await deletion.getByRole('button', { name: 'Delete my account' }).click();
  await expect(deletion.getByRole('alert')).toContainText('Hand them over or delete them first');
  await expect(deletion.getByRole('link', { name: 'NEXTDOOR' })).toBeVisible();
  expectNoComplaints(ana, phone);
});

test('somebody comes in by the program of their university, to where they wanted to go', async ({ browser }) => {
  const port = await freePort();
  const settings = { OIDC_ISSUER: `http://127.0.0.1:${port}`, OIDC_NAME: 'University of Leuven', ...CLIENT };
  const other = await Company.open(browser, ['Zoë'], { env: settings });
  const [zoe] = other.people;
  const { page } = zoe;
  await page.goto('/new');
  // It is not there yet: that is said, and nothing else is lost.
  await page.getByRole('button', { name: 'Continue with University of Leuven' }).click();
  await expect(page.getByRole('alert')).toContainText('University of Leuven cannot be reached');
  const provider = await openIdentityProvider(`${other.product.url}/api/auth/callback/oidc`, port);
  provider.people.set('zoe', { email: 'zoe@leuven.example', email_verified: true, name: 'Zoë Weiß' });
  // The provider's own pages ask for a typeface from elsewhere.
  await page.route(/googleapis/, (route) => route.abort());
  await page.getByRole('button', { name: 'Continue with University of Leuven' }).click();
  await page.locator('input[name=login]').fill('zoe');
  await page.locator('input[name=password]').fill('any');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(`${other.product.url}/new`);
  await expect(page.getByRole('button', { name: /account of Zoë Weiß/ })).toBeVisible();
  await openAccount(zoe);
  await expect(section(zoe, 'Password')).toContainText('You sign in without a password');
  expectNoComplaints(zoe);
  await other.leave();
  await provider.close();
});
