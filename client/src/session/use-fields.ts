// The three maps of a proposal's document (facts, plan, budget) as React values: a new Map after each change.
import type { Fields, FieldValue, MapName } from '@adagia/shared/document';
import { useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { GRID_ORIGIN, type ProposalSession } from './proposal-session.ts';

interface FieldStore {
  get(): Fields;
  subscribe(listener: () => void): () => void;
}

function watch(map: Y.Map<FieldValue>): FieldStore {
  let snapshot: Fields | null = null;
  return {
    get: () => (snapshot ??= new Map(map.entries())),
    subscribe(listener) {
      const changed = () => {
        snapshot = null;
        listener();
      };
      // A change between the first read and the subscription must not be missed.
      snapshot = null;
      map.observe(changed);
      return () => map.unobserve(changed);
    },
  };
}

export function useFields(session: ProposalSession, name: MapName): Fields {
  const store = useMemo(() => watch(session.doc.getMap<FieldValue>(name)), [session, name]);
  return useSyncExternalStore(store.subscribe, store.get);
}

/**
 * Writes fields of one map in one transaction: one undo step, one update. undefined removes a field.
 * @param origin another than that of the grid: no undo step
 */
export function setFields(
  session: ProposalSession,
  name: MapName,
  changes: Readonly<Record<string, FieldValue | undefined>>,
  origin: symbol = GRID_ORIGIN,
): void {
  if (!session.canWrite.get()) return;
  const map = session.doc.getMap<FieldValue>(name);
  session.doc.transact(() => {
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined) map.delete(key);
      else if (map.get(key) !== value) map.set(key, value);
    }
  }, origin);
}
