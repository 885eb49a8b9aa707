// Names as people and registers write them, and as somebody writes them who means no good: from right to left, with marks that turn the
// line around, emoji, markup, up to the longest that is let in. Wherever they are shown they are words, and nothing is pushed aside.
import { expect, type Page, test } from '@playwright/test';
import { Company } from './support/company.ts';
import { expectNoComplaints, openBrowser, PASSWORD, type PersonAtScreen, saved } from './support/people.ts';

const PERSON = `אנה כהן 👩‍👩‍👧 ${'Wolfeschlegelsteinhausen'.repeat(3)}`;
const GUEST = 'محمد \u202Eعلي';
const ORGANISATION = `مؤسسة <b>التعلم</b> & "Søn" ${'Donaudampfschifffahrtsgesellschaft '.repeat(9)}`
  .slice(0, 300)
  .trim();
const TITLE = `\u202Egnp.exe <script>document.title = 'taken over'</script> ${'Verylongtitlewithoutspaces'.repeat(5)}`;

async function expectFits({ page }: PersonAtScreen, place: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, `${place} must not scroll sideways`).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function post(page: Page, path: string, data: object): Promise<{ id: string; link: string }> {
  const answer = await page.request.post(path, { headers: { origin: new URL(page.url()).origin }, data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as { id: string; link: string };
}

test('names of people, organisations, proposals and links are words wherever they are', async ({ browser }) => {
  const company = await Company.open(browser, ['Ana']);
  const [ana] = company.people;
  const { page } = ana;
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill('<b>Ana</b>');
  await page.getByLabel('E-mail').fill('ana@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create an account' }).click();
  await expect(page.getByText('A name cannot have < or >')).toBeVisible();
  await page.getByLabel('Your name').fill(PERSON);
  await page.getByRole('button', { name: 'Create an account' }).click();
  await expect(page.getByRole('heading', { name: 'My proposals' })).toBeVisible();
  const organisation = { legalName: ORGANISATION, country: 'EL' };
  const proposal = { callId: 'KA220-2026', sector: 'ADU', title: TITLE, organisation };
  const { id } = await post(page, '/api/proposals', proposal);
  const invite = { role: 'editor', organisationId: null, usesMax: 1, allowsGuests: true };
  const message = `<i>Welcome</i>\u202E ${'x'.repeat(300)}`;
  const { link } = await post(page, `/api/proposals/${id}/invitations`, {
    ...invite,
    email: 'gus@example.org',
    message,
  });
  const label = `<i>Partners</i> עברית ${'y'.repeat(70)}`;
  await post(page, `/api/proposals/${id}/invitations`, { ...invite, role: 'guest', label, usesMax: null });

  const gus = await openBrowser(browser, company.product, 'Gus');
  await gus.page.goto(link);
  await expect(gus.page.getByText('<script>')).toBeVisible();
  await expectFits(gus, 'the invitation');
  await gus.page.getByLabel('Your name').fill(GUEST);
  await gus.page.getByRole('button', { name: 'Enter', exact: true }).click();
  await saved(gus.page);
  await post(gus.page, `/api/proposals/${id}/threads`, {
    id: '00000000-0000-7000-8000-000000000001',
    target: { kind: 'question', key: 'answer:motivation' },
    body: `@${PERSON}, and @${ORGANISATION}`,
  });

  for (const place of ['write', 'people', 'partners', 'timeline', 'audit', 'settings', 'budget']) {
    await page.goto(`/p/${id}/${place}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectFits(ana, place);
  }
  await page.goto(`/p/${id}/people`);
  const members = page.getByRole('region', { name: 'Members' });
  await expect(members.getByText(PERSON)).toBeVisible();
  // What turns a line around is in no name of a person.
  await expect(members.getByText('محمد علي', { exact: true })).toBeVisible();
  await expect(page.getByText(label)).toBeVisible();
  // In the mail it is turned around by nothing, and its words are all there.
  const mail = page.getByRole('region', { name: 'Mails of this proposal' });
  await mail.getByRole('button').first().click();
  await expect(mail.getByText('<i>Welcome</i>', { exact: false }).first()).toBeVisible();
  expect(await mail.getByRole('button').first().innerText()).not.toMatch(/\p{Bidi_Control}/u);
  await page.getByRole('button', { name: /^News for you/ }).click();
  await expect(page.getByRole('link', { name: /mentioned you/ })).toContainText('\u2068محمد علي\u2069 mentioned you');
  await expectFits(ana, 'the inbox');
  await page.goto('/');
  await expect(page.getByRole('link').filter({ hasText: '<script>' })).toBeVisible();
  await expectFits(ana, 'the list');
  await expect(page).not.toHaveTitle('taken over');
  expectNoComplaints(ana, gus);
  await gus.context.close();
  await company.leave();
});
