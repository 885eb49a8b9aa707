// The rates and ceilings of strategic partnerships, values of the guides of 2018 to 2020. Amounts in cents. Only what is marked
// sourced was found; the rest is to be checked in the guide of the year.
import type { UnitCosts } from '../unit-costs-schema.ts';

export const unitCosts: UnitCosts = {
  management: {
    coordinatorPerMonth: { value: 50000, confidence: 'sourced', sources: ['https://signteach.eu'] },
    partnerPerMonth: { value: 25000, confidence: 'sourced', sources: ['https://signteach.eu'] },
    perMonthMax: {
      value: 275000,
      confidence: 'sourced-secondary',
      sources: ['legacy part of the xlsx copy'],
      note: '500 and nine times 250',
    },
    organisationsCountedMax: {
      value: 10,
      confidence: 'sourced-secondary',
      sources: ['http://www.cimo.fi/.../kumppanuushankkeiden_tuen_maaraytyminen (Finnish NA)'],
    },
  },
  meetings: [
    {
      id: '100-1999',
      fromKm: 100,
      toKm: 1999,
      rate: { value: 57500, confidence: 'sourced', sources: ['https://signteach.eu'] },
    },
    {
      id: '2000',
      fromKm: 2000,
      toKm: null,
      rate: { value: 76000, confidence: 'unconfirmed', sources: ['general knowledge of the field, not confirmed'] },
    },
  ],
  outputs: {
    groups: [
      {
        id: 'A',
        countries: {
          value: ['DK', 'IE', 'LU', 'NL', 'AT', 'SE', 'LI', 'NO'],
          confidence: 'unconfirmed',
          sources: ['general knowledge of the field, not confirmed'],
        },
        perDay: {
          manager: {
            value: 29400,
            confidence: 'unconfirmed',
            sources: ['general knowledge of the field, not confirmed'],
          },
          teacher: {
            value: 24100,
            confidence: 'unconfirmed',
            sources: ['general knowledge of the field, not confirmed'],
            note: '241, 137 and 74 are also found as rates of researchers in a consortium’s Excel copy, with other groups of countries',
          },
          technician: {
            value: 19000,
            confidence: 'unconfirmed',
            sources: ['general knowledge of the field, not confirmed'],
          },
          administrative: {
            value: 15700,
            confidence: 'unconfirmed',
            sources: ['general knowledge of the field, not confirmed'],
          },
        },
      },
      {
        id: 'B',
        countries: {
          value: ['BE', 'DE', 'FR', 'IT', 'FI', 'UK', 'IS'],
          confidence: 'unconfirmed',
          sources: ['general knowledge of the field, not confirmed'],
        },
        perDay: {
          manager: {
            value: 28000,
            confidence: 'unconfirmed',
            sources: ['general knowledge of the field, not confirmed'],
          },
          teacher: {
            value: 21400,
            confidence: 'unconfirmed',
            sources: ['general knowledge of the field, not confirmed'],
          },
          technician: {
            value: 16200,
            confidence: 'unconfirmed',
            sources: ['general knowledge of the field, not confirmed'],
          },
          administrative: {
            value: 13100,
            confidence: 'unconfirmed',
            sources: ['general knowledge of the field, not confirmed'],
          },
        },
      },
      {
        id: 'C',
        countries: {
          value: ['CZ', 'EL', 'ES', 'CY', 'MT', 'PT', 'SI'],
          confidence: 'unconfirmed',
          sources: ['general knowledge of the field, not confirmed'],
        },
        perDay: {
          manager: {
            value: 16400,
            confidence: 'unconfirmed',
            sources: ['general knowledge of the field, not confirmed'],
          },
          teacher: {
            value: 13700,
            confidence: 'unconfirmed',
            sources: ['general knowledge of the field, not confirmed'],
            note: '241, 137 and 74 are also found as rates of researchers in a consortium’s Excel copy, with other groups of countries',
          },
          technician: {
            value: 10200,
            confidence: 'unconfirmed',
            sources: ['general knowledge of the field, not confirmed'],
          },
          administrative: {
            value: 7800,
            confidence: 'unconfirmed',
            sources: ['general knowledge of the field, not confirmed'],
          },
        },
      },
      {
        id: 'D',
        countries: {
          value: ['BG', 'EE', 'HR', 'LV', 'LT', 'HU', 'PL', 'RO', 'SK', 'MK', 'TR', 'RS'],
          confidence: 'unconfirmed',
          sources: ['general knowledge of the field, not confirmed'],
        },
        perDay: {
          manager: {
            value: 8800,
            confidence: 'unconfirmed',
            sources: ['general knowledge of the field, not confirmed'],
          },
          teacher: {
            value: 7400,
            confidence: 'unconfirmed',
            sources: ['general knowledge of the field, not confirmed'],
            note: '241, 137 and 74 are also found as rates of researchers in a consortium’s Excel copy, with other groups of countries',
          },
          technician: {
            value: 5500,
            confidence: 'unconfirmed',
            sources: ['general knowledge of the field, not confirmed'],
          },
          administrative: {
            value: 3900,
            confidence: 'unconfirmed',
            sources: ['general knowledge of the field, not confirmed'],
          },
        },
      },
    ],
  },
  events: {
    localParticipant: { value: 10000, confidence: 'sourced', sources: ['https://signteach.eu'] },
    foreignParticipant: { value: 20000, confidence: 'sourced', sources: ['https://signteach.eu'] },
    projectMax: {
      value: 3000000,
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
    },
  },
  trainings: {
    travel: [
      {
        id: '10-99',
        fromKm: 10,
        toKm: 99,
        rate: {
          value: 2000,
          confidence: 'unconfirmed',
          sources: ['travel bands of mobility projects in 2019 (udg.edu)'],
          note: 'the same bands in KA2 are not confirmed',
        },
      },
      {
        id: '100-499',
        fromKm: 100,
        toKm: 499,
        rate: {
          value: 18000,
          confidence: 'unconfirmed',
          sources: ['travel bands of mobility projects in 2019 (udg.edu)'],
          note: 'the same bands in KA2 are not confirmed',
        },
      },
      {
        id: '500-1999',
        fromKm: 500,
        toKm: 1999,
        rate: {
          value: 27500,
          confidence: 'unconfirmed',
          sources: ['travel bands of mobility projects in 2019 (udg.edu)'],
          note: 'the same bands in KA2 are not confirmed',
        },
      },
      {
        id: '2000-2999',
        fromKm: 2000,
        toKm: 2999,
        rate: {
          value: 36000,
          confidence: 'unconfirmed',
          sources: ['travel bands of mobility projects in 2019 (udg.edu)'],
          note: 'the same bands in KA2 are not confirmed',
        },
      },
      {
        id: '3000-3999',
        fromKm: 3000,
        toKm: 3999,
        rate: {
          value: 53000,
          confidence: 'unconfirmed',
          sources: ['travel bands of mobility projects in 2019 (udg.edu)'],
          note: 'the same bands in KA2 are not confirmed',
        },
      },
      {
        id: '4000-7999',
        fromKm: 4000,
        toKm: 7999,
        rate: {
          value: 82000,
          confidence: 'unconfirmed',
          sources: ['travel bands of mobility projects in 2019 (udg.edu)'],
          note: 'the same bands in KA2 are not confirmed',
        },
      },
      {
        id: '8000',
        fromKm: 8000,
        toKm: null,
        rate: {
          value: 150000,
          confidence: 'unconfirmed',
          sources: ['travel bands of mobility projects in 2019 (udg.edu)'],
          note: 'the same bands in KA2 are not confirmed; 8,000 km and more were 1,100 in 2016',
        },
      },
    ],
    staff: {
      untilDay14: {
        value: 10600,
        confidence: 'unconfirmed',
        sources: ['general knowledge of the field, not confirmed'],
      },
      fromDay15: { value: 7400, confidence: 'unconfirmed', sources: ['general knowledge of the field, not confirmed'] },
    },
    learner: {
      untilDay14: {
        value: 5800,
        confidence: 'unconfirmed',
        sources: ['general knowledge of the field, not confirmed'],
        note: '55 before 2018 (sourced)',
      },
      fromDay15: { value: 4200, confidence: 'unconfirmed', sources: ['general knowledge of the field, not confirmed'] },
    },
    daysMax: {
      value: 60,
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
      note: 'longer ones are paid by rates of each country, which were not found',
    },
    linguisticSupport: {
      value: 15000,
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
      note: 'for activities of 2 to 12 months',
    },
  },
  exceptional: {
    rate: { value: 0.75, confidence: 'sourced-secondary', sources: ['legacy part of the xlsx copy'] },
    projectMax: {
      value: 5000000,
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
      note: 'the financial guarantee is not counted',
    },
    expensiveTravelRate: {
      value: 0.8,
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
    },
  },
  specialNeedsRate: { value: 1, confidence: 'unconfirmed', sources: ['general knowledge of the field, not confirmed'] },
  grant: {
    perMonthMax: {
      value: 1250000,
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
      note: '150,000 divided by 12',
    },
    perYearMax: {
      value: 15000000,
      confidence: 'sourced',
      sources: ['https://eu.daad.de (KA203); British Council (slides)'],
    },
    projectMax: {
      value: 45000000,
      confidence: 'sourced-secondary',
      sources: ['https://www.signteach.eu/index.php/resources-menu/resources2/item/workshops-seminars-summercourses'],
    },
  },
  schoolExchange: {
    sectors: ['KA229'],
    perSchoolAndYearMax: {
      value: 1650000,
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
    },
    projectMax: {
      value: 9900000,
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
    },
  },
};
