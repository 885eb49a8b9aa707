// Invitations of the time when each worked once know afterwards how often they were used, and by whom.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from './open-database.ts';
import { openOldDatabase } from './testing/old-database.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'adagia-old-invitations-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

test('one that was accepted was used once, by whoever accepted it; the others wait as they did', () => {
  const old = openOldDatabase(dataDir, 'entering');
  old.exec(`
    INSERT INTO user (id, name, email, email_verified, created_at, updated_at) VALUES
      ('ana', 'Ana', 'ana@example.org', 0, 1, 1), ('ben', 'Ben', 'ben@example.org', 0, 1, 1);
    INSERT INTO proposal (id, call_id, sector, title, acronym, created_by, created_at, active_at)
      VALUES ('p', 'KA220-2026', 'ADU', 'Next Door', '', 'ana', 1, 1);
    INSERT INTO member (proposal_id, user_id, role, joined_at) VALUES ('p', 'ben', 'editor', 5);
    INSERT INTO invitation (id, proposal_id, token_hash, role, email, message, created_by, created_at, expires_at, accepted_at, accepted_by)
      VALUES ('used', 'p', 'h1', 'editor', '', '', 'ana', 1, 9, 5, 'ben'), ('open', 'p', 'h2', 'viewer', '', '', 'ana', 1, 9, NULL, NULL);
  `);
  old.close();
  const { driver, close } = openDatabase(dataDir);
  const all = (sql: string) => driver.prepare(sql).all();
  expect(all('SELECT id, uses_max, used_count, allows_guests FROM invitation ORDER BY id')).toEqual([
    { id: 'open', uses_max: 1, used_count: 0, allows_guests: 0 },
    { id: 'used', uses_max: 1, used_count: 1, allows_guests: 0 },
  ]);
  expect(all('SELECT invitation_id, user_id, at, session_id FROM invitation_use')).toEqual([
    { invitation_id: 'used', user_id: 'ben', at: 5, session_id: null },
  ]);
  expect(all('SELECT section_ids FROM member')).toEqual([{ section_ids: null }]);
  expect(all("SELECT is_guest, contact_email, merged_into FROM user WHERE id = 'ana'")).toEqual([
    { is_guest: 0, contact_email: '', merged_into: null },
  ]);
  expect(driver.pragma('foreign_key_check')).toEqual([]);
  close();
});
