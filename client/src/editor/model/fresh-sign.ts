// The character of a new live reference.
import { referenceAttribute, SIGNS_OF_PLANE, signAt } from '@adagia/shared/text/references';
import type * as Y from 'yjs';

/** @param taken signs that are about to be written. @returns one that this text has never had: what a sign means is never taken away */
export function freshSign(ytext: Y.Text, taken: ReadonlySet<string> = new Set()): string {
  const [random] = crypto.getRandomValues(new Uint32Array(1));
  let index = (random ?? 0) % (2 * SIGNS_OF_PLANE);
  const isTaken = (sign: string): boolean =>
    taken.has(sign) || ytext.getAttribute(referenceAttribute({ sign, target: '', words: '' })[0]) !== undefined;
  while (isTaken(signAt(index))) index = (index + 1) % (2 * SIGNS_OF_PLANE);
  return signAt(index);
}
