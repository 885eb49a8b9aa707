// A call whose own guide is not out yet: the one before it, year by year the same in most figures, with each of them marked as not
// confirmed.
import { mapFigures } from './figures.ts';
import type { Call } from './schema.ts';

type Own = Pick<Call, 'id' | 'year' | 'deadlines' | 'startWindow'> & Partial<Call>;

/** @param own what is not taken over: it stays as it is given */
export function copyCall(from: Call, own: Own): Call {
  const copied = mapFigures(from, (figure) => ({
    ...figure,
    confidence: 'unconfirmed',
    note: figure.note ? `as in ${from.year}; ${figure.note}` : `as in ${from.year}`,
  }));
  return { ...copied, copyOf: from.id, ...own };
}
