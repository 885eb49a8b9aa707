// A document log that lives in a process of its own, as the server sees the log of a second one: same file, other memory. Run
// as a program it is that process; imported it starts one and speaks to it.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openBeside } from '@adagia/db/open-database';
import { sqliteDocumentLog } from '@adagia/db/sqlite-document-log';
import { type DocumentLog, logErrors, StaleEpochError } from '../sync/document-log.ts';

interface Call {
  id: number;
  method: keyof DocumentLog;
  args: unknown[];
}
interface Reply {
  id: number;
  value?: unknown;
  error?: string;
}

export interface LogProcess {
  log: DocumentLog;
  /** SIGKILL. Calls that were not answered never are. */
  kill(): Promise<void>;
}

/** @param dataDir has a database that is up to date */
export async function startLogProcess(dataDir: string): Promise<LogProcess> {
  const child: ChildProcess = fork(fileURLToPath(import.meta.url), [dataDir], { serialization: 'advanced' });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastId = 0;
  child.on('message', ({ id, value, error }: Reply) => {
    const asked = waiting.get(id);
    if (error === undefined) asked?.resolve(value);
    else asked?.reject(error.startsWith('document') ? new StaleEpochError(error) : new Error(error));
  });
  const call = (method: keyof DocumentLog, ...args: unknown[]): Promise<never> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      child.send({ id: lastId, method, args } satisfies Call);
    });
  await once(child, 'spawn');
  return {
    log: {
      create: (...args) => call('create', ...args),
      open: (...args) => call('open', ...args),
      append: (...args) => call('append', ...args),
      saveSnapshot: (...args) => call('saveSnapshot', ...args),
    },
    async kill() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function serve(dataDir: string): void {
  const log: DocumentLog = sqliteDocumentLog(openBeside(dataDir), logErrors);
  process.on('message', ({ id, method, args }: Call) => {
    const work = log[method] as (...given: unknown[]) => Promise<unknown>;
    work.apply(log, args).then(
      (value) => process.send?.({ id, value }),
      (error: Error) => process.send?.({ id, error: error.message }),
    );
  });
  process.on('disconnect', () => process.exit(0));
}

const [, program, dataDir] = process.argv;
if (program === fileURLToPath(import.meta.url) && dataDir) serve(dataDir);
