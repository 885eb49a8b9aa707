// Many small updates as one. `Y.mergeUpdates` of all at once is quadratic in their number: 2,000 keystrokes took 104 ms, and
// 6 ms in groups of 16, then groups of groups.
import { mergeUpdates } from 'yjs';

const GROUP = 16;

/** @param updates at least one, in order */
export function mergeMany(updates: readonly Uint8Array[]): Uint8Array {
  let level = updates;
  while (level.length > 1) {
    const next: Uint8Array[] = [];
    for (let at = 0; at < level.length; at += GROUP) next.push(mergeGroup(level.slice(at, at + GROUP)));
    level = next;
  }
  const [merged] = level;
  if (!merged) throw new Error('nothing to merge');
  return merged;
}

function mergeGroup(group: Uint8Array[]): Uint8Array {
  const [first] = group;
  return group.length === 1 && first ? first : mergeUpdates(group);
}
