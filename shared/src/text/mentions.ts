// Who is named in a comment: `@` and a name, as it is written or by its first word where that is one person's alone.

export interface Nameable {
  userId: string;
  name: string;
}

const letter = /[\p{L}\p{N}_]/u;
const plain = (text: string): string => text.normalize('NFC').toLocaleLowerCase('und');

/** Longer names first: "Ana Maria" is not Ana. Letters only end where no letter follows. */
export function mentionsIn(text: string, people: readonly Nameable[]): string[] {
  const names = people.flatMap(({ userId, name }) => {
    const first = name.trim().split(/\s+/)[0] ?? '';
    const isAlone = people.filter((one) => plain(one.name.trim().split(/\s+/)[0] ?? '') === plain(first)).length === 1;
    return [{ userId, name: plain(name.trim()) }, ...(isAlone ? [{ userId, name: plain(first) }] : [])];
  });
  const known = names.filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length);
  const found = new Set<string>();
  const words = plain(text);
  for (const { index } of words.matchAll(/@/g)) {
    // An address is no mention.
    if (index > 0 && letter.test(words[index - 1] ?? '')) continue;
    const rest = words.slice(index + 1);
    const hit = known.find(({ name }) => rest.startsWith(name) && !letter.test(rest[name.length] ?? ''));
    if (!hit) continue;
    const twins = known.filter(({ name }) => name === hit.name);
    for (const { userId } of twins) found.add(userId);
  }
  return [...found];
}
