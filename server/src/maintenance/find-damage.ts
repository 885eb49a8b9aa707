// Everything that can be wrong with a database file: its structure, each row of each log, and whether every document loads.
import { type Finding, findDamagedRows, listDocuments } from '@adagia/db/maintenance/find-damaged-rows';
import type { Database } from '@adagia/db/open-database';
import { sqliteDocumentLog } from '@adagia/db/sqlite-document-log';
import { logErrors } from '../sync/document-log.ts';
import { foldLog } from '../sync/fold-log.ts';

/** Changes nothing. Takes about a second for 100 MB. */
export async function findDamage(database: Database): Promise<Finding[]> {
  const findings = findDamagedRows(database);
  const log = sqliteDocumentLog(database, logErrors);
  for (const { id, lastSeq } of listDocuments(database)) {
    if (findings.some(({ documentId, isKnown }) => documentId === id && !isKnown)) continue;
    try {
      foldLog(await log.read(id, lastSeq));
    } catch (error) {
      findings.push({ documentId: id, problem: `does not load: ${(error as Error).message}`, isKnown: false });
    }
  }
  return findings;
}

export const sentenceOf = ({ documentId, problem }: Finding): string =>
  documentId ? `proposal ${documentId}: ${problem}` : problem;
