// Carrying a proposal into every other call that the product knows: nothing that was written may be lost on the way.
import { readFileSync } from 'node:fs';
import { glossaryKey, readGlossary, writeTerm } from '@adagia/shared/consistency/glossary';
import type { FieldValue } from '@adagia/shared/document';
import { type CloneChoices, cloneContent } from '@adagia/shared/exchange/clone-content';
import type { ProposalContent } from '@adagia/shared/exchange/proposal-content';
import { readProposalFile } from '@adagia/shared/exchange/read-proposal-file';
import { readWorkplan } from '@adagia/shared/plan/workplan';
import { calls, findCall } from '@adagia/shared/programme/calls';
import type { Call } from '@adagia/shared/programme/schema';
import { type Block, blockText } from '@adagia/shared/text/blocks';
import { describe, expect, test } from 'vitest';

const everything: CloneChoices = { texts: true, plan: true, budget: true };
const emptyBlocks: Block[] = [{ kind: 'paragraph', indent: 0, runs: [] }];

function ids(first = '0'): () => string {
  let next = 0;
  return () => `${first}0000000-0000-7000-8000-${String((next += 1)).padStart(12, '0')}`;
}

/** A worked example of the demo. */
function example(name: 'nextdoor' | 'streetnotes') {
  const file = new URL(`../demo/${name}.json`, import.meta.url);
  const read = readProposalFile(JSON.parse(readFileSync(file, 'utf8')), findCall, ids());
  if ('issues' in read) throw new Error(JSON.stringify(read.issues));
  const { answers, facts, plan, budget } = read.content;
  const content: ProposalContent = { facts, plan, budget, blocksOf: (key) => answers.get(key) ?? emptyBlocks };
  return { call: read.call, organisations: read.organisations, content, answers };
}

function carried(name: 'nextdoor' | 'streetnotes', to: Call, choices = everything, taken?: number) {
  const { call, organisations, content, answers } = example(name);
  const newId = ids('1');
  const coming = organisations.slice(0, taken);
  const map = new Map(coming.map(({ id }) => [id as string, newId()]));
  const namesOf = new Map(organisations.map(({ id, legalName }) => [id as string, legalName]));
  const result = cloneContent({ from: call, to, content, organisations: map, namesOf, choices, newId });
  return { ...result, map, before: { content, answers, organisations } };
}

const textOf = (blocks: readonly Block[]) => blocks.map(blockText).join('\n');
const sum = (amounts: Iterable<FieldValue>) => [...amounts].reduce<number>((all, one) => all + Number(one), 0);
const ka220 = calls.find(({ id }) => id === 'KA220-2026') as Call;
const ka210 = calls.find(({ id }) => id === 'KA210-2026') as Call;

describe.each(['nextdoor', 'streetnotes'] as const)('%s', (name) => {
  test.each(calls.map((call) => [call.id, call] as const))('into %s: every text is there or kept', (_, to) => {
    const { content, leftovers, before } = carried(name, to);
    const here = [...content.answers.values()].map(textOf);
    const kept = leftovers.filter(({ kind }) => kind === 'text').map(({ body }) => body);
    expect([...here, ...kept].sort()).toEqual([...before.answers.values()].map(textOf).sort());
    // The forms of the executive agency and of 2014 to 2020 ask in other words.
    if (to.sections.some(({ id }) => id === 'eu_values' || id === 'end')) expect(here.length).toBeGreaterThan(5);
  });

  test('into the same call: everything moves, and nothing is kept but what its dates forbid', () => {
    const to = name === 'nextdoor' ? ka220 : ka210;
    const { content, leftovers, before } = carried(name, to);
    expect(leftovers).toEqual([]);
    expect(content.plan.size).toBe(before.content.plan.size);
    expect(sum(content.budget.values())).toBe(sum(before.content.budget.values()));
    expect(content.facts.get('title')).toBeUndefined();
    expect(content.facts.size).toBeGreaterThan(3);
  });
});

test('from activities to work packages: they stand in one, which costs what they cost', () => {
  const { content, leftovers, before } = carried('streetnotes', ka220);
  const { workPackages, activities } = readWorkplan(content.plan);
  expect(workPackages.map(({ isManagement }) => isManagement)).toEqual([true, false]);
  expect(activities).toHaveLength(readWorkplan(before.content.plan).activities.length);
  const collecting = workPackages[1]?.id ?? '';
  expect(activities.every(({ workPackageId }) => workPackageId === collecting)).toBe(true);
  const cells = [...content.budget].filter(([key]) => key.startsWith(`${collecting}/`)).map(([, cents]) => cents);
  expect(sum(cells)).toBe(sum(before.content.budget.values()));
  expect(leftovers.filter(({ kind }) => kind === 'budget')).toHaveLength(before.content.budget.size);
});

test('from work packages to activities: their names and every amount are kept to read', () => {
  const { content, leftovers, before } = carried('nextdoor', ka210);
  expect(readWorkplan(content.plan).workPackages).toEqual([]);
  expect(content.budget.size).toBe(0);
  const kept = leftovers.filter(({ kind }) => kind === 'budget').map(({ body }) => Math.round(Number(body) * 100));
  expect(sum(kept)).toBe(sum(before.content.budget.values()));
  const names = readWorkplan(before.content.plan).workPackages.filter((one) => !one.isManagement);
  expect(leftovers.filter(({ kind }) => kind === 'plan').map(({ body }) => body)).toEqual(
    names.map(({ title }) => title),
  );
});

test('who does not come along leaves no text, no task and no money behind', () => {
  const { content, map, before } = carried('nextdoor', ka220, everything, 1);
  const gone = before.organisations.slice(1).map(({ id }) => id as string);
  const all = JSON.stringify([[...content.plan], [...content.budget], [...content.answers.keys()]]);
  for (const id of gone) expect(all.includes(id)).toBe(false);
  expect([...map.values()].every((id) => all.includes(id))).toBe(true);
});

test('without plan and texts there is the beginning of a proposal', () => {
  const { content, leftovers } = carried('nextdoor', ka220, { texts: false, plan: false, budget: false });
  expect(content.answers.size).toBe(0);
  expect(content.budget.size).toBe(0);
  expect(readWorkplan(content.plan).workPackages.map(({ isManagement }) => isManagement)).toEqual([true]);
  expect(leftovers.filter(({ kind }) => kind !== 'fact')).toEqual([]);
});

test('the marks of comments stay behind', () => {
  const { call, organisations, content } = example('nextdoor');
  const marked: Block[] = [
    { kind: 'paragraph', indent: 0, runs: [{ text: 'Why', format: { 'comment:1': true, bold: true } }] },
  ];
  const map = new Map(organisations.map(({ id }) => [id as string, id as string]));
  const base = { from: call, to: call, organisations: map, namesOf: map, choices: everything, newId: ids() };
  const { content: result } = cloneContent({ ...base, content: { ...content, blocksOf: () => marked } });
  const [first] = result.answers.values();
  expect(first?.[0]?.runs).toEqual([{ text: 'Why', format: { bold: true } }]);
});

test('the glossary comes along: its terms are no questions', () => {
  const { call, organisations, content } = example('nextdoor');
  const facts = new Map([...content.facts, [glossaryKey('a1'), writeTerm('older residents', ['seniors']) ?? '']]);
  const result = cloneContent({
    from: call,
    to: ka210,
    content: { ...content, facts },
    organisations: new Map(organisations.map(({ id }) => [id as string, id as string])),
    namesOf: new Map(),
    choices: everything,
    newId: ids('1'),
  });
  expect(readGlossary(result.content.facts).map(({ term }) => term)).toEqual(['older residents']);
  expect(result.leftovers.filter(({ label }) => label === 'glossary')).toEqual([]);
});
