// The way to undoing what one person did, for who may edit.
import { can } from '@adagia/shared/roles';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';

interface UndoPersonLinkProps {
  /** ISO time. */
  since: string;
  person?: { id: string; name: string };
}

export function UndoPersonLink({ since, person }: UndoPersonLinkProps) {
  const { t } = useTranslation('undoPerson');
  const { proposal } = useProposal();
  if (!can(proposal.role, 'content.writeAll')) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      renderRoot={(props) => (
        <Link
          to="/p/$proposalId/undo"
          params={{ proposalId: proposal.id }}
          search={{ since, ...(person && { person: person.id }) }}
          {...props}
        />
      )}
    >
      {person ? t('openFor', { name: person.name }) : t('open')}
    </Button>
  );
}
