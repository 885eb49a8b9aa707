// A reading (sync/document-reader.ts): a proposal as the exchange file.
import type { OrganisationIntake } from '@adagia/shared/api/intake';
import type { Organisation } from '@adagia/shared/api/people';
import type { Collected } from '@adagia/shared/exchange/collected-file';
import type { ProposalFileInput } from '@adagia/shared/exchange/proposal-file';
import { writeProposalFile } from '@adagia/shared/exchange/write-proposal-file';
import { findCall } from '@adagia/shared/programme/calls';
import type { Read } from '../sync/document-reader.ts';
import { readDocument, readSuggestedAnswer } from './document-content.ts';

export interface FileArgument {
  callId: string;
  sector: string;
  organisations: Organisation[];
  /** Of those organisations whose intake whoever asks may see. */
  collected: (Collected & Pick<OrganisationIntake, 'organisationId'>)[];
  /** Of who has written in this proposal, by user id. */
  names: Record<string, string>;
}

export const read: Read<FileArgument, ProposalFileInput> = (
  doc,
  { callId, sector, organisations, collected, names },
) => {
  const call = findCall(callId);
  if (!call) throw new Error(`the call ${callId} is unknown`);
  const byId = new Map(collected.map((one) => [one.organisationId as string, one]));
  return writeProposalFile({
    call,
    sector,
    organisations,
    collected: byId,
    content: readDocument(doc),
    suggestedOf: (key) => readSuggestedAnswer(doc, key),
    nameOf: (userId) => names[userId] ?? '',
  });
};
