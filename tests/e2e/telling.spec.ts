// Being told, as people live it: a name behind an '@', the bell, a mail where nobody looked, one summary a day in the reader's language,
// and an end to it without signing in. First with the mailbox of an installation that sends no mails, then by a real mail server.
import type { DatabaseSync } from 'node:sqlite';
import { openPostOffice, type PostOffice } from '@adagia/server/testing/post-office';
import { expect, type Page, test } from '@playwright/test';
import { bringIntoView, bringUp, card, composerOf, selectWords } from './support/comments.ts';
import { type Company, openDemo } from './support/company.ts';
import { expectNoComplaints, openBrowser, type PersonAtScreen, saved } from './support/people.ts';

const KEY = 'answer:needs';
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let office: PostOffice;
let company: Company<['Ana', 'Ben', 'Eve']>;
let ana: PersonAtScreen;
let ben: PersonAtScreen;
let eve: PersonAtScreen;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  office = await openPostOffice();
  company = await openDemo(browser, ['Ana', 'Ben', 'Eve']);
  [ana, ben, eve] = company.people;
});
test.afterAll(async () => {
  await company.leave();
  await office.close();
});
test.afterEach(() => expectNoComplaints(...company.people));

/** Whatever waits for its hour, jobs and digests, waits that much less. */
function timePasses(database: DatabaseSync, ms: number): void {
  database.exec(`UPDATE job SET run_at = run_at - ${ms} WHERE done_at IS NULL`);
  database.exec(`UPDATE notice_settings SET next_digest_at = next_digest_at - ${ms}`);
}

const bell = ({ page }: PersonAtScreen) => page.getByRole('button', { name: /^News for you/ });
const options = ({ page }: PersonAtScreen) => page.getByRole('listbox', { name: /can be named/ }).getByRole('option');

async function beginComment({ page }: PersonAtScreen, words: string, bring: typeof bringUp | typeof bringIntoView) {
  await bring(page, KEY);
  await selectWords(page, KEY, words);
  await page.keyboard.press('Control+Alt+m');
  await expect(composerOf(page)).toBeFocused();
}

test('37 an @ lists people and organisations; a name is told once, at once, and leads to the thread', async () => {
  const { page } = ana;
  await beginComment(ana, 'Three needs', bringUp);
  await page.keyboard.type('Please look, @');
  await expect(options(ana).filter({ hasText: 'Ben Ionescu' })).toBeVisible();
  await expect(options(ana).filter({ hasText: 'P2 Olt Valley County Library' })).toBeVisible();
  await page.keyboard.type('ben');
  await expect(options(ana)).toHaveText(['BIBen Ionescu']);
  await page.keyboard.press('Enter');
  await page.keyboard.type('and all of @p2');
  await page.keyboard.press('Tab');
  await expect(composerOf(page)).toHaveValue('Please look, @Ben Ionescu and all of @Olt Valley County Library ');
  await page.keyboard.press('Control+Enter');
  await expect(card(page, 'Please look')).toBeVisible();

  // He is at the top of the same page: that is not having seen it.
  await expect(bell(ben)).toHaveAccessibleName('News for you, one unread');
  await expect(bell(ana)).toHaveAccessibleName('News for you');
  await bell(ben).press('Enter');
  await ben.page.getByRole('link', { name: /^Ana Petrou mentioned you/ }).press('Enter');
  await expect(card(ben.page, 'Please look')).toBeFocused();
  await expect(card(ben.page, 'Please look')).toBeInViewport();
  await expect(ben.page.locator(`[data-answer="${KEY}"]`)).toBeInViewport();
  await expect(bell(ben)).toHaveAccessibleName('News for you');
});

test('37 somebody who is not here is offered an invitation, by who may invite', async () => {
  const { page } = ana;
  await beginComment(ana, 'concrete task', bringUp);
  await page.keyboard.type('Ask @rita@example.org');
  await expect(options(ana)).toHaveText(['Invite “rita@example.org” to this proposal']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
  await expect(dialog.getByLabel('E-mail')).toHaveValue('rita@example.org');
  await dialog.getByRole('button', { name: 'Create the invitation' }).press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'The invitation link, shown only now:' })).toHaveValue(/\/join#/);
  await page.keyboard.press('Escape');
  await expect(composerOf(page)).toBeFocused();
  await expect(composerOf(page)).toHaveValue('Ask @rita@example.org');
  // A word that is nobody's name is a word.
  await page.keyboard.type(' or @home');
  await page.keyboard.press('Enter');
  await expect(composerOf(page)).toHaveValue('Ask @rita@example.org or @home\n');
  await page.keyboard.press('Escape');

  await beginComment(eve, 'concrete task', bringIntoView);
  await eve.page.keyboard.type('@rita');
  await expect(eve.page.getByText('Nobody here is called “rita”.', { exact: false }).last()).toBeVisible();
  await expect(options(eve)).toHaveCount(0);
  await eve.page.keyboard.press('Control+a');
  await eve.page.keyboard.type('Whose task, @Ben Ionescu?');
  await eve.page.keyboard.press('Control+Enter');
  await expect(card(eve.page, 'Whose task')).toBeVisible();
  await expect(bell(ben)).toHaveAccessibleName('News for you, one unread');
});

/** Where the link that begins so leads, as a person reads it out of the mail. */
const linkIn = (mail: string, words: RegExp): string =>
  new RegExp(`${words.source}[^]*?(http://localhost:\\d+/\\S+)`).exec(mail)?.[1] ?? '';

async function stopBy(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Stop these mails' }).press('Enter');
}

test('61 who did not look has a mail after a minute, and ends such mails without signing in', async ({ browser }) => {
  await company.product.whileStopped((database) => timePasses(database, 2 * MINUTE_MS));
  await ana.page.goto('/account');
  const mailbox = ana.page.getByRole('region', { name: 'Mails of this installation' });
  await expect(async () => {
    await ana.page.reload();
    await expect(mailbox.getByText('Eve Martin mentioned you in NEXTDOOR')).toBeVisible({ timeout: 2000 });
  }).toPass();
  const mail = await mailbox.getByRole('listitem').filter({ hasText: 'Eve Martin mentioned you' }).innerText();
  expect(mail).toContain('ben@example.org');
  expect(mail, 'of what was seen there is no mail').not.toContain('Please look');
  await expect(mailbox.getByText('Ana Petrou mentioned you')).toHaveCount(0);

  const nobody = await openBrowser(browser, company.product, 'Nobody');
  await stopBy(nobody.page, linkIn(mail, /No such mails any more:/));
  await expect(nobody.page.getByRole('status')).toContainText('You get no such mails any more.');
  await nobody.context.close();
  await ben.page.goto('/notices');
  await expect(ben.page.getByRole('switch', { name: 'Mail at once' })).not.toBeChecked();
});

test("61 one summary a day, in the reader's language and morning, section by section", async ({ browser }) => {
  const { page } = ben;
  // Where the device is, until another time zone is chosen.
  await expect(page.getByRole('combobox', { name: 'Time zone' })).toHaveValue('That of the device (Europe/Athens)');
  await page.getByLabel('Language').selectOption('Deutsch');
  await expect(page.getByRole('heading', { level: 1, name: 'Wie ich benachrichtigt werde' })).toBeVisible();
  const address = new URL(eve.page.url()).pathname.replace('/write', '/settings');
  await page.goto(address);
  const followed = page.getByRole('switch', { name: 'Relevance' });
  await followed.press('Space');
  await expect(followed).toBeChecked();
  await ana.page.goto(eve.page.url());
  await saved(ana.page);
  const text = await bringUp(ana.page, KEY);
  await text.click();
  await ana.page.keyboard.type('New words. ');
  await saved(ana.page);

  const morning = (database: DatabaseSync) => {
    timePasses(database, DAY_MS);
    // Where mails leave, they go to confirmed addresses alone.
    database.exec('UPDATE user SET email_verified = 1');
  };
  await company.product.whileStopped(morning, { SMTP_URL: office.url });
  const { source } = await office.next('ben@example.org');
  expect(source).toContain('Subject: Neues in NEXTDOOR');
  expect(source).toContain('Guten Tag, Ben Ionescu,');
  expect(source).toMatch(/Relevance of the project: \d+ Änderungen von .*Ana Petrou/);
  expect(source).not.toContain('New words');
  expect(source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(office.received.filter(({ to }) => to === 'ben@example.org')).toHaveLength(1);

  const nobody = await openBrowser(browser, company.product, 'Nobody');
  await stopBy(nobody.page, linkIn(source, /Nichts mehr über „Relevance of the project“:/));
  await expect(nobody.page.getByRole('status')).toContainText('“Relevance of the project”');
  await nobody.context.close();
  await page.reload();
  await expect(page.getByRole('switch', { name: 'Impact' })).toBeVisible();
  await expect(followed).not.toBeChecked();
});
