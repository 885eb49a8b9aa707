// Live references that are pasted: each gets a sign of its own in this text, unless it comes back to where it was cut; what this
// proposal does not have (a text of another one, an object that has gone) is left as plain words.
import { parseAnswerKey } from '@adagia/shared/answer-key';
import type { ReferenceValues } from '@adagia/shared/references/reference-targets';
import type { Block, Run } from '@adagia/shared/text/blocks';
import { hasReferences, PROJECT, type Reference, referenceOf } from '@adagia/shared/text/references';
import type * as Y from 'yjs';
import { freshSign } from '../model/fresh-sign.ts';

export function adoptReferences(blocks: readonly Block[], ytext: Y.Text, values: ReferenceValues | null): Block[] {
  if (!hasReferences(blocks)) return [...blocks];
  const text = ytext.toJSON();
  const taken = new Set<string>();
  const signFor = (ref: Reference): string => {
    const isBack = !text.includes(ref.sign) && !taken.has(ref.sign) && means(ytext, ref);
    const sign = isBack ? ref.sign : freshSign(ytext, taken);
    taken.add(sign);
    return sign;
  };
  const adopt = (run: Run): Run => {
    const { ref, format } = run;
    if (!ref) return run;
    // The total of another proposal is not ours.
    const isOurs = values?.find(ref.target) && !(ref.target.endsWith(`:${PROJECT}`) && !isKnown(ytext, ref));
    if (!isOurs) return { text: ref.words, format };
    const sign = signFor(ref);
    return { text: sign, format, ref: { ...ref, sign } };
  };
  return blocks.map((block) => ({ ...block, runs: block.runs.map(adopt) }));
}

/** Some text of this proposal has it. */
function isKnown({ doc }: Y.Text, ref: Reference): boolean {
  if (!doc) return false;
  return [...doc.share.keys()].some((root) => parseAnswerKey(root) !== null && means(doc.getText(root), ref));
}

const means = (ytext: Y.Text, ref: Reference): boolean =>
  referenceOf(ref.sign, ytext.getAttributes())?.target === ref.target;
