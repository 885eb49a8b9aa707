// One answer as a Word file, and a Word file into it.
import type { OutlineAnswer } from '@adagia/shared/programme/outline';
import { can } from '@adagia/shared/roles';
import { Button, Menu } from '@mantine/core';
import { IconFileTypeDocx } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useCanWriteAt } from '../../app/use-writing-rights.ts';
import { WordExportDialog, WordImportDialog } from './word-dialogs.tsx';

export function WordMenu({ answer }: { answer: OutlineAnswer }) {
  const { t } = useTranslation('word');
  const { proposal } = useProposal();
  const canWrite = useCanWriteAt(answer.key);
  const canExport = can(proposal.role, 'proposal.export');
  const [open, setOpen] = useState<'export' | 'import' | null>(null);
  const close = () => setOpen(null);
  if (!canWrite && !canExport) return null;
  return (
    <>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconFileTypeDocx size={14} aria-hidden />}
            aria-label={t('menuOf', { prompt: answer.question.prompt })}
          >
            {t('menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {canExport && <Menu.Item onClick={() => setOpen('export')}>{t('saveAnswer')}</Menu.Item>}
          {canWrite && <Menu.Item onClick={() => setOpen('import')}>{t('insert')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {open === 'export' && <WordExportDialog answer={answer} onClose={close} />}
        {open === 'import' && <WordImportDialog answer={answer} onClose={close} />}
      </Suspense>
    </>
  );
}
