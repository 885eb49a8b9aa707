// What a paste or a drop brings, from the best form in which it is there.
import { type Block, blockText } from '@adagia/shared/text/blocks';
import { BLOCKS_TYPE, parseClipboardBlocks } from './clipboard-data.ts';
import { htmlToBlocks } from './html-to-blocks.ts';
import type { DroppedKind, PasteSource } from './paste-result.ts';
import { plainTextToBlocks } from './text-to-blocks.ts';

export interface Pasted {
  blocks: Block[];
  dropped: DroppedKind[];
  source: PasteSource | 'own' | 'plain';
}

/** Characters and runs. One transaction goes to the server in one frame of at most 1 MiB and 20,000 structs. */
export const PASTE_TEXT_MAX = 200_000;
const PASTE_RUNS_MAX = 4000;

export function isTooLong(blocks: readonly Block[]): boolean {
  let length = 0;
  let runs = 0;
  for (const block of blocks) {
    length += blockText(block).length + 1;
    runs += block.runs.length + (block.kind === 'paragraph' ? 0 : 1);
  }
  return length > PASTE_TEXT_MAX || runs > PASTE_RUNS_MAX;
}

/** @returns null when there is nothing that could be written: files, an empty clipboard. */
export function readClipboard(data: DataTransfer, isPlain: boolean): Pasted | null {
  const text = data.getData('text/plain') || data.getData('text/uri-list');
  const own = isPlain ? null : parseClipboardBlocks(data.getData(BLOCKS_TYPE));
  if (own) return { blocks: own, dropped: [], source: 'own' };
  const html = isPlain ? '' : data.getData('text/html');
  if (html) {
    const result = htmlToBlocks(html);
    if (result.blocks.length > 0) return result;
    if (!text) return result.dropped.length > 0 ? result : null;
  }
  return text ? { blocks: plainTextToBlocks(text), dropped: [], source: 'plain' } : null;
}
