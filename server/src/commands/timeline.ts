// What happened in a proposal. Content changes come from committed updates, never from a client's word; the rest is recorded
// by the command that did it, in its own transaction.
import type { Tx } from '@adagia/db/open-database';
import { findMember } from '@adagia/db/repositories/members';
import { saveOwnDeadline } from '@adagia/db/repositories/portfolio';
import { findProposal, touchProposal, updateProposal } from '@adagia/db/repositories/proposals';
import {
  deleteEntry,
  findOpenEntry,
  insertEntry,
  listEntries,
  type TimelineRow,
  updateEntry,
} from '@adagia/db/repositories/timeline';
import { parseAnswerKey } from '@adagia/shared/answer-key';
import type { listTimeline as listTimelineRoute, TimelineEntry, TimelineKind } from '@adagia/shared/api/review';
import { type FieldValue, type MapName, OWN_DEADLINE, splitFieldKey } from '@adagia/shared/document';
import type { OrganisationId, ProposalId, UserId } from '@adagia/shared/ids';
import { findCall } from '@adagia/shared/programme/calls';
import { sectionOf } from '@adagia/shared/programme/outline';
import { can, type Role } from '@adagia/shared/roles';
import type { z } from 'zod';
import type { ContentChange, ContentChanges } from '../sync/rooms.ts';
import { notePending } from '../versions/keep-versions.ts';
import { authorise } from './access.ts';
import { type Deps, iso, type Person } from './deps.ts';

type Data = TimelineRow['data'];

/** Milliseconds. Writing in one answer is one entry until the person pauses this long. */
const TEXT_PAUSE_MS = 10 * 60 * 1000;
/** Milliseconds. Setting one field again and again (dragging a bar) is one entry. */
const FIELD_PAUSE_MS = 60 * 1000;
const PAGE_SIZE = 50;

export interface NewEntry {
  proposalId: string;
  kind: TimelineKind;
  actorId: string | null;
  target: string;
  sectionId?: string;
  data: Data;
}

export function recordEntry({ now, newId }: Pick<Deps, 'now' | 'newId'>, tx: Tx, entry: NewEntry): void {
  const at = now();
  const organisationId = entry.actorId
    ? (findMember(tx, entry.proposalId, entry.actorId)?.organisationId ?? null)
    : null;
  insertEntry(tx, { sectionId: '', ...entry, id: newId(), startedAt: at, at, organisationId });
  touchProposal(tx, entry.proposalId, at);
}

type Deriving = Pick<Deps, 'now' | 'newId'> & { tx: Tx; proposalId: string; actorId: string; callId: string };

function recordText(at: Deriving, change: Extract<ContentChange, { kind: 'text' }>): void {
  const { tx, proposalId, actorId, now } = at;
  const wanted = { proposalId, actorId, kind: 'text', target: change.key, since: now() - TEXT_PAUSE_MS };
  const open = findOpenEntry(tx, wanted);
  const added = Number(open?.data.added ?? 0) + change.added;
  const removed = Number(open?.data.removed ?? 0) + change.removed;
  if (open) return updateEntry(tx, open.id, { at: now(), data: { added, removed } });
  const call = findCall(at.callId);
  const sectionId = call ? sectionOf(call, parseAnswerKey(change.key)?.questionId ?? '') : '';
  return recordEntry(at, tx, {
    proposalId,
    kind: 'text',
    actorId,
    target: change.key,
    sectionId,
    data: { added, removed },
  });
}

const kindOfMap = { facts: 'fact', plan: 'plan', budget: 'budget' } as const;

function recordField(at: Deriving, change: Extract<ContentChange, { kind: 'field' }>): void {
  const { tx, proposalId, actorId, now } = at;
  const [owner, field] = splitFieldKey(change.key);
  if (isPlaceInOrder(change.map, field)) return;
  const kind = kindOfMap[change.map];
  const found = findOpenEntry(tx, { proposalId, actorId, kind, target: change.key, since: now() - FIELD_PAUSE_MS });
  const open = found && 'overtaken' in found.data ? undefined : found;
  const old = open ? (open.data.old ?? null) : change.before;
  if (open && old === change.after) return deleteEntry(tx, open.id);
  const data = { old, new: change.after };
  if (open) return updateEntry(tx, open.id, { at: now(), data });
  const call = findCall(at.callId);
  const sectionId = change.map === 'facts' && call ? sectionOf(call, owner) : '';
  return recordEntry(at, tx, { proposalId, kind, actorId, target: change.key, sectionId, data });
}

/** Two people wrote at the same moment: who lost finds their value here. */
function recordOvertaken(at: Deriving, change: Extract<ContentChange, { kind: 'field' }>, overtaken: FieldValue): void {
  const { tx, proposalId, actorId } = at;
  const [owner, field] = splitFieldKey(change.key);
  if (isPlaceInOrder(change.map, field)) return;
  const call = findCall(at.callId);
  const sectionId = change.map === 'facts' && call ? sectionOf(call, owner) : '';
  const data = { overtaken, new: change.after };
  recordEntry(at, tx, { proposalId, kind: kindOfMap[change.map], actorId, target: change.key, sectionId, data });
}

/** They change for many objects at once, and say nothing to a reader. */
function isPlaceInOrder(map: MapName, field: string): boolean {
  return map === 'plan' && (field === 'order' || field === 'kind' || field === 'wp');
}

/** Title and acronym are also columns, for lists, and so is the partners' own deadline, for mails. */
function copyFacts(tx: Tx, proposalId: string, change: ContentChange): void {
  if (change.kind !== 'field' || change.map !== 'facts') return;
  if (change.key === 'title' || change.key === 'acronym') {
    updateProposal(tx, proposalId, { [change.key]: String(change.after ?? '') });
  }
  if (change.key === OWN_DEADLINE) saveOwnDeadline(tx, proposalId, String(change.after ?? ''));
}

/** Writes what people changed in their documents, all in one transaction. */
export function recordContentChanges(
  deps: Pick<Deps, 'database' | 'now' | 'newId'>,
  groups: readonly ContentChanges[],
): void {
  deps.database.transaction((tx) => {
    for (const group of groups) recordGroup(deps, tx, group);
  });
}

function recordGroup({ now, newId }: Pick<Deps, 'now' | 'newId'>, tx: Tx, group: ContentChanges): void {
  const { proposalId, authorId, changes } = group;
  const callId = findProposal(tx, proposalId)?.callId;
  if (!callId || !authorId) return;
  notePending(tx, group);
  for (const change of changes) {
    const at = { tx, proposalId, actorId: authorId, callId, now, newId };
    if (change.kind === 'text') recordText(at, change);
    else if (change.overtaken !== undefined) recordOvertaken(at, change, change.overtaken);
    else if (change.before !== change.after) recordField(at, change);
    copyFacts(tx, proposalId, change);
  }
  touchProposal(tx, proposalId, now());
}

function present({ entry, actorName }: ReturnType<typeof listEntries>[number]): TimelineEntry {
  const { id, target, sectionId, data } = entry;
  return {
    id,
    target,
    sectionId,
    data,
    kind: entry.kind as TimelineKind,
    startedAt: iso(entry.startedAt),
    at: iso(entry.at),
    actorId: entry.actorId as UserId | null,
    actorName: actorName ?? '',
    organisationId: entry.organisationId as OrganisationId | null,
  };
}

/** Whom somebody was invited by is told; under which address, to colleagues only. */
function forReader(entry: TimelineEntry, role: Role): TimelineEntry {
  if (entry.kind !== 'invitation' || can(role, 'people.contact')) return entry;
  return { ...entry, data: { ...entry.data, email: '' } };
}

export function listTimeline(
  { database: { orm }, recordChanges }: Deps,
  person: Person,
  proposalId: ProposalId,
  filter: z.output<(typeof listTimelineRoute)['body']>,
): { entries: TimelineEntry[]; next: string | null } {
  const { role } = authorise(orm, person, proposalId, 'timeline.read');
  recordChanges();
  const { before, ...wanted } = filter;
  const rows = listEntries(orm, proposalId, { ...wanted, before: before ? placeOf(before) : undefined }, PAGE_SIZE + 1);
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1)?.entry;
  return {
    entries: page.map(present).map((entry) => forReader(entry, role)),
    next: last && rows.length > PAGE_SIZE ? `${last.at}-${last.id}` : null,
  };
}

/** @param cursor as `timelineCursorSchema` has it */
export function placeOf(cursor: string): { at: number; id: string } {
  const dash = cursor.indexOf('-');
  return { at: Number(cursor.slice(0, dash)), id: cursor.slice(dash + 1) };
}
