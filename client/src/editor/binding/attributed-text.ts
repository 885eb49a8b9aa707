// A reading of a Y.Text at one moment: its characters, the attributes and the identity of each, and its blocks as the view
// shows them. The only file that walks through Yjs' items: their list is the one order that tombstones keep, too.
import { type BlockKind, type DeltaOp, deltaToBlocks } from '@adagia/shared/text/blocks';
import * as Y from 'yjs';
import { toViewRuns, type ViewRun } from '../model/inline-content.ts';
import { withPendingFormats } from './pending-marks.ts';

export type Attributes = Readonly<Record<string, unknown>>;

/** What a block shows, with the formats that are suggested. Comments are not part of it. */
export interface BlockContent {
  kind: BlockKind;
  indent: number;
  runs: readonly ViewRun[];
  /** Of all runs. */
  text: string;
}

/** Characters that were inserted one after the other by one client: `clock`, `clock + 1`, … */
export interface IdRun {
  client: number;
  clock: number;
  length: number;
}

/** Attributes of the characters up to `end`, behind those of the run before; as they are, without suggested formats. */
export interface AttributeRun {
  end: number;
  attributes: Attributes;
}

export interface Piece {
  at: number;
  length: number;
  attributes: Attributes;
}

export interface AttributedText {
  /** Blocks joined by line ends, as in the Y.Text. */
  text: string;
  runs: readonly AttributeRun[];
  blocks: readonly BlockContent[];
  ids: readonly IdRun[];
  /** The text's own: of its last block, and what references stand for. */
  own: Attributes;
}

/** Stands for content that is no text. Nothing of ours writes any; it must not shift what stands behind it. */
const OBJECT = '\uFFFC';
const NONE: Attributes = {};

export function readAttributedText(ytext: Y.Text): AttributedText {
  const delta = (ytext.toDelta() as DeltaOp[]).map((op) =>
    typeof op.insert === 'string' ? op : { ...op, insert: OBJECT },
  );
  const runs: AttributeRun[] = [];
  let text = '';
  for (const { insert, attributes = NONE } of delta) {
    text += insert as string;
    runs.push({ end: text.length, attributes });
  }
  const own: Attributes = ytext.getAttributes();
  const blocks = deltaToBlocks(delta.map(shownOp), withPendingFormats(own), 'raw').map(({ kind, indent, runs }) => {
    const viewRuns = toViewRuns(runs);
    return { kind, indent, runs: viewRuns, text: viewRuns.map((run) => run.text).join('') };
  });
  return { text, runs, blocks, ids: readIds(ytext), own };
}

export function shownOp(op: DeltaOp): DeltaOp {
  return op.attributes ? { ...op, attributes: withPendingFormats(op.attributes) } : op;
}

/** @returns a stretch of the text in pieces of the same attributes, in order */
export function piecesOf({ runs }: Pick<AttributedText, 'runs'>, at: number, length: number): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const { end, attributes } of runs) {
    const [from, until] = [Math.max(start, at), Math.min(end, at + length)];
    if (from < until) pieces.push({ at: from, length: until - from, attributes });
    if (end >= at + length) break;
    start = end;
  }
  return pieces;
}

/** @returns what the character at `offset` has; nothing before the first and behind the last one. */
export function attributesAt({ runs }: Pick<AttributedText, 'runs'>, offset: number): Attributes {
  if (offset < 0) return NONE;
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return runs[low]?.attributes ?? NONE;
}

function readIds(ytext: Y.Text): IdRun[] {
  const ids: IdRun[] = [];
  for (let item = ytext._start; item; item = item.right) {
    if (!item.deleted && item.countable) pushId(ids, item.id.client, item.id.clock, item.length);
  }
  return ids;
}

export function pushId(ids: IdRun[], client: number, clock: number, length: number): void {
  const last = ids.at(-1);
  if (last?.client === client && last.clock + last.length === clock) last.length += length;
  else if (length > 0) ids.push({ client, clock, length });
}

/** The identity of what `ytext.insert` has just inserted; within the same transaction nothing is merged yet. */
export function lastInsertedId(doc: Y.Doc, text: string): IdRun {
  const structs = doc.store.clients.get(doc.clientID) ?? [];
  for (let index = structs.length - 1; index >= 0; index -= 1) {
    const struct = structs[index];
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString && struct.content.str === text) {
      return { client: doc.clientID, clock: struct.id.clock, length: text.length };
    }
  }
  throw new Error('nothing like this was inserted');
}

/** Every item of the text, deleted ones too, with the number of visible characters before it. */
export function forEachItem(ytext: Y.Text, visit: (item: Y.Item, offset: number) => void): void {
  let offset = 0;
  for (let item = ytext._start; item; item = item.right) {
    visit(item, offset);
    if (!item.deleted && item.countable) offset += item.length;
  }
}
