// Gathers what committed updates changed, and hands it on once a second: the timeline is one transaction then, not one for each
// key that somebody presses. A power cut takes back a second of the timeline, never of the text.
import type { ContentChange, ContentChanges } from '../sync/rooms.ts';

/** Milliseconds. Somebody who watches the timeline does not notice, and everybody who asks for it gets all of it anyway. */
const EVERY_MS = 1000;

interface Gathered extends Omit<ContentChanges, 'changes'> {
  changes: Map<string, ContentChange>;
}

export class ChangeGatherer {
  readonly #record: (changes: readonly ContentChanges[]) => void;
  #gathered = new Map<string, Gathered>();
  #timer: NodeJS.Timeout | undefined;

  /** @param record gets what one person changed in one proposal as one; must not throw. */
  constructor(record: (changes: readonly ContentChanges[]) => void) {
    this.#record = record;
  }

  note({ proposalId, authorId, at, changes }: ContentChanges): void {
    const key = `${proposalId} ${authorId}`;
    const group: Gathered = this.#gathered.get(key) ?? { proposalId, authorId, at, changes: new Map() };
    this.#gathered.set(key, group);
    group.at = at;
    for (const change of changes) merge(group.changes, change);
    this.#timer ??= setTimeout(() => this.flush(), EVERY_MS).unref();
  }

  /** Everything up to now is recorded when it returns. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#gathered.size === 0) return;
    const all = [...this.#gathered.values()].map((group) => ({ ...group, changes: [...group.changes.values()] }));
    this.#gathered = new Map();
    this.#record(all);
  }
}

/** Characters add up; a field goes from its first value to its last. */
function merge(into: Map<string, ContentChange>, change: ContentChange): void {
  const key = change.kind === 'text' ? change.key : `${change.map}/${change.key}`;
  const known = into.get(key);
  if (known?.kind === 'text' && change.kind === 'text') {
    into.set(key, { ...known, added: known.added + change.added, removed: known.removed + change.removed });
  } else if (known?.kind === 'field' && change.kind === 'field') into.set(key, { ...change, before: known.before });
  else into.set(key, change);
}
