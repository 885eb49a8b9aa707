// What somebody does who has no mouse: Tab, arrows and Enter alone. Whoever cannot get somewhere by them cannot do it here, and whoever
// gets there sees that they are there.
import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any page has: then there is no way by Tab. */
export const STOPS_MAX = 400;

export const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** The browser says that it is to be shown, and something around the element shows it. A field has its caret besides. */
async function expectSeen(target: Locator): Promise<void> {
  await expect(target).toBeInViewport();
  const isShown = () =>
    target.evaluate((element) => {
      const marks = (one: Element) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      };
      const isField = element.matches('input, textarea, select, [contenteditable="true"]');
      return (
        element.matches(':focus-visible') && (isField || marks(element) || marks(element.parentElement ?? element))
      );
    });
  // What a page does when it comes may have the focus for a moment.
  await expect.poll(isShown, `the focus on ${String(target)} is seen`).toBe(true);
}

/** What a mouse does is no part of this: `expectNoMouse` finds it out. */
export async function watchForMouse(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const type of ['pointerdown', 'mousedown']) {
      addEventListener(type, () => document.documentElement.setAttribute('data-mouse', ''), { capture: true });
    }
  });
}

export const expectNoMouse = (page: Page): Promise<void> =>
  expect(page.locator('html')).not.toHaveAttribute('data-mouse');

/** Goes on with Tab until it is there. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < STOPS_MAX; stops += 1) {
    if (await isFocused(target)) return expectSeen(target);
    await page.keyboard.press(key);
  }
  throw new Error(`no way to ${String(target)} by ${key}`);
}

export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

export async function fill(page: Page, label: string, words: string, within: Page | Locator = page): Promise<void> {
  // A field that must be filled has an asterisk behind its name.
  await tabTo(page, within.getByLabel(new RegExp(`^${label}( \\*)?$`)));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words);
}

/** In a select box: it opens and is chosen from with arrows, or by typing. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label }).or(page.getByLabel(label)).first();
  await tabTo(page, box);
  await page.keyboard.press('ArrowDown');
  const wanted = page.getByRole('option', { name: option }).first();
  await expect(wanted).toBeAttached();
  for (let count = 0; count < STOPS_MAX; count += 1) {
    if ((await wanted.getAttribute('data-combobox-selected')) !== null) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue(option);
}

/** Opens the menu and goes to a line of it, as one does with arrows. */
export async function chooseInMenu(page: Page, button: Locator, name: string): Promise<void> {
  await press(page, button);
  const line = page.getByRole('menuitem', { name });
  await expect(line).toBeVisible();
  for (let count = 0; count < 30 && !(await isFocused(line)); count += 1) await page.keyboard.press('ArrowDown');
  await expect(line).toBeFocused();
  await page.keyboard.press('Enter');
}
