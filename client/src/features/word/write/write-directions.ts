// Which words run from right to left, and which of them a Word run is told about: Word does not work it out by itself.

const RIGHT = String.raw`[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]`;
const firstLetter = /\p{L}/u;
const rightLetter = new RegExp(RIGHT, 'u');
/** From a letter of such a script to the last one, over spaces and signs, never over another letter. */
const stretches = new RegExp(String.raw`(${RIGHT}(?:[^\p{L}\n]*${RIGHT}|\p{M})*)`, 'u');

/** By its first letter, as browsers do for `dir="auto"`. */
export function isRightToLeft(text: string): boolean {
  const [letter = ''] = firstLetter.exec(text) ?? [];
  return rightLetter.test(letter);
}

/** In order; together they are the text. */
export function directions(text: string): { text: string; isRight: boolean }[] {
  if (!rightLetter.test(text)) return [{ text, isRight: false }];
  return text
    .split(stretches)
    .filter(Boolean)
    .map((part) => ({ text: part, isRight: rightLetter.test(part) }));
}

/** Of the letters, where it can be told: the tag that Word checks their spelling by. */
export function languageOfRight(text: string): string {
  return /\p{Script=Hebrew}/u.test(text) ? 'he-IL' : 'ar-SA';
}
