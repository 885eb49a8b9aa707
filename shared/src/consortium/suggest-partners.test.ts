import { describe, expect, it } from 'vitest';
import { nextdoor, streetnotes } from '../budget/examples.fixture.ts';
import { suggestPartners } from './suggest-partners.ts';

describe('what to look for', () => {
  it('is nothing in the worked examples', () => {
    for (const { call, organisations } of [nextdoor(), streetnotes()]) {
      expect(suggestPartners(call, organisations)).toEqual([]);
    }
  });

  it('is one more organisation from a third country, where two from two are in', () => {
    const { call, organisations } = nextdoor();
    expect(suggestPartners(call, organisations.slice(0, 2))).toEqual([
      { kind: 'find-partners', organisations: 1, countries: 1, have: ['EL', 'RO'] },
    ]);
  });

  it('counts an organisation once, for its number and for its country', () => {
    const { call, organisations } = nextdoor();
    const [first] = organisations;
    expect(suggestPartners(call, first ? [first] : [])).toContainEqual(
      expect.objectContaining({ organisations: 2, countries: 2 }),
    );
  });

  it('is one from a third country, where three organisations come from two', () => {
    const { call, organisations } = nextdoor();
    const two = organisations.slice(0, 3).map((one, index) => (index === 2 ? { ...one, country: 'RO' } : one));
    expect(suggestPartners(call, two)).toMatchObject([{ organisations: 1, countries: 1, have: ['EL', 'RO'] }]);
  });

  it('leaves associated partners and countries outside of the programme uncounted', () => {
    const { call, organisations } = nextdoor();
    const weak = organisations.slice(0, 3).map((one, index) => ({
      ...one,
      ...(index === 1 && { role: 'associated' as const }),
      ...(index === 2 && { country: 'UA' }),
    }));
    expect(suggestPartners(call, weak)).toContainEqual(expect.objectContaining({ organisations: 2, countries: 2 }));
  });

  it('is another applicant, where the one that applies may not and a partner may', () => {
    const { call, organisations } = nextdoor();
    const changed = organisations.map((one) => (one.role === 'applicant' ? { ...one, country: 'CH' } : one));
    expect(suggestPartners(call, changed)).toContainEqual({
      kind: 'change-applicant',
      organisationId: 'P2',
      legalName: 'Olt Valley County Library',
    });
  });

  it('is a newcomer, where nobody is one', () => {
    const { call, organisations } = nextdoor();
    const experienced = organisations.map((one) => ({ ...one, newcomer: false }));
    expect(suggestPartners(call, experienced)).toEqual([{ kind: 'find-newcomer' }]);
  });
});
