// Months of the project as dates, from the start date of the form. Plain calendar arithmetic, no time zone.

interface Day {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

function parseDay(value: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) ? { year, month, day } : null;
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The same day some months later, or the last of that month where it has no such day. UTC midnight. */
function addMonths({ year, month, day }: Day, months: number): Date {
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = daysIn(first.getUTCFullYear(), first.getUTCMonth() + 1);
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last)));
}

const DAY_MS = 86_400_000;

/** @returns UTC midnight of the last day of a project, null when start or duration are not known. */
export function projectEnd(start: string, months: number): Date | null {
  const day = parseDay(start);
  return day && Number.isInteger(months) && months > 0 ? new Date(addMonths(day, months).getTime() - DAY_MS) : null;
}

/** @returns UTC midnight of the first day of month M`month` of the project, null without a start date. */
export function monthStart(start: string, month: number): Date | null {
  const day = parseDay(start);
  return day ? addMonths(day, month - 1) : null;
}
