// Takes a link back, and if the coordinator wishes so, what it gave to guests.
import { type Invitation, revokeInvitation } from '@adagia/shared/api/people';
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { PassingDialog } from '../../ui/passing-dialog.tsx';
import { showProblem } from '../../ui/show-problem.ts';

interface RevokeDialogProps {
  invitation: Invitation;
  onClose(): void;
}

export const guestsOf = ({ uses }: Invitation): number =>
  new Set(uses.filter(({ isGuest }) => isGuest).map(({ userId }) => userId)).size;

export function RevokeDialog({ invitation, onClose }: RevokeDialogProps) {
  const { t } = useTranslation('people');
  const { t: common } = useTranslation('common');
  const { proposal } = useProposal();
  const count = guestsOf(invitation);
  const isOver = invitation.state === 'accepted' || invitation.state === 'revoked';
  const [endsSessions, setEnds] = useState(isOver);
  const revoke = async () => {
    try {
      const params = { proposalId: proposal.id, invitationId: invitation.id };
      await callApi(revokeInvitation, params, { endsSessions: endsSessions && count > 0 });
      await refresh(proposal.id, 'people');
      onClose();
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <PassingDialog onClose={onClose} title={t(isOver ? 'endGuests' : 'revokeTitle')}>
      <Stack>
        {!isOver && <Text size="sm">{t('revokeText')}</Text>}
        {count > 0 && (
          <Checkbox
            label={t('revokeEnds', { count })}
            description={t('revokeEndsHint')}
            checked={endsSessions}
            disabled={isOver}
            onChange={(event) => setEnds(event.currentTarget.checked)}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button color="red" onClick={() => void revoke()}>
            {t(isOver ? 'endGuests' : 'revoke')}
          </Button>
        </Group>
      </Stack>
    </PassingDialog>
  );
}
