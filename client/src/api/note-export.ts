// Tells the server that this page has made a file of the proposal: the record of rights says who exported. What cannot be told,
// because there is no network, is not: the file is the person's either way.
import { noteExport as noteExportRoute } from '@adagia/shared/api/audit';
import type { ProposalId } from '@adagia/shared/ids';
import { callApi } from './call.ts';

export function noteExport(proposalId: ProposalId): void {
  callApi(noteExportRoute, { proposalId }, {}).catch(() => undefined);
}
