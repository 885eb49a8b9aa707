// A mail to the administrator who asks for it: the one way to know that mail works. Waits, where all other mails do not.

import { composeLetter } from '../mail/letter.ts';
import { mailWords } from '../mail/words/mail-words.ts';
import { languageOfPerson } from '../notices/settings.ts';
import { countAttempt } from './attempt-limits.ts';
import type { Deps, Person } from './deps.ts';
import { authoriseInstallation } from './installation-access.ts';
import { recordAudit } from './record-audit.ts';

export async function testMail(deps: Deps, person: Person) {
  authoriseInstallation(deps.database.orm, person, 'installation.manage');
  const to = person.email;
  const { language, words } = mailWords(languageOfPerson(deps.database.orm, person.userId));
  const letter = composeLetter({ language, subject: words.testSubject, paragraphs: [words.testText(deps.publicUrl)] });
  if (deps.mailer.delivery === 'mailbox') return { outcome: 'mailbox' as const, to, reason: '' };
  countAttempt(deps, 'mail', person.userId);
  const reason = (await deps.mailer.deliver({ id: deps.newId(), to, letter }))?.reason ?? null;
  deps.database.transaction((tx) => {
    recordAudit(deps, tx, { kind: 'mail.tested', actorId: person.userId, data: { sent: reason === null } });
  });
  return { outcome: reason === null ? ('sent' as const) : ('failed' as const), to, reason: reason ?? '' };
}
