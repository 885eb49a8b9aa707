// Who is named in a comment: `@` and a name, as it is written or by its first word where that is one person's alone. The name of an
// organisation means its people.

export interface Nameable {
  userId: string;
  name: string;
}

export interface NameableGroup {
  /** All by which it goes: in the script of its country, and in Latin letters. */
  names: readonly string[];
  userIds: readonly string[];
}

/** Why somebody is named: themselves, or as one of an organisation. */
export type Mentioned = 'person' | 'organisation';

interface Known {
  name: string;
  by: Mentioned;
  userIds: readonly string[];
}

const letter = /[\p{L}\p{N}_]/u;
/** Sign by sign, so that each stays at its place: 'İ' would become two, and a last 'Σ' another one than within a word. */
const fold = (text: string): string =>
  Array.from(text, (sign) => {
    const small = sign.toLocaleLowerCase('und');
    return small.length === sign.length ? small.replace('ς', 'σ') : sign;
  }).join('');
const plain = (text: string): string => fold(text.normalize('NFC')).trim();
const firstWord = (name: string): string => plain(name).split(/\s+/)[0] ?? '';

function namesOf(people: readonly Nameable[]): Known[] {
  return people.flatMap(({ userId, name }) => {
    const first = firstWord(name);
    const isAlone = people.filter((one) => firstWord(one.name) === first).length === 1;
    const own = { by: 'person' as const, userIds: [userId] };
    return [{ ...own, name: plain(name) }, ...(isAlone ? [{ ...own, name: first }] : [])];
  });
}

const namesOfGroups = (groups: readonly NameableGroup[]): Known[] =>
  groups.flatMap(({ names, userIds }) =>
    names.map((name) => ({ name: plain(name), by: 'organisation' as const, userIds })),
  );

export interface MentionRange {
  /** Places in the text in its composed form (NFC), the '@' included. */
  start: number;
  end: number;
  /** Whom, and by what; by their own name where by both. */
  whom: ReadonlyMap<string, Mentioned>;
}

/** Longer names first: "Ana Maria" is not Ana. Letters only end where no letter follows. */
export function mentionRanges(
  text: string,
  people: readonly Nameable[],
  groups: readonly NameableGroup[] = [],
): MentionRange[] {
  if (!text.includes('@')) return [];
  const known = [...namesOf(people), ...namesOfGroups(groups)]
    .filter(({ name }) => name !== '')
    .sort((a, b) => b.name.length - a.name.length);
  const words = fold(text.normalize('NFC'));
  const ranges: MentionRange[] = [];
  for (const { index } of words.matchAll(/@/g)) {
    // An address is no mention.
    if (index > 0 && letter.test(words[index - 1] ?? '')) continue;
    const isNamed = ({ name }: Known) =>
      words.startsWith(name, index + 1) && !letter.test(words[index + 1 + name.length] ?? '');
    const hit = known.find(isNamed);
    if (!hit) continue;
    const whom = new Map<string, Mentioned>();
    for (const { by, userIds } of known.filter(({ name }) => name === hit.name)) {
      for (const userId of userIds) if (by === 'person' || !whom.has(userId)) whom.set(userId, by);
    }
    ranges.push({ start: index, end: index + 1 + hit.name.length, whom });
  }
  return ranges;
}

/** @returns whom, each once, and by what; by their own name where by both */
export function mentionsIn(
  text: string,
  people: readonly Nameable[],
  groups: readonly NameableGroup[] = [],
): Map<string, Mentioned> {
  const found = new Map<string, Mentioned>();
  for (const { whom } of mentionRanges(text, people, groups)) {
    for (const [userId, by] of whom) if (by === 'person' || !found.has(userId)) found.set(userId, by);
  }
  return found;
}
