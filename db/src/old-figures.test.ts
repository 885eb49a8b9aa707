// A database of before figures had a history of their own opens, and what its timeline knows of them is that history.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from './open-database.ts';
import { listFigureChanges } from './repositories/figure-changes.ts';
import { openOldDatabase } from './testing/old-database.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'adagia-old-figures-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

test('what the timeline knows of a figure becomes its history', () => {
  const old = openOldDatabase(dataDir, 'figure_history');
  old.exec(`
    INSERT INTO user (id, name, email, email_verified, created_at, updated_at) VALUES
      ('ana', 'Ana', 'ana@example.org', 0, 1, 1), ('ben', 'Ben', 'ben@example.org', 0, 1, 1);
    INSERT INTO proposal (id, call_id, sector, title, acronym, created_by, created_at, active_at)
      VALUES ('p', 'KA220-2026', 'ADU', 'Next Door', '', 'ana', 1, 1);
    INSERT INTO timeline VALUES
      ('t1', 'p', 'budget', 1, 1, 'ana', 'o', 'w/o', '', '{"old":null,"new":700}'),
      ('t2', 'p', 'budget', 2, 2, 'ben', NULL, 'w/o', '', '{"overtaken":500,"new":700}'),
      ('t3', 'p', 'budget', 3, 3, 'gone', NULL, 'w/o', '', '{"old":700,"new":9}'),
      ('t4', 'p', 'plan', 4, 4, 'ana', 'o', 'w/o', '', '{"old":1,"new":2}');
  `);
  old.close();
  const { orm, close } = openDatabase(dataDir);
  const rows = listFigureChanges(orm, { proposalId: 'p', cells: ['w/o'] }, 10);
  const brief = rows.map(({ change: { actorId, organisationId, at, before, after, overtaken }, actorName }) => {
    return [actorName, actorId, organisationId, at, before, after, overtaken];
  });
  expect(brief).toEqual([
    ['Ben', 'ben', null, 2, 700, 700, 500],
    ['Ana', 'ana', 'o', 1, null, 700, null],
  ]);
  close();
});
