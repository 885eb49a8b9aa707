import { describe, expect, it } from 'vitest';
import { nextdoor, streetnotes } from '../budget/examples.fixture.ts';
import { type RuleInput, ruleContext } from '../budget/rule.ts';
import { monthTimelines, organisationTimelines } from './activity-timeline.ts';

function timelinesOf(input: RuleInput) {
  const { workplan, budget } = ruleContext(input);
  return {
    workplan,
    all: organisationTimelines(
      input.organisations.map(({ id }) => id),
      workplan,
      budget,
    ),
  };
}

describe('the timeline of an organisation', () => {
  it('has what it leads and takes part in, in order, with its money', () => {
    const { all } = timelinesOf(nextdoor());
    const [, second] = all;
    expect(second?.tasks.slice(0, 4).map(({ item, isLead, cents }) => [item.number, isLead, cents])).toEqual([
      ['WP1', false, 600_000],
      ['WP2', false, 750_000],
      ['A2.1', false, null],
      ['A2.2', true, null],
    ]);
    expect(second).toMatchObject({ totalCents: 4_300_000, busyMonths: 24 });
    expect(all.reduce((sum, one) => sum + one.totalCents, 0)).toBe(25_000_000);
  });

  it('has the shares of activities where those carry the amounts, and they add up', () => {
    for (const { tasks, totalCents } of timelinesOf(streetnotes()).all) {
      expect(tasks.reduce((sum, { cents }) => sum + (cents ?? 0), 0)).toBe(totalCents);
    }
  });

  it('leaves out what an organisation has nothing to do with', () => {
    const example = nextdoor();
    for (const key of example.plan.keys()) if (key.endsWith('org:P5')) example.plan.delete(key);
    const fifth = timelinesOf(example).all[4];
    expect(fifth?.tasks.filter(({ item }) => 'venue' in item).map(({ item }) => item.number)).toEqual(['A4.1', 'A5.2']);
    expect(fifth?.busyMonths).toBe(7);
  });
});

describe('the timeline of the months', () => {
  it('has each month, what goes on in it and what is there at its end', () => {
    const example = nextdoor();
    example.plan.set('D/kind', 'deliverable').set('D/wp', 'WP2').set('D/month', 7);
    const months = monthTimelines(timelinesOf(example).workplan, 26);
    expect(months).toHaveLength(26);
    const words = months.map((one) => [...one.activities, ...one.points].map(({ number }) => number).join(' '));
    expect([words[0], words[6], words[25]]).toEqual(['A2.1', 'A2.3 A3.1 A5.1 D2.1', '']);
  });
});
