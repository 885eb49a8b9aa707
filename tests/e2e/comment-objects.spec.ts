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
  await rowOf(ana, 'A2.1').getByRole('button', { name: 'More for A2.1' }).press('Enter');
  await ana.page.getByRole('menuitem', { name: 'Remove' }).press('Enter');
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

test('38 a thread that is given to somebody until a day is their task: on its card, in their tasks, on the board, until it is resolved', async () => {
  const { page } = ana;
  await card(page, 'Is their OID right?').getByRole('button', { name: 'Assign' }).click();
  const form = page.getByRole('form', { name: 'Assign' });
  await expect(form.getByRole('combobox', { name: 'Who settles it' })).toBeFocused();
  await page.keyboard.type('Eve');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await form.getByLabel('Due').fill('2026-01-20');
  await form.getByRole('button', { name: 'Assign' }).click();
  await expect(card(page, 'Is their OID right?')).toContainText('For Eve Martin, due 20 Jan 2026, overdue');
  await page.getByRole('button', { name: 'Close the comments' }).click();
  await page.getByRole('link', { name: 'Collect what is missing' }).click();
  const chased = page.getByRole('region', { name: 'Comments that others are to settle' });
  await expect(chased.getByRole('listitem')).toContainText('Overdue since 20 Jan 2026');
  await eve.page.getByRole('link', { name: 'My proposals' }).click();
  const tasks = eve.page.getByRole('region', { name: 'My tasks' });
  await expect(tasks).toContainText('1 comment to settle, 1 overdue');
  await tasks.getByRole('link', { name: 'Is their OID right?' }).click();
  await expect(card(eve.page, 'Is their OID right?')).toBeFocused();
  await eve.page.keyboard.press('e');
  await expect(eve.page.locator('[data-comment-announcer]')).toContainText('Comment resolved');
  await expect(chased).toHaveCount(0);
  await eve.page.getByRole('link', { name: 'My proposals' }).click();
  await expect(eve.page.getByRole('link', { name: 'NEXTDOOR' })).toBeVisible();
  await expect(tasks).toHaveCount(0);
});

test('reactions, an answer by R, what it said before, and a search that finds it without its accents', async () => {
  await Promise.all([goTo(ana, 'Plan'), eve.page.getByRole('link', { name: 'NEXTDOOR' }).click()]);
  await goTo(eve, 'Plan');
  await rowOf(ana, 'A2.1')
    .getByRole('button', { name: /^1 comment on A2.1/ })
    .click();
  await card(ana.page, 'Who gives').getByRole('button', { name: 'React' }).first().click();
  await ana.page.getByRole('menuitem', { name: 'Thank you' }).press('Enter');
  await rowOf(eve, 'A2.1')
    .getByRole('button', { name: /^1 comment on A2.1/ })
    .click();
  const thanks = card(eve.page, 'Who gives').getByRole('button', { name: 'Thank you: Ana Petrou' });
  await expect(thanks).toHaveAttribute('aria-pressed', 'false');
  await thanks.click();
  await expect(
    card(ana.page, 'Who gives').getByRole('button', { name: 'Thank you: Ana Petrou and Eve Martin' }),
  ).toBeVisible();
  await card(eve.page, 'Who gives').focus();
  await eve.page.keyboard.press('r');
  await expect(eve.page.getByRole('textbox', { name: 'Reply' })).toBeFocused();
  await eve.page.keyboard.insertText('Écoute: <b>not bold</b> مرحبا, @Ana, see https://example.org/a.');
  await eve.page.keyboard.press('Control+Enter');
  await expect(card(ana.page, '<b>not bold</b>').getByRole('link', { name: 'https://example.org/a' })).toBeVisible();
  await expect(card(eve.page, '<b>not bold</b>')).toBeVisible();
  await card(eve.page, 'Who gives').getByRole('button', { name: 'Edit, Delete' }).last().click();
  await eve.page.getByRole('menuitem', { name: 'Edit' }).click();
  await eve.page.getByRole('textbox', { name: 'Edit' }).fill('Écoute again');
  await eve.page.keyboard.press('Control+Enter');
  await card(ana.page, 'Écoute again').getByRole('button', { name: 'Show earlier wordings' }).click();
  await expect(ana.page.getByRole('list', { name: 'Earlier wordings' })).toContainText('<b>not bold</b>');
  await ana.page.getByRole('textbox', { name: 'Search in comments' }).fill('ECOUTE again');
  await expect(ana.page.getByRole('article')).toHaveCount(1);
  await ana.page.getByRole('textbox', { name: 'Search in comments' }).fill('nowhere to be found');
  await expect(ana.page.getByText('Nothing here matches')).toBeVisible();
});
