// Hashes and the zip around the files of a package. SHA256SUMS is the list that `sha256sum -c` reads; the hash of that list is the one
// hash over all. Files are stored, not compressed, and have no times: the same files are the same zip for ever.
import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import type { PackageFile } from './package-files.ts';

export const MANIFEST = 'manifest.json';
export const SUMS = 'SHA256SUMS';

export interface FileHash {
  name: string;
  bytes: number;
  sha256: string;
}

/** What it says of itself; all but the files and their hash is only said. */
export interface PackageFacts {
  id: string;
  proposal: { id: string; title: string; acronym: string; call: string; sector: string };
  version: { id: string; number: number; name: string | null; at: string };
  /** UTC, by the server's clock. */
  madeAt: string;
  madeBy: string;
  software: string;
}

export interface SealedPackage {
  hash: string;
  manifestHash: string;
  files: FileHash[];
  zip: Uint8Array<ArrayBuffer>;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** As `sha256sum` writes it, by name. */
export function sumsOf(files: readonly Pick<FileHash, 'name' | 'sha256'>[]): Uint8Array {
  const lines = files.map(({ name, sha256 }) => [name, `${sha256}  ${name}\n`] as const);
  const sorted = lines.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
  return new TextEncoder().encode(sorted.join(''));
}

/** A zip cannot say earlier, and its moments have no time zone: the one that all devices read the same. */
const NO_TIME = new Date(1980, 0, 1);

export function sealPackage(content: readonly PackageFile[], facts: PackageFacts): SealedPackage {
  const files = content.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256Of(bytes) }));
  const sums = sumsOf(files);
  const hash = sha256Of(sums);
  const { id, ...said } = facts;
  const manifest = { format: 'adagia-package', formatVersion: 1, id, ...said, files, hash };
  const manifestBytes = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  const all = [{ name: MANIFEST, bytes: manifestBytes }, { name: SUMS, bytes: sums }, ...content];
  const zip = zipSync(Object.fromEntries(all.map(({ name, bytes }) => [name, bytes])), { level: 0, mtime: NO_TIME });
  return { hash, manifestHash: sha256Of(manifestBytes), files, zip };
}
