// What the commands beside the server have in common: settings from the environment, what they say, and how they end.
import { DatabaseError } from '@adagia/db/open-database';
import { ConfigError, readConfig } from '../config/read-config.ts';

/** For whoever gave the command: what is wrong and what to do, in one line each. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

export interface CommandInput {
  dataDir: string;
  args: string[];
}

export const say = (text: string): void => void process.stdout.write(`${text}\n`);

const isExpected = (error: unknown): error is Error =>
  error instanceof CommandError || error instanceof DatabaseError || error instanceof ConfigError;

/** Ends with 1 when the command fails, so that a nightly job is noticed. */
export async function runCommand(command: (input: CommandInput) => Promise<void>): Promise<void> {
  try {
    const { dataDir } = readConfig(process.env);
    await command({ dataDir, args: process.argv.slice(2) });
  } catch (error) {
    process.stderr.write(`adagia: ${isExpected(error) ? error.message : String((error as Error).stack)}\n`);
    process.exitCode = 1;
  }
}

/**
 * Of the moment, in a form that sorts and that every file system takes: `2026-11-26T10-18-41-123`. To the millisecond, as two
 * restores within one second must not want the same name for what they keep.
 */
export const stamp = (at: Date): string => at.toISOString().slice(0, -1).replaceAll(/[:.]/g, '-');
