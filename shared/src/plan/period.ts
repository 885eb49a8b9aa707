// Moving and stretching a period of months on the axis of a project: what a drag, an arrow key and a typed number mean.
// A period never leaves the axis and never turns around; a move keeps its length.

/** Months of the project, both included. */
export interface Period {
  from: number;
  to: number;
}

const clamp = (month: number, max: number): number => Math.min(Math.max(Math.round(month), 1), max);

/** @param max last month of the axis. A period that is longer than the axis starts at M1. */
export function movePeriod({ from, to }: Period, months: number, max: number): Period {
  const shift = Math.min(Math.max(Math.round(months), 1 - from), Math.max(max - to, 1 - from));
  return { from: from + shift, to: to + shift };
}

/** The last month moves, at the least to the first. */
export function stretchEnd({ from, to }: Period, months: number, max: number): Period {
  return { from, to: Math.max(clamp(to + months, Math.max(max, from)), from) };
}

/** The first month moves, at the most to the last. */
export function stretchStart({ from, to }: Period, months: number, max: number): Period {
  return { from: Math.min(clamp(from + months, max), to), to };
}

/** A typed month pushes the other end along where the period would turn around, as in every planning tool. */
export function typedPeriod(
  period: { from: number | null; to: number | null },
  end: 'from' | 'to',
  month: number,
): Period {
  const other = end === 'from' ? period.to : period.from;
  if (other === null) return { from: month, to: month };
  return end === 'from' ? { from: month, to: Math.max(month, other) } : { from: Math.min(month, other), to: month };
}
