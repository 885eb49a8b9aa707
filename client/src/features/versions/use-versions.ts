// Versions of the proposal as the page asks for them: the list, what differs between two, and names.
import {
  compareVersions,
  createVersion,
  keepVersion,
  listVersions,
  readVersion,
  renameVersion,
  type Version,
  type VersionId,
} from '@adagia/shared/api/versions';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../api/call.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { showProblem } from '../../ui/show-problem.ts';

const NAME = 'versions';
/** Milliseconds. What somebody types is in the comparison with now that soon: each look reads the whole document. */
const NOW_EVERY_MS = 10_000;
/** Milliseconds between two looks for versions that were kept. */
const LIST_EVERY_MS = 60_000;

export function useVersionList(isNamed: boolean) {
  const { proposal } = useProposal();
  return useInfiniteQuery({
    queryKey: [proposal.id, NAME, 'list', isNamed],
    queryFn: ({ pageParam }) =>
      callApi(
        listVersions,
        { proposalId: proposal.id },
        {
          ...(pageParam > 0 && { before: pageParam }),
          ...(isNamed && { named: '1' as const }),
        },
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: LIST_EVERY_MS,
  });
}

export function useComparison(versionId: VersionId, to: VersionId | 'now') {
  const { proposal } = useProposal();
  return useQuery({
    queryKey: [proposal.id, NAME, 'changes', versionId, to],
    queryFn: () => callApi(compareVersions, { proposalId: proposal.id, versionId }, { to }),
    // Two that are stored never change; now does.
    staleTime: to === 'now' ? 0 : Number.POSITIVE_INFINITY,
    refetchInterval: to === 'now' && NOW_EVERY_MS,
  });
}

/** All that a version holds. */
export function useVersionContent(versionId: VersionId) {
  const { proposal } = useProposal();
  return useQuery({
    queryKey: [proposal.id, NAME, 'content', versionId],
    queryFn: () => callApi(readVersion, { proposalId: proposal.id, versionId }, {}),
    staleTime: Number.POSITIVE_INFINITY,
    // A whole proposal: not for longer than it is looked at.
    gcTime: 0,
  });
}

/** @returns keeps what it is now before something is restored, under a name where one is given and it has none. */
export function useKeepPresent(): (name: string | null) => Promise<void> {
  const { proposal } = useProposal();
  const client = useQueryClient();
  const proposalId = proposal.id;
  return async (name) => {
    const { id: versionId, name: known } = await callApi(keepVersion, { proposalId }, {});
    if (name !== null && known === null) await callApi(renameVersion, { proposalId, versionId }, { name });
    void client.invalidateQueries({ queryKey: [proposalId, NAME, 'list'] });
  };
}

/** Now is another one, at once. */
export function useShowNow(): () => void {
  const { proposal } = useProposal();
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: [proposal.id, NAME, 'changes'] });
}

/** Gives the present a name, or a version another one; null takes it away. */
export function useNameVersion(onNamed?: (version: Version) => void) {
  const { proposal } = useProposal();
  const client = useQueryClient();
  const proposalId = proposal.id;
  return useMutation({
    mutationFn: ({ versionId, name }: { versionId?: VersionId; name: string | null }) =>
      versionId
        ? callApi(renameVersion, { proposalId, versionId }, { name })
        : callApi(createVersion, { proposalId }, { name: name ?? '' }),
    onSuccess: async (version) => {
      await client.invalidateQueries({ queryKey: [proposalId, NAME, 'list'] });
      onNamed?.(version);
    },
    onError: showProblem,
  });
}
