// Where a thread hangs in the text: one attribute on the commented characters, written by the server on the commenter's
// behalf, so that commenters can comment without being able to edit. Survives typing around and inside, and undo.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { ProposalId, ThreadId, UserId } from '@adagia/shared/ids';
import * as Y from 'yjs';
import { AppError } from '../http/app-error.ts';
import type { Deps, Person } from './deps.ts';

export interface Anchor {
  /** base64 of `Y.encodeRelativePosition`. */
  start: string;
  end: string;
}

function indexOf(doc: Y.Doc, text: Y.Text, encoded: string): number {
  let position: Y.AbsolutePosition | null;
  try {
    const relative = Y.decodeRelativePosition(Buffer.from(encoded, 'base64'));
    position = Y.createAbsolutePositionFromRelativePosition(relative, doc);
  } catch {
    // Not a position, or one in a text that this server does not have.
    throw new AppError('passage-gone');
  }
  if (position?.type !== text) throw new AppError('passage-gone');
  return position.index;
}

/** @throws AppError passage-gone when nothing is left between the two ends. */
function passageIn(doc: Y.Doc, key: AnswerKey, anchor: Anchor): { text: Y.Text; start: number; length: number } {
  const text = doc.getText(key);
  const start = indexOf(doc, text, anchor.start);
  const end = indexOf(doc, text, anchor.end);
  if (end <= start) throw new AppError('passage-gone');
  return { text, start, length: end - start };
}

const unmark = (text: Y.Text, threadId: ThreadId): void =>
  text.format(0, text.length, { [`comment:${threadId}`]: null });

/** @throws AppError passage-gone when nothing is left between the two ends. */
export async function anchorPassage(
  { rooms }: Deps,
  person: Person,
  proposalId: ProposalId,
  threadId: ThreadId,
  key: AnswerKey,
  anchor: Anchor | undefined,
): Promise<void> {
  if (!anchor) throw new AppError('invalid-body', [{ path: 'anchor', message: 'a passage needs its two ends' }]);
  await rooms.edit(proposalId, person.userId as UserId, (doc) => {
    const { text, start, length } = passageIn(doc, key, anchor);
    text.format(start, length, { [`comment:${threadId}`]: true });
  });
}

export interface Move {
  threadId: ThreadId;
  /** Where it hung; null when it was about no words. */
  from: AnswerKey | null;
  to: AnswerKey;
  anchor: Anchor;
}

/**
 * Its old words may be back meanwhile, by somebody's undo: a thread hangs in one place.
 * @throws AppError passage-gone when nothing is left between the two ends.
 */
export async function moveAnchor(
  { rooms }: Deps,
  person: Person,
  proposalId: ProposalId,
  { threadId, from, to, anchor }: Move,
): Promise<void> {
  await rooms.edit(proposalId, person.userId as UserId, (doc) => {
    const { text, start, length } = passageIn(doc, to, anchor);
    for (const marked of new Set([text, doc.getText(from ?? to)])) unmark(marked, threadId);
    text.format(start, length, { [`comment:${threadId}`]: true });
  });
}

/** After the last comment of a thread was deleted. */
export async function removeAnchor(
  { rooms }: Deps,
  person: Person,
  proposalId: ProposalId,
  threadId: ThreadId,
  key: AnswerKey,
): Promise<void> {
  await rooms.edit(proposalId, person.userId as UserId, (doc) => unmark(doc.getText(key), threadId));
}
