// On the page of the partners: how much is collected, and the way to what is missing, of all or of one's own organisation.
import { isOpen } from '@adagia/shared/intake/intake-items';
import { can } from '@adagia/shared/roles';
import { Alert, Anchor, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { DueText } from './due-fields.tsx';
import { useItems } from './use-items.ts';

export function CollectSummary() {
  const { t } = useTranslation('partners');
  const { proposal } = useProposal();
  const collected = useItems();
  if (!collected || collected.organisations.length === 0) return null;
  const open = collected.organisations.flatMap(({ items }) => items).filter(isOpen).length;
  const [own] = collected.organisations;
  const canManage = can(proposal.role, 'organisation.manage');
  const params = { proposalId: proposal.id };
  return (
    <Alert color="gray" icon={<IconInbox aria-hidden />} title={t(canManage ? 'collect.title' : 'collect.ownTitle')}>
      <Text size="sm">{open === 0 ? t('collect.nothing') : t('collect.open', { count: open })}</Text>
      {!canManage && own && open > 0 && <DueText collected={own} />}
      {canManage || !own ? (
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to="/p/$proposalId/partners/collect" params={params} {...props} />}
        >
          {t('collect.board')}
        </Anchor>
      ) : (
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link
              to="/p/$proposalId/partners/$organisationId"
              params={{ ...params, organisationId: own.organisation.id }}
              {...props}
            />
          )}
        >
          {t('collect.fill')}
        </Anchor>
      )}
    </Alert>
  );
}
