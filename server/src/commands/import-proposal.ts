// A whole proposal from a file. All of it or nothing: a file with one mistake changes nothing and says where.

import type { Tx } from '@adagia/db/open-database';
import { readProposalFile } from '@adagia/shared/exchange/read-proposal-file';
import type { ProposalId } from '@adagia/shared/ids';
import { AppError } from '../http/app-error.ts';
import { findCorrectedCall } from './corrections.ts';
import type { Deps, Person } from './deps.ts';
import { fillDocument } from './document-content.ts';
import { insertRecords } from './intake.ts';
import { isCountry } from './organisations.ts';
import { storeProposal } from './proposals.ts';

/** Mistakes shown at once: the first few explain the rest. */
const ISSUES_MAX = 20;

export async function importProposal(deps: Deps, person: Person, input: unknown): Promise<{ id: ProposalId }> {
  const read = readProposalFile(input, (callId) => findCorrectedCall(deps.database.orm, callId), deps.newId);
  if ('issues' in read) throw new AppError('import-invalid', read.issues.slice(0, ISSUES_MAX));
  const { call, sector, file, organisations, content } = read;
  const strange = organisations.flatMap(({ country }, index) => (isCountry(country) ? [] : [index]));
  if (strange.length > 0) {
    const issues = strange.map((index) => ({ path: `organisations.${index}.country`, message: 'no such country' }));
    throw new AppError('import-invalid', issues);
  }
  const { title, acronym } = file;
  const fill = (doc: Parameters<typeof fillDocument>[0]) => fillDocument(doc, content);
  const how = 'proposal.imported';
  const rows = organisations.map(({ collected: { records: _records, ...signing }, ...row }) => ({
    ...row,
    ...signing,
  }));
  const also = (tx: Tx) => {
    for (const { id, collected } of organisations) insertRecords(deps, tx, id, collected.records);
  };
  return {
    id: await storeProposal(deps, person, {
      callId: call.id,
      sector,
      title,
      acronym,
      organisations: rows,
      fill,
      how,
      also,
    }),
  };
}
