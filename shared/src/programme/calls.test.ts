import { describe, expect, it } from 'vitest';
import { answerKeySchema } from '../answer-key.ts';
import { calls, findCall } from './calls.ts';
import { countries } from './countries.ts';
import { organisationTypes } from './organisation-types.ts';
import { isWritten } from './outline.ts';
import { type Call, callSchema, type Question } from './schema.ts';

const questionsOf = (call: Call): Question[] =>
  call.sections.flatMap((section) => section.groups.flatMap((group) => group.questions));

const duplicates = (values: readonly string[]): string[] => values.filter((one, at) => values.indexOf(one) !== at);

describe.each(calls.map((call) => [call.id, call] as const))('the call %s', (id, call) => {
  it('has the form that the schema demands, and nothing else', () => {
    expect(callSchema.parse(call)).toEqual(call);
  });

  it('is found by its id, which says action and year', () => {
    expect(findCall(id)).toBe(call);
    expect(id).toBe(`${call.action}-${call.year}`);
  });

  it('names each section, group and question once', () => {
    expect(duplicates(call.sections.map((one) => one.id))).toEqual([]);
    for (const section of call.sections) expect(duplicates(section.groups.map((one) => one.id))).toEqual([]);
    expect(duplicates(questionsOf(call).map((one) => one.id))).toEqual([]);
  });

  it('has only questions that can be part of the key of an answer', () => {
    for (const { id: questionId } of questionsOf(call))
      expect(answerKeySchema.parse(`answer:${questionId}`)).toBeTruthy();
  });

  it('gives every question that must be written a limit and guidance', () => {
    const written = questionsOf(call).filter(
      (question) => question.type === 'text' && !question.onlyIfNotEnglish && !question.optional,
    );
    expect(written.length).toBeGreaterThan(15);
    for (const question of written) {
      expect(question, question.id).toMatchObject({
        limit: { value: expect.any(Number) },
        guidance: expect.any(String),
      });
    }
  });

  it('repeats a written question with its whole group', () => {
    for (const group of call.sections.flatMap((section) => section.groups)) {
      for (const question of group.questions.filter(isWritten)) expect(question.repeat, question.id).toBe(group.repeat);
    }
  });

  it('feeds only award criteria that it has, and gives each at least one question', () => {
    const criteria = call.criteria.map((one) => one.id);
    const fed = questionsOf(call).flatMap((question) => question.criteria);
    expect(fed.filter((one) => !criteria.includes(one))).toEqual([]);
    expect(criteria.filter((one) => !fed.includes(one))).toEqual([]);
  });

  it('has 100 points in its award criteria', () => {
    expect(call.criteria.reduce((sum, one) => sum + one.max, 0)).toBe(100);
  });

  it('offers choices whose ids may stand in the key of a fact', () => {
    for (const question of questionsOf(call)) {
      const ids = (question.options ?? []).map((option) => option.id);
      expect(duplicates(ids)).toEqual([]);
      for (const optionId of ids) expect(optionId, question.id).toMatch(/^[a-z0-9][a-z0-9_-]{0,63}$/i);
      if (question.type === 'multiselect') expect(ids.length, question.id).toBeGreaterThan(1);
    }
  });
});

it('knows each country and each type of organisation once', () => {
  expect(duplicates(countries.map((country) => country.code))).toEqual([]);
  expect(duplicates(countries.map((country) => country.iso))).toEqual([]);
  expect(countries.find((country) => country.code === 'EL')).toMatchObject({ iso: 'GR', status: 'member_state' });
  expect(duplicates(organisationTypes.map((one) => one.id))).toEqual([]);
});

it('does not find a call that does not exist', () => {
  expect(findCall('KA220-1999')).toBeUndefined();
});
