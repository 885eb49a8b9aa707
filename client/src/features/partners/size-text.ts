/** '1.4 MB', in the language of the page. */
export function sizeText(bytes: number, language: string): string {
  const isLarge = bytes >= 1024 * 1024;
  const value = isLarge ? bytes / (1024 * 1024) : Math.max(1, Math.round(bytes / 1024));
  const unit = isLarge ? 'megabyte' : 'kilobyte';
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}
