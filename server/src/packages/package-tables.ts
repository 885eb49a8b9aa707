// The plan and the budget of an exchange file as tables for a spreadsheet: one row each, amounts in euro.
import type { ProposalFileInput } from '@adagia/shared/exchange/proposal-file';
import { csvOf } from '../commands/csv.ts';

type Activity = NonNullable<ProposalFileInput['activities']>[number];
type Row = Activity | NonNullable<ProposalFileInput['work_packages']>[number];

const said = (value: string | number | undefined): string => (value === undefined ? '' : String(value));
const euro = (amount: number | undefined): string => (amount === undefined ? '' : amount.toFixed(2));

/** In the order of the form: each work package before its activities. */
function rowsOf({ work_packages = [], activities = [] }: ProposalFileInput): { kind: string; row: Row }[] {
  const asActivity = (row: Activity) => ({ kind: row.part ?? 'activity', row });
  return [
    ...work_packages.flatMap((row) => [{ kind: 'work package', row }, ...(row.activities ?? []).map(asActivity)]),
    ...activities.map(asActivity),
  ];
}

export function planTable(file: ProposalFileInput): string {
  const head = ['number', 'kind', 'title', 'from month', 'to month', 'lead', 'organisations', 'venue'];
  const rows = rowsOf(file).map(({ kind, row }) => [
    row.id,
    kind,
    row.title,
    said(row.from),
    said(row.to),
    said(row.lead),
    'orgs' in row ? (row.orgs ?? []).join(' ') : '',
    'venue' in row ? said(row.venue) : '',
  ]);
  const points = [
    ...(file.deliverables ?? []).map((point) => ({ kind: 'deliverable', point })),
    ...(file.milestones ?? []).map((point) => ({ kind: 'milestone', point })),
  ].map(({ kind, point }) => [
    point.id,
    kind,
    point.title,
    said(point.month),
    said(point.month),
    said(point.lead),
    '',
    '',
  ]);
  return csvOf([head, ...rows, ...points]);
}

export function budgetTable(file: ProposalFileInput): string {
  const organisations = file.organisations.map(({ id }) => id);
  const head = ['number', 'title', ...file.organisations.map(({ id, legal_name: name }) => `${id} ${name}`), 'total'];
  const rows = rowsOf(file).map(({ row }) => [
    row.id,
    row.title,
    ...organisations.map((id) => euro(row.by_org?.[id])),
    euro(row.amount),
  ]);
  const quantities = Object.entries(file.quantities ?? {}).map(([name, value]) => [name, String(value)]);
  return (
    csvOf([head, ...rows]) +
    (quantities.length > 0 ? `\r\n${csvOf([['quantity', 'value'], ...quantities]).slice(1)}` : '')
  );
}
