// The text of each answer as the portal would get it, watched answer by answer: typing in one wakes only those who show
// that one, a change of the plan those that refer to it. Computed when it is first asked for after a change, once for counter, outline and portal page together.
import type { AnswerKey } from '@adagia/shared/answer-key';
import { type Block, type DeltaOp, deltaToBlocks } from '@adagia/shared/text/blocks';
import { portalText } from '@adagia/shared/text/plain-text';
import { hasReferences, withPlainReferences } from '@adagia/shared/text/references';
import { useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import type { Observable, ProposalSession } from '../../session/proposal-session.ts';
import { referenceSourceOf } from '../../session/reference-source.ts';

const stores = new WeakMap<Y.Doc, Map<AnswerKey, Observable<string>>>();

/** Live references as they are kept. */
export function rawBlocksOf(doc: Y.Doc, key: AnswerKey): Block[] {
  const text = doc.getText(key);
  return deltaToBlocks(text.toDelta() as DeltaOp[], text.getAttributes());
}

/** Live references in their words of today, as plain text. */
export function blocksOf(doc: Y.Doc, key: AnswerKey): Block[] {
  return withPlainReferences(rawBlocksOf(doc, key), referenceSourceOf(doc).read);
}

function createStore(doc: Y.Doc, key: AnswerKey): Observable<string> {
  const text = doc.getText(key);
  const listeners = new Set<() => void>();
  const source = referenceSourceOf(doc);
  let value: string | null = null;
  let refers = false;
  let unwatch = () => {};
  const changed = () => {
    value = null;
    for (const listener of listeners) listener();
  };
  const read = () => {
    const blocks = rawBlocksOf(doc, key);
    refers = hasReferences(blocks);
    return portalText(withPlainReferences(blocks, source.read));
  };
  // The plan changes often while somebody plans: an answer without references does not mind.
  const planChanged = () => {
    if (refers || value === null) changed();
  };
  return {
    // Kept only while it is watched: nobody tells of changes otherwise.
    get: () => (listeners.size === 0 ? read() : (value ??= read())),
    subscribe(listener) {
      if (listeners.size === 0) {
        value = null;
        text.observe(changed);
        unwatch = source.subscribe(planChanged);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        text.unobserve(changed);
        unwatch();
      };
    },
  };
}

/** @returns one store for each answer of a document, the same to everybody. */
export function watchAnswer(doc: Y.Doc, key: AnswerKey): Observable<string> {
  const ofDoc = stores.get(doc) ?? new Map<AnswerKey, Observable<string>>();
  stores.set(doc, ofDoc);
  const store = ofDoc.get(key) ?? createStore(doc, key);
  ofDoc.set(key, store);
  return store;
}

export function useAnswerText(session: ProposalSession, key: AnswerKey): string {
  const store = watchAnswer(session.doc, key);
  return useSyncExternalStore(store.subscribe, store.get);
}
