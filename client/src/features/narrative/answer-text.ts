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

/** The accepted text, or the text as if everything that is suggested was accepted. */
export type CopyReading = 'base' | 'accepted';

const stores = new WeakMap<Y.Doc, Map<`${CopyReading} ${AnswerKey}`, Observable<string>>>();

/** Live references as they are kept. */
export function rawBlocksOf(doc: Y.Doc, key: AnswerKey, reading: CopyReading = 'base'): Block[] {
  const text = doc.getText(key);
  return deltaToBlocks(text.toDelta() as DeltaOp[], text.getAttributes(), reading);
}

/** Live references in their words of today, as plain text. */
export function blocksOf(doc: Y.Doc, key: AnswerKey, reading: CopyReading): Block[] {
  return withPlainReferences(rawBlocksOf(doc, key, reading), referenceSourceOf(doc).read);
}

function createStore(doc: Y.Doc, key: AnswerKey, reading: CopyReading): Observable<string> {
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
    const blocks = rawBlocksOf(doc, key, reading);
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
export function watchAnswer(doc: Y.Doc, key: AnswerKey, reading: CopyReading = 'base'): Observable<string> {
  const ofDoc = stores.get(doc) ?? new Map<`${CopyReading} ${AnswerKey}`, Observable<string>>();
  stores.set(doc, ofDoc);
  const store = ofDoc.get(`${reading} ${key}`) ?? createStore(doc, key, reading);
  ofDoc.set(`${reading} ${key}`, store);
  return store;
}

export function useAnswerText(session: ProposalSession, key: AnswerKey, reading: CopyReading = 'base'): string {
  const store = watchAnswer(session.doc, key, reading);
  return useSyncExternalStore(store.subscribe, store.get);
}
