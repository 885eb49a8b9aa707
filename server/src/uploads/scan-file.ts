// Asks the administrator's virus scanner about a file: a command that gets the file's path as its last argument, and whose exit code
// decides. Started without a shell, so that nothing in a path is taken for a command. Without a command nothing is asked.
import { execFile } from 'node:child_process';

/** Milliseconds. clamscan without its daemon loads its signatures for half a minute first. */
const SCAN_TIMEOUT_MS = 120_000;

/** 0 of the command: clean. 1: refused. Anything else, and a command that does not start or end: unknown. */
export type Verdict = 'clean' | 'refused' | 'unknown';

/** @param command program and arguments, separated by blanks; null: everything is clean */
export function scanFile(command: string | null, path: string): Promise<Verdict> {
  const [program, ...args] = command?.trim().split(/\s+/) ?? [];
  if (!program) return Promise.resolve('clean');
  return new Promise((resolve) => {
    execFile(program, [...args, path], { timeout: SCAN_TIMEOUT_MS, windowsHide: true }, (error) => {
      if (!error) resolve('clean');
      else resolve(error.code === 1 ? 'refused' : 'unknown');
    });
  });
}
