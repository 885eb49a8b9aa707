// The partnership: a coordinator puts five organisations from five countries together and sees the check turn green, live on
// the screen of a partner as well.
import { expect, type Page, test } from '@playwright/test';
import { type Company, writeTogether } from './support/company.ts';
import { choose, chooseByKeys, expectNoComplaints, goTo, type PersonAtScreen, tabTo } from './support/people.ts';

test.describe.configure({ mode: 'serial' });

let company: Company<['Ana', 'Ben']>;
let ana: PersonAtScreen;
let ben: PersonAtScreen;

test.beforeAll(async ({ browser }) => {
  company = await writeTogether(browser, ['Ana', 'Ben']);
  [ana, ben] = company.people;
});
test.afterAll(() => company.leave());

const rule = (page: Page, id: string) => page.locator(`[data-rule="${id}"]`);
const card = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Organisations' }).getByRole('listitem').filter({ hasText: name });

interface NewOrganisation {
  name: string;
  latin?: string;
  country: string;
  oid: string;
  type?: string;
  isNewcomer?: boolean;
}

async function add({ page }: PersonAtScreen, one: NewOrganisation): Promise<void> {
  await page.getByRole('button', { name: 'Add an organisation' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Legal name', exact: true }).fill(one.name);
  if (one.latin) await dialog.getByRole('textbox', { name: 'Legal name in Latin letters' }).fill(one.latin);
  await choose(dialog, 'Country', one.country);
  await dialog.getByLabel(/^Organisation ID/).fill(one.oid);
  await choose(dialog, 'Type of organisation', one.type ?? 'Non-governmental');
  if (one.isNewcomer) await dialog.getByLabel('New to the programme').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
}

test('alone, the coordinator reads what is missing and what to look for', async () => {
  await goTo(ana, 'Partners');
  await goTo(ben, 'Partners');
  await expect(ana.page.locator('[data-suggestions]')).toContainText(
    '2 more organisations, from different countries, and others than Greece',
  );
  await expect(rule(ana.page, 'organisations-min')).toContainText('Organisations: 1. The call asks for at least 3.');
  await expect(rule(ana.page, 'organisations-min')).toContainText('Add organisations as partners.');
  await expect(rule(ana.page, 'applications-per-oid')).toContainText('Unconfirmed');
});

test('with a second one, entered on a phone by keys alone, one more from a third country', async () => {
  const { page } = ana;
  await page.setViewportSize({ width: 360, height: 740 });
  const button = page.getByRole('button', { name: 'Add an organisation' });
  await page.getByRole('navigation', { name: 'Pages of the proposal' }).getByRole('link').last().focus();
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByRole('textbox', { name: 'Legal name', exact: true }));
  await page.keyboard.type('Olt Valley County Library');
  await tabTo(page, dialog.getByRole('combobox', { name: 'Country' }));
  await chooseByKeys(page, 'Romania');
  await tabTo(page, dialog.getByLabel('Organisation ID (OID)'));
  await page.keyboard.type('912345678');
  await tabTo(page, dialog.getByRole('combobox', { name: 'Type of organisation' }));
  await chooseByKeys(page, 'Regional public');
  await tabTo(page, dialog.getByRole('button', { name: 'Save' }));
  await page.keyboard.press('Enter');
  // That is the number of another call's organisations.
  const oid = dialog.getByLabel('Organisation ID (OID)');
  await expect(oid).toHaveAccessibleDescription(/E and eight digits, for example E10000001/);
  await oid.fill(' e1000 0002 ');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(button).toBeFocused();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(card(ana.page, 'Olt Valley County Library')).toContainText('E10000002');
  await expect(ana.page.locator('[data-suggestions]')).toContainText(
    'One more organisation, from another country than Greece and Romania.',
  );
});

test('an organisation of a country that the action leaves out is named, and goes again', async () => {
  await add(ana, { name: 'Minsk Centre', country: 'Belarus', oid: 'E10000009' });
  await expect(rule(ana.page, 'country-excluded')).toContainText('Minsk Centre: Belarus is left out of this action.');
  await ana.page.getByRole('button', { name: 'Remove Minsk Centre' }).click();
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(card(ana.page, 'Minsk Centre')).toHaveCount(0);
  await expect(ana.page.getByRole('button', { name: 'Add an organisation' })).toBeFocused();
});

test('with five from five countries the rest is the card of the applicant, then the check turns green for both', async () => {
  await add(ana, { name: 'Centro Minho', country: 'Portugal', oid: 'E10000003', isNewcomer: true });
  await add(ana, { name: 'Nemuno kolegija', country: 'Lithuania', oid: 'E10000004' });
  await add(ana, {
    name: 'Граѓански дом',
    latin: "Citizens' House",
    country: 'North Macedonia',
    oid: 'E10000005',
  });
  const flags = ana.page.getByRole('list', { name: 'Countries of the partnership' });
  await expect(flags.getByRole('listitem')).toHaveCount(5);
  await expect(flags).toContainText('North Macedonia');
  await expect(flags.locator('img')).toHaveCount(5);

  // By keys alone, from the rule to the field that it lacks.
  await rule(ana.page, 'applicant-age')
    .getByRole('button', { name: /^Set it/ })
    .press('Enter');
  await expect(ana.page.getByLabel('Legally established on')).toBeFocused();
  await ana.page.getByLabel('Legally established on').fill('2009-03-17');
  const oid = ana.page.getByLabel(/^Organisation ID/);
  await oid.fill('e 1000 0001');
  await oid.press('Tab');
  await expect(oid).toHaveValue('E10000001');
  await choose(ana.page, 'Type of organisation', 'Non-governmental');
  await expect(ana.page.locator('[data-field="oid"] [data-save]')).toHaveAttribute('data-save', 'saved');
  // The duration is a fact of the form.
  await goTo(ana, 'Write');
  await ana.page
    .getByLabel(/Duration/)
    .first()
    .fill('24');
  await ana.page
    .getByLabel(/Duration/)
    .first()
    .blur();
  await goTo(ana, 'Partners');
  for (const { page } of [ana, ben]) {
    await expect(page.locator('[data-consortium="green"]')).toBeVisible();
    await expect(page.locator('[data-suggestions]')).toHaveCount(0);
  }
});

test('what one changes in a card is on the screen of the other at once', async () => {
  await card(ana.page, 'Centro Minho').getByRole('link').click();
  await card(ben.page, 'Centro Minho').getByRole('link').click();
  await expect(ben.page.getByLabel('City')).not.toBeEditable();
  await ana.page.getByLabel('City').fill('Braga');
  await expect(ben.page.getByLabel('City')).toHaveValue('Braga');
  await choose(ana.page, 'Public body', 'Yes');
  await expect(ben.page.getByRole('combobox', { name: 'Public body' })).toHaveValue('Yes');
});

test('another applicant takes the first place', async () => {
  await choose(ana.page, 'Role', 'Applicant');
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Let it apply' }).click();
  await expect(ben.page.getByRole('heading', { level: 1 })).toHaveText('P1 Centro Minho');
  expectNoComplaints(ana, ben);
});

test('a call of the executive agency asks for the number of its portal', async () => {
  const { page } = ana;
  await page.goto('/new');
  await choose(page, 'Action and call', 'KA220-EACEA');
  const pic = page.getByLabel('Participant code (PIC)');
  await pic.fill('E10000001');
  await page.getByRole('button', { name: 'Create the proposal' }).click();
  await expect(page.getByText('Nine digits, for example 912345678')).toBeVisible();
  await expect(page.getByLabel(/^Organisation ID/)).toHaveCount(0);
});
