// Whose organisation somebody is of, by its number and name.
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';

export interface OrganisationName {
  /** '' for none. */
  id: string;
  name: string;
}

/** @returns of a person, also of one who belongs to none or has left */
export function useOrganisationOf(): (userId: string | null) => OrganisationName {
  const { t } = useTranslation('versions');
  const { proposal } = useProposal();
  return (userId) => {
    const id = proposal.members.find((member) => member.userId === userId)?.organisationId;
    const index = proposal.organisations.findIndex((one) => one.id === id);
    const organisation = proposal.organisations[index];
    if (organisation) return { id: organisation.id, name: `P${index + 1} ${organisation.legalName}` };
    return { id: '', name: t(userId === null ? 'noAuthor' : 'noOrganisation') };
  };
}
