// What an admitted update changes, in the words of the timeline: characters per answer, old and new values of fields. Read
// before and after the update is applied, never in a Yjs listener, where an exception would make the document mute.
import { type FieldValue, mapNames } from '@adagia/shared/document';
import * as Y from 'yjs';
import type { ContentChange } from './rooms.ts';
import type { DecodedUpdate, Tracer } from './trace.ts';

interface TextChange {
  added: number;
  removed: number;
}

type Touched = { texts: Map<string, TextChange>; fields: Map<string, { map: (typeof mapNames)[number]; key: string }> };

function touchText(touched: Touched, root: string): TextChange {
  const change = touched.texts.get(root) ?? { added: 0, removed: 0 };
  touched.texts.set(root, change);
  return change;
}

function touchField(touched: Touched, root: string, key: string): void {
  const map = mapNames.find((name) => name === root);
  if (map) touched.fields.set(`${root}/${key}`, { map, key });
}

function collectAdded(touched: Touched, { structs }: DecodedUpdate, tracer: Tracer, doc: Y.Doc): void {
  for (const struct of structs) {
    const known = Y.getState(doc.store, struct.id.client) - struct.id.clock;
    if (known >= struct.length || !(struct instanceof Y.Item)) continue;
    const place = tracer.placeOf(struct);
    if (!place) continue;
    if (place.mapKey === null && struct.content instanceof Y.ContentString) {
      touchText(touched, place.root).added += struct.length - Math.max(0, known);
    } else if (place.mapKey !== null) touchField(touched, place.root, place.mapKey);
  }
}

function collectRemoved(touched: Touched, { ds }: DecodedUpdate, tracer: Tracer, doc: Y.Doc): void {
  for (const [client, ranges] of ds.clients) {
    const structs = doc.store.clients.get(client) ?? [];
    for (const { clock, len } of ranges) {
      if (clock >= Y.getState(doc.store, client)) continue;
      for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
        const item = structs[index];
        if (!item || item.id.clock >= clock + len) break;
        if (!(item instanceof Y.Item) || item.deleted) continue;
        const place = tracer.placeOfItem(item);
        if (!place) continue;
        const from = Math.max(clock, item.id.clock);
        const until = Math.min(clock + len, item.id.clock + item.length);
        if (place.mapKey !== null) touchField(touched, place.root, place.mapKey);
        else if (item.content instanceof Y.ContentString) touchText(touched, place.root).removed += until - from;
      }
    }
  }
}

/** @returns what to call once the update is applied, for the list of changes. */
export function watchChanges(doc: Y.Doc, decoded: DecodedUpdate, tracer: Tracer): () => ContentChange[] {
  const touched: Touched = { texts: new Map(), fields: new Map() };
  collectAdded(touched, decoded, tracer, doc);
  collectRemoved(touched, decoded, tracer, doc);
  const valueOf = (map: string, key: string) => doc.getMap<FieldValue>(map).get(key) ?? null;
  const before = [...touched.fields.values()].map((field) => ({ ...field, before: valueOf(field.map, field.key) }));
  return () => {
    const changes: ContentChange[] = [];
    for (const [key, change] of touched.texts) changes.push({ kind: 'text', key, ...change });
    for (const field of before) {
      const after = valueOf(field.map, field.key);
      if (after !== field.before) changes.push({ kind: 'field', ...field, after });
    }
    return changes;
  };
}
