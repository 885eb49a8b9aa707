// One quantity of unit costs as a field: a whole number, or an amount of money where it is a real cost.
import { editAmount } from '@adagia/shared/budget/format-amount';
import { parseAmount } from '@adagia/shared/budget/parse-amount';
import { BUDGET, type Fields } from '@adagia/shared/document';
import { COST, QUANTITY_MAX, type QuantityName, quantityIn, quantityKey } from '@adagia/shared/unit-costs/quantities';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useCanWriteAt } from '../../app/use-writing-rights.ts';
import { setFields } from '../../session/use-fields.ts';
import { type Accepted, CellInput } from '../plan/cell-input.tsx';

interface QuantityInputProps {
  row: string;
  organisationId: string;
  name: QuantityName;
  label: string;
  fields: Fields;
}

export function QuantityInput({ row, organisationId, name, label, fields }: QuantityInputProps) {
  const { t, i18n } = useTranslation('budget');
  const { session } = useProposal();
  const key = quantityKey(row, organisationId, name);
  const isOpen = useCanWriteAt(BUDGET, key);
  const value = quantityIn(fields, row, organisationId, name);
  const store = (number: number | null): Accepted => {
    setFields(session, BUDGET, { [key]: number || undefined });
    return {};
  };
  const accept = (text: string): Accepted => {
    if (name === COST) {
      const parsed = parseAmount(text);
      return parsed.isValid ? store(parsed.cents) : { problem: t(`problem.${parsed.problem}`) };
    }
    const typed = text.trim();
    if (typed === '') return store(null);
    // A separator of thousands, or of decimals: nobody counts people in halves, so that it is not guessed at.
    return /^\d{1,5}$/.test(typed) ? store(Number(typed)) : { problem: t('costs.problem', { max: QUANTITY_MAX }) };
  };
  return (
    <CellInput
      id={`budget:${key}`}
      label={label}
      value={value === 0 ? '' : name === COST ? editAmount(value, i18n.language) : String(value)}
      accept={accept}
      isReadOnly={!isOpen}
      inputMode={name === COST ? 'decimal' : 'numeric'}
      align="end"
    />
  );
}
