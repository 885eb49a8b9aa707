import { formatAmount } from '@adagia/shared/budget/format-amount';
import { useTranslation } from 'react-i18next';

/** Cents as the grid shows them, or what was counted; an empty cell by its name. */
export function useFigureText(isCount = false): (figure: number | null) => string {
  const { t, i18n } = useTranslation('figures');
  return (figure) => {
    if (figure === null) return t('empty');
    return isCount ? new Intl.NumberFormat(i18n.language).format(figure) : formatAmount(figure, i18n.language);
  };
}
