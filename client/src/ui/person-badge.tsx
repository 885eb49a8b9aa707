// A person as a coloured circle with initials. The colour is the same on every screen and as their caret.
import { personColour } from '@adagia/shared/person-colour';
import { Avatar } from '@mantine/core';

/** By code point: a letter outside of the first plane must not be cut. */
const firstLetter = (word: string): string => {
  const code = word.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code).toUpperCase();
};

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return (firstLetter(first) || '?') + firstLetter(last);
}

export function PersonBadge({ id, name, size = 28 }: { id: string; name: string; size?: number }) {
  return (
    <Avatar
      size={size}
      radius="xl"
      variant="filled"
      aria-hidden
      styles={{ placeholder: { background: personColour(id), color: '#fff', fontSize: size * 0.4 } }}
    >
      {initialsOf(name)}
    </Avatar>
  );
}
