// A whole version, or a section of it, holds again: texts, plan, budget and facts together, and nothing of what came after is lost.
import { BUDGET, FACTS, type FieldValue, mapNames, PLAN } from '@adagia/shared/document';
import { ka220In2026 } from '@adagia/shared/programme/ka220-2026';
import { PEOPLE_ROOT, type VersionPart } from '@adagia/shared/versions/version-part';
import type { WritingRights } from '@adagia/shared/writing-rights';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { planRestoring } from './plan-restoring.ts';
import { writeRestoring } from './write-restoring.ts';

const KEY = 'answer:needs';
const OTHER = 'answer:motivation';
const [WP, NEW_WP, ORG, NEW_ORG] = [1, 2, 3, 4].map((n) => `01920000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
  string,
];
const EVERYWHERE: WritingRights = { canWrite: true };

function start(): Y.Doc {
  const doc = new Y.Doc();
  doc.getText(KEY).insert(0, 'Rural schools need help.');
  doc.getText(OTHER).insert(0, 'We know them.');
  doc.getMap(PLAN).set(`${WP}/kind`, 'wp');
  doc.getMap(PLAN).set(`${WP}/title`, 'Study');
  doc.getMap(BUDGET).set(`${WP}/${ORG}`, 5000);
  doc.getMap(FACTS).set('acronym', 'DORF');
  return doc;
}

/** As the server keeps it (server/src/versions/read-version-parts.ts). */
function keep(doc: Y.Doc): Map<string, VersionPart> {
  const texts = [...doc.share.keys()].filter((root) => root.startsWith('answer:'));
  const people = { [`${ORG}/name`]: 'Scoala' };
  return new Map<string, VersionPart>([
    ...texts.map((root): [string, VersionPart] => [
      root,
      {
        kind: 'text',
        ops: (doc.getText(root).toDelta() as { insert: string }[]).map(({ insert }) => ({ insert })),
        last: {},
        authors: [],
      },
    ]),
    ...mapNames.map((root): [string, VersionPart] => [root, { kind: 'fields', fields: doc.getMap(root).toJSON() }]),
    [PEOPLE_ROOT, { kind: 'fields', fields: people }],
  ]);
}

const planOf = (doc: Y.Doc, parts: Map<string, VersionPart>, section: string | null = null, rights = EVERYWHERE) =>
  planRestoring({ doc, call: ka220In2026, organisationIds: [ORG, NEW_ORG], rights }, parts, section);
const valuesOf = (doc: Y.Doc, map: string) => doc.getMap<FieldValue>(map).toJSON();
const stateOf = (doc: Y.Doc) => [
  doc.getText(KEY).toJSON(),
  doc.getText(OTHER).toJSON(),
  ...mapNames.map((map) => valuesOf(doc, map)),
];

function workOn(doc: Y.Doc): void {
  doc.getText(KEY).delete(0, 6);
  doc.getText(OTHER).insert(0, 'Well: ');
  doc.getMap(PLAN).set(`${WP}/title`, 'Survey');
  doc.getMap(PLAN).set(`${NEW_WP}/kind`, 'wp');
  doc.getMap(BUDGET).set(`${WP}/${ORG}`, 6000);
  doc.getMap(BUDGET).set(`${WP}/${NEW_ORG}`, 700);
  doc.getMap(FACTS).set('acronym', 'CITY');
}

test('49 the whole version holds again, one step takes it back, and what the version did not know keeps its figures', () => {
  const doc = start();
  const kept = keep(doc);
  const before = stateOf(doc);
  workOn(doc);
  const worked = stateOf(doc);
  let updates = 0;
  doc.on('update', () => (updates += 1));
  const { takeBack } = writeRestoring(doc, planOf(doc, kept));
  expect(updates).toBe(1);
  expect(stateOf(doc).slice(0, 2)).toEqual(before.slice(0, 2));
  expect(valuesOf(doc, FACTS)).toEqual({ acronym: 'DORF' });
  expect(valuesOf(doc, PLAN)).toMatchObject({ [`${WP}/title`]: 'Study', [`${NEW_WP}/deleted`]: true });
  expect(valuesOf(doc, BUDGET)).toEqual({ [`${WP}/${ORG}`]: 5000, [`${WP}/${NEW_ORG}`]: 700 });
  expect(planOf(doc, kept)).toEqual({ answers: [], fields: [], closed: [], homeless: [] });
  takeBack();
  expect(stateOf(doc)).toEqual(worked);
});

test('49 what others write between the plan and the writing, and after it, stays, also when it is taken back', () => {
  const doc = start();
  const kept = keep(doc);
  workOn(doc);
  const plan = planOf(doc, kept);
  const ben = new Y.Doc();
  const sync = () => {
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(ben));
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(doc));
  };
  sync();
  ben.getText(KEY).insert(0, '¤1¤');
  ben.getMap(BUDGET).set(`${WP}/${ORG}`, 6500);
  sync();
  const { takeBack } = writeRestoring(doc, plan);
  ben.getText(OTHER).insert(6, '¤2¤');
  ben.getMap(FACTS).set('acronym', 'TOWN');
  sync();
  ben.getMap(PLAN).set(`${WP}/title`, 'Inquiry');
  sync();
  const is = (text: string) => [text.split('¤1¤').length, text.split('¤2¤').length];
  expect(is(doc.getText(KEY).toJSON())).toEqual([2, 1]);
  expect(is(doc.getText(OTHER).toJSON())).toEqual([1, 2]);
  expect(doc.getText(KEY).toJSON().replace('¤1¤', '')).toBe('Rural schools need help.');
  expect(valuesOf(doc, BUDGET)[`${WP}/${ORG}`]).toBe(6500);
  takeBack();
  sync();
  expect(doc.getText(KEY).toJSON().replace('¤1¤', '')).toBe('schools need help.');
  expect(doc.getText(OTHER).toJSON()).toContain('¤2¤');
  // Both wrote this field at the same moment: one of the two holds, and it is never empty.
  expect(['TOWN', 'CITY']).toContain(valuesOf(doc, FACTS).acronym);
  expect(valuesOf(doc, PLAN)[`${WP}/title`]).toBe('Inquiry');
  expect(stateOf(ben)).toEqual(stateOf(doc));
});

test('49 a section is restored alone', () => {
  const doc = start();
  const kept = keep(doc);
  workOn(doc);
  const figures = planOf(doc, kept, BUDGET);
  expect([figures.answers, figures.fields.map(({ key }) => key)]).toEqual([[], [`${WP}/${ORG}`]]);
  writeRestoring(doc, figures).takeBack();
  expect(valuesOf(doc, BUDGET)[`${WP}/${ORG}`]).toBe(6000);
  const section = ka220In2026.sections.find(({ groups }) =>
    groups.some(({ questions }) => questions.some(({ id }) => id === 'needs')),
  );
  const roots = planOf(doc, kept, section?.id ?? '').answers.map(({ root }) => root);
  expect(roots).toContain(KEY);
  expect(planOf(doc, kept, section?.id ?? '').fields.every(({ map }) => map === FACTS)).toBe(true);
});

test('49 what is locked or others’ is left and named, and whoever only suggests restores nothing', () => {
  const doc = start();
  const kept = keep(doc);
  workOn(doc);
  const rights: WritingRights = {
    canWrite: true,
    refusalAt: (root) => (root === KEY || root === BUDGET ? 'locked' : null),
  };
  const plan = planOf(doc, kept, null, rights);
  expect(plan.closed).toEqual([
    { root: KEY, key: null },
    { root: BUDGET, key: `${WP}/${ORG}` },
  ]);
  writeRestoring(doc, plan);
  expect(doc.getText(KEY).toJSON()).toBe('schools need help.');
  expect(doc.getText(OTHER).toJSON()).toBe('We know them.');
  const suggester = planOf(doc, kept, null, { canWrite: true, suggestsOnly: true });
  expect([suggester.answers, suggester.fields]).toEqual([[], []]);
});

test('49 answers of another call, or of an object that is gone, are named to be copied, and empty no answer of now', () => {
  const doc = start();
  const kept = keep(doc);
  const part = (insert: string): VersionPart => ({ kind: 'text', ops: [{ insert }], last: {}, authors: [] });
  kept.set('answer:asked_in_2024', part('Old words'));
  kept.set(`answer:org_profile:${NEW_WP.replace('2', '9')}`, part('Of a partner who left'));
  kept.delete(OTHER);
  const { homeless, answers } = planOf(doc, kept);
  expect(homeless.map(({ root }) => root)).toEqual([
    'answer:asked_in_2024',
    `answer:org_profile:${NEW_WP.replace('2', '9')}`,
  ]);
  expect(answers).toEqual([]);
});
