// Every page by the rules of axe, at two widths and in two looks (ux-check 60), with the worked examples on it.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { expectNoComplaints, goTo, openBrowser, type PersonAtScreen, saved, signInDemo } from './support/people.ts';
import { Product } from './support/product.ts';
import { settled } from './support/settled.ts';

let product: Product;
let ana: PersonAtScreen;
/** Nobody yet. */
let guest: PersonAtScreen;

test.beforeAll(async ({ browser }) => {
  product = await Product.start({ args: ['--demo'], env: { ADAGIA_TEST_HOOKS: '1' } });
  ana = await openBrowser(browser, product, 'Ana');
  guest = await openBrowser(browser, product, 'Guest');
  await signInDemo(ana);
});
test.afterAll(async () => {
  await Promise.all([ana.context.close(), guest.context.close()]);
  await product.dispose();
});

const sizes = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
] as const;
const looks = ['light', 'dark'] as const;

/** In the way that a person sees it: what is serious or worse, in words that say where. */
async function seriousProblems(page: Page, look: (typeof looks)[number]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  // Names, roles and order are the same in the dark: there only colours are looked at again.
  const { violations } = await (look === 'dark'
    ? axe.withRules(['color-contrast', 'link-in-text-block'])
    : axe
  ).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
    );
}

async function expectNoOverflow(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, 'the page must not scroll sideways').toBeLessThanOrEqual(0);
}

async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of looks) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      await settled(page);
      expect(await seriousProblems(page, colorScheme), `${name} at ${size.width}, ${colorScheme}`).toEqual([]);
    }
    await expectNoOverflow(page);
  }
  await page.setViewportSize(sizes[0]);
}

test('60 signing in, creating an account, and a bad invitation', async () => {
  const links = [`/link/password#${'0'.repeat(64)}`, '/link/verify'];
  for (const path of ['/sign-in', '/sign-up', '/forgotten', ...links, `/join#${'0'.repeat(64)}`]) {
    await guest.page.goto(path);
    await expect(guest.page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(guest.page, path);
  }
});

test('60 the account, with a second factor being set up and its deletion open', async () => {
  await ana.page.goto('/account');
  await ana.page.getByRole('button', { name: 'Set it up' }).click();
  await ana.page.getByRole('region', { name: 'Second factor' }).getByLabel('Your password').fill('erasmus-1500');
  await ana.page.getByRole('button', { name: 'Go on' }).click();
  await expect(ana.page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  await ana.page.getByRole('button', { name: 'Delete the account' }).click();
  await expectAccessible(ana.page, 'account');
});

test('60 the list of proposals, and a new one', async () => {
  await ana.page.goto('/');
  await expect(ana.page.getByRole('link', { name: 'NEXTDOOR' })).toBeVisible();
  await expectAccessible(ana.page, 'list');
  await ana.page.getByRole('link', { name: 'New proposal' }).first().click();
  await expect(ana.page.getByRole('button', { name: 'Create the proposal' })).toBeVisible();
  await ana.page.getByRole('button', { name: 'Create the proposal' }).click();
  await expect(ana.page.getByText('Please give its legal name')).toBeVisible();
  await expectAccessible(ana.page, 'new, with what is missing');
});

for (const name of ['Write', 'Plan', 'Budget', 'Partners', 'Timeline', 'Versions', 'Portal', 'People']) {
  test(`60 the page ${name} of a proposal`, async () => {
    await ana.page.goto('/');
    await ana.page.getByRole('link', { name: 'NEXTDOOR' }).click();
    await saved(ana.page);
    await goTo(ana, name);
    await expect(ana.page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(ana.page, name);
  });
}

for (const [name, open] of [
  ['the board of what is missing', 'Collect what is missing'],
  ['the page of an organisation', 'Olt Valley County Library'],
] as const) {
  test(`60 ${name}`, async () => {
    await ana.page.goto('/');
    await ana.page.getByRole('link', { name: 'NEXTDOOR' }).click();
    await saved(ana.page);
    await goTo(ana, 'Partners');
    await ana.page.getByRole('link', { name: open }).click();
    await expect(ana.page.getByRole('heading', { level: 1, name: /P2 Olt|still missing/ })).toBeVisible();
    await expectAccessible(ana.page, name);
  });
}

test('no page breaks its own content security policy', () => {
  expectNoComplaints(ana, guest);
});
