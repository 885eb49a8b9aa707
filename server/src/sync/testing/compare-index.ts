// What a document's index knows and what a Y.Doc of the same updates knows, as text to compare.
import { createID, type Doc, getItem, getState } from 'yjs';
import { type DocumentIndex, isMarkPart } from '../admission/document-index.ts';
import { answers, fields } from './random-writers.ts';

/**
 * Deleted clocks. Marks are left out: whoever applies a remote format clears superfluous ones away by themselves, and the index
 * learns it only when they send it.
 */
function deleted(index: DocumentIndex, isDeleted: (client: number, clock: number) => boolean): string {
  const found: string[] = [];
  for (const client of [...index.clients.keys()].toSorted((a, b) => a - b)) {
    for (let clock = 0; clock < index.state(client); clock += 1) {
      const part = index.partAt(client, clock);
      if (part !== undefined && !isMarkPart(part) && isDeleted(client, clock)) found.push(`${client}:${clock}`);
    }
  }
  return `deleted ${found.join(' ')}`;
}

/** @param index says which clocks are marks */
export function seenByDocument(doc: Doc, index: DocumentIndex): string[] {
  const clients = [...doc.store.clients.keys()].toSorted((a, b) => a - b);
  return [
    ...clients.map((client) => `${client}=${getState(doc.store, client)}`),
    deleted(index, (client, clock) => getItem(doc.store, createID(client, clock)).deleted),
    ...fields.map(([map, key]) => `${map}/${key}=${JSON.stringify(doc.getMap(map).get(key))}`),
    ...answers.map((name) => `${name} ${JSON.stringify(doc.getText(name).getAttribute('block'))}`),
  ];
}

export function seenByIndex(index: DocumentIndex): string[] {
  const clients = [...index.clients.keys()].toSorted((a, b) => a - b);
  const valueOf = (root: string, key: string) => JSON.stringify(index.valueOf(index.placeId(root, key)));
  return [
    ...clients.map((client) => `${client}=${index.state(client)}`),
    deleted(index, (client, clock) => index.clients.get(client)?.isDeleted(clock) ?? false),
    ...fields.map(([map, key]) => `${map}/${key}=${valueOf(map, key)}`),
    ...answers.map((name) => `${name} ${valueOf(name, 'block')}`),
  ];
}
