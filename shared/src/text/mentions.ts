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
const plain = (text: string): string => text.normalize('NFC').toLocaleLowerCase('und').trim();
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

/**
 * Longer names first: "Ana Maria" is not Ana. Letters only end where no letter follows.
 * @returns whom, each once, and by what; by their own name where by both
 */
export function mentionsIn(
  text: string,
  people: readonly Nameable[],
  groups: readonly NameableGroup[] = [],
): Map<string, Mentioned> {
  const known = [...namesOf(people), ...namesOfGroups(groups)]
    .filter(({ name }) => name !== '')
    .sort((a, b) => b.name.length - a.name.length);
  const found = new Map<string, Mentioned>();
  const words = text.normalize('NFC').toLocaleLowerCase('und');
  for (const { index } of words.matchAll(/@/g)) {
    // An address is no mention.
    if (index > 0 && letter.test(words[index - 1] ?? '')) continue;
    const rest = words.slice(index + 1);
    const hit = known.find(({ name }) => rest.startsWith(name) && !letter.test(rest[name.length] ?? ''));
    for (const { name, by, userIds } of hit ? known : []) {
      if (name !== hit?.name) continue;
      for (const userId of userIds) if (by === 'person' || !found.has(userId)) found.set(userId, by);
    }
  }
  return found;
}
