// The workplan in both its shapes, a picture and a table, by pointer and by keyboard, live for both partners. Numbers are those
// of the list of checks.
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { type Company, openDemo } from './support/company.ts';
import { cellOf } from './support/grid.ts';
import { editorOf, goTo, openBrowser, type PersonAtScreen, saved, signInDemo } from './support/people.ts';

let company: Company<['Ana', 'Ben']>;
let ana: PersonAtScreen;
let ben: PersonAtScreen;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  company = await openDemo(browser, ['Ana', 'Ben']);
  [ana, ben] = company.people;
  await Promise.all([goTo(ana, 'Plan'), goTo(ben, 'Plan')]);
});
test.afterAll(() => company.leave());

const barOf = (page: Page, name: string): Locator => page.getByRole('slider', { name: new RegExp(`^${name}:`) });
const months = (text: string) => new RegExp(`^${text}(;|$)`);

/** What a screen reader reads out, for both of them, and the same months in the row of the table. */
async function expectMonths(name: string, number: string, from: number, to: number, dates: string): Promise<void> {
  for (const { page } of [ana, ben]) {
    const words = from === to ? `M${from}, ${dates}` : `M${from} to M${to}, ${dates}`;
    await expect(barOf(page, name)).toHaveAttribute('aria-valuetext', months(words));
    await expect(page.getByLabel(`First month of ${number}`, { exact: true })).toHaveValue(String(from));
    await expect(page.getByLabel(`Last month of ${number}`, { exact: true })).toHaveValue(String(to));
  }
}

/** Takes the bar at a share of its width and carries it along. */
async function drag(bar: Locator, at: number, byMonths: number): Promise<void> {
  await bar.scrollIntoViewIfNeeded();
  const box = await bar.boundingBox();
  const track = await bar.locator('xpath=ancestor::*[@data-track]').boundingBox();
  const all = Number(await bar.getAttribute('aria-valuemax'));
  const month = track!.width / all;
  const x = box!.x + Math.min(box!.width - 2, Math.max(2, box!.width * at));
  const y = box!.y + box!.height / 2;
  const { mouse } = ana.page;
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + byMonths * month, y, { steps: 5 });
  await mouse.up();
}

test('59 a bar is dragged, and stretched at both ends', async () => {
  const name = 'Activity 2.2';
  const bar = barOf(ana.page, name);
  await expectMonths(name, 'A2.2', 4, 6, 'February 2027 to April 2027');
  await drag(bar, 0.5, 1);
  await expectMonths(name, 'A2.2', 5, 7, 'March 2027 to May 2027');
  await drag(bar, 1, 2);
  await expectMonths(name, 'A2.2', 5, 9, 'March 2027 to July 2027');
  await drag(bar, 0, -1);
  await expectMonths(name, 'A2.2', 4, 9, 'February 2027 to July 2027');
  await saved(ana.page);
});

test('59 Esc in the middle of a drag brings the bar back', async () => {
  const name = 'Activity 2.1';
  const bar = barOf(ana.page, name);
  const before = 'M1 to M4, November 2026 to February 2027';
  await expect(bar).toHaveAttribute('aria-valuetext', before);
  const box = await bar.boundingBox();
  await ana.page.mouse.move(box!.x + box!.width / 2, box!.y + box!.height / 2);
  await ana.page.mouse.down();
  await ana.page.mouse.move(box!.x + box!.width / 2 + 200, box!.y + box!.height / 2, { steps: 3 });
  await expect(barOf(ben.page, name)).not.toHaveAttribute('aria-valuetext', months(before));
  await ana.page.keyboard.press('Escape');
  await ana.page.mouse.up();
  for (const { page } of [ana, ben]) await expect(barOf(page, name)).toHaveAttribute('aria-valuetext', months(before));
});

test('59 the same by keys: move, stretch both ends, take back, go to the next bar and to the row', async () => {
  const name = 'Activity 2.3';
  const { page } = ana;
  await barOf(page, name).focus();
  await expectMonths(name, 'A2.3', 7, 7, 'May 2027');
  await page.keyboard.press('ArrowLeft');
  await expectMonths(name, 'A2.3', 6, 6, 'April 2027');
  await page.keyboard.press('Shift+ArrowRight');
  await expectMonths(name, 'A2.3', 6, 7, 'April 2027 to May 2027');
  await page.keyboard.press('Alt+ArrowLeft');
  await expectMonths(name, 'A2.3', 5, 7, 'March 2027 to May 2027');
  await page.keyboard.press('Escape');
  await expectMonths(name, 'A2.3', 7, 7, 'May 2027');
  await page.keyboard.press('ArrowUp');
  await expect(barOf(page, 'Activity 2.2')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('First month of A2.2', { exact: true })).toBeFocused();
});

test('59 every bar is also a row of the table, with the same months', async () => {
  const { page } = ana;
  const table = page.getByRole('table', { name: 'Work packages and activities' });
  const bars = await page.getByRole('slider').evaluateAll((all) =>
    all.map((bar) => ({
      name: bar.getAttribute('aria-label') ?? '',
      months: /^M(\d+)(?: to M(\d+))?/.exec(bar.getAttribute('aria-valuetext') ?? '')?.slice(1) ?? [],
    })),
  );
  expect(bars.length).toBeGreaterThan(10);
  for (const {
    name,
    months: [from, to = from],
  } of bars) {
    const [, kind, number, title] = /^(Work package|Activity) ([\d.]+): (.*)$/.exec(name) ?? [];
    const row = `${kind === 'Activity' ? 'A' : 'WP'}${number}`;
    await expect(table.getByLabel(`Title of ${row}`, { exact: true })).toHaveValue(title ?? '');
    await expect(table.getByLabel(`First month of ${row}`, { exact: true })).toHaveValue(from ?? '');
    await expect(table.getByLabel(`Last month of ${row}`, { exact: true })).toHaveValue(to ?? '');
  }
  await expect(table.getByLabel(/^First month of /)).toHaveCount(bars.length);
});

test('what is typed into the table moves the bar, for everybody', async () => {
  const { page } = ana;
  await page.getByLabel('Last month of A2.3', { exact: true }).fill('8');
  await page.keyboard.press('Enter');
  await expectMonths('Activity 2.3', 'A2.3', 7, 8, 'May 2027 to June 2027');
  await page.getByLabel('Last month of A2.3', { exact: true }).fill('61');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('A month from 1 to');
  await page.keyboard.press('Escape');
  await expectMonths('Activity 2.3', 'A2.3', 7, 8, 'May 2027 to June 2027');
});

test('58 the bar where somebody else is says so', async () => {
  await barOf(ben.page, 'Activity 3.1').focus();
  await expect(barOf(ana.page, 'Activity 3.1')).toHaveAttribute('aria-valuetext', /Ben Ionescu is here$/);
});

test('what does not add up opens its place, and is waived with a reason that the other reads and takes back', async () => {
  const check = (page: Page, words: RegExp) => page.getByRole('listitem').filter({ hasText: words });
  const words = /^A2\.3 .*lies outside of WP2/;
  const here = check(ana.page, words);
  await here.getByRole('button', { name: /^Show the place/ }).click();
  await expect(ana.page.getByLabel('Last month of A2.3', { exact: true })).toBeFocused();
  await here.getByRole('button', { name: /^Waive/ }).press('Enter');
  await here.getByRole('button', { name: 'Waive with this reason' }).click();
  await expect(here).toContainText('Say why');
  await here.getByRole('textbox').fill('The pilot needs one month more');
  await here.getByRole('textbox').press('Tab');
  await ana.page.keyboard.press('Enter');
  const { page } = ben;
  await page.getByText('1 waived', { exact: true }).last().click();
  await expect(check(page, words)).toContainText('“The pilot needs one month more” – Ana');
  await check(page, words)
    .getByRole('button', { name: /^Take back the waiver/ })
    .click();
  await expect(here.getByRole('button', { name: /^Waive/ })).toBeVisible();
  await saved(ana.page);
});

test('parts of every kind: added, numbered, copied, moved with their texts, removed and brought back', async () => {
  const { page } = ana;
  const menu = async (number: string, item: string) => {
    await page.getByRole('button', { name: `More for ${number}`, exact: true }).click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
    await expect(page.getByRole('menu')).toHaveCount(0);
  };
  await page.getByRole('button', { name: 'Add a deliverable to WP2' }).click();
  await expect(page.getByLabel('Title of D2.1', { exact: true })).toBeFocused();
  await page.keyboard.type('Needs report');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add a milestone to WP3' }).click();
  await page.getByLabel('Month of MS1', { exact: true }).fill('37');
  await page.keyboard.press('Enter');
  for (const other of [ana, ben]) {
    await expect(barOf(other.page, 'Milestone 1')).toHaveAttribute('aria-valuetext', /^M37/);
    await expect(other.page.getByText(/^MS1 .*comes in M37; the project ends with M24/)).toBeVisible();
  }
  await barOf(page, 'Deliverable 2.1').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(ben.page.getByLabel('Month of D2.1', { exact: true })).toHaveValue('6');
  await menu('D2.1', 'Move to WP4');
  await expect(ben.page.getByLabel('Title of D4.1', { exact: true })).toHaveValue('Needs report');
  await menu('A2.1', 'Duplicate, with its texts');
  await expect(page.getByLabel('Title of A2.2', { exact: true })).toHaveValue(/ \(copy\)$/);
  await expect(ben.page.getByText(/^A2\.2 .*says nowhere/)).toHaveCount(0);
  await menu('A2.2', 'Remove');
  await expect(page.getByLabel('Title of A2.2', { exact: true })).not.toHaveValue(/ \(copy\)$/);
  await ben.page.getByText('1 removed').click();
  await ben.page.getByRole('button', { name: /^Bring back .* \(copy\)$/ }).click();
  await expect(page.getByLabel('Title of A2.2', { exact: true })).toHaveValue(/ \(copy\)$/);
  await saved(page);
});

test('dependencies are dragged and chosen, drawn for both, and never go in a circle', async () => {
  const { page } = ana;
  const from = barOf(page, 'Activity 4.1');
  await from.hover();
  const handle = from.getByTitle(/^Drag to what begins after/);
  await handle.scrollIntoViewIfNeeded();
  await handle.hover();
  await page.mouse.down();
  await barOf(page, 'Activity 4.2').hover();
  await page.mouse.up();
  await expect(barOf(ben.page, 'Activity 4.2')).toHaveAttribute('aria-valuetext', /after A4\.1; on the critical path/);
  await expect(ben.page.locator('[data-link="late"]')).toHaveCount(1);
  // The same by keys, the other way round.
  await from.focus();
  await page.keyboard.press('d');
  await expect(page.getByRole('button', { name: /^What A4\.1 begins after/ })).toBeFocused();
  await page.keyboard.press('Enter');
  const choice = page.getByLabel('A4.1 begins after …');
  const other = await choice.locator('option', { hasText: /^A4\.2 / }).getAttribute('value');
  await choice.selectOption(other);
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByText('The two would wait for each other for ever')).toBeVisible();
  await page.keyboard.press('Escape');
  await saved(page);
});

test('a dependency is drawn by a finger, from the ring of the bar that was touched', async ({ browser }) => {
  const storageState = await ana.context.storageState();
  const context = await browser.newContext({
    baseURL: company.product.url,
    storageState,
    hasTouch: true,
    isMobile: true,
    viewport: { width: 768, height: 1024 },
  });
  const page = await context.newPage();
  await page.goto(new URL(ana.page.url()).pathname);
  const from = barOf(page, 'Activity 2.1');
  const ring = from.getByTitle(/^Drag to what begins after/);
  await from.scrollIntoViewIfNeeded();
  await expect(ring).toBeHidden();
  await from.tap();
  await expect(ring).toBeVisible();
  const before = await from.getAttribute('aria-valuetext');
  const finger = await context.newCDPSession(page);
  const middleOf = async (one: Locator) => {
    const { x, y, width, height } = (await one.boundingBox())!;
    return { x: x + width / 2, y: y + height / 2 };
  };
  const [start, end] = [await middleOf(ring), await middleOf(barOf(page, 'Activity 2.2'))];
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: (typeof start)[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', [start]);
  await touch('touchMove', [{ x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }]);
  await touch('touchMove', [end]);
  await touch('touchEnd', []);
  await expect(barOf(ben.page, 'Activity 2.2')).toHaveAttribute('aria-valuetext', /after A2\.1/);
  await expect(from).toHaveAttribute('aria-valuetext', months(before!.split(';')[0]!));

  // The same screen has the sign of live references in reach, behind a word too.
  await page.goto(new URL(ana.page.url()).pathname.replace(/plan$/, 'write#answer:sustainability'));
  const text = await editorOf(page, 'answer:sustainability');
  await text.tap();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('See');
  await page.getByRole('button', { name: 'Refer to the plan, a partner or an amount' }).tap();
  await page.keyboard.type('A2.1');
  await page.getByRole('listbox', { name: 'Refer to' }).getByRole('option').first().tap();
  await expect(text).toContainText(/See A2\.1/);
  await expect(text.locator('.adagia-reference')).toHaveText('A2.1');
  await context.close();
});

test('the picture leaves the page as a file and on one sheet, and the plan is told by organisation and by month', async () => {
  const { page } = ben;
  const download = async (item: RegExp) => {
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a picture' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    return readFileSync(await (await file).path());
  };
  expect((await download(/^SVG/)).toString()).toMatch(/^<svg .*MS1 .*<\/svg>$/s);
  expect((await download(/^PNG/)).subarray(1, 4).toString()).toBe('PNG');
  await page.evaluate(() => {
    globalThis.print = () => undefined;
  });
  await page.getByRole('button', { name: 'Print on one page' }).click();
  await expect(page.locator('body[data-printing-plan]')).toHaveCount(1);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  expect(/\/MediaBox\s*\[0 0 (\d+)[.\d]* (\d+)/.exec(pdf)?.slice(1)).toEqual(['841', '594']);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.getByText('Quarters', { exact: true }).click();
  await expect(page.locator('[data-zoom="quarters"]')).toBeVisible();
  const second = page.locator('[data-timeline="P2"]');
  await second.getByText(/^P2 .*: €43,000 in all; active in \d+ of/).click();
  await expect(second.getByRole('row', { name: /^A2\.\d .* Leads/ }).first()).toBeVisible();
  await page.getByText('Month', { exact: true }).last().click();
  await expect(page.getByRole('row', { name: /^M1 November 2026 A2\.1/ })).toBeVisible();
  await saved(page);
});

test('three people at once: one drags a bar, one stretches another by keys, one types figures, and all see the same', async ({
  browser,
}) => {
  const eve = await openBrowser(browser, company.product, 'Eve');
  await signInDemo(eve);
  const [, proposalId = ''] = /\/p\/([^/]+)/.exec(ana.page.url()) ?? [];
  const { members } = (await (await ana.context.request.get(`/api/proposals/${proposalId}`)).json()) as {
    members: { userId: string; name: string }[];
  };
  const { userId } = members.find(({ name }) => name === 'Eve Martin')!;
  await ana.context.request.patch(`/api/proposals/${proposalId}/members/${userId}`, { data: { role: 'editor' } });
  await eve.page.goto(`/p/${proposalId}/budget`);
  await saved(eve.page);
  await Promise.all([goTo(ana, 'Plan'), goTo(ben, 'Plan')]);
  const [dragged, stretched] = ['Activity 3.1', 'Activity 3.2'];
  const before = {
    dragged: await barOf(ana.page, dragged).getAttribute('aria-valuenow'),
    stretched: await barOf(ben.page, stretched).getAttribute('aria-valuetext'),
  };
  // Ana has the bar in her hand while the others work: Ben sees that she holds it, and goes on with another.
  const bar = barOf(ana.page, dragged);
  await bar.scrollIntoViewIfNeeded();
  const box = (await bar.boundingBox())!;
  const track = (await bar.locator('xpath=ancestor::*[@data-track]').boundingBox())!;
  const month = track.width / Number(await bar.getAttribute('aria-valuemax'));
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await ana.page.mouse.move(x, y);
  await ana.page.mouse.down();
  await ana.page.mouse.move(x + month, y, { steps: 4 });
  await expect(barOf(ben.page, dragged)).toHaveAttribute('aria-valuetext', /Ana Petrou is here/);
  await cellOf(eve.page, 'WP3', 2).click();
  await Promise.all([
    (async () => {
      await barOf(ben.page, stretched).focus();
      for (let step = 0; step < 2; step += 1) await ben.page.keyboard.press('Shift+ArrowRight');
    })(),
    (async () => {
      await eve.page.keyboard.type('17.250,50');
      await eve.page.keyboard.press('Tab');
      await eve.page.keyboard.type('17250');
      await eve.page.keyboard.press('Enter');
    })(),
    ana.page.mouse.move(x + 2 * month, y, { steps: 4 }),
  ]);
  await ana.page.mouse.up();
  await Promise.all([ana, ben, eve].map(({ page }) => saved(page)));
  await expect(bar).toHaveAttribute('aria-valuenow', String(Number(before.dragged) + 2));
  await expect(barOf(ben.page, stretched)).not.toHaveAttribute('aria-valuetext', before.stretched ?? '');
  await goTo(eve, 'Plan');
  await expectSameMonths(eve.page, [dragged, stretched]);
  for (const one of [ana, ben]) {
    await goTo(one, 'Budget');
    await expect(cellOf(one.page, 'WP3', 2)).toContainText('17,250.50');
    await expect(cellOf(one.page, 'WP3', 3)).toContainText('17,250');
  }
  await eve.context.close();
});

/** Without who is where. */
const spoken = async (page: Page, name: string) =>
  ((await barOf(page, name).getAttribute('aria-valuetext')) ?? '').split(';')[0];

async function expectSameMonths(third: Page, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const [ours, theirs] = [await spoken(ana.page, name), await spoken(ben.page, name)];
    expect(theirs).toBe(ours);
    await expect(barOf(third, name)).toHaveAttribute('aria-valuetext', new RegExp(`^${ours}`));
  }
}
