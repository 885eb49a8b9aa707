// What is being typed behind an '@' in a comment, whom it may mean, and the words with that name in them. Knows nothing of fields.

export interface Mention {
  /** Where the '@' stands. */
  from: number;
  /** What stands between it and the caret. */
  query: string;
}

/** Letters of a name or an address that are typed before it counts as a sentence again. */
const QUERY_MAX = 60;

/** An address is no mention, but the address of somebody may be: '@rita@example.org'. A name has at most one space in what is typed of it. */
const MENTION = /(?<![\p{L}\p{N}_])@(?<query>[^\s@]+@[^\s@]*|(?:[^\s@]+(?:[^\S\n][^\s@]*)?)?)$/u;
/** As people type on whatever keyboard: "Jose" finds José. */
const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L').toLocaleLowerCase('und');

/** null where the caret is behind none. */
export function mentionAt(text: string, caret: number): Mention | null {
  // One letter before the longest that counts: whether it is an address is seen by that.
  const start = Math.max(0, caret - QUERY_MAX - 1);
  const found = MENTION.exec(text.slice(start, caret));
  const query = found?.groups?.query ?? '';
  return found && query.length < QUERY_MAX ? { from: start + found.index, query } : null;
}

/**
 * Those of whose names a word begins with it; the whole name counts as one. In the order that they come in.
 * @param max more than the eye takes in is no help: another letter is quicker
 */
export function suggested<One extends { names: readonly string[] }>(
  all: readonly One[],
  query: string,
  max: number,
): One[] {
  const wanted = plain(query);
  const fits = (name: string) => {
    const whole = plain(name);
    return whole.startsWith(wanted) || whole.split(/[\s-]+/).some((word) => word.startsWith(wanted));
  };
  return all.filter(({ names }) => names.some(fits)).slice(0, max);
}

/** @returns the words with the name in them, and where the caret goes: behind it and one space */
export function completed(text: string, { from, query }: Mention, name: string): { text: string; caret: number } {
  const before = `${text.slice(0, from)}@${name}`;
  const after = text.slice(from + 1 + query.length);
  const space = after.startsWith(' ') ? '' : ' ';
  return { text: before + space + after, caret: before.length + 1 };
}
