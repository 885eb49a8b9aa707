// An answer's blocks in the clipboard, in three forms: for our own editors exactly as they are, as HTML, as plain text.
import { type Block, blockKinds, INDENT_MAX } from '@adagia/shared/text/blocks';
import { portalText } from '@adagia/shared/text/plain-text';
import {
  parseReference,
  type Reference,
  type ReferenceReader,
  referenceAttribute,
  withPlainReferences,
  withWordsOfToday,
} from '@adagia/shared/text/references';
import { isLinkAddress } from '../model/set-link.ts';
import { blocksToHtml } from './blocks-to-html.ts';
import { cleanInline } from './clean-characters.ts';
import { withoutComments } from './slice-blocks.ts';

export const BLOCKS_TYPE = 'application/x-adagia-blocks+json';

/** Lexical's own way of dragging must not bring anything else along. */
export function setClipboardBlocks(data: DataTransfer, blocks: readonly Block[], read: ReferenceReader): void {
  const copied = withoutComments(blocks);
  const plain = withPlainReferences(copied, read);
  data.setData('text/plain', portalText(plain));
  data.setData('text/html', blocksToHtml(plain));
  data.setData(BLOCKS_TYPE, JSON.stringify(withWordsOfToday(copied, read)));
}

/** @returns what another editor of ours has put there, null when it is not ours or broken. Any page could have written it. */
export function parseClipboardBlocks(json: string): Block[] | null {
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) && parsed.length > 0 ? parsed.map(parseBlock) : null;
  } catch {
    // Not written by us: the other forms are in the clipboard as well.
    return null;
  }
}

function parseBlock(value: unknown): Block {
  const { kind, indent, runs } = value as Record<string, unknown>;
  return {
    kind: blockKinds.find((known) => known === kind) ?? 'paragraph',
    indent: typeof indent === 'number' && indent > 0 ? Math.min(INDENT_MAX, Math.floor(indent)) : 0,
    runs: Array.isArray(runs) ? runs.map(parseRun).filter((run) => run.text !== '') : [],
  };
}

function parseClipboardReference({ sign, target, words }: Partial<Reference>): Reference | null {
  return parseReference(...referenceAttribute({ sign: String(sign), target: String(target), words: String(words) }));
}

function parseRun(value: unknown): Block['runs'][number] {
  const { text, format, ref } = value as { text: unknown; format?: Record<string, unknown>; ref?: Partial<Reference> };
  const reference = ref && parseClipboardReference(ref);
  if (reference) return { text: reference.sign, format: {}, ref: reference };
  const link = format?.link;
  return {
    text: typeof text === 'string' ? cleanInline(text) : '',
    format: {
      ...(format?.bold === true && { bold: true }),
      ...(format?.italic === true && { italic: true }),
      ...(format?.underline === true && { underline: true }),
      ...(typeof link === 'string' && isLinkAddress(link) && { link }),
    },
  };
}
