// The list of somebody's proposals, with what its cards tell: how far each is, who is in it and when it is due. Counting needs the
// document, so it is done once for each state of it and kept; a few at a time, the latest first.
import {
  countFinals,
  listActive,
  listSeqs,
  listSummaries,
  type SummaryRow,
  saveSummary,
} from '@adagia/db/repositories/portfolio';
import { listOrganisations, listProposalsOf, type ProposalRow } from '@adagia/db/repositories/proposals';
import type { HomeCard } from '@adagia/shared/api/people';
import type { FieldValue } from '@adagia/shared/document';
import { FACTS, OWN_DEADLINE, PLAN } from '@adagia/shared/document';
import type { ProposalId, UserId } from '@adagia/shared/ids';
import { readWorkplan } from '@adagia/shared/plan/workplan';
import { findCall } from '@adagia/shared/programme/calls';
import { outlineAnswers } from '@adagia/shared/programme/outline';
import { can, roleSchema } from '@adagia/shared/roles';
import type * as Y from 'yjs';
import { correctionsOf } from './corrections.ts';
import type { Deps, Person } from './deps.ts';
import { presentCard } from './present-people.ts';

/** Documents that one look at the list may open: some 20 ms each. The next look counts the next ones. */
const COUNTED_AT_ONCE_MAX = 6;
/** Milliseconds: who was active in the last week. */
const ACTIVE_MS = 7 * 24 * 60 * 60 * 1000;
/** Faces on a card. */
const ACTIVE_MAX = 6;

export async function listMyProposals(deps: Deps, person: Person): Promise<HomeCard[]> {
  deps.recordChanges();
  const { orm } = deps.database;
  const rows = listProposalsOf(orm, person.userId);
  const ids = rows.map(({ proposal }) => proposal.id);
  const summaries = await freshSummaries(
    deps,
    rows.map(({ proposal }) => proposal),
  );
  const finals = countFinals(orm, ids);
  const active = listActive(orm, ids, deps.now() - ACTIVE_MS);
  const cards: HomeCard[] = [];
  for (const { proposal, role: stored } of rows) {
    const role = roleSchema.parse(stored);
    const mine = can(role, 'timeline.read') ? active.filter((one) => one.proposalId === proposal.id) : [];
    const here = new Set<string>(await deps.rooms.peopleIn(proposal.id as ProposalId));
    const summary = summaries.get(proposal.id);
    cards.push({
      ...presentCard(proposal, role),
      isArchived: proposal.archivedAt !== null,
      corrections: correctionsOf(orm, proposal.callId).filter(({ path }) => path.startsWith('deadlines')),
      ownDeadline: summary?.ownDeadline ?? '',
      progress: summary ? progressOf(summary, finals.get(proposal.id) ?? 0) : null,
      active: mine
        .slice(0, ACTIVE_MAX)
        .map(({ userId, name }) => ({ userId: userId as UserId, name, isHere: here.has(userId) })),
    });
  }
  return cards;
}

/** An answer that is final and was emptied again is not final: never more of them than have text. */
const progressOf = ({ total, answered }: SummaryRow, final: number) => ({
  total,
  answered,
  final: Math.min(final, answered),
});

async function freshSummaries(deps: Deps, proposals: readonly ProposalRow[]): Promise<Map<string, SummaryRow>> {
  const { orm } = deps.database;
  const ids = proposals.map(({ id }) => id);
  const summaries = listSummaries(orm, ids);
  const seqs = listSeqs(orm, ids);
  const stale = proposals.filter(({ id }) => summaries.get(id)?.seq !== seqs.get(id));
  for (const proposal of stale.slice(0, COUNTED_AT_ONCE_MAX)) {
    const row = await summarise(deps, proposal, seqs.get(proposal.id) ?? 0);
    if (row) summaries.set(proposal.id, row);
  }
  return summaries;
}

async function summarise(deps: Deps, proposal: ProposalRow, seq: number): Promise<SummaryRow | null> {
  try {
    const counted = await deps.rooms.read(proposal.id as ProposalId, (doc) => countIn(deps, doc, proposal));
    const row = { proposalId: proposal.id, seq, ...counted };
    saveSummary(deps.database.orm, row);
    return row;
  } catch (error) {
    // A damaged document, or a full disk: the list is there all the same, and says nothing about this one.
    deps.log.warn({ err: error, proposalId: proposal.id }, 'summary');
    return null;
  }
}

function countIn({ database }: Deps, doc: Y.Doc, { id, callId }: ProposalRow) {
  const facts = doc.getMap<FieldValue>(FACTS);
  const ownDeadline = String(facts.get(OWN_DEADLINE) ?? '');
  const call = findCall(callId);
  if (!call) return { answered: 0, total: 0, ownDeadline };
  const workplan = readWorkplan(new Map(doc.getMap<FieldValue>(PLAN).entries()));
  const input = { call, organisations: listOrganisations(database.orm, id), workplan };
  const answers = outlineAnswers(input, String(facts.get('language') ?? '') || 'EN');
  const answered = answers.filter(({ key }) => doc.share.has(key) && doc.getText(key).length > 0).length;
  return { answered, total: answers.length, ownDeadline };
}
