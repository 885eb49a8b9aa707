// Which work each kind of job is. The one place that knows them all.
import type { Deps } from '../commands/deps.ts';
import { eraseDeleted } from '../commands/erase-proposals.ts';
import { sweepUploads } from '../commands/sweep-uploads.ts';
import { mailJob } from '../mail/post-mail.ts';
import { tellDeadlines } from '../notices/deadlines.ts';
import { sendDueDigests } from '../notices/digest.ts';
import { remindOfDue } from '../notices/due-reminders.ts';
import { mailNotice } from '../notices/mail-notice.ts';
import type { JobHandlers } from './job-runner.ts';

export function jobHandlers(deps: Deps): JobHandlers {
  const mailing = { ...deps, tokens: deps.site.unsubscribeTokens };
  return {
    // Once an hour, at a minute that nobody else has: the time of grace is counted in days.
    erase: { pattern: '17 * * * *', run: () => eraseDeleted(deps), interrupted: () => 'again' },
    // Once a day, when hardly anybody writes: only a crash leaves anything to find.
    'sweep-uploads': {
      pattern: '41 3 * * *',
      run: async () => void (await sweepUploads(deps)),
      interrupted: () => 'again',
    },
    mail: mailJob(deps),
    'notice-mail': { work: (tx, { noticeId }) => mailNotice(mailing, tx, String(noticeId)) },
    // Mornings begin at every quarter of an hour somewhere; nobody minds five minutes.
    digests: {
      pattern: '*/5 * * * *',
      async run() {
        deps.recordChanges();
        sendDueDigests(mailing, deps.database);
      },
      interrupted: () => 'again',
    },
    deadlines: {
      pattern: '23 * * * *',
      run: async () => tellDeadlines(deps, deps.database),
      interrupted: () => 'again',
    },
    // As mornings begin.
    due: {
      pattern: '3,18,33,48 * * * *',
      run: async () => remindOfDue(deps, deps.database),
      interrupted: () => 'again',
    },
  };
}
