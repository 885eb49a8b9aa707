// What is being typed behind an '@' in a comment, whom it may mean, and the words with that name in them. Knows nothing of fields.

export interface Mention {
  /** Where the '@' stands. */
  from: number;
  /** What stands between it and the caret. */
  query: string;
}

/** Letters of a name that are typed before it counts as a sentence again. */
const QUERY_MAX = 40;
/** More than the eye takes in is no help: another letter is quicker. */
const SHOWN_MAX = 6;

const letter = /[\p{L}\p{N}_]/u;
/** As people type on whatever keyboard: "Jose" finds José. */
const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L').toLocaleLowerCase('und');

/** null where the caret is behind none. An address is no mention, and a name has at most one space in what is typed of it. */
export function mentionAt(text: string, caret: number): Mention | null {
  const from = text.slice(0, caret).lastIndexOf('@');
  if (from < 0 || caret - from > QUERY_MAX) return null;
  if (from > 0 && letter.test(text[from - 1] ?? '')) return null;
  const query = text.slice(from + 1, caret);
  return /[\n@]|^\s|\s.*\s/.test(query) ? null : { from, query };
}

/** Those of whose names a word begins with it; the whole name counts as one. In the order that they come in. */
export function suggested<Person extends { name: string }>(people: readonly Person[], query: string): Person[] {
  const wanted = plain(query);
  const fits = ({ name }: Person) => {
    const whole = plain(name);
    return whole.startsWith(wanted) || whole.split(/[\s-]+/).some((word) => word.startsWith(wanted));
  };
  return people.filter(fits).slice(0, SHOWN_MAX);
}

/** @returns the words with the name in them, and where the caret goes: behind it and one space */
export function completed(text: string, { from, query }: Mention, name: string): { text: string; caret: number } {
  const before = `${text.slice(0, from)}@${name}`;
  const after = text.slice(from + 1 + query.length);
  const space = after.startsWith(' ') ? '' : ' ';
  return { text: before + space + after, caret: before.length + 1 };
}
