// The results of a round as a CSV file. The writer is fetched when it is first needed; the record of rights says who took it.
import { type EvaluationResult, noteResultsExport, type Round } from '@adagia/shared/api/evaluations';
import type { Assessment } from '@adagia/shared/evaluation/assess';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { fileNameOf, saveFile } from '../../ui/save-file.ts';
import { showProblem } from '../../ui/show-problem.ts';
import { computerLocale } from '../budget/computer-locale.ts';
import { resultsSheet } from './results-sheet.ts';
import { useEvaluationWords } from './use-evaluation-words.ts';

const columns = ['criterion', 'most', 'threshold', 'mean', 'lowest', 'highest', 'deviationTitle', 'below'] as const;

export function useResultsFile(round: Round) {
  const { t } = useTranslation('evaluation');
  const { proposal } = useProposal();
  const words = useEvaluationWords();
  const save = async (evaluations: readonly EvaluationResult[], assessment: Assessment) => {
    const { writeCsvTable } = await import('../budget/files/workbook.ts');
    const sheet = resultsSheet(round.scale, assessment, evaluations, {
      columns: columns.map((column) => t(column)),
      total: t('total'),
      overall: t('overall'),
      below: t('below'),
      evaluator: words.evaluator,
      points: t('points'),
      remark: (remark) => t(`remark.${remark}`),
    });
    const name = `${fileNameOf(proposal.acronym || proposal.title)}-${t('fileName')}-${round.number}.csv`;
    saveFile(name, writeCsvTable(sheet, computerLocale()), 'text/csv;charset=utf-8');
    await callApi(noteResultsExport, { proposalId: proposal.id, roundId: round.id }, {});
  };
  return (evaluations: readonly EvaluationResult[], assessment: Assessment): void => {
    save(evaluations, assessment).catch(showProblem);
  };
}
