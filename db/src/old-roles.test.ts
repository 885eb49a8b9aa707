// A database of the time of three roles opens, and everybody in it has the role that does what theirs did.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from './open-database.ts';
import { openOldDatabase } from './testing/old-database.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'adagia-old-roles-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

function fillOld(): void {
  const old = openOldDatabase(dataDir, 'people_roles');
  old.exec(`
    INSERT INTO user (id, name, email, email_verified, created_at, updated_at) VALUES
      ('ana', 'Ana', 'ana@example.org', 0, 1, 1), ('ben', 'Ben', 'ben@example.org', 0, 1, 1),
      ('eve', 'Eve', 'eve@example.org', 0, 1, 1);
    INSERT INTO proposal VALUES ('p', 'KA220-2026', 'ADU', 'The partner', '', 'ana', 1, 1);
    INSERT INTO organisation VALUES ('o', 'p', 'partner', 1, 'Scoala', 'RO', '', '', '', 0);
    INSERT INTO member VALUES ('p', 'ana', 'coordinator', NULL, 1), ('p', 'ben', 'partner', 'o', 2), ('p', 'eve', 'reviewer', NULL, 3);
    INSERT INTO invitation (id, proposal_id, token_hash, role, email, message, created_by, created_at, expires_at) VALUES
      ('i1', 'p', 'h1', 'partner', '', '', 'ana', 1, 2), ('i2', 'p', 'h2', 'reviewer', '', '', 'ana', 1, 2);
    INSERT INTO timeline VALUES
      ('t1', 'p', 'member', 1, 1, 'ana', NULL, 'ben', '', '{"change":"role","name":"partner","old":"reviewer","new":"partner"}'),
      ('t2', 'p', 'invitation', 2, 2, 'ana', NULL, 'i1', '', '{"email":"","role":"partner"}'),
      ('t3', 'p', 'fact', 3, 3, 'ana', NULL, 'kind', '', '{"old":"partner","new":"reviewer"}');
  `);
  old.close();
}

test('partners are editors, reviewers commenters, in the timeline too; and nothing else is renamed', () => {
  fillOld();
  const { driver, close } = openDatabase(dataDir);
  const all = (sql: string) => driver.prepare(sql).raw().all().flat();
  expect(all('SELECT role FROM member ORDER BY user_id')).toEqual(['coordinator', 'editor', 'commenter']);
  expect(all('SELECT role FROM invitation ORDER BY id')).toEqual(['editor', 'commenter']);
  expect(all('SELECT role FROM organisation')).toEqual(['partner']);
  expect(all('SELECT data FROM timeline ORDER BY id').map((data) => JSON.parse(String(data)))).toEqual([
    { change: 'role', name: 'partner', old: 'commenter', new: 'editor' },
    { email: '', role: 'editor' },
    { old: 'partner', new: 'reviewer' },
  ]);
  expect(driver.pragma('foreign_key_check')).toEqual([]);
  close();
});
