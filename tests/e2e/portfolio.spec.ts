// The life of a proposal around its content, as two people live it: cards, archive, bin, another call, being told, the record of
// rights, and the page of whoever looks after the installation. Each page also by axe and at the width of a phone.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Company } from './support/company.ts';
import { choose, editorOf, expectNoComplaints, goTo, saved, signInDemo } from './support/people.ts';
import { settled } from './support/settled.ts';

const CHANGES_WITH_LOOKS = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

/** What is serious at both widths and in both looks; and nothing is wider than the screen. */
async function expectFine(page: Page, name: string): Promise<void> {
  for (const [width, look] of [
    [1280, 'light'],
    [360, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: look, reducedMotion: 'reduce' });
    await settled(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `${name} must not scroll sideways at ${width}`).toBeLessThanOrEqual(0);
    const axe = new AxeBuilder({ page });
    // Names, roles and order are the same on a phone in the dark: there only what changes with them is looked at again.
    const { violations } = await (look === 'dark' ? axe.withRules(CHANGES_WITH_LOOKS) : axe).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${name} ${width} ${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
    const folder = process.env.SHOTS;
    if (folder) await page.screenshot({ path: `${folder}/${name}-${width}-${look}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
}

const cardOf = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });

test('a proposal is archived, deleted, brought back and carried into another call, and people are told', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const company = await Company.open(browser, ['Ana', 'Ben'], { args: ['--demo'] });
  const [ana, ben] = company.people;
  await Promise.all([ana, ben].map(signInDemo));
  const { page } = ana;

  // The card says how far it is; its menu works by keys alone.
  await expect(cardOf(page, 'NEXTDOOR')).toContainText(/\d+ of \d+ answers have text/);
  await expect(cardOf(page, 'NEXTDOOR')).toContainText(/Due .* left/);
  await expectFine(page, 'home');
  await page.getByRole('button', { name: 'Actions for STREETNOTES' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Archive' }).press('Enter');
  await expect(cardOf(page, 'STREETNOTES')).toBeHidden();
  await page.getByRole('button', { name: 'Archive (1)' }).click();
  await expect(cardOf(page, 'STREETNOTES')).toBeVisible();

  // Whoever is in it at that moment reads on, and writes no more.
  await ben.page.goto('/');
  await ben.page.getByRole('button', { name: 'Archive (1)' }).click();
  await ben.page.getByRole('link', { name: 'STREETNOTES' }).click();
  await expect(ben.page.locator('[contenteditable="true"]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Actions for STREETNOTES' }).click();
  await page.getByRole('menuitem', { name: 'Take out of the archive' }).click();
  await editorOf(ben.page, 'answer:motivation');

  // Deleted for everybody, and back again.
  await page.getByRole('button', { name: 'Actions for STREETNOTES' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('Can be brought back until')).toBeVisible();
  await expect(ben.page.getByRole('heading', { name: 'You have no access to this proposal' })).toBeVisible();
  await ben.page.goto('/');
  await expect(cardOf(ben.page, 'NEXTDOOR')).toBeVisible();
  await expect(cardOf(ben.page, 'STREETNOTES')).toBeHidden();
  await page.getByRole('button', { name: 'Bring back STREETNOTES' }).click();
  await expect(cardOf(page, 'STREETNOTES')).toBeVisible();
  // Whoever comes back to the list sees what it is now.
  await ben.page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await expect(cardOf(ben.page, 'STREETNOTES')).toBeVisible();

  // A mention reaches the bell of whoever is named, and leads there.
  await page.getByRole('link', { name: 'NEXTDOOR' }).click();
  await saved(page);
  await goTo(ana, 'Settings');
  await expect(page.getByRole('heading', { name: 'Sections that I follow' })).toBeVisible();
  await page.getByRole('switch', { name: 'Impact' }).click();
  await expect(page.getByRole('switch', { name: 'Impact' })).not.toBeChecked();
  await page.reload();
  await expect(page.getByRole('switch', { name: 'Impact' })).not.toBeChecked();
  await expectFine(page, 'settings');

  // Into another call: what does not fit is said before, and is there to be placed after.
  await page.getByRole('link', { name: 'Copy to another call' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Moves:' })).toBeVisible();
  await page.getByLabel('Title of the new proposal').fill('Next Door Once More');
  await page.getByLabel('Acronym').fill('AGAIN');
  await page.getByRole('checkbox', { name: /Ben Ionescu/ }).check();
  await expectFine(page, 'clone');
  await page.getByRole('button', { name: 'Make the new proposal' }).click();
  await expect(page.getByRole('heading', { name: 'From the earlier proposal' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Put aside' }).first()).toBeVisible();
  await expectFine(page, 'leftovers');
  const before = await page.getByRole('button', { name: 'Put aside' }).count();
  await page.getByRole('button', { name: 'Put aside' }).first().click();
  await expect(page.getByRole('button', { name: 'Put aside' })).toHaveCount(before - 1);

  await ben.page.goto('/');
  await expect(cardOf(ben.page, 'AGAIN')).toBeVisible();
  await ben.page.getByRole('button', { name: 'News for you, one unread' }).click();
  await expectFine(ben.page, 'inbox');
  await ben.page.getByRole('link', { name: /Ana Petrou took you along/ }).click();
  await expect(ben.page).toHaveURL(/\/p\/.*\/write/);
  await expect(ben.page.getByRole('button', { name: 'News for you', exact: true })).toBeVisible();

  // The record of it, and as a file.
  await goTo(ana, 'Settings');
  await page.getByRole('link', { name: 'Open the record' }).click();
  await expect(page.getByRole('cell', { name: /Copied from another proposal/ })).toBeVisible();
  await expectFine(page, 'audit');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a table (CSV)' }).click();
  expect((await download).suggestedFilename()).toMatch(/^audit-.*\.csv$/);

  // The last coordinator cannot leave; who hands over can, and whoever takes over has it at once.
  await goTo(ana, 'Settings');
  await page.getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByText('needs at least one coordinator: hand it over first')).toBeVisible();
  await choose(page, 'New coordinator', 'Ben Ionescu');
  await page.getByRole('checkbox', { name: 'And leave the proposal' }).check();
  await page.getByRole('button', { name: 'Hand over' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hand over' }).click();
  await expect(page.getByRole('heading', { name: 'My proposals' })).toBeVisible();
  await expect(cardOf(page, 'NEXTDOOR')).toBeVisible();
  await expect(cardOf(page, 'AGAIN')).toHaveCount(0);
  await expect(ben.page.getByText('Your role is now Coordinator')).toBeVisible();

  expectNoComplaints(ana, ben);
  await company.leave();
});

test('whoever has the first account looks after the installation, and nobody else', async ({ browser }) => {
  test.setTimeout(120_000);
  const company = await Company.open(browser, ['Ana', 'Ben'], { args: ['--demo'] });
  const [ana, ben] = company.people;
  await Promise.all([ana, ben].map(signInDemo));
  const { page } = ana;
  await page.getByRole('button', { name: /account of Ana/ }).click();
  await page.getByRole('menuitem', { name: 'Administration' }).click();
  await expect(page.getByText('Everything is stored')).toBeVisible();
  await page.getByRole('button', { name: 'Make a backup now' }).click();
  await expect(page.getByText('The backup is complete and was checked.')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Send me a test mail' }).click();
  await expect(page.getByText('No mail server is configured, so nothing was sent.')).toBeVisible();
  await expectFine(page, 'system');
  for (const tab of ['Proposals', 'Programme figures', 'Record of rights', 'People']) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByRole('table').first()).toBeVisible();
    await expectFine(page, tab.toLowerCase().replaceAll(' ', '-'));
  }

  await ben.page.goto('/administration');
  await expect(ben.page.getByText('This page is for the administrators')).toBeVisible();
  await page.getByRole('button', { name: 'Actions for Ben Ionescu' }).click();
  await page.getByRole('menuitem', { name: 'Shut out' }).click();
  await page.getByRole('button', { name: 'Shut out', exact: true }).click();
  await expect(page.getByRole('row', { name: /Ben Ionescu/ })).toContainText('Shut out');
  await ben.page.goto('/');
  await expect(ben.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  await page.goto('/notices');
  await page.getByRole('switch', { name: 'One summary a day' }).click();
  await page.reload();
  await expect(page.getByRole('switch', { name: 'One summary a day' })).not.toBeChecked();
  await expectFine(page, 'notices');
  await ben.page.goto('/unsubscribe#nothing');
  await ben.page.getByRole('button', { name: 'Stop these mails' }).click();
  await expect(ben.page.getByRole('alert')).toContainText('not complete');
  await expectFine(ben.page, 'unsubscribe');
  expectNoComplaints(ana, ben);
  await company.leave();
});
