// KA210, Small-scale partnerships, call 2027: a copy of 2026 to be confirmed, since the Programme Guide 2027 was not found.
import { copyCall } from './copy-call.ts';
import { ka210In2026 } from './ka210-2026.ts';
import type { Call } from './schema.ts';

export const ka210In2027: Call = copyCall(ka210In2026, {
  id: 'KA210-2027',
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
