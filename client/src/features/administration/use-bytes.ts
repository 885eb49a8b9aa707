// Sizes in the units and the language of the reader.
import { useTranslation } from 'react-i18next';

const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

export function useBytes(): (bytes: number) => string {
  const { i18n } = useTranslation();
  return (bytes) => {
    const step = Math.min(Math.max(Math.floor(Math.log10(Math.max(bytes, 1)) / 3) - 1, 0), units.length - 1);
    const format = { style: 'unit', unit: units[step] ?? 'kilobyte', maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(i18n.language, format).format(bytes / 1000 ** (step + 1));
  };
}
