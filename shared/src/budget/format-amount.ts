// Cents as people of a locale read and type them. Digits are Latin everywhere: they are pasted into a portal and into Excel.

const formatters = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs more than using it a thousand times, and a grid formats hundreds of cells on each change. */
function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { numberingSystem: 'latn', ...options });
  formatters.set(key, made);
  return made;
}

/** 'plain': 1,234.50, cents only where there are some. 'euro': with its sign. */
export function formatAmount(cents: number, locale: string, style: 'plain' | 'euro' = 'plain'): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return formatter(locale, style === 'euro' ? { style: 'currency', currency: 'EUR', ...fraction } : fraction).format(
    cents / 100,
  );
}

/** What a cell holds while it is edited and what goes into a spreadsheet: no grouping, so every program reads it. */
export function editAmount(cents: number, locale: string): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  const options = { useGrouping: false, minimumFractionDigits: digits, maximumFractionDigits: digits };
  return formatter(locale, options).format(cents / 100);
}

export function formatShare(share: number, locale: string): string {
  return formatter(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}
