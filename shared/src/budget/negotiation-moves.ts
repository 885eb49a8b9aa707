// What each side of a negotiation can do with a cell, as changes of the map `budget`. The amounts are those that somebody typed, or
// took from the other side: none is computed. Whether the person may is asked elsewhere (writing-rights.ts).
import type { Fields } from '../document.ts';
import type { FieldChanges } from '../plan/plan-edits.ts';
import {
  agreedIn,
  centsAt,
  type Negotiation,
  negotiationIn,
  negotiationParts,
  partKey,
  takenOffer,
} from './negotiation.ts';

/** How what is typed into a cell is meant: as it is, as a proposal, or as the coordinator's word on one. */
export type FigureSide = 'direct' | 'partner' | 'coordinator';

function withoutParts(cells: Fields, cell: string): FieldChanges {
  const keys = negotiationParts.map((part) => partKey(cell, part)).filter((key) => cells.has(key));
  return Object.fromEntries(keys.map((key) => [key, undefined]));
}

/** From now on this is the agreed amount, and nothing else is open. */
export function agree(cells: Fields, cell: string, cents: number | null): FieldChanges {
  return { ...withoutParts(cells, cell), [cell]: cents ?? undefined };
}

export const accept = (cells: Fields, { cell, proposed }: Negotiation): FieldChanges => agree(cells, cell, proposed);

/** An offer that was taken before becomes the plain agreed amount first: the new one takes its place. */
export function counter(cells: Fields, { cell, proposed }: Negotiation, cents: number): FieldChanges {
  if (cents === proposed) return agree(cells, cell, proposed);
  const taken = takenOffer(cells, cell);
  return {
    ...(taken !== null && { [cell]: taken }),
    [partKey(cell, 'counter')]: cents,
    [partKey(cell, 'answered')]: proposed,
    ...(cells.has(partKey(cell, 'accepted')) && { [partKey(cell, 'accepted')]: undefined }),
  };
}

/** The proposal stays, answered by what is agreed already. */
export const refuse = (cells: Fields, negotiation: Negotiation): FieldChanges =>
  counter(cells, negotiation, negotiation.agreed ?? 0);

/** The partner's: takes the offer as it is. */
export function acceptCounter({ cell, counter: offered }: Negotiation): FieldChanges {
  return offered === null ? {} : { [partKey(cell, 'accepted')]: offered };
}

export const withdraw = (cell: string): FieldChanges => ({ [partKey(cell, 'proposed')]: undefined });

/** An empty cell proposes nothing at all (0), or takes back what was proposed. */
function propose(cells: Fields, cell: string, cents: number | null): FieldChanges {
  const agreed = agreedIn(cells, cell);
  const open = negotiationIn(cells, cell);
  if (open && (cents === null || cents === agreed)) return withdraw(cell);
  if (open && cents === open.counter) return acceptCounter(open);
  const wanted = cents ?? 0;
  if (wanted === centsAt(cells, partKey(cell, 'answered')) && takenOffer(cells, cell) !== null) {
    // What the offer was the answer to, again, after the offer was taken: that is taken back, and both are open as before.
    return { [partKey(cell, 'proposed')]: wanted, [partKey(cell, 'accepted')]: undefined };
  }
  return wanted === (agreed ?? (cents === null ? 0 : null)) ? {} : { [partKey(cell, 'proposed')]: wanted };
}

function decide(cells: Fields, cell: string, cents: number | null): FieldChanges {
  const open = negotiationIn(cells, cell);
  return open ? counter(cells, open, cents ?? 0) : agree(cells, cell, cents);
}

/** Figures as they were typed, pasted, filled or imported, in the words of whoever did. @param sideOf each cell */
export function negotiated(cells: Fields, changes: FieldChanges, sideOf: (cell: string) => FigureSide): FieldChanges {
  const asMeant = ([cell, value]: [string, FieldChanges[string]]): FieldChanges => {
    const cents = typeof value === 'number' ? value : null;
    const side = sideOf(cell);
    if (side === 'partner') return propose(cells, cell, cents);
    return side === 'coordinator' ? decide(cells, cell, cents) : agree(cells, cell, cents);
  };
  return Object.assign({}, ...Object.entries(changes).map(asMeant)) as FieldChanges;
}
