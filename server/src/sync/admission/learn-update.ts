// Lets an index learn an update that was admitted before, when a document is loaded.
import type { FieldValue } from '@adagia/shared/document';
import { type AdmittedUpdate, enter } from './admit-update.ts';
import { DocumentIndex } from './document-index.ts';
import { KNOWN, placeStructs } from './place-structs.ts';
import { readValues } from './read-content.ts';
import { contentKind, StructTable } from './struct-table.ts';
import { suggestionsIn } from './suggestion-names.ts';

/** What is stored was below the ceilings of its time. */
const unlimited = { structs: Infinity, clients: Infinity, deletions: Infinity, clock: Infinity } as const;

/** @returns the update as it was read. @throws when it does not fit behind what the index has: such a document is never written. */
export function learnUpdate(update: Uint8Array, index: DocumentIndex): StructTable {
  const table = StructTable.read(update, unlimited);
  checkNoGap(table, index);
  const { parts, runs } = placeStructs(table, index);
  const values = new Map<number, FieldValue>();
  for (let row = 0; row < parts.length; row += 1) {
    if (parts[row] !== KNOWN && table.kind[row] === contentKind.values) {
      values.set(row, readValues(table, row).at(-1) as FieldValue);
    }
  }
  enter({ table, parts, runs, values, newClientIds: [], suggestions: [], madeUp: [] } satisfies AdmittedUpdate, index);
  return table;
}

/** @param snapshot a whole document in one update: every suggestion in it was admitted. @throws when it has gaps */
export function learnSnapshot(snapshot: Uint8Array): DocumentIndex {
  const index = new DocumentIndex();
  for (const { name } of suggestionsIn(learnUpdate(snapshot, index))) index.suggestions.add(name);
  return index;
}

function checkNoGap({ blocks, clock, kind }: StructTable, index: DocumentIndex): void {
  const isGap = blocks.some(({ client, from, until }) => until > from && (clock[from] ?? 0) > index.state(client));
  if (isGap || kind.includes(contentKind.skip)) throw new Error('the log has gaps');
}
