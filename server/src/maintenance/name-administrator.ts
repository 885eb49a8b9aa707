// `npm run administrator -- E-MAIL`: names an administrator from the machine itself, for when nobody who is one can come in. Also
// lets in again who was shut out. Works while the server runs.

import { openBeside } from '@adagia/db/open-database';
import { findAccountByEmail } from '@adagia/db/repositories/accounts';
import { deleteDisabled } from '@adagia/db/repositories/installation';
import { uuidv7 } from 'uuidv7';
import { nameAdministrator } from '../commands/installation-people.ts';
import { CommandError, runCommand, say } from './run-command.ts';

await runCommand(async ({ dataDir, args: [email] }) => {
  if (!email) throw new CommandError('whom? npm run administrator -- E-MAIL');
  const database = openBeside(dataDir);
  try {
    const user = findAccountByEmail(database.orm, email.trim().toLowerCase());
    if (!user || user.deletedAt !== null) throw new CommandError(`nobody has an account with ${email}`);
    database.transaction((tx) => {
      nameAdministrator({ now: Date.now, newId: uuidv7 }, tx, user.id, null);
      deleteDisabled(tx, user.id);
    });
    say(`${user.name} looks after this installation now.`);
  } finally {
    database.close();
  }
});
