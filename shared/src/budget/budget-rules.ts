// The rules of the budget: which sums must agree, and how much project management may cost. Figures come from the call.
import { must } from '../assert.ts';
import type { BudgetRow } from './budget.ts';
import { CRITERIA, FORM, fullPartners, type Rule, type RuleContext, TOTAL_COLUMN, type Violation } from './rule.ts';

type Found = Omit<Violation, 'rule'>;

const lumpSumOf = ({ project }: RuleContext): number => must(project.lumpSumCents, 'rule needs a lump sum');

function sumsToLumpSum(context: RuleContext, message: 'work-packages-add-up' | 'activities-fill-lump-sum'): Found[] {
  const { total } = context.budget;
  const lumpSumCents = lumpSumOf(context);
  if (total === lumpSumCents) return [];
  const data = { totalCents: total, lumpSumCents, differenceCents: Math.abs(total - lumpSumCents) };
  return [{ message: `${message}-${total > lumpSumCents ? 'over' : 'under'}`, place: { page: 'budget' }, data }];
}

function activitiesOf(row: BudgetRow): Found[] {
  const activitiesCents = row.activitiesTotal ?? 0;
  const amountCents = row.total ?? 0;
  if (row.activities.length === 0 || activitiesCents === amountCents) return [];
  const isOver = activitiesCents > amountCents;
  const data = {
    number: row.number,
    title: row.title,
    activitiesCents,
    amountCents,
    differenceCents: Math.abs(activitiesCents - amountCents),
  };
  const place = { page: 'budget', rowId: row.id, columnId: TOTAL_COLUMN } as const;
  return [{ message: isOver ? 'activities-add-up-over' : 'activities-add-up-under', place, data }];
}

function withoutAmount({ budget, call }: RuleContext): Found[] {
  const activities = call.budgetUnit === 'activity' ? budget.rows : budget.rows.flatMap((row) => row.activities);
  return activities
    .filter((row) => row.kind === 'activity' && !row.total)
    .map((row) => ({
      message: 'activity-amount',
      place: { page: 'budget', rowId: row.id, columnId: TOTAL_COLUMN },
      data: { number: row.number, title: row.title },
    }));
}

/** Organisations that lead something or take part in it. */
export function organisationsWithTasks({ workplan }: RuleContext): Set<string> {
  const leads = [...workplan.workPackages, ...workplan.activities].map((one) => one.lead);
  return new Set([...leads, ...workplan.activities.flatMap((one) => one.participants)]);
}

function managementShare(context: RuleContext): Found[] {
  const limit = must(context.call.managementShareMax).value;
  const lumpSumCents = lumpSumOf(context);
  const managementIds = context.workplan.workPackages.filter((one) => one.isManagement).map((one) => one.id);
  return context.budget.rows
    .filter((row) => managementIds.includes(row.id) && (row.total ?? 0) > Math.floor(lumpSumCents * limit))
    .map((row) => {
      const amountCents = row.total ?? 0;
      const limitCents = Math.floor(lumpSumCents * limit);
      return {
        message: 'management-share',
        place: { page: 'budget', rowId: row.id, columnId: TOTAL_COLUMN },
        data: {
          number: row.number,
          amountCents,
          limitCents,
          limitShare: limit,
          share: amountCents / lumpSumCents,
          differenceCents: amountCents - limitCents,
        },
      };
    });
}

export const budgetRules: readonly Rule[] = [
  {
    id: 'lump-sum-chosen',
    severity: 'must',
    basis: (call) => call.lumpSumsCents,
    needs: 'lump_sum',
    check: (context) =>
      must(context.call.lumpSumsCents).value.includes(lumpSumOf(context))
        ? []
        : [
            {
              message: 'lump-sum-chosen',
              place: { page: 'facts', questionId: 'lump_sum' },
              data: { lumpSumCents: lumpSumOf(context) },
            },
          ],
  },
  {
    id: 'work-packages-add-up',
    severity: 'must',
    basis: (call) => call.identities.workPackagesToLumpSum,
    needs: 'lump_sum',
    check: (context) => sumsToLumpSum(context, 'work-packages-add-up'),
  },
  {
    id: 'activities-fill-lump-sum',
    severity: 'must',
    basis: (call) => call.identities.activitiesToLumpSum,
    needs: 'lump_sum',
    check: (context) => sumsToLumpSum(context, 'activities-fill-lump-sum'),
  },
  {
    id: 'management-share',
    severity: 'must',
    basis: (call) => call.managementShareMax,
    needs: 'lump_sum',
    check: managementShare,
  },
  {
    id: 'activities-add-up',
    severity: 'must',
    basis: (call) => call.identities.activitiesToWorkPackage,
    check: ({ budget }) => budget.rows.flatMap(activitiesOf),
  },
  { id: 'activity-amount', severity: 'must', basis: () => FORM, check: withoutAmount },
  {
    id: 'partner-with-money',
    severity: 'should',
    basis: () => CRITERIA,
    check: (context) => {
      const busy = organisationsWithTasks(context);
      return fullPartners(context.organisations)
        .filter(({ id }) => busy.has(id) && !context.budget.organisationTotals.get(id))
        .map(({ id, legalName }) => ({
          message: 'partner-with-money',
          place: { page: 'budget', columnId: id },
          data: { organisation: legalName },
        }));
    },
  },
];
