// A reading (sync/document-reader.ts): a proposal as the exchange file.
import type { Organisation } from '@adagia/shared/api/people';
import type { ProposalFileInput } from '@adagia/shared/exchange/proposal-file';
import { writeProposalFile } from '@adagia/shared/exchange/write-proposal-file';
import { findCall } from '@adagia/shared/programme/calls';
import type { Read } from '../sync/document-reader.ts';
import { readDocument } from './document-content.ts';

export interface FileArgument {
  callId: string;
  sector: string;
  organisations: Organisation[];
}

export const read: Read<FileArgument, ProposalFileInput> = (doc, { callId, sector, organisations }) => {
  const call = findCall(callId);
  if (!call) throw new Error(`the call ${callId} is unknown`);
  return writeProposalFile({ call, sector, organisations, content: readDocument(doc) });
};
