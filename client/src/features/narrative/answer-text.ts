// The text of each answer as the portal would get it, watched answer by answer: typing in one wakes only those who show
// that one. Computed when it is first asked for after a change, once for counter, outline and portal page together.
import type { AnswerKey } from '@adagia/shared/answer-key';
import { type Block, type DeltaOp, deltaToBlocks } from '@adagia/shared/text/blocks';
import { portalText } from '@adagia/shared/text/plain-text';
import { useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import type { Observable, ProposalSession } from '../../session/proposal-session.ts';

const stores = new WeakMap<Y.Doc, Map<AnswerKey, Observable<string>>>();

export function blocksOf(doc: Y.Doc, key: AnswerKey): Block[] {
  const text = doc.getText(key);
  return deltaToBlocks(text.toDelta() as DeltaOp[], text.getAttributes());
}

function createStore(doc: Y.Doc, key: AnswerKey): Observable<string> {
  const text = doc.getText(key);
  const listeners = new Set<() => void>();
  let value: string | null = null;
  const changed = () => {
    value = null;
    for (const listener of listeners) listener();
  };
  const read = () => portalText(blocksOf(doc, key));
  return {
    // Kept only while it is watched: nobody tells of changes otherwise.
    get: () => (listeners.size === 0 ? read() : (value ??= read())),
    subscribe(listener) {
      if (listeners.size === 0) {
        value = null;
        text.observe(changed);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) text.unobserve(changed);
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
