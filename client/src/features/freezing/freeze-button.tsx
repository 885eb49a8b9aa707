// Where the proposal is frozen from, by whoever coordinates it. While it is, the banner above each page has the way back.
import { can } from '@adagia/shared/roles';
import { Button } from '@mantine/core';
import { IconSnowflake } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { FreezeDialog } from './freeze-dialog.tsx';

export function FreezeButton() {
  const { t } = useTranslation('freezing');
  const { proposal } = useProposal();
  const [isOpen, setOpen] = useState(false);
  if (!can(proposal.role, 'version.freeze') || proposal.freeze || proposal.isArchived) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconSnowflake size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t('freeze')}
      </Button>
      {isOpen && <FreezeDialog onClose={() => setOpen(false)} />}
    </>
  );
}
