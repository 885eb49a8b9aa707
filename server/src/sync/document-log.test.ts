import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@adagia/db/open-database';
import { sqliteDocumentLog } from '@adagia/db/sqlite-document-log';
import { expect, test } from 'vitest';
import { documentLogContract } from './document-log.contract.ts';
import { DamagedLogError, type DocumentLog, StaleEpochError } from './document-log.ts';
import { MemoryDocumentLog } from './memory-document-log.ts';

const errors = {
  stale: (documentId: string) => new StaleEpochError(documentId),
  damaged: (documentId: string, seq: number) => new DamagedLogError(documentId, seq),
};

function openSqlite(): { log: DocumentLog; database: Database; reopen(): DocumentLog } {
  const dataDir = mkdtempSync(join(tmpdir(), 'adagia-log-'));
  let database = openDatabase(dataDir);
  return {
    log: sqliteDocumentLog(database, errors),
    database,
    reopen() {
      database.close();
      database = openDatabase(dataDir);
      return sqliteDocumentLog(database, errors);
    },
  };
}

documentLogContract('SQLite', openSqlite);
documentLogContract('memory', () => {
  const log = new MemoryDocumentLog();
  return { log, reopen: () => log };
});

test('L5 a flipped bit in a stored update is found, not shown', async () => {
  const { log, database } = openSqlite();
  await log.create('d', 'g', { authorId: null, at: 1, bytes: new Uint8Array([1, 2, 3]), newClientIds: [] });
  database.driver.prepare('UPDATE document_update SET bytes = ?').run(Buffer.from([1, 2, 7]));
  await expect(log.open('d')).rejects.toBeInstanceOf(DamagedLogError);
});
