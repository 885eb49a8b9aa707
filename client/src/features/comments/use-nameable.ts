// Whom a comment can name in this proposal: the same as the server tells.
import type { Nameable, NameableGroup } from '@adagia/shared/text/mentions';
import { useMemo } from 'react';
import { useProposal } from '../../app/proposal-context.ts';

export function useNameable(): { people: readonly Nameable[]; groups: readonly NameableGroup[] } {
  const { members, organisations } = useProposal().proposal;
  return useMemo(() => {
    const groups = organisations.map(({ id, legalName, legalNameLatin }) => {
      const own = members.filter(({ organisationId }) => organisationId === id);
      return { names: [legalName, legalNameLatin], userIds: own.map(({ userId }) => userId) };
    });
    return { people: members, groups };
  }, [members, organisations]);
}
