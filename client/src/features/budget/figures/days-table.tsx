// Days of staff by category, with what a day costs and what comes of it.
import { formatAmount } from '@adagia/shared/budget/format-amount';
import { type StaffCategory, staffCategorySchema } from '@adagia/shared/budget/staff-categories';
import { lineCents, type Rates } from '@adagia/shared/budget/workings';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './days-table.module.css';
import type { TypedDays } from './typed-days.ts';

interface DaysTableProps {
  typed: TypedDays;
  wrong: readonly StaffCategory[];
  days: Partial<Record<StaffCategory, number>>;
  rates: Rates;
  onType(typed: TypedDays): void;
}

export function DaysTable({ typed, wrong, days, rates, onType }: DaysTableProps) {
  const { t, i18n } = useTranslation('figures');
  const { t: rights } = useTranslation('rights');
  const money = (cents: number) => formatAmount(cents, i18n.language);
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{rights('category')}</th>
            <th scope="col">{t('days')}</th>
            <th scope="col">{t('dayRate')}</th>
            <th scope="col">{t('lineAmount')}</th>
          </tr>
        </thead>
        <tbody>
          {staffCategorySchema.options.map((category) => {
            const [hundredths, rate] = [days[category], rates[category]];
            const isWrong = wrong.includes(category);
            return (
              <tr key={category}>
                <th scope="row">{rights(`staff_${category}`)}</th>
                <td>
                  <input
                    className={classes.days}
                    aria-label={`${t('days')}: ${rights(`staff_${category}`)}`}
                    aria-invalid={isWrong}
                    aria-describedby={isWrong ? 'days-wrong' : undefined}
                    inputMode="decimal"
                    autoComplete="off"
                    maxLength={10}
                    value={typed[category] ?? ''}
                    onChange={(event) => onType({ ...typed, [category]: event.currentTarget.value })}
                  />
                </td>
                <td>{rate === undefined ? '–' : money(rate)}</td>
                <td>{hundredths === undefined || rate === undefined ? '' : money(lineCents(hundredths, rate))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {wrong.length > 0 && (
        <Text id="days-wrong" role="alert" size="sm" className={classes.wrong}>
          {t('daysWrong')}
        </Text>
      )}
    </>
  );
}
