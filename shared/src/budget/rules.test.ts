import { describe, expect, it } from 'vitest';
import { type RuleCase, scheduleCases } from '../plan/schedule-cases.fixture.ts';
import { handbook } from '../unit-costs/handbook.fixture.ts';
import { type QuantityName, quantityKey } from '../unit-costs/quantities.ts';
import { checkAll, checkConsortium, rules } from './check-all.ts';
import { type Example, nextdoor, noFields, streetnotes } from './examples.fixture.ts';
import type { RuleOrganisation, RulePlace } from './rule.ts';
import { type RuleId, ruleWords } from './rule-words.ts';

/** Says something else of one organisation. */
const say =
  (id: string, said: Partial<RuleOrganisation>) =>
  (example: Example): void => {
    example.organisations = example.organisations.map((one) => (one.id === id ? { ...one, ...said } : one));
  };
const card = (organisationId: string, field: string): RulePlace => ({ page: 'partners', organisationId, field });

const without = (id: string, field: string) => (example: Example) => void example.plan.delete(`${id}/${field}`);

/** A quantity of the project of unit costs. */
const count =
  (row: string, organisationId: string, name: QuantityName, value: number) =>
  ({ budget }: Example): void =>
    void budget.set(quantityKey(row, organisationId, name), value);
const inBudget = (rowId: string, columnId = 'total'): RulePlace => ({ page: 'budget', rowId, columnId });

/** A rule without a case does not compile. */
const cases: Record<RuleId, RuleCase> = {
  ...scheduleCases,
  'lump-sum-chosen': {
    violate: ({ facts }) => facts.set('lump_sum', '200000'),
    place: { page: 'facts', questionId: 'lump_sum' },
    data: { lumpSumCents: 20_000_000 },
  },
  'work-packages-add-up': {
    violate: ({ budget }) => budget.set('WP3/P3', 1_900_001),
    message: 'work-packages-add-up-over',
    place: { page: 'budget' },
    data: { totalCents: 25_200_001, lumpSumCents: 25_000_000, differenceCents: 200_001 },
  },
  'activities-fill-lump-sum': {
    example: streetnotes,
    violate: ({ budget }) => budget.set('A7/P1', 100_000),
    message: 'activities-fill-lump-sum-under',
    place: { page: 'budget' },
    data: { differenceCents: 50_000 },
  },
  'management-share': {
    violate: ({ budget }) => budget.set('WP1/P1', 2_600_001),
    place: { page: 'budget', rowId: 'WP1', columnId: 'total' },
    data: { limitCents: 5_000_000, amountCents: 5_000_001, differenceCents: 1 },
  },
  'activities-add-up': {
    violate: ({ budget }) => budget.delete('A3.2/amount'),
    message: 'activities-add-up-under',
    place: { page: 'budget', rowId: 'WP3', columnId: 'total' },
    data: { number: 'WP3', activitiesCents: 3_800_000, amountCents: 6_800_000, differenceCents: 3_000_000 },
  },
  'activity-amount': {
    violate: ({ budget }) => budget.delete('A2.1/amount'),
    place: { page: 'budget', rowId: 'A2.1', columnId: 'total' },
  },
  'partner-with-money': {
    example: streetnotes,
    violate: ({ budget }) => ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7'].forEach((id) => budget.delete(`${id}/P3`)),
    place: { page: 'budget', columnId: 'P3' },
  },
  'duration-range': {
    violate: ({ facts }) => facts.set('duration', 37),
    place: { page: 'facts', questionId: 'duration' },
    data: { duration: 37, min: 12, max: 36 },
  },
  'start-window': {
    violate: ({ facts }) => facts.set('start_date', '2026-08-31'),
    place: { page: 'facts', questionId: 'start_date' },
  },
  'period-set': { violate: without('A2.2', 'to'), place: { page: 'plan', objectId: 'A2.2', field: 'to' } },
  'months-in-project': {
    violate: ({ plan }) => plan.set('WP5/to', 25),
    place: { page: 'plan', objectId: 'WP5', field: 'to' },
    data: { month: 25, duration: 24 },
  },
  'activity-in-work-package': {
    violate: ({ plan }) => plan.set('A2.3/to', 8),
    place: { page: 'plan', objectId: 'A2.3', field: 'to' },
    data: { host: 'WP2', hostTo: 7 },
  },
  'management-work-package': {
    violate: ({ plan }) => plan.set('A2.1/wp', 'WP1'),
    message: 'management-work-package-activities',
    place: { page: 'plan', objectId: 'A2.1', field: 'title' },
  },
  'activity-has-work-package': {
    violate: ({ plan }) => plan.delete('A4.3/wp'),
    place: { page: 'plan', objectId: 'A4.3', field: 'title' },
  },
  'work-package-activities': {
    violate: ({ plan }) => ['A2.1', 'A2.2', 'A2.3'].forEach((id) => plan.set(`${id}/deleted`, true)),
    place: { page: 'plan', objectId: 'WP2', field: 'title' },
  },
  'work-package-count': {
    violate: ({ plan }) => {
      for (let index = 0; index < 7; index += 1) plan.set(`extra-${index}/kind`, 'wp');
    },
    place: { page: 'plan' },
    data: { number: 11, max: 10 },
  },
  'work-packages-recommended': {
    violate: ({ plan }) => plan.set('extra/kind', 'wp'),
    place: { page: 'plan' },
    data: { number: 6, max: 5 },
  },
  'work-package-title': {
    violate: ({ plan }) => plan.set('WP4/title', '  '),
    place: { page: 'plan', objectId: 'WP4', field: 'title' },
  },
  'work-package-lead': { violate: without('WP4', 'lead'), place: { page: 'plan', objectId: 'WP4', field: 'lead' } },
  'activity-title': { violate: without('A4.1', 'title'), place: { page: 'plan', objectId: 'A4.1', field: 'title' } },
  'activity-venue': { violate: without('A4.1', 'venue'), place: { page: 'plan', objectId: 'A4.1', field: 'venue' } },
  'activity-lead': {
    violate: ({ plan }) => plan.set('A4.1/lead', 'somebody who left'),
    place: { page: 'plan', objectId: 'A4.1', field: 'lead' },
  },
  'activity-participants': {
    violate: ({ plan }) => ['P1', 'P2', 'P3', 'P4'].forEach((id) => plan.set(`A4.1/org:${id}`, false)),
    place: { page: 'plan', objectId: 'A4.1', field: 'participants' },
  },
  'partner-with-tasks': {
    violate: (example) => {
      const { plan } = example;
      for (const [key, value] of plan) if (value === 'P4' || key.endsWith('org:P4')) plan.delete(key);
    },
    place: { page: 'plan' },
    data: { organisation: 'Nemunas University of Applied Sciences' },
  },
  'organisations-min': {
    violate: (example) => Object.assign(example, { organisations: example.organisations.slice(0, 2) }),
    place: { page: 'partners' },
    data: { number: 2, min: 3 },
  },
  'countries-min': {
    violate: (example) =>
      Object.assign(example, { organisations: example.organisations.map((one) => ({ ...one, country: 'EL' })) }),
    place: { page: 'partners' },
    data: { number: 1, min: 3 },
  },
  'applicant-country': { violate: say('P1', { country: 'CH' }), place: card('P1', 'country'), data: { country: 'CH' } },
  'partner-country': { violate: say('P3', { country: 'JP' }), place: card('P3', 'country'), data: { country: 'JP' } },
  'country-excluded': { violate: say('P3', { country: 'BY' }), place: card('P3', 'country'), data: { country: 'BY' } },
  'applicant-age': {
    // One day after 5 March 2024: two years before the first deadline.
    violate: say('P1', { established: '2024-03-06' }),
    place: card('P1', 'established'),
    data: { years: 2, deadlineDay: '2026-03-05' },
  },
  'oid-present': { violate: say('P2', { oid: '' }), place: card('P2', 'oid') },
  'oid-once': {
    violate: say('P4', { oid: 'E10000003' }),
    place: card('P4', 'oid'),
    data: { other: 'Minho Centre for Adult Learning' },
  },
  'applications-per-oid': {
    violate: say('P2', { applications: 11 }),
    place: card('P2', 'applications'),
    data: { number: 11, max: 10 },
  },
  'higher-education-charter': { violate: say('P4', { charter: '' }), place: card('P4', 'charter') },
  'associated-partners-allowed': {
    example: streetnotes,
    violate: say('P3', { role: 'associated' }),
    place: card('P3', 'role'),
  },
  'associated-partner-money': { violate: say('P5', { role: 'associated' }), place: card('P5', 'role') },
  'organisation-type': { violate: say('P3', { type: '' }), place: card('P3', 'type') },
  'latin-name': { violate: say('P5', { legalName: 'Граѓански дом Вардар' }), place: card('P5', 'legalNameLatin') },
  'newcomer-involved': {
    violate: (example) => {
      for (const id of ['P2', 'P5']) say(id, { newcomer: false })(example);
    },
    place: { page: 'partners' },
  },
  'unit-grant-max': {
    example: handbook,
    // 300,000 for 24 months, of which 58,201.13 are taken.
    violate: count('special-needs', 'P3', 'cost', 48_055 + 241_798_87 + 1),
    place: inBudget('total'),
    data: { limitCents: 300_000_00, differenceCents: 1 },
  },
  'unit-school-max': {
    example: () => ({ ...handbook(), sector: 'KA229' }),
    // 16,500 for each of three schools and two years.
    violate: count('special-needs', 'P3', 'cost', 48_055 + 40_798_87 + 1),
    place: inBudget('total'),
    data: { limitCents: 99_000_00, differenceCents: 1 },
  },
  'unit-events-max': {
    example: handbook,
    violate: count('E1', 'P2', 'local', 291),
    place: inBudget('events'),
    data: { amountCents: 30_100_00, differenceCents: 100_00 },
  },
  'unit-events-outputs': {
    example: handbook,
    violate: ({ plan }) => plan.set('O1/deleted', true),
    place: { page: 'plan', objectId: 'E1', field: 'title' },
  },
  'unit-exceptional-max': {
    example: handbook,
    // 50,000 without the guarantee; 266.66 are expensive travel.
    violate: count('exceptional', 'P1', 'cost', 66_311_14),
    place: inBudget('exceptional'),
    data: { amountCents: 50_000_01, differenceCents: 1 },
  },
  'unit-distance': {
    example: handbook,
    violate: count('T1', 'P2', 'km', 99),
    place: inBudget('T1', 'P2:km'),
    data: { km: 99 },
  },
  'unit-stay': { example: handbook, violate: count('A1', 'P3', 'days', 61), place: inBudget('A1', 'P3:days') },
  'unit-linguistic': {
    example: handbook,
    violate: count('A2', 'P2', 'days', 59),
    place: inBudget('A2', 'P2:linguistic'),
  },
  'unit-rates': {
    example: handbook,
    violate: say('P3', { country: 'CH' }),
    place: inBudget('O1', 'P3:days-teacher'),
    data: { country: 'CH' },
  },
  'unit-staff-reason': {
    example: handbook,
    violate: count('O1', 'P2', 'days-manager', 1),
    place: inBudget('O1', 'P2:days-manager'),
  },
  'third-country-value': { violate: say('P5', { country: 'UA' }), place: card('P5', 'country') },
};

/** Of a rule, whichever report it is in. */
const allOutcomes = (input: Example) => [...checkAll(input).outcomes, ...checkConsortium(input).outcomes];

describe('the rules', () => {
  it('have an id of their own, words, and a case here', () => {
    const ids = rules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(Object.keys(ruleWords).sort());
    expect([...ids].sort()).toEqual(Object.keys(cases).sort());
  });

  it.each([
    ['cooperation partnership', nextdoor],
    ['small-scale partnership', streetnotes],
    ['strategic partnership of unit costs', handbook],
  ])('all hold for the worked example of a %s', (_, example) => {
    for (const check of [checkAll, checkConsortium]) {
      const { outcomes, isGreen } = check(example());
      expect(outcomes.filter((one) => one.state !== 'ok')).toEqual([]);
      expect(isGreen).toBe(true);
    }
  });

  it.each(Object.entries(cases))('%s holds for the example, and says where it does not', (id, one) => {
    const outcomeOf = (input: Example) => allOutcomes(input).find(({ rule }) => rule.id === id);
    const example = (one.example ?? nextdoor)();
    expect(outcomeOf(example)).toMatchObject({ state: 'ok', violations: [] });
    one.violate(example);
    const broken = outcomeOf(example);
    expect(broken?.state).toBe('violated');
    expect(broken?.violations).toContainEqual(
      expect.objectContaining({
        rule: id,
        message: one.message ?? id,
        place: one.place,
        ...(one.data && { data: expect.objectContaining(one.data) }),
      }),
    );
  });

  it('say which fact is missing instead of guessing', () => {
    const example = nextdoor();
    example.facts.clear();
    const { outcomes, isGreen } = checkAll(example);
    expect(isGreen).toBe(false);
    expect(outcomes.find((one) => one.rule.id === 'management-share')).toMatchObject({
      state: 'unknown',
      missing: 'lump_sum',
    });
    expect(outcomes.find((one) => one.rule.id === 'months-in-project')).toMatchObject({ missing: 'duration' });
  });

  it('are not green on an empty proposal, and do not fail on one', () => {
    for (const { call } of [nextdoor(), streetnotes(), handbook()]) {
      const report = checkAll({
        call,
        sector: 'ADU',
        organisations: [],
        facts: noFields,
        plan: noFields,
        budget: noFields,
      });
      expect(report.isGreen).toBe(false);
    }
  });

  it('tell a missing and a second work package of management apart', () => {
    const example = nextdoor();
    example.plan.set('WP2/management', true);
    const messages = () => checkAll(example).outcomes.flatMap((one) => one.violations.map((found) => found.message));
    expect(messages()).toContain('management-work-package-several');
    example.plan.delete('WP1/management');
    example.plan.delete('WP2/management');
    expect(messages()).toContain('management-work-package-missing');
  });

  it('leave out what does not hold in a call', () => {
    const ids = checkAll(streetnotes()).outcomes.map((one) => one.rule.id);
    expect(ids).not.toContain('management-share');
    expect(ids).not.toContain('activities-add-up');
    expect(ids).toContain('activities-fill-lump-sum');
  });
});
