// Three people write in one answer at random, with real keys, the clipboard and an input method. Replay a run with
// ADAGIA_SEED=7; more of it with ADAGIA_E2E_STEPS=500. Nothing that nobody deleted is lost or doubled, nobody's keys take away
// more than they say, and all screens end equal. The same at full speed, without a browser: binding.property.test.ts.
import { expect, type Locator, type Page, test } from '@playwright/test';
import { writeTogether } from './support/company.ts';
import { editorOf, expectNoComplaints, saved } from './support/people.ts';
import { RandomPerson } from './support/random-person.ts';
import { takeEdits, type WatchedEdit, watchEdits } from './support/watched-edits.ts';

const KEY = 'answer:motivation';
const seed = Number(process.env.ADAGIA_SEED ?? 1);
/** Of each person: enough to meet in the same paragraph many times. */
const steps = Number(process.env.ADAGIA_E2E_STEPS ?? 60);

/** How often each character was put there by more than typing it, and who has taken it away. */
interface Account {
  removed: Set<string>;
  /** By paste, undo or redo, each time that it was. */
  again: Map<string, number>;
}

const isHistory = ({ event, key }: WatchedEdit) => event === 'keydown' && /^[zy]$/i.test(key);
const isPaste = ({ event }: WatchedEdit) => event === 'paste';

/** Of one person: what keys did must be what they say. */
function check(name: string, edits: readonly WatchedEdit[], account: Account): void {
  const mine = new Set<string>();
  for (const edit of edits) {
    const { removed, added, selected, key } = edit;
    const strays = Array.from(removed).filter((one) => (isHistory(edit) ? !mine.has(one) : !selected.includes(one)));
    const allowed = !isHistory(edit) && selected === '' && /^(Backspace|Delete)$/.test(key) ? 1 : 0;
    expect(strays.length, `${name}: ${JSON.stringify(edit)}`).toBeLessThanOrEqual(allowed);
    for (const one of removed) account.removed.add(one);
    for (const one of added) {
      mine.add(one);
      if (isHistory(edit) || isPaste(edit)) account.again.set(one, (account.again.get(one) ?? 0) + 1);
    }
  }
}

function checkText(text: string, typed: ReadonlySet<string>, { removed, again }: Account): void {
  const counts = new Map<string, number>();
  for (const one of text) counts.set(one, (counts.get(one) ?? 0) + 1);
  for (const one of typed) {
    const count = counts.get(one) ?? 0;
    if (!removed.has(one)) expect(count, `${one}, which nobody took away`).toBe(1);
    else expect(count, `${one} is there too often`).toBeLessThanOrEqual(Math.max(1, again.get(one) ?? 0));
  }
  const unknown = [...counts.keys()].filter((one) => one.charCodeAt(0) >= 0x4e00 && !typed.has(one));
  expect(unknown, 'characters that nobody typed').toEqual([]);
}

const shown = (text: Locator) =>
  text
    .locator('[data-kind]')
    .evaluateAll((blocks) =>
      blocks.map((block) => `${(block as HTMLElement).dataset.kind} ${(block as HTMLElement).innerText.trim()}`),
    );

async function textOf(page: Page): Promise<string> {
  return (await (await editorOf(page, KEY)).textContent()) ?? '';
}

test(`three people write at random, seed ${seed}: all screens end equal, nothing is lost or doubled`, async ({
  browser,
}, info) => {
  test.setTimeout(120_000 + steps * 3 * 1000);
  console.log(`seed ${seed}, ${steps} steps each; replay: ADAGIA_SEED=${seed}`);
  const company = await writeTogether(browser, ['Ana', 'Ben', 'Eve']);
  const { people } = company;
  const [ana] = people;
  for (const { page } of people) {
    await (await editorOf(page, KEY)).click();
    await watchEdits(page, KEY);
  }

  const typed = new Set<string>();
  const writers = people.map((person, index) => {
    let code = 0x4e00 + index * 0x1000;
    const fresh = () => {
      const one = String.fromCharCode((code += 1));
      typed.add(one);
      return one;
    };
    return new RandomPerson(person, seed * 10 + index, fresh);
  });
  await Promise.all(
    writers.map(async (writer) => {
      for (let step = 0; step < steps; step += 1) await writer.act();
    }),
  );

  await Promise.all(people.map(({ page }) => saved(page)));
  const editors = await Promise.all(people.map(({ page }) => editorOf(page, KEY)));
  const last = () => Promise.all(editors.map(shown));
  await expect.poll(async () => new Set((await last()).map((blocks) => JSON.stringify(blocks))).size).toBe(1);
  const account: Account = { removed: new Set(), again: new Map() };
  const edits = await Promise.all(people.map(({ page }) => takeEdits(page)));
  // What a failure is understood from.
  const story = people.map(({ name }, index) => ({ name, log: writers[index]?.log, edits: edits[index] }));
  await info.attach('story', { body: JSON.stringify(story, null, 1), contentType: 'application/json' });
  for (const [index, { name }] of people.entries()) check(name, edits[index] ?? [], account);
  const text = await textOf(ana.page);
  checkText(text, typed, account);
  console.log(`${typed.size} characters typed, ${account.removed.size} taken away, ${account.again.size} put back`);

  const before = await shown(await editorOf(ana.page, KEY));
  await ana.page.reload();
  await expect.poll(async () => shown(await editorOf(ana.page, KEY))).toEqual(before);
  expectNoComplaints(...people);
  await company.leave();
});
