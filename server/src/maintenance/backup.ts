// `npm run backup [-- FILE]`: a checked copy of the database, while the server runs, and of the documents beside it.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { copyDatabase, publishFile } from '@adagia/db/maintenance/copy-database';
import { databaseFileIn, openBeside, openCopy } from '@adagia/db/open-database';
import { backUpFiles, uploadsBeside } from './document-files.ts';
import { findDamage, sentenceOf } from './find-damage.ts';
import { CommandError, type CommandInput, runCommand, say, stamp } from './run-command.ts';

/** @returns what is damaged, and which documents have no file. */
async function check(copy: string, dataDir: string, file: string): Promise<{ damage: string[]; lost: string[] }> {
  const database = openCopy(copy);
  try {
    // What was set aside earlier is in the copy as it is, and no reason to have no backups from now on.
    const damage = (await findDamage(database)).filter(({ isKnown }) => !isKnown).map(sentenceOf);
    return { damage, lost: damage.length > 0 ? [] : backUpFiles(database, dataDir, file) };
  } finally {
    // One file, without a journal beside it.
    database.driver.pragma('journal_mode = DELETE');
    database.close();
  }
}

await runCommand(async ({ dataDir, args: [name] }: CommandInput) => {
  const file = resolve(name ?? join(dataDir, 'backups', `adagia-${stamp(new Date())}.sqlite`));
  // Says in words when the folder is none, or of another version.
  openBeside(dataDir).close();
  if (existsSync(file)) throw new CommandError(`${file} exists already`);
  const part = `${file}.part`;
  // Of one that was interrupted.
  rmSync(part, { force: true });
  copyDatabase(databaseFileIn(dataDir), part);
  const { damage, lost } = await check(part, dataDir, file);
  if (damage.length > 0) {
    renameSync(part, `${file}.damaged`);
    throw new CommandError(`the database is damaged; the copy is kept as ${file}.damaged\n${damage.join('\n')}`);
  }
  publishFile(part, file);
  if (lost.length > 0) throw new CommandError(`the backup is ${file}; it lacks\n${lost.join('\n')}`);
  say(`The backup is complete and was checked: ${file}`);
  if (existsSync(uploadsBeside(file))) say(`The uploaded documents are beside it: ${uploadsBeside(file)}`);
});
