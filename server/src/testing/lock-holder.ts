// Another program that has the database to itself for a while. Run as a program it is that one; imported it starts it.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openBeside } from '@adagia/db/open-database';

export interface LockHolder {
  /** The lock is gone when it resolves. */
  release(): Promise<void>;
}

/** Resolves when the lock is held. */
export async function holdLock(dataDir: string): Promise<LockHolder> {
  const child: ChildProcess = fork(fileURLToPath(import.meta.url), [dataDir]);
  await once(child, 'message');
  return {
    async release() {
      const ended = once(child, 'exit');
      child.send('release');
      await ended;
    },
  };
}

function hold(dataDir: string): void {
  const { driver } = openBeside(dataDir);
  driver.pragma('busy_timeout = 10000');
  driver.exec('BEGIN IMMEDIATE');
  process.send?.('held');
  process.on('message', () => {
    driver.exec('ROLLBACK');
    process.exit(0);
  });
}

const [, program, dataDir] = process.argv;
if (program === fileURLToPath(import.meta.url) && dataDir) hold(dataDir);
