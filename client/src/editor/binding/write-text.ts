// Brings a Y.Text to hold given blocks with the smallest change: first one replacement of characters, then attributes where
// they differ. Comments are never taken away from characters that stay; what is typed inside a comment belongs to it.
import { BLOCK_END, type Block, deltaToBlocks, type InlineFormat, SOFT_BREAK } from '@adagia/shared/text/blocks';
import type * as Y from 'yjs';
import type { Splice } from './diff-text.ts';
import { splitBreaks } from './read-view.ts';

type Attributes = Record<string, unknown>;

/** One stretch of the text with what it should be. */
interface Stretch {
  text: string;
  attributes: Attributes;
}

const blockAttributes = ({ kind, indent }: Block): Attributes => ({
  block: kind === 'paragraph' ? null : kind,
  indent: indent || null,
});

const inlineAttributes = ({ bold, italic, underline, link }: InlineFormat): Attributes => ({
  bold: bold ?? null,
  italic: italic ?? null,
  underline: underline ?? null,
  link: link ?? null,
});

function stretchesOf(blocks: readonly Block[]): Stretch[] {
  return blocks.flatMap((block, index) => {
    const inline = block.runs.flatMap(splitBreaks).map(({ text, format }) => ({
      text,
      attributes: text === SOFT_BREAK ? { link: format.link ?? null } : inlineAttributes(format),
    }));
    return index === blocks.length - 1 ? inline : [...inline, { text: BLOCK_END, attributes: blockAttributes(block) }];
  });
}

/** The part of the stretches between two offsets. */
function cut(stretches: readonly Stretch[], from: number, until: number): Stretch[] {
  const parts: Stretch[] = [];
  let at = 0;
  for (const { text, attributes } of stretches) {
    const part = text.slice(Math.max(0, from - at), Math.max(0, until - at));
    if (part) parts.push({ text: part, attributes });
    at += text.length;
  }
  return parts;
}

/** Only what is set: Y.Text closes other formats by itself. */
const setOnly = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null));

/** Comments on both sides of a place: what is typed there is inside of them. */
function commentsAround(ytext: Y.Text, index: number): Attributes {
  let at = 0;
  let left: Attributes | undefined;
  for (const { insert, attributes = {} } of ytext.toDelta() as { insert: string; attributes?: Attributes }[]) {
    const end = at + insert.length;
    if (at < index && index <= end) left = attributes;
    if (at <= index && index < end) {
      const both = Object.keys(attributes).filter((name) => name.startsWith('comment:') && left?.[name]);
      return Object.fromEntries(both.map((name) => [name, true]));
    }
    at = end;
  }
  return {};
}

/**
 * @param splice of the whole text, in offsets of the Y.Text as it is now
 * @param blocks what the view shows; only used for what is inserted
 * @param insertAt offset of the inserted text within `blocks`
 */
export function writeSplice(ytext: Y.Text, splice: Splice, blocks: readonly Block[], insertAt: number): void {
  const comments = splice.insert ? commentsAround(ytext, splice.at) : {};
  if (splice.remove > 0) ytext.delete(splice.at, splice.remove);
  let at = splice.at;
  for (const { text, attributes } of cut(stretchesOf(blocks), insertAt, insertAt + splice.insert.length)) {
    ytext.insert(at, text, { ...comments, ...setOnly(attributes) });
    at += text.length;
  }
}

/** Formats, links, kinds and indents where they differ. The characters must be equal already. */
export function writeAttributes(ytext: Y.Text, blocks: readonly Block[]): void {
  const wanted = stretchesOf(blocks);
  const current = stretchesOf(deltaToBlocks(ytext.toDelta(), ytext.getAttributes()));
  let at = 0;
  const changes: { at: number; length: number; attributes: Attributes }[] = [];
  for (const { text, attributes } of wanted) {
    for (const part of cut(current, at, at + text.length)) {
      const differing = Object.entries(attributes).filter(([name, value]) => (part.attributes[name] ?? null) !== value);
      if (differing.length > 0)
        changes.push({ at, length: part.text.length, attributes: Object.fromEntries(differing) });
      at += part.text.length;
    }
  }
  for (const change of changes) ytext.format(change.at, change.length, change.attributes);
  const last = blocks.at(-1);
  if (!last) return;
  for (const [name, value] of Object.entries(blockAttributes(last))) {
    const now = (ytext.getAttribute(name) as unknown) ?? null;
    if (now === value) continue;
    if (value === null) ytext.removeAttribute(name);
    else ytext.setAttribute(name, value);
  }
}
