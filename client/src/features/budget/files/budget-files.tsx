// The budget as a file, out and in: made and read here from what this device shows, so that it works offline too.
import { can } from '@adagia/shared/roles';
import { Button, Menu } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import type { Project } from '../../plan/use-project.ts';
import type { GridModel } from '../grid-model.ts';
import { useQuantityModel } from '../use-quantity-model.ts';
import { useBudgetDownloads } from './use-budget-downloads.ts';

const ImportDialog = lazy(async () => ({ default: (await import('./import-dialog.tsx')).ImportDialog }));

interface BudgetFilesProps {
  project: Project;
  /** Amounts as they are typed. */
  amounts: GridModel;
}

export function BudgetFiles({ project, amounts }: BudgetFilesProps) {
  const { t } = useTranslation('budget');
  const [isImporting, setImporting] = useState(false);
  const quantities = useQuantityModel(project);
  const { asWorkbook, asCsv } = useBudgetDownloads(project, quantities);
  // What is typed comes back from a file; what is computed follows.
  const model = quantities ?? amounts;
  const mayExport = can(useProposal().proposal.role, 'proposal.export');
  const mayImport = model.rows.some(({ cells }) => cells.some(({ key }) => key !== null));
  if (!mayExport && !mayImport) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="sm" leftSection={<IconFileSpreadsheet size={16} aria-hidden />}>
            {t('files.menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {mayExport && <Menu.Item onClick={asWorkbook}>{t('files.excel')}</Menu.Item>}
          {mayExport && <Menu.Item onClick={asCsv}>{t('files.csv')}</Menu.Item>}
          {mayImport && <Menu.Item onClick={() => setImporting(true)}>{t('files.import')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {isImporting && (
        <Suspense fallback={null}>
          <ImportDialog project={project} model={model} onClose={() => setImporting(false)} />
        </Suspense>
      )}
    </>
  );
}
