// References that can be followed through a run: each is a character of its own anyway, and what it stands for follows from it, so
// that one that lost its meaning, or got another's, is found.
import { type Reference, SIGNS, signAt } from '@adagia/shared/text/references';
import type * as Y from 'yjs';
import { sameReference } from '../../model/reference-node.ts';
import { readAttributedText } from '../attributed-text.ts';

/** One after the other, from both planes. */
export function referenceSigns(): () => string {
  let index = 0;
  return () => signAt((index += 4099) % 131_068);
}

export function referenceOfSign(sign: string): Reference {
  const code = (sign.codePointAt(0) ?? 0).toString(16).padStart(12, '0');
  return { sign, target: `number:00000000-0000-4000-8000-${code}`, words: `WP${code}` };
}

/** @throws where a sign stands there that means nothing, or something else than it was written with */
export function assertReferences(ytext: Y.Text): void {
  for (const { text, ref } of readAttributedText(ytext).blocks.flatMap(({ runs }) => runs)) {
    if (!ref && !SIGNS.test(text)) continue;
    if (!ref || text !== ref.sign) throw new Error('a reference lost what it stands for');
    if (!sameReference(ref, referenceOfSign(ref.sign))) throw new Error('a reference stands for something else');
  }
}
