// Twelve people in one proposal, each with a page of their own, writing in the same answer: everybody ends with the same text,
// everybody sees the others, and nothing that anybody typed is missing.
import { type Browser, expect, test } from '@playwright/test';
import {
  createProposal,
  editorOf,
  invite,
  openBrowser,
  PASSWORD,
  type PersonAtScreen,
  saved,
  signUp,
} from './support/people.ts';
import { Product } from './support/product.ts';

const COUNT = 12;
const KEY = 'answer:motivation';

async function joinOverHttp(browser: Browser, product: Product, link: string, name: string): Promise<PersonAtScreen> {
  const person = await openBrowser(browser, product, name);
  const { request } = person.context;
  const email = `${name.toLowerCase()}@example.org`;
  await request.post('/api/auth/sign-up/email', { data: { name, email, password: PASSWORD } });
  const token = link.split('#')[1];
  const answer = await request.post('/api/invitations/accept', { data: { token } });
  const { proposalId } = (await answer.json()) as { proposalId: string };
  await person.page.goto(`/p/${proposalId}/write`);
  return person;
}

test('51 twelve people write in one answer', async ({ browser }) => {
  test.setTimeout(240_000);
  const product = await Product.start({ env: { ADAGIA_TEST_HOOKS: '1' } });
  const ana = await openBrowser(browser, product, 'Ana');
  await signUp(ana);
  const proposalId = await createProposal(ana, 'Next Door Online', 'NEXTDOOR');
  const people = [ana];
  for (let index = 2; index <= COUNT; index += 1) {
    people.push(await joinOverHttp(browser, product, await invite(ana, 'Editor'), `P${index}`));
  }
  await ana.page.goto(`/p/${proposalId}/write`);
  await Promise.all(people.map(({ page }) => saved(page)));
  const editors = await Promise.all(people.map(({ page }) => editorOf(page, KEY)));
  await Promise.all(editors.map((editor) => editor.click()));
  const letters = 'abcdefghijkl';
  await Promise.all(
    people.map(({ page }, index) => page.keyboard.type(letters.charAt(index).repeat(10), { delay: 60 })),
  );
  await Promise.all(people.map(({ page }) => saved(page)));
  const text = (await editors[0]?.textContent()) ?? '';
  expect(text.split('').sort().join('')).toBe(
    letters
      .split('')
      .map((letter) => letter.repeat(10))
      .join(''),
  );
  for (const editor of editors) await expect(editor).toHaveText(text);
  await expect(ana.page.getByRole('button', { name: /^\+\d|more/i }).first()).toBeVisible();
  await Promise.all(people.map(({ context }) => context.close()));
  await product.dispose();
});
