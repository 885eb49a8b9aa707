// Real input: a worked example imported through the page with an answer that is far too long, a malformed one, and a stock
// y-websocket client that writes together with a browser.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { Company } from './support/company.ts';
import { editorOf, type PersonAtScreen, saved, signUp } from './support/people.ts';

interface Example {
  answers: Record<string, string>;
  organisations: { country: string }[];
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const readExample = (name: string) => readJson(`../../server/src/demo/${name}.json`) as Example;
const overLong = readJson('./fixtures/over-long-answer.json') as { limit: number; length: number; text: string };

let company: Company<['Ana']>;
let ana: PersonAtScreen;

test.beforeAll(async ({ browser }) => {
  company = await Company.open(browser, ['Ana']);
  [ana] = company.people;
  await signUp(ana);
});
test.afterAll(() => company.leave());

async function importFile(example: Example): Promise<void> {
  await ana.page.goto('/');
  const chooser = ana.page.waitForEvent('filechooser');
  await ana.page.getByRole('button', { name: 'Import a file' }).click();
  await (await chooser).setFiles({
    name: 'example.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(example)),
  });
}

test('the over-long answer of the worked example shows its overrun, and nothing is cut', async () => {
  const example = readExample('nextdoor');
  await importFile({ ...example, answers: { ...example.answers, motivation: overLong.text } });
  await expect(ana.page).toHaveURL(/\/write/);
  await saved(ana.page);
  const text = await editorOf(ana.page, 'answer:motivation');
  const card = ana.page.locator('[data-answer="answer:motivation"]');
  // The space at its end is not carried over, and not counted.
  await expect(card).toContainText(`${overLong.text.trimEnd().length - overLong.limit} over`);
  await expect(text).toHaveText(overLong.text.replaceAll('\n', ''));
});

test('a malformed file is not imported, and the page says where it is wrong', async () => {
  const example = readExample('nextdoor');
  const organisations = example.organisations.map((one, index) =>
    index === 2 ? { ...one, country: 'Portugal' } : one,
  );
  await importFile({ ...example, organisations });
  await expect(ana.page.getByRole('dialog')).toContainText('organisations.2.country');
  await expect(ana.page).not.toHaveURL(/\/p\//);
});

test("a stock y-websocket client with a session cookie writes together with the product's own", async () => {
  await importFile(readExample('streetnotes'));
  await expect(ana.page).toHaveURL(/\/write/);
  await saved(ana.page);
  const proposalId = /\/p\/([0-9a-f-]{36})/.exec(ana.page.url())?.[1] ?? '';
  const cookie = (await ana.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie } });
    }
  }
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${company.product.url.replace('http', 'ws')}/sync`, proposalId, doc, {
    WebSocketPolyfill: Socket as never,
    disableBc: true,
  });
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  const text = await editorOf(ana.page, 'answer:long_term');
  await text.click();
  await ana.page.keyboard.type('From the page. ');
  const ytext = doc.getText('answer:long_term');
  await expect.poll(() => ytext.toJSON()).toBe('From the page. ');
  ytext.insert(ytext.length, 'From elsewhere.');
  await expect(text).toHaveText('From the page. From elsewhere.');
  provider.destroy();
});
