// Mock evaluation: a coordinator asks two people to score a frozen copy, nobody sees what they give before they submit it, and the
// results say which criterion fails and where it is mended.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { type Company, openDemo } from './support/company.ts';
import { expectNoComplaints, goTo, type PersonAtScreen, saved } from './support/people.ts';

let company: Company<['Ana', 'Ben', 'Eve']>;
let ana: PersonAtScreen;
let ben: PersonAtScreen;
let eve: PersonAtScreen;

test.beforeAll(async ({ browser }) => {
  company = await openDemo(browser, ['Ana', 'Ben', 'Eve']);
  [ana, ben, eve] = company.people;
});
test.afterAll(() => company.leave());

const formOf = ({ page }: PersonAtScreen) => page.getByRole('region', { name: 'Your evaluation' });

async function score(person: PersonAtScreen, points: readonly number[]): Promise<void> {
  const form = formOf(person);
  const criteria = person.page.getByRole('navigation', { name: 'Criteria' }).getByRole('button');
  for (const [index, one] of points.entries()) {
    await criteria.nth(index).click();
    await form.getByRole('spinbutton').fill(String(one));
    await form.getByRole('spinbutton').blur();
    await expect(criteria.nth(index)).toContainText(`${one} of`);
  }
}

async function submit(person: PersonAtScreen): Promise<void> {
  await formOf(person).getByRole('button', { name: 'Submit' }).click();
  await person.page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
  await expect(formOf(person)).toContainText('Submitted on');
}

test('a coordinator begins a round, two people score it in private, and the results name what fails', async () => {
  const { page } = ana;
  await goTo(ana, 'Evaluation');
  await expect(page.getByText('No round yet')).toBeVisible();
  await page.getByRole('button', { name: 'Begin a round' }).click();
  await page.getByRole('combobox', { name: 'Evaluators' }).click();
  await page.getByRole('option', { name: /Ben Ionescu/ }).click();
  await page.getByRole('option', { name: /Eve Martin/ }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Begin, and ask the evaluators' }).click();
  await expect(page.getByRole('heading', { name: '0 of 2 evaluators have submitted' })).toBeVisible();

  // Each is told, and finds the copy beside the form.
  await eve.page.getByRole('button', { name: 'News for you, one unread' }).click();
  await eve.page.getByText('asks you to evaluate this proposal').click();
  const copy = eve.page.getByRole('region', { name: 'The copy that is scored' });
  await expect(copy.locator('[data-root="answer:needs"]')).toContainText(/\w{3}/);
  await expect(copy.locator('[data-root="answer:coordination"]')).toHaveCount(0);
  await copy.getByRole('switch', { name: 'Show everything' }).click();
  await expect(copy.locator('[data-root="answer:coordination"]')).toContainText(/\w{3}/);
  await formOf(eve).getByRole('spinbutton').fill('40');
  await expect(formOf(eve)).toContainText('From 0 to 25, in steps of 1');
  await formOf(eve).getByLabel('Weaknesses').filter({ visible: true }).fill('=No needs analysis\nof rural schools');
  await formOf(eve).getByLabel('Weaknesses').filter({ visible: true }).blur();
  await score(eve, [10, 24, 15, 20]);
  await expect(page.getByText('Nothing submitted yet')).toBeVisible();

  // What was typed without network is there again after a reload, and saved when the network is.
  await eve.context.setOffline(true);
  await formOf(eve).getByLabel('Comment').filter({ visible: true }).fill('Typed on a train');
  await formOf(eve).getByLabel('Comment').filter({ visible: true }).blur();
  await expect(formOf(eve).getByText('The server cannot be reached').first()).toBeVisible();
  await eve.context.setOffline(false);
  await expect(formOf(eve).getByText('The server cannot be reached')).toHaveCount(0, { timeout: 15_000 });
  await submit(eve);

  await goTo(ben, 'Evaluation');
  await expect(formOf(ben).getByRole('spinbutton').filter({ visible: true })).toHaveValue('');
  await score(ben, [14, 26, 16, 22]);
  await submit(ben);
  await expect(ben.page.getByText('No needs analysis')).toHaveCount(0);

  await expect(page.getByRole('heading', { name: '73.5 of 100: not passed' })).toBeVisible();
  await expect(page.getByText('Relevance of the project: 12, at least 13 are needed.')).toBeVisible();
  const relevance = page.getByRole('region', { name: /^Relevance of the project/ });
  await expect(relevance.getByText('=No needs analysis')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Relevance/ })).toContainText('10 to 14');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const file = await (await download).createReadStream();
  const text = Buffer.concat(await file.toArray()).toString('utf8');
  expect(text).toContain("'=No needs analysis");
  await relevance.getByRole('link').first().click();
  await saved(page);
  await expect(page).toHaveURL(/\/write#/);
  expectNoComplaints(ana, ben, eve);
});
