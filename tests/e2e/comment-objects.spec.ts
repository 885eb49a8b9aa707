// Comments about what is no text: objects of the plan in its table and its picture, and organisations. Ana leads the proposal of the
// demo, Eve reviews it and may only comment.
import { type Browser, expect, test } from '@playwright/test';
import { card, composerOf } from './support/comments.ts';
import { type Company, openDemo } from './support/company.ts';
import { expectNoComplaints, goTo, type PersonAtScreen } from './support/people.ts';

let company: Company<readonly ['Ana', 'Eve']>;
let ana: PersonAtScreen;
let eve: PersonAtScreen;

async function open(browser: Browser): Promise<void> {
  company = await openDemo(browser, ['Ana', 'Eve']);
  [ana, eve] = company.people;
}

test.describe.configure({ mode: 'serial' });
test.beforeAll(({ browser }) => open(browser));
test.afterAll(() => company.leave());
test.afterEach(() => expectNoComplaints(ana, eve));

async function send({ page }: PersonAtScreen, body: string): Promise<void> {
  await expect(composerOf(page)).toBeFocused();
  await page.keyboard.insertText(body);
  await page.keyboard.press('Control+Enter');
  await expect(card(page, body)).toBeFocused();
}

const rowOf = ({ page }: PersonAtScreen, number: string) =>
  page.locator('[data-plan-row]').filter({ has: page.getByRole('textbox', { name: `Title of ${number}` }) });
const listButton = ({ page }: PersonAtScreen) => page.getByRole('button', { name: /open comments?/ });

test('a reviewer comments on a row of the plan, and the leader on a bar by keyboard: one thread of one object', async () => {
  await Promise.all([goTo(ana, 'Plan'), goTo(eve, 'Plan')]);
  await rowOf(eve, 'A2.1')
    .getByRole('button', { name: /^Add a comment: A2.1/ })
    .click();
  await send(eve, 'Who gives this training?');
  await eve.page.keyboard.press('Escape');
  await expect(rowOf(eve, 'A2.1').getByRole('button', { name: /^1 comment on A2.1/ })).toBeFocused();
  const bar = ana.page.getByRole('slider', { name: /^Activity 2\.1:/ });
  await bar.focus();
  await expect(bar).toHaveAttribute('aria-valuetext', /1 open comment/);
  await ana.page.keyboard.press('c');
  await expect(card(ana.page, 'Who gives this training?')).toBeFocused();
  await ana.page.getByRole('textbox', { name: 'Reply' }).fill('Our partner in Cluj.');
  await ana.page.keyboard.press('Control+Enter');
  await expect(card(ana.page, 'Our partner in Cluj.')).toBeVisible();
  await ana.page.keyboard.press('Escape');
  await expect(bar, 'the keyboard is back where it came from').toBeFocused();
});

test('what is removed keeps its thread under the name that it had; restored it has it back', async () => {
  await rowOf(ana, 'A2.1').getByRole('button', { name: 'More for A2.1' }).click();
  await ana.page.getByRole('menuitem', { name: 'Remove' }).click();
  await listButton(eve).click();
  await expect(card(eve.page, 'Who gives this training?')).toContainText('Removed from the workplan');
  await ana.page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(card(eve.page, 'Who gives this training?')).not.toContainText('Removed');
  await expect(rowOf(eve, 'A2.1').getByRole('button', { name: /^1 comment on A2.1/ })).toBeVisible();
});

test('an organisation has its thread on the page of all and on its own; the list beside the text leads there', async () => {
  await goTo(ana, 'Partners');
  await ana.page.getByRole('button', { name: /^Add a comment: P2/ }).click();
  await send(ana, 'Is their OID right?');
  await goTo(eve, 'Write');
  await expect(listButton(eve), 'the list stays open from page to page').toHaveAttribute('aria-expanded', 'true');
  await card(eve.page, 'Is their OID right?').getByRole('button', { name: 'Go to the organisation' }).click();
  await expect(eve.page).toHaveURL(/partners#organisation/);
  await expect(card(eve.page, 'Is their OID right?')).toBeVisible();
  await eve.page.getByRole('link', { name: 'Olt Valley County Library' }).click();
  await expect(eve.page.getByRole('button', { name: /^1 comment on P2/ })).toBeVisible();
});
