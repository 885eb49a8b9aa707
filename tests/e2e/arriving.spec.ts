// The first minutes: the bare address, a link to a page while signed out, an address that is none, and a deadline to work towards.
import { expect, test } from '@playwright/test';
import { createProposal, expectNoComplaints, goTo, openBrowser, PASSWORD, saved, signUp } from './support/people.ts';
import { Product } from './support/product.ts';

let product: Product;
test.beforeAll(async () => {
  product = await Product.start({ env: { ADAGIA_TEST_HOOKS: '1' } });
});
test.afterAll(() => product.dispose());

test('whoever is not signed in is led to sign in, and then to where they wanted to go', async ({ browser }) => {
  const ana = await openBrowser(browser, product, 'Ana');
  await signUp(ana);
  const proposalId = await createProposal(ana, 'Next Door Online', 'NEXTDOOR');
  const guest = await openBrowser(browser, product, 'Guest');
  await guest.page.goto('/');
  await expect(guest.page).toHaveURL(`${product.url}/sign-in`);
  await expect(guest.page.getByRole('button', { name: 'Sign in' })).toBeVisible();

  await guest.page.goto(`/p/${proposalId}/plan`);
  await guest.page.getByLabel('E-mail').fill('ana@example.org');
  await guest.page.getByLabel('Password', { exact: true }).fill('not the password');
  await guest.page.getByRole('button', { name: 'Sign in' }).click();
  await expect(guest.page.getByText('E-mail or password is wrong')).toBeVisible();
  await guest.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await guest.page.getByRole('button', { name: 'Sign in' }).click();
  await expect(guest.page).toHaveURL(`${product.url}/p/${proposalId}/plan`);
  await expect(guest.page.getByText('Project management').first()).toBeVisible();

  await guest.page.goto('/nowhere');
  await expect(guest.page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
  expectNoComplaints(ana, guest);
  await Promise.all([ana.context.close(), guest.context.close()]);
});

test('where the deadlines of the call have passed, the partners set their own, counted down for all', async ({
  browser,
}) => {
  const ben = await openBrowser(browser, product, 'Ben');
  await ben.page.clock.install({ time: new Date('2026-11-26T10:00:00Z') });
  await signUp(ben);
  await createProposal(ben, 'Street Notes', 'STREET');
  const { page } = ben;
  await page.getByRole('button', { name: 'Deadline passed' }).click();
  await expect(page.getByText('All deadlines of this call that Adagia knows have passed.')).toBeVisible();
  // In Brussels; the browser of this test is in Athens.
  await page.getByLabel('Our deadline').fill('2027-03-04T12:00');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^98 days 1 hr left$/ })).toBeVisible();
  await expect(page.getByText(/Thursday,? 4 March 2027(,| at) 12:00 in Brussels/)).toBeVisible();
  await expect(page.getByText(/Thursday,? 4 March 2027(,| at) 13:00 where you are/)).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(page.getByRole('button', { name: /^98 days 1 hr left$/ })).toBeVisible();
  await goTo(ben, 'Timeline');
  await expect(page.getByText('Ben changed the deadline')).toBeVisible();
  await ben.context.close();
});
