// What people do at the screen, in their words: used by every browser test, so that a test reads like a story.
import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { Product } from './product.ts';

export const PASSWORD = 'a long password';

export interface PersonAtScreen {
  name: string;
  page: Page;
  context: BrowserContext;
  /** What the browser complained about: policy violations, exceptions. */
  complaints: string[];
}

/** Somebody with a browser of their own. */
export async function openBrowser(browser: Browser, product: Product, name: string): Promise<PersonAtScreen> {
  const context = await browser.newContext({
    baseURL: product.url,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`${name}: ${error.message}`));
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) complaints.push(`${name}: ${message.text()}`);
  });
  return { name, page, context, complaints };
}

const addressOf = (name: string): string => `${name.toLowerCase()}@example.org`;

async function fillAccount(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(addressOf(name));
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create an account' }).click();
}

export async function signUp({ page, name }: PersonAtScreen): Promise<void> {
  await page.goto('/sign-up');
  await fillAccount(page, name);
  await expect(page.getByRole('heading', { name: 'My proposals' })).toBeVisible();
}

export async function fillProposal(page: Page, title: string, acronym: string): Promise<void> {
  await choose(page, 'Field', 'Adult education');
  await page.getByLabel('Title of the project').fill(title);
  await page.getByLabel('Acronym').fill(acronym);
  await page.getByLabel('Legal name').fill('Thalassa Learning Network');
  await choose(page, 'Country', 'Greece');
  await page.getByRole('button', { name: 'Create the proposal' }).click();
  await expect(page).toHaveURL(/\/p\/[0-9a-f-]{36}\/write/);
}

export async function createProposal({ page }: PersonAtScreen, title: string, acronym: string): Promise<string> {
  await page.getByRole('link', { name: 'New proposal' }).first().click();
  await fillProposal(page, title, acronym);
  await saved(page);
  return /\/p\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

/** As somebody without a mouse comes there. */
export async function tabTo(page: Page, target: Locator, tabsMax = 15): Promise<void> {
  for (let tabs = 0; tabs < tabsMax; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target, `${tabsMax} times Tab does not come here`).toBeFocused();
}

/** In one of our select boxes, which has the focus. */
export async function chooseByKeys(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await expect(page.getByRole('option', { name: text }).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** In one of our select boxes. */
export async function choose(page: Page | Locator, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).or(page.getByLabel(label)).first().click();
  const root = 'page' in page ? page.page() : page;
  await root.getByRole('option', { name: option }).first().click();
}

/** @returns the link of a new invitation. */
export async function invite(
  { page }: PersonAtScreen,
  role: 'Editor' | 'Suggester' | 'Commenter' | 'Viewer' | 'Guest',
): Promise<string> {
  // Anew, so that the link of an earlier invitation is not on the page any more.
  await goTo({ page }, 'Timeline');
  await goTo({ page }, 'People');
  const form = page.getByRole('region', { name: 'Invite somebody' });
  await choose(form, 'Role', role);
  await form.getByRole('switch', { name: 'May enter without an account' }).uncheck();
  await form.getByRole('button', { name: 'Create the invitation' }).click();
  const link = await form.getByRole('textbox', { name: 'The invitation link, shown only now:' }).inputValue();
  expect(link).toMatch(/\/join#[0-9a-f]{64}$/);
  return link;
}

export async function join({ page, name }: PersonAtScreen, link: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'You are invited' })).toBeVisible();
  await fillAccount(page, name);
  await expect(page).toHaveURL(/\/p\/[0-9a-f-]{36}\/write/);
  await saved(page);
}

export async function saved(page: Page): Promise<void> {
  await expect(page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'saved', { timeout: 20_000 });
}

/** The editor of an answer, mounted. */
export async function editorOf(page: Page, answerKey: string): Promise<Locator> {
  const card = page.locator(`[data-answer="${answerKey}"]`);
  const editor = card.locator('[contenteditable="true"]');
  // Cards above take their real height as they come near, and may push this one away again.
  await expect(async () => {
    await card.scrollIntoViewIfNeeded();
    await expect(editor).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  return editor;
}

export async function goTo({ page }: Pick<PersonAtScreen, 'page'>, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Pages of the proposal' })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
}

/** The pages are on this device: from here on they open without a server. */
export async function keptForOffline(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** Nothing is polite about a page that fails under its own policy. */
export function expectNoComplaints(...people: PersonAtScreen[]): void {
  expect(people.flatMap((person) => person.complaints)).toEqual([]);
}

/** As one of the people of `npm run demo`. */
export async function signInDemo({ page, name }: PersonAtScreen): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(addressOf(name));
  await page.getByLabel('Password', { exact: true }).fill('erasmus-1500');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('link', { name: 'NEXTDOOR' })).toBeVisible();
}
