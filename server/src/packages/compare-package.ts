// Which files of a package are not what they were when it was made.
import { type FileHash, MANIFEST, SUMS, sha256Of } from './seal-package.ts';

export interface FileDifference {
  name: string;
  state: 'changed' | 'missing' | 'added';
}

interface Recorded {
  hash: string;
  manifestHash: string;
  files: readonly FileHash[];
}

/** @returns by name; none: it is as it was made */
export function comparePackage(found: ReadonlyMap<string, Uint8Array>, recorded: Recorded): FileDifference[] {
  const { files, hash, manifestHash } = recorded;
  const expected = new Map([
    ...files.map(({ name, sha256 }) => [name, sha256] as const),
    [SUMS, hash] as const,
    [MANIFEST, manifestHash] as const,
  ]);
  const differences = [...expected].flatMap(([name, sha256]): FileDifference[] => {
    const bytes = found.get(name);
    if (!bytes) return [{ name, state: 'missing' }];
    return sha256Of(bytes) === sha256 ? [] : [{ name, state: 'changed' }];
  });
  const added = [...found.keys()].filter((name) => !expected.has(name));
  return [...differences, ...added.map((name): FileDifference => ({ name, state: 'added' }))].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}
