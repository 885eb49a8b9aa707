// Saves the dated package of a version, or of now, and says its hash.
import type { VersionId } from '@adagia/shared/api/versions';
import { can } from '@adagia/shared/roles';
import { Button, type ButtonProps } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPackageExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { usePack } from './use-packages.ts';

/** Milliseconds: a hash is there to be compared. */
const SHOWN_MS = 15_000;

interface PackButtonProps extends ButtonProps {
  versionId: VersionId | 'now';
  label: string;
}

export function PackButton({ versionId, label, ...props }: PackButtonProps) {
  const { t } = useTranslation('freezing');
  const { proposal } = useProposal();
  const pack = usePack(({ hash }) => notifications.show({ message: t('packed', { hash }), autoClose: SHOWN_MS }));
  if (!can(proposal.role, 'proposal.export')) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconPackageExport size={16} aria-hidden />}
      loading={pack.isPending}
      onClick={() => pack.mutate(versionId)}
      {...props}
    >
      {label}
    </Button>
  );
}
