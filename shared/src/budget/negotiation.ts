// Where partners propose figures and coordinators decide: what is agreed, proposed and countered in a cell, and whose turn it is.
// Beside the agreed amount, `<row>/<organisation>`, a cell has up to four keys, whole cents like it:
//   :proposed   what the partner asks for                          written by its own people
//   :counter    what the coordinator offers instead                written by coordinators
//   :answered   the proposal that this offer answers               written by coordinators, with it
//   :accepted   the offer that the partner has taken               written by its own people
// Where the budget is computed from quantities, these are what is negotiated: `<row>/<organisation>:<quantity>` has the same four.
// Each side has keys of its own and never writes the other's, so that two who act at the same moment take nothing from each other,
// with network or without, and rights are those of a key. An offer counts as taken while both say the same amount: then it is
// the agreed one. Who did what and when is in the history of figures, where nobody can forge it.
import { type Fields, splitFieldKey } from '../document.ts';
import { AMOUNT_MAX_CENTS } from './budget-cells.ts';

export const negotiationParts = ['proposed', 'counter', 'answered', 'accepted'] as const;
export type NegotiationPart = (typeof negotiationParts)[number];

export const partKey = (cell: string, part: NegotiationPart): string => `${cell}:${part}`;

interface Negotiated {
  /** The field that it is about: an organisation's amount or quantity. */
  figure: string;
  organisationId: string;
  part: NegotiationPart;
}

/** Of a field of the map (`<organisation>:<part>`, `<organisation>:<quantity>:<part>`): null for amounts and quantities themselves. */
export function splitNegotiated(field: string): Negotiated | null {
  const colon = field.lastIndexOf(':');
  const part = negotiationParts.find((one) => one === field.slice(colon + 1));
  if (colon <= 0 || !part) return null;
  const figure = field.slice(0, colon);
  return { figure, organisationId: figure.split(':', 1)[0] ?? '', part };
}

/** @returns cents, or what is counted; null where the key holds none. */
export function centsAt(cells: Fields, key: string): number | null {
  const value = cells.get(key);
  const isAmount = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= AMOUNT_MAX_CENTS;
  return isAmount ? value : null;
}

/** The offer that both sides say, null where there is none. */
export function takenOffer(cells: Fields, cell: string): number | null {
  const accepted = centsAt(cells, partKey(cell, 'accepted'));
  return accepted !== null && accepted === centsAt(cells, partKey(cell, 'counter')) ? accepted : null;
}

/** What counts: totals, rules, exports. */
export function agreedIn(cells: Fields, cell: string): number | null {
  return takenOffer(cells, cell) ?? centsAt(cells, cell);
}

export interface Negotiation {
  /** `<row>/<organisation>` */
  cell: string;
  agreed: number | null;
  proposed: number;
  /** The offer that answers this proposal; null while nobody has answered. */
  counter: number | null;
  /** Who is asked for an answer. */
  turn: 'coordinator' | 'partner';
}

/** @returns null where nothing is open */
export function negotiationIn(cells: Fields, cell: string): Negotiation | null {
  const proposed = centsAt(cells, partKey(cell, 'proposed'));
  const agreed = agreedIn(cells, cell);
  if (proposed === null || proposed === agreed) return null;
  const isAnswered = centsAt(cells, partKey(cell, 'answered')) === proposed;
  if (isAnswered && takenOffer(cells, cell) !== null) return null;
  const counter = isAnswered ? centsAt(cells, partKey(cell, 'counter')) : null;
  return { cell, agreed, proposed, counter, turn: counter === null ? 'coordinator' : 'partner' };
}

/** The coordinator stays at what is agreed. */
export const isRefusal = ({ counter, agreed }: Negotiation): boolean => counter !== null && counter === (agreed ?? 0);

/** All that is open in these rows and columns; without them, in the whole map. */
export function openNegotiations(
  cells: Fields,
  within?: { rowIds: ReadonlySet<string>; organisationIds: ReadonlySet<string> },
): Negotiation[] {
  return [...cells.keys()].flatMap((key) => {
    const [row, field] = splitFieldKey(key);
    const negotiated = splitNegotiated(field);
    if (negotiated?.part !== 'proposed') return [];
    if (within && !(within.rowIds.has(row) && within.organisationIds.has(negotiated.organisationId))) return [];
    return negotiationIn(cells, `${row}/${negotiated.figure}`) ?? [];
  });
}

/** Another outcome of everything that is open: each proposal taken as it is, or each offer where there is one. */
export type AsIf = 'proposed' | 'countered';

/** @returns the cells with what would be agreed, and nothing open any more */
export function asIfSettled(cells: Fields, asIf: AsIf): Fields {
  const settled = new Map(cells);
  for (const { cell, proposed, counter } of openNegotiations(cells)) {
    for (const part of negotiationParts) settled.delete(partKey(cell, part));
    settled.set(cell, asIf === 'countered' ? (counter ?? proposed) : proposed);
  }
  return settled;
}

/** Agreed amounts only: what goes into another proposal, where nobody negotiates yet. */
export function withAgreed(cells: Fields): Fields {
  const agreed = new Map(cells);
  for (const key of cells.keys()) {
    const [row, field] = splitFieldKey(key);
    const negotiated = splitNegotiated(field);
    if (!negotiated) continue;
    agreed.delete(key);
    const cell = `${row}/${negotiated.figure}`;
    const taken = takenOffer(cells, cell);
    if (taken !== null) agreed.set(cell, taken);
  }
  return agreed;
}
