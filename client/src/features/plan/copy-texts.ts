// The texts of a copied object: written into the answers of the copy, without the comments and what is only suggested,
// which are about the original.
import { type AnswerKey, answerKey, parseAnswerKey } from '@adagia/shared/answer-key';
import type { DeltaOp } from '@adagia/shared/text/blocks';
import { parseReference, referenceAttribute } from '@adagia/shared/text/references';
import { readSuggested } from '@adagia/shared/text/suggestion-readings';
import type * as Y from 'yjs';

function withoutComments({ insert, attributes }: DeltaOp): DeltaOp {
  const kept = Object.entries(attributes ?? {}).filter(([name]) => !name.startsWith('comment:'));
  return kept.length > 0 ? { insert, attributes: Object.fromEntries(kept) } : { insert };
}

/** What refers to a part of the original refers to that part of the copy. */
function followCopies(name: string, value: unknown, copies: ReadonlyMap<string, string>): unknown {
  const ref = parseReference(name, value);
  const [aspect = '', id = ''] = ref?.target.split(':') ?? [];
  const copy = copies.get(id);
  return ref && copy ? referenceAttribute({ ...ref, target: `${aspect}:${copy}` })[1] : value;
}

/** @param mayWrite asked for each answer: a locked one stays empty. @returns how many could not be copied */
export function copyTexts(
  doc: Y.Doc,
  copies: ReadonlyMap<string, string>,
  mayWrite: (key: AnswerKey) => boolean,
): number {
  let refused = 0;
  // Of what is there now: the copies make roots of their own.
  const names = Array.from(doc.share.keys());
  for (const name of names) {
    const answer = parseAnswerKey(name);
    const copy = copies.get(answer?.objectId ?? '');
    if (!answer || !copy) continue;
    const from = doc.getText(name);
    if (from.length === 0) continue;
    const key = answerKey(answer.questionId, copy);
    if (!mayWrite(key)) {
      refused += 1;
      continue;
    }
    const to = doc.getText(key);
    const { delta, last } = readSuggested(from.toDelta() as DeltaOp[], from.getAttributes(), 'base');
    // Not `sanitize: false`: that is the one that takes away a last empty line (yjs 13.6, the other way round than it says).
    to.applyDelta(delta.map(withoutComments));
    for (const [attribute, value] of Object.entries(last)) {
      to.setAttribute(attribute, followCopies(attribute, value, copies));
    }
  }
  return refused;
}
