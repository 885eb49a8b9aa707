// KA220, Cooperation partnerships, call 2027: a copy of 2026 to be confirmed, since the Programme Guide 2027 was not found.
import { copyCall } from './copy-call.ts';
import { ka220In2026 } from './ka220-2026.ts';
import type { Call } from './schema.ts';

export const ka220In2027: Call = copyCall(ka220In2026, {
  id: 'KA220-2027',
  year: 2027,
  deadlines: [
    {
      round: 1,
      at: {
        value: null,
        confidence: 'unconfirmed',
        sources: ['general knowledge of the field, not confirmed'],
        note: 'not known yet; the pattern is early March, 12:00 in Brussels',
      },
      zone: 'Europe/Brussels',
    },
  ],
  startWindow: {
    value: { from: '2027-09-01', to: '2028-08-31' },
    confidence: 'unconfirmed',
    sources: ['general knowledge of the field, not confirmed'],
    note: 'as in 2026, a year later',
  },
});
