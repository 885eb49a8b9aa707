// The cells of a row that is far from the screen, in words: screen readers and the browser's search find all of a long plan, and a page
// of hundreds of rows does not wait for thousands of fields. As high as the row will be.
import { formatAmount } from '@adagia/shared/budget/format-amount';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { SlipCell } from './baseline/baseline-cells.tsx';
import type { PlanObject } from './plan-cells.tsx';
import { usePlan } from './plan-context.ts';
import classes from './plan-table.module.css';

export const CellsInWords = memo(function CellsInWords({ object }: { object: PlanObject }) {
  const { t, i18n } = useTranslation('plan');
  const { project } = usePlan();
  const { organisations, spans, rowTotals } = project;
  const isActivity = 'venue' in object;
  const isPoint = 'month' in object;
  const numbersOf = (ids: readonly string[]) =>
    organisations.filter(({ id }) => ids.includes(id)).map(({ number }) => number);
  const [lead = ''] = numbersOf([object.lead]);
  const total = isPoint ? null : (rowTotals.get(object.id) ?? null);
  const before = object.after.flatMap((id) => spans.get(id)?.number ?? []);
  const from = isPoint ? null : object.from;
  const to = isPoint ? object.month : object.to;
  const cells: [className: string | undefined, label: string, text: string][] = [
    [classes.title, t('table.titleColumn'), object.title || t('untitled')],
    [classes.month, isPoint ? '' : t('table.from'), String(from ?? '')],
    [classes.month, isPoint ? t('table.month') : t('table.to'), String(to ?? '')],
    [classes.venue, isActivity ? t('table.venue') : '', isActivity ? object.venue : ''],
    [classes.lead, t('table.lead'), lead],
    [
      classes.participants,
      isActivity ? t('table.participants') : '',
      isActivity ? numbersOf(object.participants).join(', ') : '',
    ],
    [classes.after, t('table.after'), before.join(', ')],
    [classes.money, isPoint ? '' : t('table.amount'), total === null ? '' : formatAmount(total, i18n.language)],
    [classes.actions, '', ''],
  ];
  return (
    <>
      <th scope="row" className={classes.number}>
        <span className={classes.numberLine}>
          <span className={classes.noHandle} />
          {object.number}
        </span>
        {isActivity && object.type && <span className={classes.type}>{t(`type.${object.type}`)}</span>}
      </th>
      {cells.map(([className, label, text], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places
        <td key={index} className={className} data-label={label}>
          <span className={classes.inWords}>{text}</span>
        </td>
      ))}
      <SlipCell object={object} />
    </>
  );
});
