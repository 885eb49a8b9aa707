// Dated packages of a proposal: made of a version or of now, listed, given out, and held against what was recorded when one turns up.
import type { Tx } from '@adagia/db/open-database';
import {
  findPackage,
  findPackageByHash,
  insertPackage,
  listPackagesOf,
  listPackages as listRows,
  type PackageRow,
} from '@adagia/db/repositories/packages';
import type { ProposalRow } from '@adagia/db/repositories/proposals';
import { findPart, findVersion, namesOf, partNumbers, type VersionRow } from '@adagia/db/repositories/versions';
import type { DatedPackage, makePackage as makeRoute, PackageCheck } from '@adagia/shared/api/packages';
import { must } from '@adagia/shared/assert';
import { FACTS } from '@adagia/shared/document';
import type { ProposalId } from '@adagia/shared/ids';
import type { VersionPart } from '@adagia/shared/versions/version-part';
import type { z } from 'zod';
import { AppError } from '../http/app-error.ts';
import { comparePackage } from '../packages/compare-package.ts';
import { packageFiles } from '../packages/package-files.ts';
import { readPackage } from '../packages/read-package.ts';
import {
  MANIFEST,
  type PackageFacts,
  type SealedPackage,
  SUMS,
  sealPackage,
  sha256Of,
  sumsOf,
} from '../packages/seal-package.ts';
import { keepVersion } from '../versions/keep-versions.ts';
import { unpackPart } from '../versions/pack-part.ts';
import { authorise } from './access.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { recordExport } from './export-proposal.ts';
import { callOf } from './proposals.ts';
import { recordEntry } from './timeline.ts';

type PackageIdOf = DatedPackage['id'];

function present(tx: Tx, row: PackageRow): DatedPackage {
  const { id, madeBy, madeAt, software, hash, versionName: name } = row;
  const version = must(findVersion(tx, row.proposalId, row.versionId));
  const [person = { id: madeBy, name: '' }] = namesOf(tx, [madeBy]);
  return {
    id: id as PackageIdOf,
    version: { id: version.id as DatedPackage['version']['id'], number: version.number, at: iso(version.at), name },
    madeBy: person as DatedPackage['madeBy'],
    madeAt: iso(madeAt),
    software,
    hash,
  };
}

export function listPackages({ database: { orm } }: Deps, person: Person, proposalId: ProposalId): DatedPackage[] {
  authorise(orm, person, proposalId, 'timeline.read');
  return listRows(orm, proposalId).map((row) => present(orm, row));
}

function partsOf(tx: Tx, { proposalId, number }: VersionRow): Map<string, VersionPart> {
  const numbers = [...partNumbers(tx, proposalId, number)].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(numbers.map(([root, at]) => [root, unpackPart(must(findPart(tx, proposalId, root, at)))]));
}

type Made = Pick<PackageRow, 'id' | 'versionName' | 'madeBy' | 'madeAt' | 'software'>;

/** The package of a version as it was, or is to be, made. */
function seal(tx: Tx, { id, callId, sector }: ProposalRow, version: VersionRow, made: Made): SealedPackage {
  const parts = partsOf(tx, version);
  const facts = parts.get(FACTS);
  const said = (name: string) => String((facts?.kind === 'fields' && facts.fields[name]) || '');
  const about: PackageFacts = {
    id: made.id,
    proposal: { id, title: said('title'), acronym: said('acronym'), call: callId, sector },
    version: { id: version.id, number: version.number, name: made.versionName, at: iso(version.at) },
    madeAt: iso(made.madeAt),
    madeBy: namesOf(tx, [made.madeBy])[0]?.name ?? '',
    software: made.software,
  };
  return sealPackage(packageFiles({ call: callOf(callId), sector, parts }), about);
}

/** One that was made of this version before and would come out the same, to the byte. */
function madeBefore(tx: Tx, proposal: ProposalRow, version: VersionRow): PackageRow | undefined {
  return listPackagesOf(tx, version.id).find((row) => {
    const { hash, manifestHash } = seal(tx, proposal, version, row);
    return row.hash === hash && row.manifestHash === manifestHash;
  });
}

async function versionFor(deps: Deps, proposalId: ProposalId, versionId: string): Promise<VersionRow> {
  if (versionId === 'now') {
    deps.recordChanges();
    return keepVersion(deps, proposalId);
  }
  const version = findVersion(deps.database.orm, proposalId, versionId);
  if (!version) throw new AppError('not-found');
  return version;
}

export async function makePackage(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  { versionId }: z.output<(typeof makeRoute)['body']>,
): Promise<DatedPackage> {
  const { database, now, newId, site } = deps;
  authorise(database.orm, person, proposalId, 'proposal.export');
  const version = await versionFor(deps, proposalId, versionId);
  const row = database.transaction((tx) => {
    const { proposal } = authorise(tx, person, proposalId, 'proposal.export');
    const before = madeBefore(tx, proposal, version);
    if (before) return before;
    const by = { madeBy: person.userId, madeAt: now(), software: `Adagia ${site.version}` };
    const made: Made = { id: newId(), versionName: version.name, ...by };
    const { hash, manifestHash, files } = seal(tx, proposal, version, made);
    const kept: PackageRow = { ...made, proposalId, versionId: version.id, hash, manifestHash, files };
    insertPackage(tx, kept);
    const data = { change: 'packed', name: version.name ?? '', note: hash };
    recordEntry(deps, tx, { proposalId, actorId: person.userId, kind: 'section', target: kept.id, data });
    return kept;
  });
  deps.rooms.hint(proposalId, 'people');
  deps.rooms.hint(proposalId, 'timeline');
  return present(database.orm, row);
}

/** @throws AppError not-found also where this server writes that version otherwise by now: it is made anew then */
export function openPackage(
  deps: Deps,
  person: Person,
  { proposalId, packageId }: { proposalId: ProposalId; packageId: string },
): { name: string; zip: Uint8Array<ArrayBuffer> } {
  const { orm } = deps.database;
  const { proposal } = authorise(orm, person, proposalId, 'proposal.export');
  const row = findPackage(orm, proposalId, packageId);
  const version = row && findVersion(orm, proposalId, row.versionId);
  if (!version) throw new AppError('not-found');
  const { hash, manifestHash, zip } = seal(orm, proposal, version, row);
  if (hash !== row.hash || manifestHash !== row.manifestHash) throw new AppError('not-found');
  recordExport(deps, person, proposalId);
  return { name: `package-${version.number}-${row.hash.slice(0, 12)}.zip`, zip };
}

/** What its manifest says that it is, if it is one of ours. */
function idIn(manifest: Uint8Array | undefined): string {
  if (!manifest) return '';
  try {
    const { id } = JSON.parse(new TextDecoder().decode(manifest)) as { id?: unknown };
    return typeof id === 'string' ? id : '';
  } catch {
    // Somebody has changed it: the files may still say which one it is.
    return '';
  }
}

/** By what it says, else by what is in it. */
function recordedOf(tx: Tx, proposalId: string, found: ReadonlyMap<string, Uint8Array>): PackageRow | undefined {
  const row = findPackage(tx, proposalId, idIn(found.get(MANIFEST)));
  if (row) return row;
  const content = [...found].filter(([name]) => name !== MANIFEST && name !== SUMS);
  const sums = sumsOf(content.map(([name, bytes]) => ({ name, sha256: sha256Of(bytes) })));
  return findPackageByHash(tx, proposalId, sha256Of(sums));
}

export function assertMayCheck({ database: { orm } }: Deps, person: Person, proposalId: ProposalId): void {
  authorise(orm, person, proposalId, 'timeline.read');
}

export function checkPackage(
  { database: { orm } }: Deps,
  person: Person,
  proposalId: ProposalId,
  zip: Uint8Array,
): PackageCheck {
  authorise(orm, person, proposalId, 'timeline.read');
  const found = readPackage(zip);
  const row = recordedOf(orm, proposalId, found);
  if (!row) return { outcome: 'unknown' };
  const files = comparePackage(found, row);
  const known = present(orm, row);
  return files.length === 0 ? { outcome: 'unchanged', package: known } : { outcome: 'differs', package: known, files };
}
