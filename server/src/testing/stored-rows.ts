// Everything that commands can have changed, as text: equal before and after means that a refusal changed nothing.
import type { TestServer } from './test-server.ts';

const tables = [
  'proposal',
  'organisation',
  'member',
  'invitation',
  'invitation_use',
  'access_request',
  'user',
  'mail',
  'document_update',
  'answer_state',
  'thread',
  'comment',
  'thread_read',
  'timeline',
  'audit',
  'leftover',
  'job',
  'administrator',
  'disabled_person',
  'setting',
  'user',
  'account',
  'passkey',
  'two_factor',
  'section_right',
  'section_writer',
  'daily_rate',
];

export function storedRows({ deps: { database } }: TestServer): string {
  return JSON.stringify(
    tables.map((table) => database.driver.prepare(`SELECT * FROM "${table}" ORDER BY rowid`).all()),
  );
}
