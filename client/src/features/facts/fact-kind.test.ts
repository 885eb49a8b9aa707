import { isDocumentField } from '@adagia/shared/document-fields';
import { calls } from '@adagia/shared/programme/calls';
import { isWritten } from '@adagia/shared/programme/outline';
import type { Question } from '@adagia/shared/programme/schema';
import { describe, expect, it } from 'vitest';
import { factKey, factSource } from './fact-kind.ts';
import { rowAmountCents } from './row-amount.ts';

const organisationId = '00000000-0000-7000-8000-000000000001';
const questions = calls.flatMap((call) =>
  call.sections.flatMap((section) => section.groups.flatMap((group) => group.questions)),
);
const question = (id: string): Question => questions.find((one) => one.id === id) as Question;

it.each([
  ['title', 'fact'],
  ['duration', 'fact'],
  ['org_years', 'fact'],
  ['chk_eligible', 'fact'],
  ['end_date', 'start'],
  ['oid', 'people'],
  ['wp_title', 'plan'],
  ['act_orgs', 'plan'],
  ['wp1_amount', 'budget'],
  ['budget_wp_org', 'budget'],
  ['budget', 'budget'],
  ['org_past_table', 'portal'],
  ['mandates', 'upload'],
] as const)('the answer to %s comes from: %s', (id, source) => {
  expect(factSource(question(id))).toBe(source);
});

describe('every fact that can be written here', () => {
  const written = questions.filter((one) => !isWritten(one) && factSource(one) === 'fact');

  it('has a key that a document may hold, also for each choice and each organisation', () => {
    expect(written.length).toBeGreaterThan(20);
    for (const one of written) {
      const objectId = one.repeat === 'organisation' ? organisationId : undefined;
      expect(isDocumentField('facts', factKey(one, objectId), true), one.id).toBe(true);
      for (const option of one.options ?? []) {
        expect(isDocumentField('facts', `${one.id}/${option.id}`, true), option.id).toBe(true);
        expect(isDocumentField('facts', one.id, option.id), option.id).toBe(true);
      }
    }
  });

  it('has choices where it needs them', () => {
    for (const one of written.filter(({ type }) => type === 'select' || type === 'multiselect')) {
      expect(one.options?.length, one.id).toBeGreaterThan(1);
    }
  });
});

it('adds up what the organisations have in a row, or takes the amount of the row itself', () => {
  const row = '00000000-0000-7000-8000-00000000000a';
  expect(rowAmountCents(new Map(), row)).toBeNull();
  const split = new Map([
    [`${row}/${organisationId}`, 150],
    [`${row}/00000000-0000-7000-8000-000000000002`, 250],
    ['00000000-0000-7000-8000-00000000000b/x', 999],
  ]);
  expect(rowAmountCents(split, row)).toBe(400);
  expect(rowAmountCents(new Map([[`${row}/amount`, 700]]), row)).toBe(700);
});
