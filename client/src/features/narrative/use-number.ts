// Numbers in the language of the interface.
import { useTranslation } from 'react-i18next';

type Format = (value: number) => string;

const formats = new Map<string, Format>();

/** One for each language: making it takes a while, and every counter of a page needs it. */
function formatFor(language: string): Format {
  const known = formats.get(language);
  if (known) return known;
  const format = new Intl.NumberFormat(language);
  const made: Format = (value) => format.format(value);
  formats.set(language, made);
  return made;
}

export function useNumber(): Format {
  const { i18n } = useTranslation();
  return formatFor(i18n.language);
}
