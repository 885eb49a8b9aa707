// Reading the record of rights: of one proposal by its coordinators, of everything by the administrator; as pages and as CSV.
import { type AuditFilter, listAudit as listRows } from '@adagia/db/repositories/audit';
import type { AuditEntry, AuditQuery } from '@adagia/shared/api/audit';
import type { ProposalId, UserId } from '@adagia/shared/ids';
import { authorise } from './access.ts';
import { auditNames, type NamesOf } from './audit-names.ts';
import { csvOf } from './csv.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { authoriseInstallation } from './installation-access.ts';
import { recordAudit } from './record-audit.ts';

const PAGE_SIZE = 50;
/** Rows of one file: some megabytes, made in a fraction of a second. Who needs more asks by time. */
const EXPORT_MAX = 50_000;

type Page = { entries: AuditEntry[]; next: string | null };
type Query = AuditQuery & { before?: string | undefined };

function present({ entry, ...names }: ReturnType<typeof listRows>[number], namesOf: NamesOf): AuditEntry {
  return {
    id: entry.id,
    at: iso(entry.at),
    kind: entry.kind,
    actorId: entry.actorId as UserId | null,
    actorName: names.actorName ?? '',
    personId: entry.personId as UserId | null,
    personName: names.personName ?? '',
    proposalId: entry.proposalId as ProposalId | null,
    proposalName: names.acronym || (names.proposalTitle ?? ''),
    target: entry.target,
    data: entry.data,
    names: namesOf(entry),
  };
}

const momentOf = (time: string | undefined) => (time === undefined ? undefined : Date.parse(time));

function filterOf(proposalId: string | null, { personId, kind, since, until, before }: Query): AuditFilter {
  const dash = before?.indexOf('-') ?? 0;
  const place = before && { at: Number(before.slice(0, dash)), id: before.slice(dash + 1) };
  const times = { since: momentOf(since), until: momentOf(until) };
  return { proposalId, personId, kind, ...times, before: place || undefined };
}

function pageOf({ database: { orm } }: Deps, proposalId: string | null, query: Query): Page {
  const rows = listRows(orm, filterOf(proposalId, query), PAGE_SIZE + 1);
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1)?.entry;
  const namesOf = auditNames(orm);
  return {
    entries: page.map((row) => present(row, namesOf)),
    next: last && rows.length > PAGE_SIZE ? `${last.at}-${last.id}` : null,
  };
}

const columns = [
  'time',
  'kind',
  'by',
  'by_id',
  'person',
  'person_id',
  'proposal',
  'proposal_id',
  'about',
  'about_name',
  'details',
];

/** Names before the ids that they are of. */
function namedIn(text: string, names: AuditEntry['names']): string {
  const words = text.split(' ').map((id) => (names[id] ? `${names[id]} (${id})` : id));
  return words.join(' ');
}

function csvFor(entries: readonly AuditEntry[]): string {
  const rows = entries.map((one) => [
    one.at,
    one.kind,
    one.actorName,
    one.actorId ?? '',
    one.personName,
    one.personId ?? '',
    one.proposalName,
    one.proposalId ?? '',
    one.target,
    one.names[one.target] ?? '',
    Object.entries(one.data)
      .map(([name, value]) => `${name}: ${typeof value === 'string' ? namedIn(value, one.names) : value}`)
      .join(', '),
  ]);
  return csvOf([columns, ...rows]);
}

/** Taking the record away is itself part of it. */
function exportOf(deps: Deps, person: Person, proposalId: ProposalId | null, query: AuditQuery) {
  const { database, now } = deps;
  const entries = database.transaction((tx) => {
    const scope = proposalId === null ? {} : { proposalId };
    recordAudit(deps, tx, { kind: 'audit.exported', actorId: person.userId, ...scope });
    const namesOf = auditNames(tx);
    return listRows(tx, filterOf(proposalId, query), EXPORT_MAX).map((row) => present(row, namesOf));
  });
  return { name: `audit-${iso(now()).slice(0, 10)}.csv`, csv: csvFor(entries) };
}

export function listAudit(deps: Deps, person: Person, proposalId: ProposalId, query: Query): Page {
  authorise(deps.database.orm, person, proposalId, 'audit.read');
  return pageOf(deps, proposalId, query);
}

export function exportAudit(deps: Deps, person: Person, proposalId: ProposalId, query: AuditQuery) {
  authorise(deps.database.orm, person, proposalId, 'audit.read');
  return exportOf(deps, person, proposalId, query);
}

export function listWholeAudit(deps: Deps, person: Person, query: Query): Page {
  authoriseInstallation(deps.database.orm, person, 'audit.readAll');
  return pageOf(deps, null, query);
}

export function exportWholeAudit(deps: Deps, person: Person, query: AuditQuery) {
  authoriseInstallation(deps.database.orm, person, 'audit.readAll');
  return exportOf(deps, person, null, query);
}
