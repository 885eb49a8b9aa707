// One quantity of unit costs as a field: a whole number, or an amount of money where it is a real cost.
import { editAmount } from '@adagia/shared/budget/format-amount';
import { negotiationIn } from '@adagia/shared/budget/negotiation';
import { parseAmount } from '@adagia/shared/budget/parse-amount';
import type { Fields } from '@adagia/shared/document';
import { COST, QUANTITY_MAX, type QuantityName, quantityIn, quantityKey } from '@adagia/shared/unit-costs/quantities';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { type Accepted, CellInput } from '../plan/cell-input.tsx';
import { OpenFigure } from './negotiation/open-figure.tsx';
import { useCanWriteFigure, useFigureWriter } from './negotiation/use-figure-writer.ts';

interface QuantityInputProps {
  row: string;
  organisationId: string;
  name: QuantityName;
  label: string;
  fields: Fields;
}

export function QuantityInput({ row, organisationId, name, label, fields }: QuantityInputProps) {
  const { t, i18n } = useTranslation('budget');
  const { proposal } = useProposal();
  const write = useFigureWriter();
  const key = quantityKey(row, organisationId, name);
  const isOpen = useCanWriteFigure(key);
  const open = proposal.isNegotiated ? negotiationIn(fields, key) : null;
  const value = quantityIn(fields, row, organisationId, name);
  const store = (number: number | null): Accepted => {
    write({ [key]: number || undefined });
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
    <>
      <CellInput
        id={`budget:${key}`}
        label={label}
        value={value === 0 ? '' : name === COST ? editAmount(value, i18n.language) : String(value)}
        accept={accept}
        isReadOnly={!isOpen}
        inputMode={name === COST ? 'decimal' : 'numeric'}
        align="end"
      />
      {open && <OpenFigure open={open} />}
    </>
  );
}
