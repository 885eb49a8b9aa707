// Versions for those who read a proposal's history: the list, names, and what differs between two of them.
import type { Tx } from '@adagia/db/open-database';
import {
  changesOfVersion,
  clientOwnersOf,
  clientsOf,
  findPart,
  findVersion,
  listVersions as listRows,
  namesOf,
  nameVersion,
  newestVersion,
  partNumbers,
  type VersionRow,
} from '@adagia/db/repositories/versions';
import { parseAnswerKey } from '@adagia/shared/answer-key';
import type {
  ChangedPart,
  createVersion as createVersionRoute,
  listVersions as listVersionsRoute,
  readAnswerAuthors as readAnswerAuthorsRoute,
  readVersion as readVersionRoute,
  renameVersion as renameVersionRoute,
  Version,
  VersionId,
} from '@adagia/shared/api/versions';
import { splitFieldKey } from '@adagia/shared/document';
import type { ProposalId, UserId } from '@adagia/shared/ids';
import { PEOPLE_ROOT, type TextPart, type VersionPart } from '@adagia/shared/versions/version-part';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { keepVersion, peoplePart, readParts } from '../versions/keep-versions.ts';
import { unpackPart } from '../versions/pack-part.ts';
import type { AuthorshipArgument, Share } from '../versions/read-authorship.ts';
import { authorise } from './access.ts';
import { type Deps, iso, type Person } from './deps.ts';

const PAGE_SIZE = 50;
const answerAuthorsModule = new URL('../versions/read-answer-authors.ts', import.meta.url);
const authorshipModule = new URL('../versions/read-authorship.ts', import.meta.url);

interface Named {
  id: UserId;
  name: string;
}

const people = (tx: Tx, ids: Iterable<string>): Named[] => namesOf(tx, [...new Set(ids)]) as Named[];

export function presentVersion(tx: Tx, row: VersionRow): Version {
  const changes = changesOfVersion(tx, row.id);
  return {
    id: row.id as VersionId,
    number: row.number,
    startedAt: iso(row.startedAt),
    at: iso(row.at),
    name: row.name,
    namedBy: row.namedBy ? (people(tx, [row.namedBy])[0] ?? null) : null,
    authors: people(
      tx,
      changes.map(({ userId }) => userId),
    ),
    roots: [...new Set(changes.map(({ root }) => root))],
  };
}

export function listVersions(
  { database: { orm } }: Deps,
  person: Person,
  proposalId: ProposalId,
  { before, named }: z.output<(typeof listVersionsRoute)['body']>,
): { versions: Version[]; next: number | null } {
  authorise(orm, person, proposalId, 'timeline.read');
  const rows = listRows(orm, proposalId, { before, isNamed: named === '1' }, PAGE_SIZE + 1);
  const page = rows.slice(0, PAGE_SIZE);
  return {
    versions: page.map((row) => presentVersion(orm, row)),
    next: rows.length > PAGE_SIZE ? (page.at(-1)?.number ?? null) : null,
  };
}

export async function createVersion(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  { name }: z.output<(typeof createVersionRoute)['body']>,
): Promise<Version> {
  const { database, recordChanges, now } = deps;
  authorise(database.orm, person, proposalId, 'version.name');
  recordChanges();
  const kept = await keepVersion(deps, proposalId, true);
  return database.transaction((tx) => {
    nameVersion(tx, kept.id, name, person.userId, now());
    return presentVersion(tx, mustFind(tx, proposalId, kept.id));
  });
}

export async function keepPresent(deps: Deps, person: Person, proposalId: ProposalId): Promise<Version> {
  const { database, recordChanges } = deps;
  authorise(database.orm, person, proposalId, 'content.write');
  recordChanges();
  return presentVersion(database.orm, await keepVersion(deps, proposalId));
}

export function renameVersion(
  { database, now }: Deps,
  person: Person,
  { proposalId, versionId }: z.output<(typeof renameVersionRoute)['params']>,
  { name }: z.output<(typeof renameVersionRoute)['body']>,
): Version {
  authorise(database.orm, person, proposalId, 'version.name');
  return database.transaction((tx) => {
    mustFind(tx, proposalId, versionId);
    nameVersion(tx, versionId, name, person.userId, now());
    return presentVersion(tx, mustFind(tx, proposalId, versionId));
  });
}

function mustFind(tx: Tx, proposalId: string, id: string): VersionRow {
  const row = findVersion(tx, proposalId, id);
  if (!row) throw new AppError('not-found');
  return row;
}

type PartReader = (root: string) => VersionPart | null;

function partsOf(tx: Tx, proposalId: string, numbers: ReadonlyMap<string, number>): PartReader {
  return (root) => {
    const number = numbers.get(root);
    const bytes = number === undefined ? undefined : findPart(tx, proposalId, root, number);
    return bytes ? unpackPart(bytes) : null;
  };
}

/** Of organisations, versions once kept their names and parts alone: what they did not keep has not changed since. */
function likeEarlier(before: VersionPart | null, after: VersionPart | null): VersionPart | null {
  if (before?.kind !== 'fields' || after?.kind !== 'fields') return after;
  const kept = new Set(Object.keys(before.fields).map((key) => splitFieldKey(key)[1]));
  if (kept.size === 0 || kept.has('country')) return after;
  return {
    ...after,
    fields: Object.fromEntries(Object.entries(after.fields).filter(([key]) => kept.has(splitFieldKey(key)[1]))),
  };
}

function changedParts(roots: Iterable<string>, before: PartReader, after: PartReader): ChangedPart[] {
  return [...new Set(roots)]
    .sort()
    .map((root) => {
      const [old, now] = [before(root), after(root)];
      return { root, before: old, after: root === PEOPLE_ROOT ? likeEarlier(old, now) : now };
    })
    .filter((part) => JSON.stringify(part.before) !== JSON.stringify(part.after));
}

const differing = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): string[] =>
  [...a.keys(), ...b.keys()].filter((root) => a.get(root) !== b.get(root));

const authorsIn = (parts: readonly ChangedPart[]): string[] =>
  parts.flatMap(({ before, after }) => [before, after].flatMap((part) => (part?.kind === 'text' ? part.authors : [])));

/** Now is read from the document itself; what it does not have any more is as in the newest version. */
export async function compareWithNow(deps: Deps, proposalId: ProposalId, from: VersionRow): Promise<ChangedPart[]> {
  const { orm } = deps.database;
  const live = new Map(await readParts(deps, proposalId));
  live.set(PEOPLE_ROOT, peoplePart(orm, proposalId));
  const before = partNumbers(orm, proposalId, from.number);
  const newest = partNumbers(orm, proposalId, newestVersion(orm, proposalId)?.number ?? from.number);
  const stored = partsOf(orm, proposalId, newest);
  return changedParts(
    [...differing(before, newest), ...live.keys()],
    partsOf(orm, proposalId, before),
    (root) => live.get(root) ?? stored(root),
  );
}

export async function compareVersions(
  deps: Deps,
  person: Person,
  { proposalId, versionId }: { proposalId: ProposalId; versionId: string },
  to: string,
): Promise<{ parts: ChangedPart[]; people: Named[] }> {
  const { orm } = deps.database;
  authorise(orm, person, proposalId, 'timeline.read');
  const from = mustFind(orm, proposalId, versionId);
  const parts = to === 'now' ? await compareWithNow(deps, proposalId, from) : compareStored(orm, proposalId, from, to);
  return { parts, people: people(orm, authorsIn(parts)) };
}

function compareStored(tx: Tx, proposalId: string, from: VersionRow, to: string): ChangedPart[] {
  const [before, after] = [from, mustFind(tx, proposalId, to)].map(({ number }) => partNumbers(tx, proposalId, number));
  if (!before || !after) return [];
  return changedParts(differing(before, after), partsOf(tx, proposalId, before), partsOf(tx, proposalId, after));
}

export function readVersion(
  { database: { orm } }: Deps,
  person: Person,
  { proposalId, versionId }: z.output<(typeof readVersionRoute)['params']>,
  { only }: z.output<(typeof readVersionRoute)['body']>,
) {
  authorise(orm, person, proposalId, 'timeline.read');
  const row = mustFind(orm, proposalId, versionId);
  const numbers = partNumbers(orm, proposalId, row.number);
  const partOf = partsOf(orm, proposalId, numbers);
  const roots = [...numbers.keys()].filter((root) => only !== 'fields' || parseAnswerKey(root) === null).sort();
  const parts = roots.flatMap((root) => {
    const part = partOf(root);
    return part ? [{ root, part }] : [];
  });
  const authors = parts.flatMap(({ part }) => (part.kind === 'text' ? part.authors : []));
  return { version: presentVersion(orm, row), parts, people: people(orm, authors) };
}

export async function readAnswerAuthors(
  deps: Deps,
  person: Person,
  { proposalId, answerKey }: z.output<(typeof readAnswerAuthorsRoute)['params']>,
): Promise<z.input<(typeof readAnswerAuthorsRoute)['response']>> {
  const { orm } = deps.database;
  authorise(orm, person, proposalId, 'timeline.read');
  const part = await deps.rooms.readAside<TextPart>(proposalId, answerAuthorsModule, answerKey);
  const pages = clientsOf(orm, proposalId)
    .filter(({ clientId }) => part.authors.includes(String(clientId)))
    .map(({ clientId, userId, at }) => ({ page: String(clientId), by: userId as UserId, openedAt: iso(at) }));
  return {
    part,
    pages,
    people: people(
      orm,
      pages.map(({ by }) => by),
    ),
  };
}

export async function listAuthorship(deps: Deps, person: Person, proposalId: ProposalId) {
  const { orm } = deps.database;
  authorise(orm, person, proposalId, 'timeline.read');
  const argument: AuthorshipArgument = { owners: clientOwnersOf(orm, proposalId) };
  const shares = await deps.rooms.readAside<Share[]>(proposalId, authorshipModule, argument);
  return {
    texts: shares.map((share) => ({ ...share, by: share.by as UserId | null })),
    people: people(
      orm,
      shares.flatMap(({ by }) => by ?? []),
    ),
  };
}
