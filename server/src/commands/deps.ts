// What every command needs. Made in main.ts; tests make their own.
import type { Database } from '@adagia/db/open-database';
import type { Logger } from 'pino';
import type { SignedIn } from '../auth/create-auth.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { UnsubscribeTokens } from '../notices/unsubscribe-tokens.ts';
import type { Rooms } from '../sync/rooms.ts';
import type { StorageState } from '../sync/storage-health.ts';
import type { Uploads } from '../uploads/uploads.ts';

export interface Deps {
  database: Database;
  rooms: Rooms;
  mailer: Mailer;
  log: Logger;
  publicUrl: string;
  uploads: Uploads;
  /** What people changed up to now is in the timeline, and in the titles of lists, when it returns. */
  recordChanges(): void;
  /** Of the installation, for who looks after it. */
  site: { dataDir: string; version: string; unsubscribeTokens: UnsubscribeTokens; health(): StorageState };
  jobs: Pick<JobRunner, 'enqueue' | 'wake'>;
  /** Milliseconds. */
  now(): number;
  /** UUIDv7, in lower case. */
  newId(): string;
}

export type Person = SignedIn;
export const iso = (ms: number): string => new Date(ms).toISOString();
