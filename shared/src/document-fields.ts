// Which keys and values the three maps of a document may hold. The server refuses an update with any other; so a client
// cannot store a negative amount, a month outside every project, or a megabyte in a title.
import { AMOUNT_COLUMN, AMOUNT_MAX_CENTS } from './budget/budget-cells.ts';
import { splitNegotiated } from './budget/negotiation.ts';
import { type MapName, splitFieldKey } from './document.ts';
import { activityTypes, MONTH_MAX, PLAN_TITLE_MAX, PLAN_VENUE_MAX, planKinds } from './plan/plan-fields.ts';
import { parseWaiver } from './plan/waivers.ts';
import { COST, isCostRow, QUANTITY_MAX, splitQuantity } from './unit-costs/quantities.ts';

/** Characters of a fact: titles, short texts. */
export const FACT_TEXT_MAX = 2000;

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const FACT_KEY = /^[a-z][a-z0-9_]{0,63}(?:\/[a-z0-9][a-z0-9_-]{0,63})?$/i;
const ORDER_MAX = 1e9;

type Check = (value: unknown) => boolean;

const isText =
  (max: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= max && !value.includes('\u0000');
const isMonth: Check = (value) => isWhole(value, 1, MONTH_MAX);
const isBoolean: Check = (value) => typeof value === 'boolean';
const isIdOrEmpty: Check = (value) => value === '' || (typeof value === 'string' && ID.test(value));

function isWhole(value: unknown, min: number, max: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
}

const planChecks: Readonly<Record<string, Check>> = {
  kind: (value) => planKinds.some((kind) => kind === value),
  order: (value) => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= ORDER_MAX,
  title: isText(PLAN_TITLE_MAX),
  part: (value) => value === 'meeting' || value === 'output' || value === 'event',
  wp: isIdOrEmpty,
  from: isMonth,
  to: isMonth,
  month: isMonth,
  type: (value) => value === '' || activityTypes.some((type) => type === value),
  of: isIdOrEmpty,
  venue: isText(PLAN_VENUE_MAX),
  lead: isIdOrEmpty,
  management: isBoolean,
  deleted: isBoolean,
};

const RULE_ID = /^[a-z][a-z0-9-]{1,63}$/;

function isPlanField(field: string, value: unknown): boolean {
  const [name = '', about] = field.split(':', 2);
  if (about !== undefined) {
    if (name === 'waived') return RULE_ID.test(about) && field.length <= 72 && parseWaiver(value) !== null;
    return (name === 'org' || name === 'after') && ID.test(field.slice(name.length + 1)) && isBoolean(value);
  }
  return Object.hasOwn(planChecks, field) && (planChecks[field]?.(value) ?? false);
}

function isFact(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  return typeof value === 'boolean' || isText(FACT_TEXT_MAX)(value);
}

/** Costs have the bound of amounts; people, days and kilometres one of their own. */
function isQuantity(row: string, field: string, value: unknown): boolean {
  const quantity = splitQuantity(field);
  if (!quantity || !ID.test(quantity.organisationId)) return false;
  const isMoney = quantity.name === COST;
  return (
    isCostRow(row) === isMoney &&
    (isMoney || ID.test(row)) &&
    isWhole(value, 0, isMoney ? AMOUNT_MAX_CENTS : QUANTITY_MAX)
  );
}

export function isDocumentField(map: MapName, key: string, value: unknown): boolean {
  if (map === 'facts') return FACT_KEY.test(key) && isFact(value);
  const [owner, field] = splitFieldKey(key);
  if (map === 'plan') return ID.test(owner) && isPlanField(field, value);
  // What is proposed for a figure has the bounds of that figure.
  const figure = splitNegotiated(field)?.figure ?? field;
  if (figure.includes(':')) return isQuantity(owner, figure, value);
  return ID.test(owner) && (field === AMOUNT_COLUMN || ID.test(figure)) && isWhole(value, 0, AMOUNT_MAX_CENTS);
}
