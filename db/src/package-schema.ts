// Dated packages of versions: what was in them, as hashes, so that one that turns up later can be held against it. No content.
import { sqliteKit } from './column-kit.ts';
import { proposal, user } from './schema.ts';
import { version } from './version-schema.ts';

const { table, index, str, int, json } = sqliteKit;

export const proposalPackage = table(
  'proposal_package',
  {
    id: str('id').primaryKey(),
    proposalId: str('proposal_id')
      .notNull()
      .references(() => proposal.id),
    versionId: str('version_id')
      .notNull()
      .references(() => version.id),
    /** As it was called then; null: it had no name. */
    versionName: str('version_name'),
    /** SHA-256 over the list of all files, in hex. */
    hash: str('hash').notNull(),
    /** SHA-256 of manifest.json, which says when and by whom. */
    manifestHash: str('manifest_hash').notNull(),
    /** Name, bytes and SHA-256 of each. */
    files: json<{ name: string; bytes: number; sha256: string }[]>('files').notNull(),
    /** That wrote it: another one may write the same version otherwise. */
    software: str('software').notNull(),
    madeBy: str('made_by')
      .notNull()
      .references(() => user.id),
    madeAt: int('made_at').notNull(),
  },
  (t) => [index('package_proposal').on(t.proposalId, t.madeAt), index('package_version').on(t.versionId)],
);
