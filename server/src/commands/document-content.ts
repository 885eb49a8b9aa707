// Between a proposal's Yjs document and plain values: what imports write and exports read.

import type { AnswerKey } from '@adagia/shared/answer-key';
import { type FieldValue, mapNames } from '@adagia/shared/document';
import type { NewContent, ProposalContent } from '@adagia/shared/exchange/proposal-content';
import { type Block, deltaToBlocks } from '@adagia/shared/text/blocks';
import { blocksToDelta } from '@adagia/shared/text/blocks-to-delta';
import { deltaToMarkedBlocks } from '@adagia/shared/text/marked-blocks';
import { hasSuggestions } from '@adagia/shared/text/suggestion-readings';
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
    // Not `sanitize: false`: that is the one that takes away a last empty line (yjs 13.6, the other way round than it says).
    text.applyDelta(delta);
    for (const [name, value] of Object.entries(last)) text.setAttribute(name, value);
  }
}

/** With all that is suggested in it; null where nothing is. */
export function readSuggestedAnswer(doc: Y.Doc, key: AnswerKey): Block[] | null {
  const text = doc.getText(key);
  const [delta, last] = [text.toDelta(), text.getAttributes()];
  return hasSuggestions(delta, last) ? deltaToMarkedBlocks(delta, last) : null;
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
