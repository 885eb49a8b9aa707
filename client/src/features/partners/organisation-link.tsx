import type { Organisation } from '@adagia/shared/api/people';
import { Link } from '@tanstack/react-router';
import { useProposal } from '../../app/proposal-context.ts';
import { organisationAnchor } from '../comments/objects/use-object-places.ts';
import classes from './partners.module.css';

/** The name of an organisation, leading to its page. */
export function OrganisationLink({ organisation: { id, legalName } }: { organisation: Organisation }) {
  const { proposal } = useProposal();
  return (
    <Link
      to="/p/$proposalId/partners/$organisationId"
      id={organisationAnchor(id)}
      params={{ proposalId: proposal.id, organisationId: id }}
      className={classes.name ?? ''}
    >
      <bdi>{legalName}</bdi>
    </Link>
  );
}
