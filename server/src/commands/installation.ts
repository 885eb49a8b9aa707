// The installation itself: its state, its proposals without their content, mail test and backups. For administrators.
import { spawn } from 'node:child_process';
import { readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as repository from '@adagia/db/repositories/installation';
import { findProposal, updateProposal } from '@adagia/db/repositories/proposals';
import type { Backup, Installation, ProposalRow } from '@adagia/shared/api/installation';
import type { ProposalId } from '@adagia/shared/ids';
import { AppError } from '../http/app-error.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { authoriseInstallation } from './installation-access.ts';
import { recordAudit } from './record-audit.ts';
import { signUpPolicy } from './sign-up-policy.ts';

export function showInstallation({ database, site, mailer }: Deps, person: Person): Installation {
  const { orm } = database;
  authoriseInstallation(orm, person, 'installation.manage');
  const { bavail, bsize } = statfsSync(site.dataDir);
  return {
    version: site.version,
    signUp: signUpPolicy(orm),
    databaseBytes: repository.databaseBytes(database),
    uploadedBytes: repository.uploadedBytes(orm),
    freeBytes: bavail * bsize,
    ...site.health(),
    jobs: repository.countJobs(orm),
    mail: { delivery: mailer.delivery, failed: repository.countFailedMails(orm) },
  };
}

export function listAllProposals({ database: { orm } }: Deps, person: Person): ProposalRow[] {
  authoriseInstallation(orm, person, 'proposals.manage');
  const coordinators = repository.listCoordinators(orm);
  return repository.listAllProposals(orm).map(({ proposal, members, bytes }) => ({
    id: proposal.id as ProposalId,
    title: proposal.title,
    acronym: proposal.acronym,
    callId: proposal.callId,
    createdAt: iso(proposal.createdAt),
    activeAt: iso(proposal.activeAt),
    isArchived: proposal.archivedAt !== null,
    deletedAt: proposal.deletedAt === null ? null : iso(proposal.deletedAt),
    members,
    coordinators: coordinators.get(proposal.id) ?? [],
    bytes,
  }));
}

export function restoreAnyProposal(deps: Deps, person: Person, proposalId: ProposalId): { ok: true } {
  deps.database.transaction((tx) => {
    authoriseInstallation(tx, person, 'proposals.manage');
    if (typeof findProposal(tx, proposalId)?.deletedAt !== 'number') throw new AppError('not-found');
    updateProposal(tx, proposalId, { deletedAt: null });
    recordAudit(deps, tx, { kind: 'proposal.restored', actorId: person.userId, proposalId });
  });
  return { ok: true };
}

const folderOf = ({ site }: Deps): string => join(site.dataDir, 'backups');

export function listBackups(deps: Deps, person: Person): Backup[] {
  authoriseInstallation(deps.database.orm, person, 'installation.manage');
  return namesIn(folderOf(deps))
    .filter((name) => /\.sqlite(?:\.damaged)?$/.test(name))
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folderOf(deps), name));
      return { name, bytes: size, madeAt: iso(Math.round(mtimeMs)), isDamaged: name.endsWith('.damaged') };
    })
    .sort((a, b) => b.madeAt.localeCompare(a.madeAt));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    // None has been made yet.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

const command = fileURLToPath(new URL('../maintenance/backup.ts', import.meta.url));
/** One at a time in this process: two at once would only take turns on the disk. */
const underWay = new Set<string>();

export async function makeBackup(deps: Deps, person: Person): Promise<{ isDone: boolean; message: string }> {
  authoriseInstallation(deps.database.orm, person, 'installation.manage');
  const { dataDir } = deps.site;
  if (underWay.has(dataDir)) throw new AppError('conflict');
  underWay.add(dataDir);
  try {
    const result = await runBackup(dataDir);
    deps.database.transaction((tx) => {
      authoriseInstallation(tx, person, 'installation.manage');
      recordAudit(deps, tx, { kind: 'backup.made', actorId: person.userId, data: { done: result.isDone } });
    });
    return result;
  } finally {
    underWay.delete(dataDir);
  }
}

/** In a process of its own: copying and checking holds up nobody who types. */
function runBackup(dataDir: string): Promise<{ isDone: boolean; message: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command], {
      env: { ...process.env, DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let message = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => (message += part.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ isDone: code === 0, message: message.trim() }));
  });
}
