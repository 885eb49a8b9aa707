// What somebody changed in an editor, as changes of the text that it showed before: blocks that stay are not touched, so that
// nobody's typing in them is; between those, the smallest replacements. Pure: knows neither Lexical nor Yjs.
import { SOFT_BREAK } from '@adagia/shared/text/blocks';
import { IS_BOLD, IS_ITALIC, IS_UNDERLINE } from 'lexical';
import type { Attributes, BlockContent } from './attributed-text.ts';
import { diffText } from './diff-text.ts';
import { stableBlocks } from './stable-blocks.ts';
import { sameContent, type ViewBlock } from './view-blocks.ts';

/**
 * Offsets are of the text before all changes. In order; at one place an insertion comes before a deletion. Attributes of an
 * insertion are all that it has, those of a format only what changes, null taking one away.
 */
export type Change =
  | { type: 'insert'; at: number; text: string; attributes: Attributes }
  | { type: 'delete'; at: number; length: number }
  | { type: 'format'; at: number; length: number; attributes: Attributes };

export interface ViewDiff {
  changes: Change[];
  /** Kind and indent of the last block, which are the text's own: what changes, null for none. */
  last: Attributes | null;
}

interface Stretch {
  text: string;
  attributes: Attributes;
}

export function blockAttributes({ kind, indent }: Pick<BlockContent, 'kind' | 'indent'>): Attributes {
  return { ...(kind !== 'paragraph' && { block: kind }), ...(indent > 0 && { indent }) };
}

function inlineStretches(block: BlockContent): Stretch[] {
  return block.runs.map(({ text, format, link }) => ({
    text,
    attributes: {
      ...(format & IS_BOLD && { bold: true }),
      ...(format & IS_ITALIC && { italic: true }),
      ...(format & IS_UNDERLINE && { underline: true }),
      ...(link !== null && { link }),
    },
  }));
}

/** @param isClosed the last one has a line end, too */
function stretches(blocks: readonly BlockContent[], isClosed: boolean): Stretch[] {
  return blocks.flatMap((block, index) => [
    ...inlineStretches(block),
    ...(isClosed || index < blocks.length - 1 ? [{ text: '\n', attributes: blockAttributes(block) }] : []),
  ]);
}

const joined = (parts: readonly Stretch[]): string => parts.map((part) => part.text).join('');

function cut(parts: readonly Stretch[], from: number, until: number): Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  for (const { text, attributes } of parts) {
    const part = text.slice(Math.max(0, from - at), Math.max(0, until - at));
    if (part) found.push({ text: part, attributes });
    at += text.length;
    if (at >= until) break;
  }
  return found;
}

/** What must be set on something that has `now` to have `wanted`. */
function difference(now: Attributes, wanted: Attributes): Attributes | null {
  const changes: Record<string, unknown> = {};
  for (const name of Object.keys({ ...now, ...wanted })) {
    if ((now[name] ?? null) !== (wanted[name] ?? null)) changes[name] = wanted[name] ?? null;
  }
  return Object.keys(changes).length > 0 ? changes : null;
}

class Differ {
  readonly changes: Change[] = [];
  readonly #caret: number | null;

  constructor(caret: number | null) {
    this.#caret = caret;
  }

  /** @param at of the old stretches in the old text @param to of the new ones in the new text */
  compare(old: readonly Stretch[], fresh: readonly Stretch[], at: number, to: number): void {
    const [before, after] = [joined(old), joined(fresh)];
    let [kept, keptTo] = [0, 0];
    const caret = this.#caret === null ? null : this.#caret - to;
    for (const splice of diffText(before, after, caret)) {
      this.#keep(cut(old, kept, splice.at), cut(fresh, keptTo, splice.to), at + kept);
      for (const { text, attributes } of cut(fresh, splice.to, splice.to + splice.insert.length)) {
        this.changes.push({ type: 'insert', at: at + splice.at, text, attributes });
      }
      if (splice.remove > 0) this.changes.push({ type: 'delete', at: at + splice.at, length: splice.remove });
      kept = splice.at + splice.remove;
      keptTo = splice.to + splice.insert.length;
    }
    this.#keep(cut(old, kept, before.length), cut(fresh, keptTo, after.length), at + kept);
  }

  /** Equal characters, perhaps of other attributes. */
  #keep(old: readonly Stretch[], fresh: readonly Stretch[], at: number): void {
    let offset = 0;
    for (const { text, attributes } of fresh) {
      for (const part of cut(old, offset, offset + text.length)) {
        const changes = text === SOFT_BREAK ? null : difference(part.attributes, attributes);
        if (changes) this.#format(at + offset, part.text.length, changes);
        offset += part.text.length;
      }
    }
  }

  #format(at: number, length: number, attributes: Attributes): void {
    const last = this.changes.at(-1);
    if (last?.type === 'format' && last.at + last.length === at && !difference(last.attributes, attributes)) {
      last.length += length;
    } else this.changes.push({ type: 'format', at, length, attributes });
  }
}

/** @param caret in the text that `after` shows, null when unknown */
export function diffViews(before: readonly ViewBlock[], after: readonly ViewBlock[], caret: number | null): ViewDiff {
  const differ = new Differ(caret);
  let [i, j, at, to] = [0, 0, 0, 0];
  const gap = (iEnd: number, jEnd: number) => {
    const [old, fresh] = [before.slice(i, iEnd), after.slice(j, jEnd)];
    const isClosed = iEnd < before.length || jEnd < after.length;
    compareGap(differ, old, fresh, { at, to, isClosed });
    at += sizeOf(old);
    to += sizeOf(fresh);
    [i, j] = [iEnd, jEnd];
  };
  for (const [old, fresh] of stableBlocks(before, after)) {
    gap(old, fresh);
    const size = sizeOf(before.slice(old, old + 1));
    [i, j, at, to] = [old + 1, fresh + 1, at + size, to + size];
  }
  gap(before.length, after.length);
  const [oldLast, last] = [before.at(-1), after.at(-1)];
  return {
    changes: differ.changes,
    last: oldLast && last ? difference(blockAttributes(oldLast), blockAttributes(last)) : null,
  };
}

const sizeOf = (blocks: readonly BlockContent[]): number => blocks.reduce((sum, { text }) => sum + text.length + 1, 0);

interface GapPlace {
  at: number;
  to: number;
  isClosed: boolean;
}

function compareGap(differ: Differ, old: readonly ViewBlock[], fresh: readonly ViewBlock[], place: GapPlace): void {
  let { at, to } = place;
  const isOneByOne = old.length === fresh.length && old.every(({ key }, index) => key === fresh[index]?.key);
  if (!isOneByOne) {
    differ.compare(stretches(old, place.isClosed), stretches(fresh, place.isClosed), at, to);
    return;
  }
  for (const [index, block] of old.entries()) {
    const now = fresh[index] ?? block;
    const isClosed = place.isClosed || index < old.length - 1;
    if (!sameContent(block, now)) differ.compare(stretches([block], isClosed), stretches([now], isClosed), at, to);
    at += block.text.length + 1;
    to += now.text.length + 1;
  }
}
