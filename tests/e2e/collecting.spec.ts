// Collecting from partners: an editor of a partner fills in what is asked and uploads a PDF, the coordinator's board shows it at
// once, and a reminder lies in the mailbox.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type Company, writeTogether } from './support/company.ts';
import { choose, editorOf, expectNoComplaints, goTo, type PersonAtScreen, saved } from './support/people.ts';

test.describe.configure({ mode: 'serial' });

let company: Company<['Ana', 'Ben']>;
let ana: PersonAtScreen;
let ben: PersonAtScreen;

const PARTNER = 'Olt Valley County Library';
/** Says no to what has "virus" in it, and breaks on what has "broken" in it. @returns where it is */
function virusScanner(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'adagia-scanner-')), 'scan.mjs');
  const text = "readFileSync(process.argv.at(-1), 'latin1')";
  const verdict = `${text}.includes('virus') ? 1 : ${text}.includes('broken') ? 2 : 0`;
  writeFileSync(path, `import { readFileSync } from 'node:fs';\nprocess.exit(${verdict});\n`);
  return path;
}

const PDF = { name: 'Mandat semnat.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 signed') };

test.beforeAll(async ({ browser }) => {
  const env = { UPLOAD_MAX_MB: '1', UPLOAD_SCAN: `${process.execPath} ${virusScanner()}` };
  company = await writeTogether(browser, ['Ana', 'Ben'], { env });
  [ana, ben] = company.people;
  const { page } = ana;
  await goTo(ana, 'Partners');
  await page.getByRole('button', { name: 'Add an organisation' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Legal name', exact: true }).fill(PARTNER);
  await choose(dialog, 'Country', 'Romania');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await goTo(ana, 'People');
  const row = page.getByRole('region', { name: 'Members' }).getByRole('listitem').filter({ hasText: 'Ben' });
  await choose(row, 'Organisation', `P2 ${PARTNER}`);
});
test.afterAll(() => company.leave());

const row = (page: Page) => page.locator('[data-board-row="P2"]');
const cell = (page: Page, group: string) => row(page).locator(`[data-group="${group}"]`);
const item = (page: Page, id: string) => page.locator(`[data-item="${id}"]`);

async function openBoard({ page }: PersonAtScreen): Promise<void> {
  await goTo({ page }, 'Partners');
  await page.getByRole('link', { name: 'Collect what is missing' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is still missing');
}

test('the coordinator sees what is missing of whom, and reminds with one click', async () => {
  await openBoard(ana);
  const { page } = ana;
  await expect(row(page)).toContainText(PARTNER);
  for (const group of ['representative', 'contact', 'text', 'projects', 'document']) {
    await expect(cell(page, group)).toContainText('Missing');
  }
  await page.getByLabel('Wanted by').fill('2026-01-15');
  await expect(row(page)).toContainText('Overdue');
  await page.getByText(/^Overdue \(2\)/).click();
  // Another day for one of them.
  const own = page.getByLabel(`Day for ${PARTNER}`);
  await own.fill('2099-03-05');
  await own.blur();
  await expect(row(page)).toHaveCount(0);
  await page.getByText(/^All \(2\)/).click();
  await expect(row(page)).toContainText('instead of 15 January 2026');
  await page.getByRole('button', { name: `Remind ${PARTNER}` }).press('Enter');
  await expect(page.getByText('A mail went to 1 person')).toBeVisible();
  await expect(row(page)).toContainText('Reminded');

  await goTo(ana, 'People');
  const mail = page.getByRole('region', { name: 'Mails of this proposal' });
  await mail.getByRole('button', { name: `what is still missing from ${PARTNER}` }).click();
  await expect(mail).toContainText('ben@example.org');
  await expect(mail).toContainText('5 March 2099');
  await expect(mail).toContainText('To be signed: the mandate or the accession form');
  await openBoard(ana);
});

/** A name, and half a contact: there after a reload, and sent when the network is back. */
async function typeWithoutNetwork({ page, context }: PersonAtScreen): Promise<void> {
  const representative = page.getByLabel('Name of the legal representative');
  const note = page.locator('[data-save="failed"]');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  // What says so has taken its room above.
  await expect(page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'offline');
  await representative.fill('Ștefan Pop');
  // The city that was typed before, too: what is said beside both has taken its room above the button.
  await expect(note).toHaveText(Array.from({ length: 2 }, () => /Not saved: The server cannot be reached/));
  await page.getByRole('button', { name: 'Add a contact' }).click();
  await expect(page.getByLabel('Name of the contact')).toBeFocused();
  await page.keyboard.type('Ben Ionescu');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(representative).toHaveValue('Ștefan Pop');
  await expect(page.getByLabel('Name of the contact')).toHaveValue('Ben Ionescu');
  await context.setOffline(false);
  await expect(note).toHaveCount(0);
}

test('the editor finds what is asked of their organisation and fills it in; the board follows', async () => {
  const { page } = ben;
  await goTo(ben, 'Partners');
  await page.getByRole('link', { name: 'Fill it in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`P2 ${PARTNER}`);
  await expect(page.getByText('Wanted by 5 March 2099')).toBeVisible();
  await page.getByLabel('City').fill('Slatina');
  await typeWithoutNetwork(ben);
  await page.getByRole('textbox', { name: 'Position' }).first().fill('Director');
  await page.getByRole('textbox', { name: 'E-mail' }).first().fill('stefan@example.org');
  await page.getByRole('textbox', { name: 'E-mail' }).first().blur();
  await expect(cell(ana.page, 'representative')).toContainText('Done');

  await page.getByRole('textbox', { name: 'E-mail' }).last().fill('ben@library.example');
  await page.keyboard.press('Enter');
  await expect(cell(ana.page, 'contact')).toContainText('Done');
  await expect(page.getByRole('button', { name: 'Add a contact' })).toBeFocused();
  await page.getByLabel('This organisation has no past projects').check();
  await expect(cell(ana.page, 'projects')).toContainText('Done');
});

test('its texts are those of the page Write: written here, they are there', async () => {
  const { page } = ben;
  const key = await page.locator('[data-answer^="answer:org_present:"]').getAttribute('data-answer');
  const editor = await editorOf(page, key ?? '');
  await editor.click();
  await page.keyboard.type('We are a county library.');
  await saved(page);
  await expect(item(page, 'text:org_present')).toHaveAttribute('data-state', 'begun');
  await expect(cell(ana.page, 'text')).toContainText('Begun');
  await goTo(ben, 'Write');
  await expect(await editorOf(page, key ?? '')).toHaveText('We are a county library.');
  await page.goBack();
});

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04, 20, 0, 0, 0, 8, 0]);
const NOT_LET_IN: [what: string, name: string, bytes: Buffer, words: string][] = [
  ['nothing', 'mandate.pdf', Buffer.alloc(0), 'The file is empty'],
  ['another type', 'mandate.docx', ZIP, 'Only PDF, PNG, JPEG and .p7m files are let in'],
  ['an archive by another name', 'mandate.pdf', ZIP, 'a file has to be what its name says'],
  ['a page', 'mandate.pdf', Buffer.from('<html>'), 'a file has to be what its name says'],
  ['more than is allowed', 'mandate.pdf', Buffer.alloc(1024 * 1024 + 1, '%PDF-'), 'The file is too large'],
  ['what the scanner knows', 'mandate.pdf', Buffer.from('%PDF-1.7 virus'), 'The virus scanner of this server refused'],
  ['what it cannot read', 'mandate.pdf', Buffer.from('%PDF-1.7 broken'), 'could not be checked for viruses'],
];

test('what is not let in is said to be so, and nothing of it is there', async () => {
  const { page } = ben;
  const form = page.getByRole('form', { name: 'Hand in a document' });
  for (const [what, name, buffer, words] of NOT_LET_IN) {
    await form.locator('input[type="file"]').setInputFiles({ name, mimeType: 'application/pdf', buffer });
    await form.getByRole('button', { name: 'Upload', exact: true }).press('Enter');
    await expect(form, what).toContainText(words);
  }
  await expect(page.locator('[data-document]')).toHaveCount(0);
});

test('a signed PDF is handed in, shows on the board, and comes out as it was', async () => {
  const { page } = ben;
  const form = page.getByRole('form', { name: 'Hand in a document' });
  const file = form.locator('input[type="file"]');
  await file.setInputFiles(PDF);
  await form.getByRole('button', { name: 'Upload', exact: true }).press('Enter');
  await expect(page.locator('[data-document="mandate"]')).toContainText(PDF.name);
  await expect(cell(ana.page, 'document')).toContainText('Done');

  await row(ana.page).getByRole('link', { name: PARTNER }).click();
  const download = ana.page.waitForEvent('download');
  await ana.page.getByRole('link', { name: PDF.name }).click();
  expect((await download).suggestedFilename()).toBe(PDF.name);
  expectNoComplaints(ana, ben);
});
