// Tells everybody in a proposal that its deadline is near: a week before, and a day before. Once each, also when it is moved and
// moved back. The deadline that the partners set counts, else the next one of the call.
import type { Database, Tx } from '@adagia/db/open-database';
import { listMembers } from '@adagia/db/repositories/members';
import { hasDeadlineNotice } from '@adagia/db/repositories/notices';
import { listSummaries } from '@adagia/db/repositories/portfolio';
import { listLivingProposals, type ProposalRow } from '@adagia/db/repositories/proposals';
import { Cron } from 'croner';
import { findCorrectedCall } from '../commands/corrections.ts';
import { type Notifying, notify } from './notify.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Days before it. Whoever comes late hears of the nearest one only. */
const TOLD_BEFORE = [1, 7] as const;

/** @param local time in Brussels, '2027-03-04T12:00' @returns milliseconds, null when it is over or no date */
export function instantInBrussels(local: string, now: number): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local)) return null;
  const next = new Cron(`${local}:00`, { timezone: 'Europe/Brussels' }).nextRun(new Date(now));
  return next?.getTime() ?? null;
}

function deadlineOf(
  tx: Tx,
  { callId, sector }: ProposalRow,
  own: string,
  now: number,
): { local: string; at: number } | null {
  const call = findCorrectedCall(tx, callId);
  const ofCall = (call?.deadlines ?? []).filter(({ sectors }) => !sectors || sectors.includes(sector));
  const locals = own ? [own] : ofCall.flatMap(({ at }) => at.value ?? []);
  const coming = locals.flatMap((local) => {
    const at = instantInBrussels(local, now);
    return at === null ? [] : [{ local, at }];
  });
  return coming.sort((a, b) => a.at - b.at)[0] ?? null;
}

export function tellDeadlines(deps: Notifying, database: Database): void {
  const now = deps.now();
  const proposals = listLivingProposals(database.orm);
  const summaries = listSummaries(
    database.orm,
    proposals.map(({ id }) => id),
  );
  for (const proposal of proposals) {
    const deadline = deadlineOf(database.orm, proposal, summaries.get(proposal.id)?.ownDeadline ?? '', now);
    const days = deadline && TOLD_BEFORE.find((one) => deadline.at - now <= one * DAY_MS);
    if (!deadline || !days) continue;
    const { local, at } = deadline;
    database.transaction((tx) => {
      for (const { member } of listMembers(tx, proposal.id)) {
        const { userId } = member;
        if (hasDeadlineNotice(tx, userId, proposal.id, local, days)) continue;
        notify(deps, tx, {
          userId,
          proposalId: proposal.id,
          kind: 'deadline',
          actorId: null,
          data: { days, at, deadline: local },
        });
      }
    });
  }
}
