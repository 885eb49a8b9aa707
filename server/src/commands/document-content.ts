// Between a proposal's Yjs document and plain values: what imports write and exports read.

import { type FieldValue, mapNames } from '@adagia/shared/document';
import type { NewContent, ProposalContent } from '@adagia/shared/exchange/proposal-content';
import { deltaToBlocks } from '@adagia/shared/text/blocks';
import { blocksToDelta } from '@adagia/shared/text/blocks-to-delta';
import type * as Y from 'yjs';

/** Into an empty document. */
export function fillDocument(doc: Y.Doc, content: NewContent): void {
  for (const name of mapNames) {
    const map = doc.getMap<FieldValue>(name);
    for (const [key, value] of content[name]) map.set(key, value);
  }
  for (const [key, blocks] of content.answers) {
    const text = doc.getText(key);
    const { delta, last } = blocksToDelta(blocks);
    text.applyDelta(delta, { sanitize: false });
    for (const [name, value] of Object.entries(last)) text.setAttribute(name, value);
  }
}

/** Of one moment: blocks are read when asked for, so use it at once; without what is only suggested. */
export function readDocument(doc: Y.Doc): ProposalContent {
  const fields = (name: (typeof mapNames)[number]) => new Map(doc.getMap<FieldValue>(name).entries());
  return {
    facts: fields('facts'),
    plan: fields('plan'),
    budget: fields('budget'),
    blocksOf(key) {
      const text = doc.getText(key);
      return deltaToBlocks(text.toDelta(), text.getAttributes());
    },
  };
}
