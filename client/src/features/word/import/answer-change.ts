// What an answer would become by a Word file: to be shown first, then written. It is tried on a copy of the answer, so that what is shown
// is what is written.
import type { AnswerKey } from '@adagia/shared/answer-key';
import { type DeltaOp, deltaToBlocks } from '@adagia/shared/text/blocks';
import { parseReference, type ReferenceReader, referenceAttribute } from '@adagia/shared/text/references';
import { readSuggested } from '@adagia/shared/text/suggestion-readings';
import { parseSuggestionId, pendingIn } from '@adagia/shared/text/suggestions';
import type { TextPart } from '@adagia/shared/versions/version-part';
import * as Y from 'yjs';
import { readAttributedText } from '../../../editor/binding/attributed-text.ts';
import { acceptedBlocks, type WordAnswerBlock } from '../tracked.ts';
import { isTooCrowded } from './is-too-crowded.ts';
import { keepReferences } from './keep-references.ts';
import { type ImportPlan, isEmptyPlan, planImport, proposalsBy } from './plan-import.ts';
import { wordText } from './word-text.ts';
import { type Importer, writeImport } from './write-import.ts';

export type Placing = 'replace' | 'append';
/** suggestions: what is tracked stays proposed. */
export type Tracking = 'suggestions' | 'accepted';

export interface ChangeInput {
  read: ReferenceReader;
  placing: Placing;
  tracking: Tracking;
  /** Of somebody who writes nothing outright: what is not tracked is their own suggestion. */
  suggests: boolean;
  importer: Importer;
  /** Of who suggested something here. */
  nameOf(author: string): string;
}

export interface AnswerChange {
  key: AnswerKey;
  plan: ImportPlan;
  /** As if everything that is proposed was accepted, with who wrote what is pending. */
  before: TextPart;
  after: TextPart;
  isSame: boolean;
  /** More pieces in one place than the server takes in one update: nothing of it can be written. */
  isTooCrowded: boolean;
  /** Suggestions that it brings, by the names in the file. */
  proposals: { author: string; count: number }[];
}

/** As it is, in a document of its own: characters have other identities there. */
function copyOf(delta: DeltaOp[], last: Record<string, unknown>): { doc: Y.Doc; ytext: Y.Text } {
  const doc = new Y.Doc();
  const ytext = doc.getText('copy');
  doc.transact(() => {
    // Not `sanitize: false`: that is the one that takes away a last empty line (yjs 13.6, the other way round than it says).
    ytext.applyDelta(delta);
    for (const [name, value] of Object.entries(last)) ytext.setAttribute(name, value);
  });
  return { doc, ytext };
}

/** What live references say today. */
function withWordsOfToday(last: Record<string, unknown>, read: ReferenceReader): Record<string, unknown> {
  const entries = Object.entries(last).map(([name, value]) => {
    const reference = parseReference(name, value);
    if (!reference) return [name, value] as const;
    return referenceAttribute({ ...reference, words: read(reference.target) ?? reference.words });
  });
  return Object.fromEntries(entries);
}

const withoutComments = (attributes: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !name.startsWith('comment:')));

function partOf(ytext: Y.Text, read: ReferenceReader): TextPart {
  const delta = ytext.toDelta() as DeltaOp[];
  const last = withWordsOfToday(ytext.getAttributes(), read);
  const authors: string[] = [];
  const indexOf = (author: string): number => {
    if (!authors.includes(author)) authors.push(author);
    return authors.indexOf(author);
  };
  const ops = delta.flatMap((op) => {
    const { insert } = pendingIn(op.attributes);
    const author = insert && parseSuggestionId(insert)?.author;
    return readSuggested([op], last, 'accepted').delta.map((shown) => ({
      insert: String(shown.insert),
      attributes: withoutComments(shown.attributes ?? {}),
      ...(author && { by: indexOf(author) }),
    }));
  });
  return { kind: 'text', ops, last: readSuggested([], last, 'accepted').last, authors };
}

/** @param blocks of the file */
export function answerChange(
  ytext: Y.Text,
  key: AnswerKey,
  blocks: readonly WordAnswerBlock[],
  { read, placing, tracking, suggests, importer, nameOf }: ChangeInput,
): AnswerChange {
  const [delta, last] = [ytext.toDelta() as DeltaOp[], ytext.getAttributes() as Record<string, unknown>];
  const wanted = tracking === 'accepted' ? acceptedBlocks(blocks) : blocks;
  const known = keepReferences(deltaToBlocks(delta, last, 'raw'), wanted, read);
  const appends = placing === 'append' && ytext.length > 0;
  const input = { word: wordText(appends ? wanted : known), suggests, appends, nameOf, userId: importer.userId };
  const plan = planImport({ ...input, seen: readAttributedText(ytext) });
  const tried = (): Pick<AnswerChange, 'after' | 'isTooCrowded'> => {
    const copy = copyOf(delta, last);
    const copied = planImport({ ...input, seen: readAttributedText(copy.ytext) });
    const since = Y.getState(copy.doc.store, copy.doc.clientID);
    copy.doc.transact(() => writeImport(copy.ytext, copy.doc, copied, { ...importer, suggests }));
    const after = partOf(copy.ytext, read);
    copy.doc.destroy();
    return { after, isTooCrowded: isTooCrowded(copy.doc, since) };
  };
  const isSame = isEmptyPlan(plan);
  const before = partOf(ytext, read);
  const result = isSame ? { after: before, isTooCrowded: false } : tried();
  return { key, plan, before, isSame, proposals: proposalsBy(plan), ...result };
}
