// When a version of a proposal is kept: once everybody has paused, every so often while nobody does, and when somebody names one.
// Only what differs from the version before is stored.
import type { Tx } from '@adagia/db/open-database';
import { listMembers } from '@adagia/db/repositories/members';
import { listOrganisations } from '@adagia/db/repositories/proposals';
import {
  clientOwnersOf,
  findPart,
  insertVersion,
  listPending,
  listPendingProposals,
  listWithoutVersion,
  newestVersion,
  noteChange,
  partNumbers,
  settlePending,
  type VersionRow,
} from '@adagia/db/repositories/versions';
import { type ProposalId, proposalIdSchema } from '@adagia/shared/ids';
import { type FieldsPart, PEOPLE_ROOT, type VersionPart } from '@adagia/shared/versions/version-part';
import type { Deps } from '../commands/deps.ts';
import type { ContentChanges } from '../sync/rooms.ts';
import { packPart } from './pack-part.ts';
import type { PartsArgument } from './read-version-parts.ts';

/** Milliseconds without a change behind which what was written is a version: as long as a coffee. */
const PAUSE_MS = 5 * 60 * 1000;
/** Milliseconds after which there is one although somebody always writes: before a deadline nobody pauses. */
const AT_LEAST_EVERY_MS = 30 * 60 * 1000;
/** Milliseconds between two looks for what is due. */
const LOOK_EVERY_MS = 60 * 1000;

type Keeping = Pick<Deps, 'database' | 'rooms' | 'now' | 'newId'>;

/** Within the transaction that records the changes. */
export function notePending(tx: Tx, { proposalId, authorId, at, changes }: ContentChanges): void {
  if (!authorId) return;
  const roots = new Set(changes.map((change) => (change.kind === 'text' ? change.key : change.map)));
  for (const root of roots) noteChange(tx, { proposalId, userId: authorId, root, at });
}

const readingModule = new URL('read-version-parts.ts', import.meta.url);

/** All of the document: of a heading or a bold word nothing tells that it was changed. */
export function readParts({ database, rooms }: Keeping, proposalId: ProposalId) {
  const argument: PartsArgument = { owners: clientOwnersOf(database.orm, proposalId) };
  return rooms.readAside<[string, VersionPart][]>(proposalId, readingModule, argument);
}

/** Of an organisation, beside its name. Its people are in no version: not everybody sees them. */
const cardFields = [
  'role',
  'country',
  'city',
  'legalNameLatin',
  'oid',
  'type',
  'newcomer',
  'publicBody',
  'nonProfit',
  'established',
  'charter',
  'applications',
] as const;

/** Who takes part, and as what: rows of SQL, of which a version keeps what a reader of it asks. */
export function peoplePart(tx: Tx, proposalId: string): FieldsPart {
  const fields: FieldsPart['fields'] = {};
  for (const row of listOrganisations(tx, proposalId)) {
    fields[`${row.id}/name`] = row.legalName;
    for (const name of cardFields) {
      const value = row[name];
      // What nobody has filled in is not there.
      if (value !== null && value !== '') fields[`${row.id}/${name}`] = value;
    }
  }
  for (const { member } of listMembers(tx, proposalId)) fields[`${member.userId}/member`] = member.role;
  return { kind: 'fields', fields };
}

/** @returns those whose content differs from the newest one that is stored */
function newParts(tx: Tx, proposalId: string, number: number, parts: readonly [string, VersionPart][]) {
  const stored = partNumbers(tx, proposalId, number);
  return parts.flatMap(([root, part]) => {
    const bytes = packPart(part);
    const at = stored.get(root);
    const known = at === undefined ? undefined : findPart(tx, proposalId, root, at);
    return known?.equals(bytes) ? [] : [{ root, bytes }];
  });
}

/**
 * @param isForName another one even if nothing was changed, where the newest has a name already
 * @returns the version that holds everything up to now
 */
export async function keepVersion(deps: Keeping, proposalId: ProposalId, isForName = false): Promise<VersionRow> {
  const { database, now, newId } = deps;
  const startedAt = now();
  const pending = listPending(database.orm, proposalId);
  const read = await readParts(deps, proposalId);
  return database.transaction((tx) => {
    const newest = newestVersion(tx, proposalId);
    const parts = newParts(tx, proposalId, newest?.number ?? 0, [...read, [PEOPLE_ROOT, peoplePart(tx, proposalId)]]);
    settlePending(tx, pending);
    if (parts.length === 0 && newest && !(isForName && newest.name !== null)) return newest;
    const row: VersionRow = {
      id: newId(),
      proposalId,
      number: (newest?.number ?? 0) + 1,
      startedAt: Math.min(startedAt, ...pending.map(({ firstAt }) => firstAt)),
      at: Math.max(...pending.map(({ lastAt }) => lastAt), pending.length > 0 ? 0 : startedAt),
      name: null,
      namedBy: null,
      namedAt: null,
    };
    insertVersion(
      tx,
      row,
      pending.map(({ userId, root }) => ({ userId, root })),
      parts,
    );
    return row;
  });
}

/** @returns how many were kept. One that cannot be read must not keep the others from having theirs. */
async function keepEach(deps: Keeping & Pick<Deps, 'log'>, proposalIds: readonly string[]): Promise<number> {
  let kept = 0;
  for (const proposalId of proposalIds) {
    try {
      await keepVersion(deps, proposalIdSchema.parse(proposalId));
      kept += 1;
    } catch (error) {
      // What is pending stays so: the next look tries again.
      deps.log.error({ err: error, proposalId }, 'versions');
    }
  }
  return kept;
}

/** @returns how many were kept */
export async function keepDueVersions(deps: Keeping & Pick<Deps, 'log'>): Promise<number> {
  const now = deps.now();
  const due = listPendingProposals(deps.database.orm).filter(
    ({ firstAt, lastAt }) => now - lastAt >= PAUSE_MS || now - firstAt >= AT_LEAST_EVERY_MS,
  );
  return keepEach(
    deps,
    due.map(({ proposalId }) => proposalId),
  );
}

/** Of proposals that are older than versions are: before anybody changes them. @returns how many were kept */
export const keepFirstVersions = (deps: Keeping & Pick<Deps, 'log'>): Promise<number> =>
  keepEach(deps, listWithoutVersion(deps.database.orm));

/** @param also whatever else is due with each look, and at once @returns stops it */
export function startKeepingVersions(
  deps: Keeping & Pick<Deps, 'log' | 'recordChanges'>,
  also: () => Promise<unknown>,
): () => Promise<void> {
  let running = keepFirstVersions(deps)
    .then(also)
    .then(
      () => undefined,
      (error: unknown) => deps.log.error({ err: error }, 'versions'),
    );
  const look = async () => {
    try {
      deps.recordChanges();
      await keepDueVersions(deps);
      await also();
    } catch (error) {
      // Nothing is lost: what is pending stays so, and the next minute looks again.
      deps.log.error({ err: error }, 'versions');
    }
  };
  const timer = setInterval(() => {
    running = running.then(look);
  }, LOOK_EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
