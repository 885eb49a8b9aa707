// The figures of the two worked examples, as fields of a document: both keep every rule of their call.
import type { Fields, FieldValue } from '../document.ts';
import { ka210In2026 } from '../programme/ka210-2026.ts';
import { ka220In2026 } from '../programme/ka220-2026.ts';
import { AMOUNT_COLUMN, budgetCell } from './budget-cells.ts';
import type { RuleInput, RuleOrganisation } from './rule.ts';

type Maps = Record<'facts' | 'plan' | 'budget', Map<string, FieldValue>>;
type Amounts = Readonly<Record<string, number>>;
/** Id, months, venue, lead, others, euro (or euro by organisation). */
type Activity = readonly [id: string, from: number, to: number, venue: string, lead: string, euro: number | Amounts];

type Said = Partial<RuleOrganisation>;
const organisation = (id: string, legalName: string, country: string, said: Said = {}): RuleOrganisation => ({
  id,
  legalName,
  country,
  role: id === 'P1' ? 'applicant' : 'partner',
  legalNameLatin: '',
  oid: `E1000000${id.slice(1)}`,
  type: 'EPLUS-NGO',
  newcomer: false,
  established: '',
  charter: '',
  applications: null,
  ...said,
});

const nextdoorOrganisations = [
  organisation('P1', 'Thalassa Learning Network', 'EL', { established: '2009-03-17' }),
  organisation('P2', 'Olt Valley County Library', 'RO', { newcomer: true }),
  organisation('P3', 'Minho Centre for Adult Learning', 'PT'),
  organisation('P4', 'Nemunas University of Applied Sciences', 'LT', {
    type: 'EPLUS-EDU-HEI',
    charter: '101012345',
  }),
  organisation('P5', "Vardar Citizens' House", 'MK', { newcomer: true }),
];

const streetnotesOrganisations = [
  organisation('P1', 'Sligo Strand Youth Club', 'IE', { newcomer: true }),
  organisation('P2', 'Asociación Sierra Abierta', 'ES', { newcomer: true }),
  organisation('P3', 'Fundacja Podwórko', 'PL'),
];

const workPackages: readonly (readonly [
  id: string,
  from: number,
  to: number,
  lead: string,
  euro: Amounts,
  activities: readonly Activity[],
])[] = [
  ['WP1', 1, 24, 'P1', { P1: 21000, P2: 6000, P3: 6000, P4: 6000, P5: 6000 }, []],
  [
    'WP2',
    1,
    7,
    'P4',
    { P1: 8500, P2: 7500, P3: 7500, P4: 11000, P5: 7500 },
    [
      ['A2.1', 1, 4, 'Volos, Slatina, Braga, Kaunas, Veles', 'P4', 14000],
      ['A2.2', 4, 6, 'five towns', 'P2', 15000],
      ['A2.3', 7, 7, 'Braga', 'P3', 13000],
    ],
  ],
  [
    'WP3',
    6,
    15,
    'P3',
    { P1: 13000, P2: 11500, P3: 17000, P4: 17500, P5: 9000 },
    [
      ['A3.1', 6, 11, 'online', 'P4', 22000],
      ['A3.2', 8, 14, 'online, studio in Braga', 'P3', 30000],
      ['A3.3', 15, 15, 'Kaunas', 'P4', 16000],
    ],
  ],
  [
    'WP4',
    13,
    21,
    'P5',
    { P1: 12000, P2: 12000, P3: 12000, P4: 9500, P5: 14500 },
    [
      ['A4.1', 13, 14, 'Veles', 'P5', 21000],
      ['A4.2', 14, 20, 'five towns', 'P2', 31000],
      ['A4.3', 19, 21, 'online', 'P4', 8000],
    ],
  ],
  [
    'WP5',
    3,
    24,
    'P1',
    { P1: 11000, P2: 6000, P3: 6000, P4: 5500, P5: 6500 },
    [
      ['A5.1', 3, 24, 'online', 'P1', 7000],
      ['A5.2', 18, 22, 'five towns', 'P5', 12500],
      ['A5.3', 23, 24, 'Volos', 'P1', 15500],
    ],
  ],
];

const streetnotesActivities: readonly Activity[] = [
  ['A1', 1, 18, 'online', 'P1', { P1: 5000, P2: 2000, P3: 2000 }],
  ['A2', 1, 2, 'Sligo', 'P1', { P1: 4500, P2: 2000, P3: 2000 }],
  ['A3', 4, 4, 'Teruel', 'P2', { P1: 3000, P2: 7500, P3: 3000 }],
  ['A4', 5, 11, 'Sligo, Teruel, Białystok', 'P3', { P1: 4000, P2: 4000, P3: 4000 }],
  ['A5', 10, 13, 'online', 'P3', { P1: 1500, P2: 1500, P3: 3000 }],
  ['A6', 12, 12, 'Białystok', 'P3', { P1: 1500, P2: 1500, P3: 3500 }],
  ['A7', 14, 18, 'three towns', 'P2', { P1: 1500, P2: 1500, P3: 1500 }],
];

function put(map: Map<string, FieldValue>, id: string, fields: Readonly<Record<string, FieldValue>>): void {
  for (const [field, value] of Object.entries(fields)) map.set(`${id}/${field}`, value);
}

function putActivity(
  maps: Maps,
  [id, from, to, venue, lead, euro]: Activity,
  order: number,
  participants: string[],
): void {
  put(maps.plan, id, { kind: 'activity', order, title: `Activity ${id}`, from, to, venue, lead });
  for (const one of participants.filter((other) => other !== lead)) maps.plan.set(`${id}/org:${one}`, true);
  const amounts = typeof euro === 'number' ? { [AMOUNT_COLUMN]: euro } : euro;
  for (const [column, amount] of Object.entries(amounts)) maps.budget.set(budgetCell(id, column), amount * 100);
}

export interface Example extends RuleInput {
  facts: Map<string, FieldValue>;
  plan: Map<string, FieldValue>;
  budget: Map<string, FieldValue>;
}

/** Cooperation partnership of five organisations, 250,000 euro over 24 months. A fresh copy, to be changed by a test. */
export function nextdoor(): Example {
  const facts = new Map<string, FieldValue>([
    ['lump_sum', '250000'],
    ['duration', 24],
    ['start_date', '2026-11-01'],
  ]);
  const maps: Maps = { facts, plan: new Map(), budget: new Map() };
  for (const [order, [id, from, to, lead, euro, activities]] of workPackages.entries()) {
    put(maps.plan, id, { kind: 'wp', order, title: `Title of ${id}`, from, to, lead });
    if (order === 0) maps.plan.set(`${id}/management`, true);
    for (const [column, amount] of Object.entries(euro)) maps.budget.set(budgetCell(id, column), amount * 100);
    for (const [place, activity] of activities.entries()) {
      putActivity(maps, activity, place, Object.keys(euro));
      maps.plan.set(`${activity[0]}/wp`, id);
    }
  }
  const written = new Set([...maps.plan.keys()].flatMap((key) => /^(A.*)\/kind$/.exec(key)?.[1] ?? []));
  return { call: ka220In2026, sector: 'ADU', organisations: nextdoorOrganisations, ...maps, written };
}

/** Small-scale partnership of three organisations, 60,000 euro over 18 months. */
export function streetnotes(): Example {
  const facts = new Map<string, FieldValue>([
    ['lump_sum', '60000'],
    ['duration', 18],
    ['start_date', '2026-11-01'],
  ]);
  const maps: Maps = { facts, plan: new Map(), budget: new Map() };
  const all = streetnotesOrganisations.map((one) => one.id);
  for (const [order, activity] of streetnotesActivities.entries()) putActivity(maps, activity, order, all);
  return { call: ka210In2026, sector: 'YOU', organisations: streetnotesOrganisations, ...maps };
}

export const noFields: Fields = new Map();
