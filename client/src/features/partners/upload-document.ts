// Sends a file to the server and says how far it is. XMLHttpRequest, because fetch does not tell what has been sent.
import { documentPath, documentSchema, type IntakeDocument } from '@adagia/shared/api/intake';
import { problemSchema } from '@adagia/shared/api/problem';
import type { OrganisationId, ProposalId } from '@adagia/shared/ids';
import type { DocumentKind } from '@adagia/shared/programme/schema';
import { ApiError } from '../../api/call.ts';

interface Upload {
  proposalId: ProposalId;
  organisationId: OrganisationId;
  kind: DocumentKind;
  file: File;
  /** A part of 1. */
  onProgress(share: number): void;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's own page, for instance: as if there were no answer.
    return null;
  }
}

/** Rejects with ApiError, its problem null when the connection broke. */
export function uploadDocument({
  proposalId,
  organisationId,
  kind,
  file,
  onProgress,
}: Upload): Promise<IntakeDocument> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ kind, name: file.name });
    request.open('POST', `${documentPath(proposalId, organisationId)}?${query.toString()}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('error', () => reject(new ApiError(null)));
    request.addEventListener('load', () => {
      const answer = parsed(request.responseText);
      if (request.status === 200) resolve(documentSchema.parse(answer));
      else reject(new ApiError(problemSchema.safeParse(answer).data ?? null));
    });
    request.send(file);
  });
}
