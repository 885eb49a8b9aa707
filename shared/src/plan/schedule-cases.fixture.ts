// For each rule of the timetable, how it is broken: on the worked examples, which keep them all.
import type { Example } from '../budget/examples.fixture.ts';
import type { MessageId, RulePlace } from '../budget/rule.ts';
import type { FieldValue } from '../document.ts';
import type { planRuleWords } from './plan-rule-words.ts';

export interface RuleCase {
  /** Both examples pass every rule of their call; this says which of them the rule is tried on. */
  example?: () => Example;
  /** Breaks this rule. */
  violate(example: Example): void;
  message?: MessageId;
  place: RulePlace;
  /** What the sentence is told, where it is worth checking. */
  data?: Record<string, unknown>;
}

const at = (objectId: string, field: string) => ({ page: 'plan', objectId, field }) as RulePlace;

const put = (id: string, fields: Record<string, FieldValue>) => (example: Example) => {
  for (const [field, value] of Object.entries(fields)) example.plan.set(`${id}/${field}`, value);
};

export const scheduleCases: Record<keyof typeof planRuleWords, RuleCase> = {
  'activity-result': {
    violate: (example) => {
      // Of two without a text, one has a deliverable.
      example.written = new Set([...(example.written ?? [])].filter((id) => id !== 'A2.1' && id !== 'A2.2'));
      put('D', { kind: 'deliverable', wp: 'WP2', of: 'A2.2', month: 5 })(example);
    },
    place: at('A2.1', 'results'),
  },
  'venue-country': {
    violate: put('A2.3', { venue: 'Osaka (Japan)' }),
    place: at('A2.3', 'venue'),
    data: { country: 'JP' },
  },
  'deliverable-month': { violate: put('D', { kind: 'deliverable', wp: 'WP2' }), place: at('D', 'month') },
  'points-in-project': {
    violate: put('M', { kind: 'milestone', month: 25 }),
    place: at('M', 'month'),
    data: { number: 'MS1', month: 25, duration: 24 },
  },
  'deliverable-in-work-package': {
    violate: put('D', { kind: 'deliverable', wp: 'WP2', month: 8 }),
    place: at('D', 'month'),
    data: { number: 'D2.1', host: 'WP2', hostTo: 7 },
  },
  'organisation-load': {
    violate: ({ plan }) => ['A3.2', 'A4.1', 'A4.2'].forEach((id) => plan.set(`${id}/lead`, 'P1')),
    place: at('A5.1', 'lead'),
    data: { month: 14, count: 4, numbers: 'A3.2, A4.1, A4.2, A5.1' },
  },
  'dependency-order': {
    violate: put('A2.2', { 'after:A2.1': true }),
    place: at('A2.2', 'after'),
    data: { number: 'A2.2', other: 'A2.1', from: 4, otherTo: 4 },
  },
  'dependency-cycle': {
    violate: (example) => {
      put('A2.1', { 'after:A3.1': true })(example);
      put('A3.1', { 'after:A2.1': true })(example);
    },
    place: at('A3.1', 'after'),
  },
};
