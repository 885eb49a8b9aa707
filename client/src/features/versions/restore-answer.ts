// Gives an answer the content that it had in a version, as an edit like any other: the smallest change of its Y.Text, so that what
// both have keeps its author and comments, and what somebody types meanwhile stays. One step of undo.
import { deleteCharacters } from '@adagia/shared/text/delete-characters';
import { isReferenceName } from '@adagia/shared/text/references';
import { replaceWords } from '@adagia/shared/versions/replace-words';
import type { TextPart } from '@adagia/shared/versions/version-part';
import type * as Y from 'yjs';
import {
  type AttributedText,
  type Attributes,
  attributesAt,
  readAttributedText,
} from '../../editor/binding/attributed-text.ts';
import { answerUndoOf } from '../../editor/binding/undo.ts';
import { commentsAround, isComment } from '../../editor/binding/write-changes.ts';
import { EDITOR_ORIGIN } from '../../session/proposal-session.ts';

interface Wanted {
  text: string;
  runs: { end: number; attributes: Attributes }[];
  last: Attributes;
}

function wantedOf(part: TextPart | null): Wanted {
  let text = '';
  const runs = (part?.ops ?? []).map(({ insert, attributes = {} }) => {
    text += insert;
    return { end: text.length, attributes };
  });
  return { text, runs, last: part?.last ?? {} };
}

/** Runs of `wanted` between two places of its text. */
function* piecesOf({ text, runs }: Wanted, from: number, to: number) {
  let at = 0;
  for (const { end, attributes } of runs) {
    const [start, stop] = [Math.max(at, from), Math.min(end, to)];
    if (start < stop) yield { at: start, text: text.slice(start, stop), attributes };
    at = end;
  }
}

function writeWords(ytext: Y.Text, before: AttributedText, wanted: Wanted): void {
  for (const { at, remove, insert, to } of replaceWords(before.text, wanted.text).toReversed()) {
    const comments = commentsAround(attributesAt(before, at - 1), attributesAt(before, at + remove));
    if (remove > 0) deleteCharacters(ytext, at, remove);
    let place = at;
    for (const piece of piecesOf(wanted, to, to + insert.length)) {
      ytext.insert(place, piece.text, { ...piece.attributes, ...comments });
      place += piece.text.length;
    }
  }
}

/** What has to be set, and what to be taken away, so that the one becomes the other; comments stay. */
function formatBetween(is: Attributes, wanted: Attributes): Record<string, unknown> {
  const change: Record<string, unknown> = {};
  for (const name of Object.keys(is)) if (!isComment(name) && !(name in wanted)) change[name] = null;
  for (const [name, value] of Object.entries(wanted)) if (is[name] !== value) change[name] = value;
  return change;
}

/** The words are those of `wanted` by now. */
function writeFormats(ytext: Y.Text, wanted: Wanted): void {
  const now = readAttributedText(ytext);
  const cuts = [...new Set([0, ...now.runs.map(({ end }) => end), ...wanted.runs.map(({ end }) => end)])].sort(
    (a, b) => a - b,
  );
  for (const [index, at] of cuts.entries()) {
    const end = cuts[index + 1];
    if (end === undefined) continue;
    const change = formatBetween(attributesAt(now, at), attributesAt(wanted, at));
    if (Object.keys(change).length > 0) ytext.format(at, end - at, change);
  }
}

function writeLast(ytext: Y.Text, wanted: Attributes): void {
  for (const [name, value] of Object.entries(formatBetween(ytext.getAttributes(), wanted))) {
    // What a live reference stands for is never taken away: somebody may bring it back (shared/src/text/references.ts).
    if (isReferenceName(name) && value === null) continue;
    if (value === null) ytext.removeAttribute(name);
    else ytext.setAttribute(name, value);
  }
}

/** @param part null: the answer was not there, and becomes empty */
export function restoreAnswer(ytext: Y.Text, part: TextPart | null): void {
  const { doc } = ytext;
  if (!doc) return;
  const undo = answerUndoOf(ytext);
  undo.stopCapturing();
  const wanted = wantedOf(part);
  doc.transact(() => {
    writeWords(ytext, readAttributedText(ytext), wanted);
    writeFormats(ytext, wanted);
    writeLast(ytext, wanted.last);
  }, EDITOR_ORIGIN);
  undo.stopCapturing();
}
