// Downloads of the budget. The writer of workbooks is fetched when it is first needed.
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { noteExport } from '../../../api/note-export.ts';
import { useProposal } from '../../../app/proposal-context.ts';
import { fileNameOf, saveFile } from '../../../ui/save-file.ts';
import type { Project } from '../../plan/use-project.ts';
import { computerLocale } from '../computer-locale.ts';
import type { GridModel } from '../grid-model.ts';
import { useRowName } from '../use-row-name.ts';
import { budgetSheets } from './budget-sheets.ts';
import type { BudgetSheet } from './sheet.ts';
import { useProposedFigures } from './use-proposed-figures.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** @param quantities where amounts are computed from them */
export function useBudgetDownloads(
  project: Project,
  quantities: GridModel | null,
): { asWorkbook(): void; asCsv(): void } {
  const { t } = useTranslation('budget');
  const { proposal } = useProposal();
  const rowName = useRowName();
  const proposed = useProposedFigures(project);
  const acronym = proposal.acronym || proposal.title;
  const name = `${fileNameOf(acronym)}-${t('files.file')}`;
  const save = (make: () => Promise<void>) => () => {
    const made = make().then(() => noteExport(proposal.id));
    made.catch(() => notifications.show({ color: 'red', message: t('files.failed') }));
  };
  const sheets = (): BudgetSheet[] =>
    budgetSheets({
      callId: project.call.id,
      budget: project.budget,
      organisations: project.paidOrganisations.map(({ id, number, legalName }) => ({ id, number, name: legalName })),
      hasActivitiesBeneath: project.call.budgetUnit === 'work_package',
      lumpSumCents: project.project.lumpSumCents,
      titleOf: (row) => (row.kind === 'heading' ? rowName(row) : row.title),
      ...(quantities && { quantities }),
      ...proposed,
      words: {
        grid: t('files.grid'),
        byOrganisation: t('files.byOrganisation'),
        byWork: t('files.byWork'),
        number: t('files.number'),
        title: t('files.title'),
        organisation: t('files.organisation'),
        activities: t('files.activities'),
        total: t('grid.total'),
        share: t('grid.share'),
        rest: t('grid.rest'),
        lumpSum: t('grid.lumpSum'),
        remaining: t('grid.remaining'),
        quantities: t('costs.title'),
      },
    });
  return {
    asWorkbook: save(async () => {
      const { writeWorkbook } = await import('./workbook.ts');
      saveFile(`${name}.xlsx`, await writeWorkbook(sheets(), acronym), XLSX);
    }),
    asCsv: save(async () => {
      const { writeCsvTable } = await import('./workbook.ts');
      const [grid] = sheets();
      if (grid) saveFile(`${name}.csv`, writeCsvTable(grid, computerLocale()), 'text/csv;charset=utf-8');
    }),
  };
}
