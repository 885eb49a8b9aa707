import { formatAmount } from '@adagia/shared/budget/format-amount';
import { useTranslation } from 'react-i18next';

/** Cents as the grid shows them; an empty cell by its name. */
export function useFigureText(): (cents: number | null) => string {
  const { t, i18n } = useTranslation('figures');
  return (cents) => (cents === null ? t('empty') : formatAmount(cents, i18n.language));
}
