// KA210, Small-scale partnerships, call 2025: the form of 2026 with the priorities and dates of the year before.
import { withChange } from './form-edits.ts';
import { ka210In2026 } from './ka210-2026.ts';
import { prioritiesOf2025, prioritiesOf2025Basis } from './options/priorities-2025.ts';
import type { Call } from './schema.ts';

const unconfirmed = ['general knowledge of the field, not confirmed'];
const priorities = { options: prioritiesOf2025, optionsBasis: prioritiesOf2025Basis };
const topicsBasis = { value: true, confidence: 'unconfirmed', sources: ['the list of the call of 2026'] } as const;

export const ka210In2025: Call = {
  ...ka210In2026,
  id: 'KA210-2025',
  year: 2025,
  sections: withChange(withChange(ka210In2026.sections, ['priority_main', 'priority_extra'], priorities), ['topics'], {
    optionsBasis: topicsBasis,
  }),
  deadlines: [
    {
      round: 1,
      at: {
        value: '2025-03-05T12:00',
        confidence: 'sourced-secondary',
        sources: ['https://fundsforindividuals.fundsforngos.org/grants/erasmus-programme-small-scale-partnerships/'],
      },
      zone: 'Europe/Brussels',
    },
    {
      round: 2,
      at: {
        value: '2025-10-01T12:00',
        confidence: 'unconfirmed',
        sources: unconfirmed,
        note: 'held only where the National Agency decides so',
      },
      zone: 'Europe/Brussels',
    },
  ],
  startWindow: {
    value: { from: '2025-09-01', to: '2026-08-31' },
    confidence: 'unconfirmed',
    sources: unconfirmed,
    note: 'as for cooperation partnerships',
  },
};
