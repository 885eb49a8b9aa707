// Dated packages as the pages ask for them: the list, making and saving one, and holding one against what was recorded.
import {
  type DatedPackage,
  listPackages,
  makePackage,
  type PackageCheck,
  packageCheckPath,
  packageCheckSchema,
  packagePath,
} from '@adagia/shared/api/packages';
import { problemSchema } from '@adagia/shared/api/problem';
import type { VersionId } from '@adagia/shared/api/versions';
import type { ProposalId } from '@adagia/shared/ids';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ApiError, callApi } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { fileNameOf, saveFile } from '../../ui/save-file.ts';
import { showProblem } from '../../ui/show-problem.ts';

/** Of the topic of people, as freezes are. */
export function usePackages() {
  const { proposal } = useProposal();
  return useQuery({
    queryKey: [proposal.id, 'people', 'packages'],
    queryFn: () => callApi(listPackages, { proposalId: proposal.id }, {}),
  });
}

/** @throws ApiError, its problem null when there was no answer */
async function fetchBytes(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch(() => null);
  if (response?.ok) return response;
  const problem = problemSchema.safeParse(await response?.json().catch(() => null)).data;
  throw new ApiError(problem ?? null);
}

/** Makes it, or finds the one that was made, and saves the file. */
export function usePack(onPacked: (made: DatedPackage) => void) {
  const { proposal } = useProposal();
  const proposalId = proposal.id;
  return useMutation({
    async mutationFn(versionId: VersionId | 'now') {
      const made = await callApi(makePackage, { proposalId }, { versionId });
      const file = await fetchBytes(packagePath(proposalId, made.id));
      const name = `${fileNameOf(proposal.acronym || proposal.title)}-${made.version.number}-${made.hash.slice(0, 12)}.zip`;
      saveFile(name, new Uint8Array(await file.arrayBuffer()), 'application/zip');
      return made;
    },
    async onSuccess(made) {
      await refresh(proposalId, 'people');
      onPacked(made);
    },
    onError: showProblem,
  });
}

/** @throws ApiError */
export async function checkPackage(proposalId: ProposalId, file: File): Promise<PackageCheck> {
  const headers = { accept: 'application/json', 'content-type': 'application/octet-stream' };
  const response = await fetchBytes(packageCheckPath(proposalId), { method: 'POST', headers, body: file });
  return packageCheckSchema.parse(await response.json());
}
