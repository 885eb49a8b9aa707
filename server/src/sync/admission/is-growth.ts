// Whether a full document would be larger for an update. Nothing that deletes may be refused there: else nobody could make room,
// and whoever comes in would be refused for the deletions that they only know of.
import type { DocumentIndex } from './document-index.ts';
import type { StructTable } from './struct-table.ts';

/** Call before the index has learned it. Not growth is what only deletes, and what takes more letters away than it has bytes. */
export function isGrowth(table: StructTable, index: DocumentIndex): boolean {
  return hasNewStructs(table, index) && deletedLength(table, index) < table.bytes.length;
}

function hasNewStructs({ blocks, clock, length }: StructTable, index: DocumentIndex): boolean {
  return blocks.some(({ client, from, until }) => {
    const last = until - 1;
    return last >= from && (clock[last] ?? 0) + (length[last] ?? 0) > index.state(client);
  });
}

function deletedLength({ deletions }: StructTable, index: DocumentIndex): number {
  let sum = 0;
  for (let at = 0; at < deletions.length; at += 3) {
    const from = deletions[at + 1] ?? 0;
    index.eachAlive(deletions[at] ?? 0, from, from + (deletions[at + 2] ?? 0), (start, end) => {
      sum += end - start;
    });
  }
  return sum;
}
