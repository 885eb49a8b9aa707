import { describe, expect, it } from 'vitest';
import { answerKeySchema } from '../answer-key.ts';
import { isProgrammeCountry } from '../consortium/programme-countries.ts';
import { calls, findCall } from './calls.ts';
import { checkCall } from './check-call.ts';
import { countries, statusConfidence, statusIn } from './countries.ts';
import { listFigures } from './figures.ts';
import { ka220In2026 } from './ka220-2026.ts';
import { organisationTypes } from './organisation-types.ts';
import { isWritten } from './outline.ts';
import { type Call, callSchema, type Question } from './schema.ts';

const questionsOf = (call: Call): Question[] =>
  call.sections.flatMap((section) => section.groups.flatMap((group) => group.questions));

const duplicates = (values: readonly string[]): string[] => values.filter((one, at) => values.indexOf(one) !== at);

/** 27 and 6; with the United Kingdom in 2020 and, as agreed, from 2027 on. */
const PROGRAMME_COUNTRIES: Record<number, number> = { 2020: 34, 2025: 33, 2026: 33, 2027: 34 };

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

  it('is whole, and agrees with itself', () => {
    expect(checkCall(call)).toEqual([]);
    expect(questionsOf(call).filter((one) => one.type === 'text').length).toBeGreaterThan(15);
  });

  it('knows the standing of every country in its year', () => {
    for (const country of countries) {
      const status = statusIn(country, call.year);
      expect(['member_state', 'associated', 'not_associated'], country.code).toContain(
        call.year < 2027 ? status : status === 'unknown' ? 'associated' : status,
      );
      expect(statusConfidence(country, call.year), country.code).toBeTruthy();
    }
    expect(countries.filter((one) => isProgrammeCountry(one.code, call.year)).length).toBe(
      PROGRAMME_COUNTRIES[call.year],
    );
  });

  it('says where every figure comes from', () => {
    const figures = listFigures(call);
    expect(duplicates(figures.map(({ path }) => path))).toEqual([]);
    for (const { path, figure } of figures) expect(figure.sources.join('').length, path).toBeGreaterThan(5);
  });

  it('repeats a written question with its whole group', () => {
    for (const group of call.sections.flatMap((section) => section.groups)) {
      for (const question of group.questions.filter(isWritten)) expect(question.repeat, question.id).toBe(group.repeat);
    }
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

describe('a call with a gap is found out', () => {
  const broken = (change: (call: Call) => void): string[] => {
    const call = JSON.parse(JSON.stringify(ka220In2026)) as Call;
    change(call);
    return checkCall(call);
  };
  const question = (call: Call, id: string) => questionsOf(call).find((one) => one.id === id) as Question;

  it.each<[string, (call: Call) => void]>([
    ['points', (call) => void (call.criteria[0] as Call['criteria'][number]).points.value.max--],
    ['threshold', (call) => void ((call.criteria[0] as Call['criteria'][number]).points.value.min = 26)],
    ['no limit', (call) => void (question(call, 'needs').limit = null)],
    ['no guidance', (call) => void delete question(call, 'needs').guidance],
    ['no source', (call) => void delete question(call, 'topics').optionsBasis],
    ['no question feeds', (call) => questionsOf(call).forEach((one) => (one.criteria = []))],
    ['longer than it may be', (call) => void (call.durationMonths.min.value = 37)],
    ['other lump sums', (call) => void call.lumpSumsCents?.value.push(50_000_000)],
    ['not both', (call) => void (call.lumpSumsCents = null)],
    ['not all', (call) => void (call.workPackages = null)],
    ['no sector', (call) => void (call.bySector = { XXX: {} })],
  ])('%s', (words, change) => {
    expect(broken(change).join('\n')).toContain(words);
    expect(broken(() => {})).toEqual([]);
  });
});

it('marks every figure of a copied call as not confirmed, and names the call that it copies', () => {
  const copies = calls.filter(({ copyOf }) => copyOf);
  expect(copies.map(({ id, copyOf }) => [id, copyOf])).toEqual([
    ['KA220-2027', 'KA220-2026'],
    ['KA210-2027', 'KA210-2026'],
  ]);
  for (const call of copies) {
    expect(findCall(call.copyOf ?? '')).toBeDefined();
    for (const { path, figure } of listFigures(call)) expect(figure.confidence, path).toBe('unconfirmed');
  }
});

it('does not find a call that does not exist', () => {
  expect(findCall('KA220-1999')).toBeUndefined();
});
