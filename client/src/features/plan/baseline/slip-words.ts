// What a part of the plan was in the baseline, and by how many months it has slipped, in words: for screen readers, the table and print.
import { type Baseline, monthsOf, type Slip } from '@adagia/shared/plan/baseline';
import type { Period } from '@adagia/shared/plan/period';
import type { PlanItem } from '@adagia/shared/plan/workplan';
import type { TFunction } from 'i18next';

type Words = TFunction<'planBaseline'>;

function endWords(t: Words, end: 'start' | 'end' | 'moved', months: number): string {
  return t(`${end}${months > 0 ? 'Later' : 'Earlier'}`, { count: Math.abs(months) });
}

const wasWords = (t: Words, { from, to }: Period): string =>
  from === to ? t('wasOne', { from }) : t('was', { from, to });

/** @returns e.g. `was M3 to M6; ends 2 months later` */
export function slipWords(t: Words, slip: Slip, isPoint: boolean): string {
  if (slip.isNew) return t('isNew');
  if (!slip.was) return t('hadNone');
  const was = wasWords(t, slip.was);
  const { startMonths, endMonths } = slip;
  if (startMonths === null || endMonths === null) return was;
  if (startMonths === 0 && endMonths === 0) return t('same');
  if (isPoint || startMonths === endMonths) return [was, endWords(t, 'moved', endMonths)].join('; ');
  const ends = [
    startMonths !== 0 && endWords(t, 'start', startMonths),
    endMonths !== 0 && endWords(t, 'end', endMonths),
  ];
  return [was, ...ends.filter((one) => one !== false)].join('; ');
}

/** Of something that is there no more. */
export function goneWords(t: Words, item: PlanItem): string {
  const was = monthsOf(item);
  return was ? `${t('gone')}; ${wasWords(t, was)}` : t('gone');
}

/** How the whole project has moved; '' where it has not. */
export function startWords(t: Words, { startSlipMonths }: Baseline): string {
  if (!startSlipMonths) return '';
  return t(startSlipMonths > 0 ? 'projectLater' : 'projectEarlier', { count: Math.abs(startSlipMonths) });
}
