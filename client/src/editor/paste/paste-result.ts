// What a paste brings, and what of it an answer cannot hold.
import type { Block } from '@adagia/shared/text/blocks';

/** In the order in which people are told. */
export const droppedKinds = [
  'tables',
  'images',
  'comments',
  'deletions',
  'hidden',
  'links',
  'navigation',
  'looks',
] as const;
/** tables: turned into lines. links: to addresses that no link may have; their words stay. looks: fonts, colours, sizes. */
export type DroppedKind = (typeof droppedKinds)[number];

export type PasteSource = 'word' | 'docs' | 'libreoffice' | 'excel' | 'web';

export interface PasteResult {
  blocks: Block[];
  dropped: DroppedKind[];
  source: PasteSource;
}
