// The key that signs session cookies and encrypts second factors: from the environment, or made once and kept beside the database,
// readable by the owner only. Losing it signs everybody out, and second factors of before work no more.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, SECRET_MIN } from './read-config.ts';

/** @throws ConfigError when it is there and cannot be used: a new one in its place would hide the mistake. */
export function loadSecret(dataDir: string, fromEnvironment: string | null): string {
  if (fromEnvironment) return fromEnvironment;
  const file = join(dataDir, 'secret');
  const secret = readOrMake(file);
  if (secret.length < SECRET_MIN) throw new ConfigError(`${file} is damaged; delete it, and everybody signs in again`);
  return secret;
}

function readOrMake(file: string): string {
  try {
    if (!existsSync(file)) {
      // Under its name only when it is whole: a power cut must not leave an empty key.
      writeFileSync(`${file}.new`, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
      renameSync(`${file}.new`, file);
    }
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new ConfigError(`${file} cannot be read or written`, { cause: error });
  }
}
