// What an admitted update changes, in the words of the timeline: characters per answer, old values of fields. Counted before
// the index learns it; new values are asked for afterwards.
import type { FieldValue } from '@adagia/shared/document';
import { mapNames } from '@adagia/shared/document';
import type { ContentChange } from '../rooms.ts';
import type { AdmittedUpdate } from './admit-update.ts';
import { type DocumentIndex, isMarkPart, type Part, placeIdOf } from './document-index.ts';
import { KNOWN } from './place-structs.ts';
import { contentKind } from './struct-table.ts';

export interface ChangeCount {
  texts: Map<number, { added: number; removed: number }>;
  /** Old values by place, and the last one that was written. */
  fields: Map<number, { old: FieldValue | undefined; written: FieldValue | undefined }>;
}

export function countChanges({ table, parts, values }: AdmittedUpdate, index: DocumentIndex): ChangeCount {
  const count: ChangeCount = { texts: new Map(), fields: new Map() };
  const { blocks, clock, length, kind, deletions } = table;
  for (const { client, from, until } of blocks) {
    const known = index.state(client);
    for (let row = from; row < until; row += 1) {
      const part = parts[row] ?? KNOWN;
      if (part === KNOWN) continue;
      const added = (length[row] ?? 0) - Math.max(0, known - (clock[row] ?? 0));
      touch(count, index, part, kind[row] === contentKind.characters ? added : 0, 0);
      const field = count.fields.get(placeIdOf(part));
      if (field) field.written = values.get(row);
    }
  }
  for (let at = 0; at < deletions.length; at += 3) {
    const from = deletions[at + 1] ?? 0;
    index.eachAlive(deletions[at] ?? 0, from, from + (deletions[at + 2] ?? 0), (start, end, part) =>
      touch(count, index, part, 0, end - start),
    );
  }
  return count;
}

function touch({ texts, fields }: ChangeCount, index: DocumentIndex, part: Part, added: number, removed: number): void {
  const place = placeIdOf(part);
  if (index.place(place).mapKey !== null) {
    if (!fields.has(place)) fields.set(place, { old: index.valueOf(place), written: undefined });
    return;
  }
  if (isMarkPart(part) || added + removed === 0) return;
  const text = texts.get(place);
  if (!text) texts.set(place, { added, removed });
  else {
    text.added += added;
    text.removed += removed;
  }
}

/** Call when the index has learnt the update. Fields that are as before, and attributes of texts, are left out. */
export function presentChanges({ texts, fields }: ChangeCount, index: DocumentIndex): ContentChange[] {
  const changes: ContentChange[] = [];
  for (const [place, { added, removed }] of texts) {
    changes.push({ kind: 'text', key: index.place(place).root, added, removed });
  }
  for (const [place, { old, written }] of fields) {
    const { root, mapKey } = index.place(place);
    const map = mapNames.find((name) => name === root);
    const [before, after] = [old ?? null, index.valueOf(place) ?? null];
    if (!map || mapKey === null) continue;
    if (after !== before) changes.push({ kind: 'field', map, key: mapKey, before, after });
    else if (written !== undefined && written !== after) {
      changes.push({ kind: 'field', map, key: mapKey, before, after, overtaken: written });
    }
  }
  return changes;
}
