// Characters that can be followed through a run: where each comes from, and which of them a text holds with what identity.
import type { AttributedText } from '../attributed-text.ts';

export interface CharacterSource {
  next(count: number): string;
}

/** Each occurs once in a run: one code unit each (CJK), or two (from another plane). */
export function uniqueCharacters(areWide: boolean): CharacterSource {
  let code = areWide ? 0x20000 : 0x4e00;
  return {
    next: (count) => Array.from({ length: count }, () => String.fromCodePoint((code += 1))).join(''),
  };
}

/** Few different ones: any insertion and deletion could have happened in several places. */
export function fewCharacters(pick: (items: readonly string[]) => string): CharacterSource {
  return { next: (count) => Array.from({ length: count }, () => pick(['a', 'a', 'b', '😀', '😁', ' '])).join('') };
}

/** Without line ends and soft breaks, which have no identity. */
export const charactersOf = (text: string): string[] =>
  Array.from(text).filter((one) => one !== '\n' && one !== '\u2028');

/** Never between the halves of one character: no key or mouse gets there. */
export function snap(text: string, at: number): number {
  return at > 0 &&
    at < text.length &&
    /[\uDC00-\uDFFF]/.test(text.charAt(at)) &&
    /[\uD800-\uDBFF]/.test(text.charAt(at - 1))
    ? at - 1
    : at;
}

/** By character, the identity of each place where it is, as `client:clock`. */
export function identitiesOf({ text, ids }: Pick<AttributedText, 'text' | 'ids'>): Map<string, string[]> {
  const places = new Map<string, string[]>();
  const units = ids.flatMap(({ client, clock, length }) =>
    Array.from({ length }, (_, index) => `${client}:${clock + index}`),
  );
  let at = 0;
  for (const character of text) {
    const list = places.get(character);
    const id = units[at] ?? '';
    if (list) list.push(id);
    else places.set(character, [id]);
    at += character.length;
  }
  return places;
}
