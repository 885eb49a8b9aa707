// Organisations, workplan and budget as tables of a Word file: what the pages of the same names show. Pure.
import type { CommentTarget } from '@adagia/shared/api/review';
import type { BudgetRow } from '@adagia/shared/budget/budget';
import { formatAmount } from '@adagia/shared/budget/format-amount';
import { type PlanItem, planItems } from '@adagia/shared/plan/workplan';
import type { Project } from '../../plan/use-project.ts';
import type { WordTable } from '../write/word-part.ts';
import type { NamedTable } from './word-parts.ts';

type TableWord =
  | 'organisations'
  | 'workplan'
  | 'budget'
  | 'number'
  | 'organisation'
  | 'country'
  | 'city'
  | 'role'
  | 'oid'
  | 'title'
  | 'months'
  | 'lead'
  | 'participants'
  | 'total';

export interface TableWords {
  words: Record<TableWord, string>;
  roleName(role: string): string;
  countryName(code: string): string;
  locale: string;
}

type Words = Pick<Project, 'organisations' | 'paidOrganisations' | 'workplan' | 'budget'>;

const table = (head: string[], rows: string[][], more: Partial<WordTable> = {}): WordTable => ({
  kind: 'table',
  head,
  rows,
  figures: [],
  sums: [],
  ...more,
});

function organisationTable({ organisations }: Words, { words, roleName, countryName }: TableWords): WordTable {
  const head = [words.number, words.organisation, words.country, words.city, words.oid, words.role];
  const rows = organisations.map(({ number, legalName, legalNameLatin, country, city, oid, role }) => {
    const name = legalNameLatin && legalNameLatin !== legalName ? `${legalName} (${legalNameLatin})` : legalName;
    return [number, name, countryName(country), city, oid, roleName(role)];
  });
  return table(head, rows);
}

function monthsOf(item: PlanItem): string {
  if ('month' in item) return item.month === null ? '' : `M${item.month}`;
  const { from, to } = item;
  if (from === null || to === null) return '';
  return from === to ? `M${from}` : `M${from}–M${to}`;
}

function planTable({ organisations, workplan }: Words, { words }: TableWords): WordTable {
  const numbers = new Map(organisations.map(({ id, number }) => [id as string, number]));
  const numberOf = (id: string) => numbers.get(id) ?? '';
  const rows = planItems(workplan).map((item) => [
    item.number,
    item.title,
    monthsOf(item),
    'lead' in item ? numberOf(item.lead) : '',
    'participants' in item ? item.participants.map(numberOf).filter(Boolean).sort().join(', ') : '',
  ]);
  return table([words.number, words.title, words.months, words.lead, words.participants], rows);
}

function budgetTable({ paidOrganisations, budget }: Words, { words, locale }: TableWords): WordTable {
  const amount = (cents: number | null | undefined) =>
    cents === null || cents === undefined ? '' : formatAmount(cents, locale, 'euro');
  const line = ({ number, title, byOrganisation, total }: BudgetRow): string[] => [
    number,
    title,
    ...paidOrganisations.map(({ id }) => amount(byOrganisation?.get(id))),
    amount(total),
  ];
  const rows = budget.rows.flatMap((row) => [line(row), ...row.activities.map(line)]);
  const sums = paidOrganisations.map(({ id }) => amount(budget.organisationTotals.get(id)));
  const head = [words.number, words.title, ...paidOrganisations.map(({ number }) => number), words.total];
  return table(head, [...rows, ['', words.total, ...sums, amount(budget.total)]], {
    figures: head.map((_, column) => column).slice(2),
    sums: [rows.length],
  });
}

const isOf = (kind: CommentTarget['kind']) => (target: CommentTarget) => target.kind === kind;

export function projectTables(project: Words, words: TableWords): NamedTable[] {
  return [
    { title: words.words.organisations, table: organisationTable(project, words), isAbout: isOf('organisation') },
    { title: words.words.workplan, table: planTable(project, words), isAbout: isOf('plan') },
    { title: words.words.budget, table: budgetTable(project, words), isAbout: isOf('cell') },
  ];
}
