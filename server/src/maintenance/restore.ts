// `npm run restore -- FILE`: puts a backup in the place of what is there, also while the server runs. The backup itself is not
// touched, and what was there is kept.
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isUnusable, restoreAsFile, restoreInto } from '@adagia/db/maintenance/restore-database';
import { type Database, openBeside, openCopy } from '@adagia/db/open-database';
import { bringBackFiles } from './document-files.ts';
import { findDamage, sentenceOf } from './find-damage.ts';
import { CommandError, type CommandInput, runCommand, say, stamp } from './run-command.ts';

const ACCEPT_DAMAGE = '--accept-damage';

async function assertSound(copy: Database, file: string): Promise<void> {
  const findings = (await findDamage(copy)).filter(({ isKnown }) => !isKnown).map(sentenceOf);
  if (findings.length === 0) return;
  throw new CommandError(
    [`${file} is damaged; with ${ACCEPT_DAMAGE} it is restored as far as it goes`, ...findings].join('\n'),
  );
}

/** null: there is no database there that can be opened. */
function openLive(dataDir: string): Database | null {
  try {
    return openBeside(dataDir);
  } catch (error) {
    if (isUnusable(error)) return null;
    throw error;
  }
}

function putInPlace(dataDir: string, copy: Database, keepAs: string): void {
  const live = openLive(dataDir);
  if (!live) return restoreAsFile(dataDir, copy, keepAs);
  try {
    const { name } = copy.driver;
    copy.close();
    restoreInto(live, name, keepAs);
  } finally {
    live.close();
  }
}

await runCommand(async ({ dataDir, args }: CommandInput) => {
  const [name] = args.filter((arg) => arg !== ACCEPT_DAMAGE);
  if (!name) throw new CommandError('which file? npm run restore -- FILE');
  const file = resolve(name);
  if (!existsSync(file)) throw new CommandError(`${file} does not exist`);
  const staging = resolve(join(dataDir, `restore-${process.pid}.sqlite`));
  const keepAs = resolve(join(dataDir, `before-restore-${stamp(new Date())}.sqlite`));
  try {
    copyFileSync(file, staging);
    const copy = openCopy(staging);
    if (!args.includes(ACCEPT_DAMAGE)) await assertSound(copy, file);
    const lost = bringBackFiles(copy, file, dataDir);
    putInPlace(dataDir, copy, keepAs);
    for (const one of lost) say(`Not in the backup: ${one}`);
  } finally {
    for (const part of ['', '-wal', '-shm']) rmSync(staging + part, { force: true });
  }
  say(`Restored: ${file}`);
  if (existsSync(keepAs)) say(`What was there before is kept: ${keepAs}`);
});
