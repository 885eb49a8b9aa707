// Amounts, months and days in the words of the form's language: the same on every device and on the server, whatever their own
// language is, because what is counted and copied must be one text. After the style guide of the EU's institutions: EUR 250 000 in
// English, 250 000 EUR in the others, thousands apart by a space.

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const isEnglish = (language: string): boolean => language.toLowerCase().startsWith('en');

/** @param cents whole, not negative */
export function amountWords(cents: number, language: string): string {
  const euro = String(Math.floor(cents / 100)).replaceAll(/\B(?=(?:\d{3})+$)/g, ' ');
  const rest = cents % 100;
  const amount = rest === 0 ? euro : `${euro}${isEnglish(language) ? '.' : ','}${String(rest).padStart(2, '0')}`;
  return isEnglish(language) ? `EUR ${amount}` : `${amount} EUR`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** 'March 2027', 03/2027 in other languages. */
export function monthWords(date: Date, language: string): string {
  const [month, year] = [date.getUTCMonth(), date.getUTCFullYear()];
  return isEnglish(language) ? `${MONTHS[month]} ${year}` : `${two(month + 1)}/${year}`;
}

/** '1 March 2027', 01/03/2027 in other languages. */
export function dayWords(date: Date, language: string): string {
  const day = date.getUTCDate();
  if (isEnglish(language)) return `${day} ${monthWords(date, language)}`;
  return `${two(day)}/${monthWords(date, language)}`;
}
