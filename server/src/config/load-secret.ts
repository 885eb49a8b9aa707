// The key that signs session cookies: from the environment, or made once and kept beside the database, readable by the
// owner only. Losing it signs everybody out, nothing more.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function loadSecret(dataDir: string, fromEnvironment: string | null): string {
  if (fromEnvironment) return fromEnvironment;
  const file = join(dataDir, 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
