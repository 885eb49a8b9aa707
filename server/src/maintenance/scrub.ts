// `npm run scrub`: reads everything that is stored and says what is damaged, while the server runs. Changes nothing.
import { openBeside } from '@adagia/db/open-database';
import { findDamagedFiles } from './document-files.ts';
import { findDamage, sentenceOf } from './find-damage.ts';
import { CommandError, runCommand, say } from './run-command.ts';

await runCommand(async ({ dataDir }) => {
  const database = openBeside(dataDir);
  const findings = await findDamage(database);
  const files = findDamagedFiles(database, dataDir);
  database.close();
  for (const known of findings.filter(({ isKnown }) => isKnown)) say(sentenceOf(known));
  const fresh = [...findings.filter(({ isKnown }) => !isKnown).map(sentenceOf), ...files];
  if (fresh.length > 0) throw new CommandError(['what is stored is damaged:', ...fresh].join('\n'));
  say(findings.length > 0 ? 'Everything else is whole.' : 'Everything that is stored is whole.');
});
