// A strategic partnership of three organisations over 24 months, small enough to be computed with paper and pencil: the figures
// stand in cost-lines.test.ts. It keeps every rule of its call. Ids are names, to be read.
import type { Example } from '../budget/examples.fixture.ts';
import type { RuleOrganisation } from '../budget/rule.ts';
import type { FieldValue } from '../document.ts';
import { callInSector } from '../programme/call-in-sector.ts';
import { ka2LegacyIn2020 } from '../programme/ka2-legacy-2020.ts';
import type { ActivityPart } from '../programme/schema.ts';
import { type CostRow, type QuantityName, quantityKey } from './quantities.ts';

type Counts = Partial<Record<QuantityName, number>>;

const organisation = (id: string, legalName: string, country: string): RuleOrganisation => ({
  id,
  legalName,
  country,
  role: id === 'P1' ? 'applicant' : 'partner',
  legalNameLatin: '',
  oid: `E1000000${id.slice(1)}`,
  type: 'EPLUS-NGO',
  newcomer: id === 'P2',
  established: '',
  charter: '',
  applications: null,
});

const organisations = [
  organisation('P1', 'Thalassa Learning Network', 'EL'),
  organisation('P2', 'Olt Valley County Library', 'RO'),
  organisation('P3', 'Werkstatt Fulda', 'DE'),
];

const activities: readonly (readonly [id: string, part: ActivityPart, lead: string, Record<string, Counts>])[] = [
  ['T1', 'meeting', 'P1', { P2: { participants: 2, km: 900 }, P3: { participants: 2, km: 2000 } }],
  ['T2', 'meeting', 'P3', { P1: { participants: 2, km: 2100 }, P2: { participants: 1, km: 1999 } }],
  [
    'O1',
    'output',
    'P1',
    {
      P1: { 'days-teacher': 40, 'days-technician': 10 },
      P2: { 'days-teacher': 30 },
      P3: { 'days-teacher': 20, 'days-technician': 5 },
    },
  ],
  ['E1', 'event', 'P2', { P2: { local: 30, foreign: 5 } }],
  [
    'A1',
    'activity',
    'P2',
    { P1: { staff: 3, days: 5, km: 1600 }, P3: { learners: 2, accompanying: 1, days: 16, km: 450 } },
  ],
  ['A2', 'activity', 'P3', { P2: { learners: 1, days: 60, km: 3000, linguistic: 1 } }],
];

const realCosts: readonly (readonly [row: CostRow, organisation: string, cents: number])[] = [
  ['exceptional', 'P1', 123_457],
  ['expensive-travel', 'P2', 33_333],
  ['guarantee', 'P1', 20_000],
  ['special-needs', 'P3', 48_055],
];

/** A fresh copy, to be changed by a test. */
export function handbook(): Example {
  const facts = new Map<string, FieldValue>([
    ['duration', 24],
    ['start_date', '2020-10-01'],
  ]);
  const plan = new Map<string, FieldValue>();
  const budget = new Map<string, FieldValue>();
  for (const [order, [id, part, lead, counts]] of activities.entries()) {
    const fields = { kind: 'activity', order, title: `Title of ${id}`, from: 2, to: 4, venue: 'Volos', lead };
    for (const [field, value] of Object.entries(fields)) plan.set(`${id}/${field}`, value);
    if (part !== 'activity') plan.set(`${id}/part`, part);
    for (const one of organisations) if (one.id !== lead) plan.set(`${id}/org:${one.id}`, true);
    for (const [organisationId, quantities] of Object.entries(counts)) {
      for (const [name, value] of Object.entries(quantities)) {
        budget.set(quantityKey(id, organisationId, name as QuantityName), value);
      }
    }
  }
  for (const [row, organisationId, cents] of realCosts) budget.set(quantityKey(row, organisationId, 'cost'), cents);
  return { call: callInSector(ka2LegacyIn2020, 'KA204'), sector: 'KA204', organisations, facts, plan, budget };
}
