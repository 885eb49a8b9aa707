// The quantities from which a budget of unit costs is computed: how many people, days and kilometres, of which organisation, for
// which activity. Kept in the map `budget`, under `<row>/<organisation id>:<quantity>`, as whole numbers (cents where it is money).
import { agreedIn, splitNegotiated } from '../budget/negotiation.ts';
import { type Fields, splitFieldKey } from '../document.ts';
import type { ActivityPart } from '../programme/schema.ts';

/** Of activities, by their type; and of the rows below, that belong to no activity. */
export const quantitiesOf = {
  meeting: ['participants', 'km'],
  output: ['days-manager', 'days-teacher', 'days-technician', 'days-administrative'],
  event: ['local', 'foreign'],
  activity: ['staff', 'learners', 'accompanying', 'days', 'km', 'linguistic'],
} as const satisfies Record<ActivityPart, readonly string[]>;

/** Real costs of the project, in cents. Each is a row of its own in the map. */
export const costRows = ['exceptional', 'expensive-travel', 'guarantee', 'special-needs'] as const;
export type CostRow = (typeof costRows)[number];
export const COST = 'cost';

export type QuantityName = (typeof quantitiesOf)[ActivityPart][number] | typeof COST;

const NAMES = new Set<string>([...Object.values(quantitiesOf).flat(), COST]);
/** People, days, kilometres: beyond it is a slip of the keyboard. */
export const QUANTITY_MAX = 99_999;

export const quantityField = (organisationId: string, name: QuantityName): string => `${organisationId}:${name}`;
export const quantityKey = (row: string, organisationId: string, name: QuantityName): string =>
  `${row}/${quantityField(organisationId, name)}`;

/** Of a field of the map: the organisation whose figure it is, and the quantity; null for a plain amount. */
export function splitQuantity(field: string): { organisationId: string; name: QuantityName } | null {
  const colon = field.indexOf(':');
  const name = field.slice(colon + 1);
  return colon > 0 && NAMES.has(name) ? { organisationId: field.slice(0, colon), name: name as QuantityName } : null;
}

/** Is it people, days or kilometres, and no money? @param key of the map, also of what is proposed for it */
export function isCount(key: string): boolean {
  const [, field] = splitFieldKey(key);
  const quantity = splitQuantity(splitNegotiated(field)?.figure ?? field);
  return quantity !== null && quantity.name !== COST;
}

export const isCostRow = (row: string): row is CostRow => (costRows as readonly string[]).includes(row);

/** What is agreed; 0 where nothing was entered. */
export function quantityIn(budget: Fields, row: string, organisationId: string, name: QuantityName): number {
  return agreedIn(budget, quantityKey(row, organisationId, name)) ?? 0;
}
