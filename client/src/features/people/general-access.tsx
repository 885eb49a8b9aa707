// Who can open the proposal, in one sentence, and its address: who has no access can ask for it there.
import { Button, CopyButton, Group, Text } from '@mantine/core';
import { IconLock, IconWorld } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useInvitations } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';

export function GeneralAccess({ canSeeLinks }: { canSeeLinks: boolean }) {
  const { t } = useTranslation('people');
  const { proposal } = useProposal();
  const { data = [] } = useInvitations(proposal.id, canSeeLinks);
  const count = data.filter(({ state, usesMax }) => state === 'pending' && usesMax !== 1).length;
  const Icon = count > 0 ? IconWorld : IconLock;
  return (
    <Group justify="space-between" gap="xs">
      <div>
        <Text size="sm">
          <Icon size={14} aria-hidden /> {t('access')}: {count > 0 ? t('anyone', { count }) : t('restricted')}
        </Text>
        <Text size="xs" c="dimmed">
          {t('copyAddressHint')}
        </Text>
      </div>
      <CopyButton value={`${location.origin}/p/${proposal.id}`}>
        {({ copied, copy }) => (
          <Button variant="default" size="xs" onClick={copy}>
            {copied ? t('linkCopied') : t('copyAddress')}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
