// Where the whole proposal leaves as a Word file, and comes back.
import { can } from '@adagia/shared/roles';
import { Button } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { WordExportDialog, WordImportDialog } from './word-dialogs.tsx';

export function WordButtons() {
  const { t } = useTranslation('word');
  const { proposal } = useProposal();
  const [open, setOpen] = useState<'export' | 'import' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={() => setOpen('export')}>
        {t('open')}
      </Button>
      {can(proposal.role, 'content.write') && (
        <Button variant="default" leftSection={<IconUpload size={16} aria-hidden />} onClick={() => setOpen('import')}>
          {t('openImport')}
        </Button>
      )}
      <Suspense>
        {open === 'export' && <WordExportDialog onClose={close} />}
        {open === 'import' && <WordImportDialog onClose={close} />}
      </Suspense>
    </>
  );
}
