// The cells of one row of the plan: what is typed becomes a field of the document, or is refused with a reason.

import { AMOUNT_COLUMN, budgetCell } from '@adagia/shared/budget/budget-cells';
import { formatAmount } from '@adagia/shared/budget/format-amount';
import { parseAmount } from '@adagia/shared/budget/parse-amount';
import { BUDGET } from '@adagia/shared/document';
import { typedPeriod } from '@adagia/shared/plan/period';
import { planKey } from '@adagia/shared/plan/plan-edits';
import { MONTH_MAX, PLAN_TITLE_MAX, PLAN_VENUE_MAX } from '@adagia/shared/plan/plan-fields';
import type { PlanActivity, PlanItem, PlanWorkPackage } from '@adagia/shared/plan/workplan';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { setFields } from '../../session/use-fields.ts';
import { type Accepted, CellInput } from './cell-input.tsx';
import { usePlan } from './plan-context.ts';
import classes from './plan-table.module.css';

export type PlanObject = PlanItem;
/** What lasts from one month to another. */
export type PlanBar = PlanWorkPackage | PlanActivity;

export function TextCell({ object, field }: { object: PlanObject; field: 'title' | 'venue' }) {
  const { t } = useTranslation('plan');
  const { project, actions } = usePlan();
  const value = field === 'title' ? object.title : 'venue' in object ? object.venue : '';
  const accept = (text: string): Accepted => {
    actions.set({ [planKey(object.id, field)]: text.replaceAll('\u0000', '').trim() });
    return {};
  };
  return (
    <CellInput
      id={`plan:${object.id}/${field}`}
      label={t(`cell.${field}`, { number: object.number })}
      value={value}
      accept={accept}
      isReadOnly={!project.canWrite}
      placeholder={t(`cell.${field}Placeholder`)}
      maxLength={field === 'title' ? PLAN_TITLE_MAX : PLAN_VENUE_MAX}
    />
  );
}

export function MonthCell({ object, end }: { object: PlanBar; end: 'from' | 'to' }) {
  const { t } = useTranslation('plan');
  const { project, actions } = usePlan();
  const value = object[end];
  const store = (month: number) => actions.setPeriod(object.id, typedPeriod(object, end, month));
  const accept = (text: string): Accepted => {
    const typed = text.trim().replace(/^m/i, '');
    if (typed === '') {
      actions.set({ [planKey(object.id, end)]: undefined });
      return {};
    }
    const month = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
    if (month < 1 || month > MONTH_MAX) return { problem: t('cell.monthProblem', { max: MONTH_MAX }) };
    store(month);
    return {};
  };
  return (
    <CellInput
      id={`plan:${object.id}/${end}`}
      label={t(`cell.${end}`, { number: object.number })}
      value={value === null ? '' : String(value)}
      accept={accept}
      isReadOnly={!project.canWrite}
      inputMode="numeric"
      align="end"
      onStep={(step) => {
        const month = (value ?? 0) + step;
        if (project.canWrite && month >= 1 && month <= MONTH_MAX) store(month);
      }}
    />
  );
}

export function LeadCell({ object }: { object: PlanObject }) {
  const { t } = useTranslation('plan');
  const { project, actions } = usePlan();
  const known = project.organisations.find((one) => one.id === object.lead);
  const left = t('cell.left');
  if (!project.canWrite) {
    return (
      <Text size="sm" title={known?.legalName}>
        {known?.number ?? (object.lead ? left : t('cell.notSet'))}
      </Text>
    );
  }
  return (
    <select
      id={`plan:${object.id}/lead`}
      className={classes.input}
      aria-label={t('cell.lead', { number: object.number })}
      value={object.lead}
      title={known?.legalName}
      onChange={(event) => actions.set({ [planKey(object.id, 'lead')]: event.currentTarget.value })}
    >
      <option value="">{t('cell.notSet')}</option>
      {object.lead && !known && <option value={object.lead}>{left}</option>}
      {project.organisations.map((one) => (
        <option key={one.id} value={one.id}>
          {one.number} {one.legalName}
        </option>
      ))}
    </select>
  );
}

export function AmountCell({ object }: { object: PlanBar }) {
  const { t, i18n } = useTranslation(['plan', 'budget']);
  const { session } = useProposal();
  const { project } = usePlan();
  const total = project.rowTotals.get(object.id) ?? null;
  const isOwn = 'venue' in object && project.call.budgetUnit === 'work_package';
  // What organisations share is the sum of their cells, in the budget.
  if (!isOwn || !project.canWrite) {
    return (
      <Text size="sm" className={classes.amount}>
        {total === null ? '–' : formatAmount(total, i18n.language)}
      </Text>
    );
  }
  const accept = (text: string): Accepted => {
    const parsed = parseAmount(text);
    if (!parsed.isValid) return { problem: t(`budget:problem.${parsed.problem}`) };
    setFields(session, BUDGET, { [budgetCell(object.id, AMOUNT_COLUMN)]: parsed.cents ?? undefined });
    return {};
  };
  return (
    <CellInput
      id={`plan:${object.id}/amount`}
      label={t('cell.amount', { number: object.number })}
      value={total === null ? '' : formatAmount(total, i18n.language)}
      accept={accept}
      isReadOnly={false}
      inputMode="decimal"
      align="end"
    />
  );
}
