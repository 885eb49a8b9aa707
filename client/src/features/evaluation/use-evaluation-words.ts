// Points, days and rounds as people of this language read them.
import type { EvaluationResult, Round } from '@adagia/shared/api/evaluations';
import { shownPoints } from '@adagia/shared/evaluation/assess';
import { useTranslation } from 'react-i18next';
import { momentFormat } from '../../i18n/time-zone.ts';

export function useEvaluationWords() {
  const { t, i18n } = useTranslation('evaluation');
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const signed = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    /** @param threshold that a mean below it is not shown as reaching */
    points: (value: number, threshold?: number): string => number.format(shownPoints(value, threshold)),
    change: (value: number): string => signed.format(shownPoints(value)),
    day: (dueOn: string): string => day.format(new Date(`${dueOn}T12:00:00Z`)),
    moment: (at: string): string => moment.format(new Date(at)),
    versionOf: ({ version }: Round): string => version.name ?? moment.format(new Date(version.at)),
    /** By their name, else by their place, which says nothing of who they are. */
    evaluator: ({ name }: EvaluationResult, index: number): string => name ?? t('evaluatorAt', { number: index + 1 }),
  };
}
