// What people are told when the server sends them away, for each code that it has, and when a proposal becomes too large. The
// server is real; a line in between closes with the code in question while what was typed has not reached it.

import { session as words } from '@adagia/client/i18n/en/session';
import { closeWords } from '@adagia/client/session/close-words';
import { type CloseReasonName, closeReasons } from '@adagia/shared/wire/close-codes';
import { messageType } from '@adagia/shared/wire/messages';
import { type BrowserContext, expect, type Page, test, type WebSocketRoute } from '@playwright/test';
import { type Company, writeTogether } from './support/company.ts';
import { editorOf, expectNoComplaints, type PersonAtScreen, saved } from './support/people.ts';

const MOTIVATION = 'answer:motivation';
/** Bytes. The real ones are 5 and 32 MB, and have a test of their own on the server. */
const SIZES = { TEST_DOCUMENT_WARNING: '20000', TEST_DOCUMENT_MAX: '50000' };

/** Between the page and the server. */
class Line {
  #open: WebSocketRoute | null = null;
  /** Nothing that is typed gets through here. */
  #held: WebSocketRoute | null = null;
  /** What whoever comes back is sent away with. */
  #code: number | null = null;

  static async between(context: BrowserContext): Promise<Line> {
    const line = new Line();
    await context.routeWebSocket(/\/sync\//, (page) => line.#connect(page));
    return line;
  }

  #connect(page: WebSocketRoute): void {
    if (this.#code !== null) return void page.close({ code: this.#code });
    this.#open = page;
    const server = page.connectToServer();
    page.onMessage((message) => {
      if (this.#held !== page || Buffer.from(message)[0] !== messageType.sync) server.send(message);
    });
  }

  hold(): void {
    this.#held = this.#open;
  }

  async close(reason: CloseReasonName): Promise<void> {
    const { code, retry } = closeReasons[reason];
    if (retry !== 'after-reload') this.#code = code;
    await this.#open?.close({ code });
  }

  release(): void {
    this.#code = null;
  }
}

let company: Company<['Ana']>;
let ana: PersonAtScreen;
let page: Page;
let line: Line;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  company = await writeTogether(browser, ['Ana'], { env: SIZES });
  [ana] = company.people;
  page = ana.page;
  line = await Line.between(ana.context);
  await page.reload();
});
test.afterAll(() => company.leave());

const alertOf = (text: string) => page.getByRole('alert').filter({ hasText: text });
const kept = () => page.getByRole('textbox', { name: words.refusedTitle });

async function write(text: string): Promise<void> {
  await (await editorOf(page, MOTIVATION)).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(text);
}

/** Seen elsewhere as they come about: here below, in storage.spec.ts and in rights.spec.ts. */
const metForReal: readonly string[] = ['documentFull', 'storage', 'damaged', 'notAllowed'];
const others = Object.entries(closeReasons).filter(([name]) => !metForReal.includes(name));

for (const [name, { code, retry }] of others) {
  test(`${code} ${name}: told, and nothing typed is lost`, async () => {
    const reason = name as CloseReasonName;
    const told = closeWords[reason];
    await saved(page);
    line.hold();
    await write(`${name}. `);
    await line.close(reason);
    if (told) await expect(alertOf(words[told])).toBeInViewport();
    else await expect(page.locator('[data-save-state]')).toHaveText(/^Offline: 1 change kept on this device$/);
    line.release();
    if (retry === 'after-reload') {
      await expect(kept()).toHaveValue(new RegExp(`${name}\\.$`));
      await page.getByRole('button', { name: words.dismiss }).click();
      await expect(page.getByRole('alert')).toHaveCount(0);
    } else if (retry === 'never') await page.reload();
    await saved(page);
    const text = await editorOf(page, MOTIVATION);
    if (retry === 'after-reload') await expect(text).not.toContainText(`${name}.`);
    else await expect(text).toContainText(`${name}.`);
  });
}

test('a proposal that becomes large says so to whoever is there; full, it keeps and offers what it does not take', async () => {
  await expect(alertOf(words.large)).toHaveCount(0);
  await write('large '.repeat(4000));
  await expect(page.getByText(words.large)).toBeVisible();
  await saved(page);
  await write(`too much${' too much'.repeat(4000)}`);
  await expect(alertOf(words.whyFull)).toBeInViewport();
  await expect(kept()).toHaveValue(/too much$/);
  await saved(page);
  await page.getByRole('button', { name: words.dismiss }).click();
  const text = await editorOf(page, MOTIVATION);
  await expect(text).not.toContainText('too much');
  // Room is made, and there is room.
  await text.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await saved(page);
  await write('enough');
  await saved(page);
  await expect(text).toHaveText('enough');
  expectNoComplaints(ana);
});
