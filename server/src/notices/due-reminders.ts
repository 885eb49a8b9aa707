// Reminds of what is due: whoever has a comment to settle, and evaluators who have not submitted. From eight in the morning of the day
// before, where they are, once for each day that it was due on, also where a clock jumps back; where the server slept over that day,
// when it is back, for a week.
import type { Database, Tx } from '@adagia/db/open-database';
import { listEvaluators, listOpenRounds } from '@adagia/db/repositories/evaluations';
import { hasDueNotice } from '@adagia/db/repositories/notices';
import { findProposal } from '@adagia/db/repositories/proposals';
import { listDueThreads } from '@adagia/db/repositories/threads';
import { sectionOfRow } from '../commands/threads.ts';
import { type NewNotice, type Notifying, notify } from './notify.ts';
import { settingsOf } from './settings.ts';
import { holdersOf } from './tell-of-task.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const MORNING_HOUR = 8;
/** Days after it in which a late reminder is still one. Without an end an update would tell of everything that was ever left undone. */
const LATE_DAYS = 7;
/** Milliseconds: whoever was given it today has read the day there. */
const GIVEN_APART_MS = 12 * 60 * 60 * 1000;

/** 'YYYY-MM-DD' and the hour on the wall there. */
function clockIn(timeZone: string, now: number): { day: string; hour: number } {
  const options = { timeZone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' } as const;
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv-SE', options).format(now).split(' ');
  return { day, hour: Number(time.slice(0, 2)) };
}

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** @param timeZone of the reader */
export function isTimeToRemind(dueOn: string, timeZone: string, now: number): boolean {
  const { day, hour } = clockIn(timeZone, now);
  const first = addDays(dueOn, -1);
  return day <= addDays(dueOn, LATE_DAYS) && (day > first || (day === first && hour >= MORNING_HOUR));
}

type Reminder = Required<Pick<NewNotice, 'userId' | 'proposalId' | 'kind' | 'target' | 'sectionId'>> & {
  dueOn: string;
};

function remind(deps: Notifying, tx: Tx, { dueOn, ...told }: Reminder): void {
  const { timeZone } = settingsOf(tx, told.userId, deps.now());
  if (!isTimeToRemind(dueOn, timeZone, deps.now()) || hasDueNotice(tx, told, dueOn)) return;
  notify(deps, tx, { ...told, actorId: null, data: { dueOn } });
}

/** What may be due for somebody somewhere: no day is further from that of Greenwich. */
const latestDay = (now: number): string => addDays(new Date(now).toISOString().slice(0, 10), 2);

export function remindOfDue(deps: Notifying, database: Database): void {
  const until = latestDay(deps.now());
  database.transaction((tx) => {
    for (const row of listDueThreads(tx, until)) {
      if (deps.now() - (row.assignedAt ?? 0) < GIVEN_APART_MS) continue;
      const about = { proposalId: row.proposalId, target: row.id, sectionId: sectionOfRow(tx, row), dueOn: row.dueOn };
      for (const userId of holdersOf(tx, row)) remind(deps, tx, { ...about, userId, kind: 'task-due' });
    }
    for (const round of listOpenRounds(tx, until)) {
      const proposal = findProposal(tx, round.proposalId);
      if (!proposal || proposal.deletedAt !== null || proposal.archivedAt !== null) continue;
      const about = { proposalId: round.proposalId, target: round.id, sectionId: '', dueOn: round.dueOn };
      for (const { evaluation, isMember } of listEvaluators(tx, round)) {
        const { userId, submittedAt, addedAt } = evaluation;
        if (!isMember || submittedAt !== null || deps.now() - addedAt < GIVEN_APART_MS) continue;
        remind(deps, tx, { ...about, userId, kind: 'evaluation-due' });
      }
    }
  });
}
