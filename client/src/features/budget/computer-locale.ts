// How this computer's spreadsheet reads numbers, whatever language the pages are in: its decimal sign goes into what is copied or
// saved for it.

/** Some systems give names that no formatter knows, such as en-US@posix. */
export function computerLocale(): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(navigator.language)[0] ?? 'en';
  } catch {
    // Copying must work anyway, with a decimal point.
    return 'en';
  }
}
