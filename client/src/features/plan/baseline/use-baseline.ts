// The version whose plan lies behind the one of now: which one this person chose for this proposal, on this device, and what differs.
import { listVersions, readVersion, type Version } from '@adagia/shared/api/versions';
import { FACTS, type FieldValue, PLAN } from '@adagia/shared/document';
import { type Baseline, comparePlans } from '@adagia/shared/plan/baseline';
import { readProjectFacts } from '@adagia/shared/plan/project-facts';
import { readWorkplan } from '@adagia/shared/plan/workplan';
import { can } from '@adagia/shared/roles';
import type { VersionPart } from '@adagia/shared/versions/version-part';
import { useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { callApi } from '../../../api/call.ts';
import { useProposal } from '../../../app/proposal-context.ts';
import { useVersionWords } from '../../versions/use-version-words.ts';
import type { Project } from '../use-project.ts';

export interface PlanBaseline extends Baseline {
  /** What the version is called. */
  name: string;
  /** Nothing was planned then. */
  isEmpty: boolean;
}

/** Under which the choice is kept; a version of another proposal means nothing here. */
export function useBaselineChoice() {
  const { proposal, me } = useProposal();
  const [id, choose] = useLocalStorage({
    key: `adagia-baseline:${me.id}:${proposal.id}`,
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  const isAllowed = can(proposal.role, 'timeline.read');
  return { id: isAllowed ? id : '', choose, isAllowed };
}

/** Named ones, the newest fifty. @param isAsked nobody who does not open the list waits for it */
export function useNamedVersions(isAsked: boolean): Version[] | undefined {
  const { proposal } = useProposal();
  const { data } = useQuery({
    queryKey: [proposal.id, 'versions', 'list', 'choice'],
    queryFn: () => callApi(listVersions, { proposalId: proposal.id }, { named: '1' }),
    enabled: isAsked,
  });
  return data?.versions;
}

const fieldsOf = (part: VersionPart | undefined): Map<string, FieldValue> =>
  new Map(part?.kind === 'fields' ? Object.entries(part.fields) : []);

export function useBaselineVersion(id: string) {
  const { proposal } = useProposal();
  return useQuery({
    queryKey: [proposal.id, 'versions', 'fields', id],
    queryFn: () => callApi(readVersion, { proposalId: proposal.id, versionId: id }, { only: 'fields' as const }),
    enabled: id !== '',
    // What a version holds never changes; its name does.
    staleTime: 60_000,
  });
}

/** @returns null where none is chosen, or it is not there (yet) */
export function useBaseline(project: Project): PlanBaseline | null {
  const { id } = useBaselineChoice();
  const { data } = useBaselineVersion(id);
  const { titleOf } = useVersionWords();
  const { workplan } = project;
  const { startDate } = project.project;
  const compared = useMemo(() => {
    if (!data) return null;
    const then = new Map(data.parts.map(({ root, part }) => [root, part]));
    const was = readWorkplan(fieldsOf(then.get(PLAN)));
    const facts = readProjectFacts(fieldsOf(then.get(FACTS)));
    const baseline = comparePlans({ workplan: was, startDate: facts.startDate }, { workplan, startDate });
    return { ...baseline, isEmpty: was.workPackages.length + was.activities.length === 0 };
  }, [data, workplan, startDate]);
  const name = data ? (data.version.name ?? titleOf(data.version)) : '';
  return useMemo(() => compared && { ...compared, name }, [compared, name]);
}
