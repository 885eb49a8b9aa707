// Figures as a Markdown table, which reads well in a terminal too.
import type { Bar, Result } from '../scenario.ts';

const shown = (value: number | null | undefined, digits: number): string =>
  typeof value === 'number' ? value.toLocaleString('en', { maximumFractionDigits: digits }) : '–';

function isMet({ measured, is, limit }: Bar): boolean | null {
  if (measured === null) return null;
  return is === 'at most' ? measured <= limit : measured >= limit;
}

function barLine(bar: Bar): string {
  const met = isMet(bar);
  const verdict = met === null ? 'not measured' : met ? 'met' : '**not met**';
  return `- ${bar.text}: ${shown(bar.measured, 2)}, asked for ${bar.is} ${shown(bar.limit, 2)}: ${verdict}`;
}

export function tableOf({ columns, rows, bars }: Result): string {
  const lines = [
    `| | ${columns.map(({ title }) => title).join(' | ')} |`,
    `|---|${columns.map(() => '---:|').join('')}`,
    ...rows.map(({ label, figures }) => {
      return `| ${label} | ${columns.map(({ key, digits }) => shown(figures[key], digits)).join(' | ')} |`;
    }),
  ];
  return [...lines, ...(bars.length > 0 ? ['', ...bars.map(barLine)] : [])].join('\n');
}

export function printResult(result: Result): void {
  console.log(`\n${result.title}\n\n${tableOf(result)}\n`);
}
