// What differs in a part, worked out once for all who show or count it.
import type { ChangedPart } from '@adagia/shared/api/versions';
import { type DiffBlock, diffAnswer } from '@adagia/shared/versions/diff-answer';
import { authoredBlocks, type VersionPart } from '@adagia/shared/versions/version-part';

const blocksOf = (part: VersionPart | null) => authoredBlocks(part?.kind === 'text' ? part : null);
const known = new WeakMap<ChangedPart, DiffBlock[]>();

/** Of an answer. */
export function diffOf(part: ChangedPart): DiffBlock[] {
  const made = known.get(part) ?? diffAnswer(blocksOf(part.before), blocksOf(part.after));
  known.set(part, made);
  return made;
}
