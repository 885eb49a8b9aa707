// The caret is where the person put it, also when a key or somebody else's edit comes in before the browser has told the page
// of it: browsers move the caret at once and say so a task later.
import { expect, type Locator, test } from '@playwright/test';
import { beginProposal, Company } from './support/company.ts';
import { editorOf, type PersonAtScreen, saved } from './support/people.ts';

declare global {
  /** What the server has sent since `holdMessages`. */
  var heldMessages: (() => void)[];
  var holdMessages: () => void;
  var releaseMessages: () => void;
}

let company: Company<['Ana', 'Ben']>;
let ana: PersonAtScreen;
let ben: PersonAtScreen;
let anaText: Locator;
let benText: Locator;

test.beforeAll(async ({ browser }) => {
  company = await Company.open(browser, ['Ana', 'Ben']);
  [ana, ben] = company.people;
  await ana.page.addInitScript(() => {
    let isHeld = false;
    globalThis.heldMessages = [];
    globalThis.holdMessages = () => (isHeld = true);
    // Within an event, as messages come: Lexical looks at what it is.
    globalThis.releaseMessages = () => void globalThis.dispatchEvent(new Event('release'));
    globalThis.addEventListener('release', () => {
      isHeld = false;
      for (const deliver of globalThis.heldMessages.splice(0)) deliver();
    });
    const property = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage');
    Object.defineProperty(WebSocket.prototype, 'onmessage', {
      set(this: WebSocket, handler: ((event: MessageEvent) => void) | null) {
        const hear = (event: MessageEvent) => {
          if (isHeld) globalThis.heldMessages.push(() => handler?.call(this, event));
          else handler?.call(this, event);
        };
        property?.set?.call(this, handler && hear);
      },
    });
  });
  await beginProposal(company.people);
});
test.afterAll(() => company.leave());

async function open(key: string): Promise<void> {
  [anaText, benText] = [await editorOf(ana.page, key), await editorOf(ben.page, key)];
  await benText.click();
  await anaText.click();
  await ana.page.keyboard.type('one two three');
  await expect(benText).toHaveText('one two three');
  await saved(ana.page);
}

test('a key that overtakes the news of the caret acts where the caret is', async () => {
  await open('answer:motivation');
  await anaText.evaluate((root) => {
    const text = document.createTreeWalker(root, NodeFilter.SHOW_TEXT).nextNode();
    getSelection()?.setBaseAndExtent(text as Text, 4, text as Text, 8);
    root.dispatchEvent(new KeyboardEvent('keydown', { key: 'Backspace', bubbles: true, cancelable: true }));
  });
  await expect(anaText).toHaveText('one three');
  await expect(benText).toHaveText('one three');
});

test("somebody else's edit that overtakes it leaves the caret where the person put it", async () => {
  await open('answer:innovation');
  await ana.page.evaluate(() => globalThis.holdMessages());
  await ben.page.keyboard.press('Control+Home');
  await ben.page.keyboard.type('zero ');
  await saved(ben.page);
  await expect.poll(() => ana.page.evaluate(() => globalThis.heldMessages.length)).toBeGreaterThan(0);
  await anaText.evaluate((root) => {
    const text = document.createTreeWalker(root, NodeFilter.SHOW_TEXT).nextNode();
    getSelection()?.collapse(text, 3);
    globalThis.releaseMessages();
  });
  await ana.page.keyboard.type('!');
  await expect(anaText).toHaveText('zero one! two three');
  await expect(benText).toHaveText('zero one! two three');
});
