// The three maps of a proposal's document (facts, plan, budget) as React values: a new Map after each change.
import type { Fields, FieldValue, MapName } from '@adagia/shared/document';
import { useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { GRID_ORIGIN, type ProposalSession } from './proposal-session.ts';

interface FieldStore {
  get(): Fields;
  subscribe(listener: () => void): () => void;
}

/** One for all who ask: what is worked out of a map is worked out once for each state of it. */
const stores = new WeakMap<Y.Map<FieldValue>, FieldStore>();

function watch(map: Y.Map<FieldValue>): FieldStore {
  let snapshot: Fields | null = null;
  const listeners = new Set<() => void>();
  // As long as the document lives: a change before somebody subscribed must not be missed.
  map.observe(() => {
    snapshot = null;
    for (const listener of listeners) listener();
  });
  return {
    get: () => (snapshot ??= new Map(map.entries())),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function storeOf(map: Y.Map<FieldValue>): FieldStore {
  const store = stores.get(map) ?? watch(map);
  stores.set(map, store);
  return store;
}

/** For who acts and draws nothing: as they are now, also in the middle of a transaction, of which nobody was told yet. */
export function fieldsNow({ doc }: ProposalSession, name: MapName): Fields {
  const map = doc.getMap<FieldValue>(name);
  return doc._transaction ? new Map(map.entries()) : storeOf(map).get();
}

/** @returns the same map for all who ask, until something changes */
export function useFields(session: ProposalSession, name: MapName): Fields {
  const { get, subscribe } = storeOf(session.doc.getMap<FieldValue>(name));
  return useSyncExternalStore(subscribe, get);
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
