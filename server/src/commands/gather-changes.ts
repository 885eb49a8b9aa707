// Gathers what committed updates changed, and hands it on every few seconds: the timeline is one transaction then, not one for
// each key that somebody presses. A power cut takes back seconds of the timeline, never of the text.
import type { ProposalId } from '@adagia/shared/ids';
import type { ContentChange, ContentChanges } from '../sync/rooms.ts';

/** Milliseconds. Whoever asks for the timeline gets all of it anyway; with 300 people typing, every 5 seconds cost a tenth more. */
const EVERY_MS = 15_000;
/** People whose changes are written in one transaction by the timer, which takes some milliseconds, and the pause behind it. */
const AT_ONCE_MAX = 10;
const BETWEEN_MS = 50;
/** Milliseconds between two hints about one proposal: each makes everybody ask who watches its timeline. */
const HINT_EVERY_MS = 2000;

interface Gathered extends Omit<ContentChanges, 'changes'> {
  changes: Map<string, ContentChange>;
}

interface GathererOptions {
  /** Gets what one person changed in one proposal as one; must not throw. */
  record(changes: readonly ContentChanges[]): void;
  /** There is something new in the timeline of this proposal. */
  hint(proposalId: ProposalId): void;
}

export class ChangeGatherer {
  readonly #options: GathererOptions;
  readonly #gathered = new Map<string, Gathered>();
  readonly #unhinted = new Set<ProposalId>();
  #timer: NodeJS.Timeout | undefined;
  #hintTimer: NodeJS.Timeout | undefined;

  constructor(options: GathererOptions) {
    this.#options = options;
  }

  note({ proposalId, authorId, at, changes }: ContentChanges): void {
    const key = `${proposalId} ${authorId}`;
    const group: Gathered = this.#gathered.get(key) ?? { proposalId, authorId, at, changes: new Map() };
    this.#gathered.set(key, group);
    group.at = at;
    for (const change of changes) if (isTold(change)) merge(group.changes, change);
    this.#timer ??= setTimeout(() => this.#flushSome(), EVERY_MS).unref();
    this.#unhinted.add(proposalId);
    this.#hintTimer ??= setTimeout(() => this.#hint(), HINT_EVERY_MS).unref();
  }

  #hint(): void {
    clearTimeout(this.#hintTimer);
    this.#hintTimer = undefined;
    for (const proposalId of this.#unhinted) this.#options.hint(proposalId);
    this.#unhinted.clear();
  }

  /** A few at a time: 300 people at once would hold everybody up for a fifth of a second. */
  #flushSome(): void {
    this.#timer = undefined;
    const keys = [...this.#gathered.keys()].slice(0, AT_ONCE_MAX);
    this.#take(keys);
    if (this.#gathered.size > 0) this.#timer = setTimeout(() => this.#flushSome(), BETWEEN_MS).unref();
  }

  /** Everything up to now is recorded when it returns. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#take([...this.#gathered.keys()]);
  }

  #take(keys: readonly string[]): void {
    const groups: ContentChanges[] = [];
    for (const key of keys) {
      const group = this.#gathered.get(key);
      this.#gathered.delete(key);
      if (group) groups.push({ ...group, changes: [...group.changes.values()] });
    }
    if (groups.length > 0) this.#options.record(groups);
  }
}

/** Which proposal an offer answers goes with the offer. */
const isTold = (change: ContentChange): boolean => change.kind === 'text' || !change.key.endsWith(':answered');

function keyOf(change: ContentChange): string {
  if (change.kind === 'text') return change.key;
  return `${change.map}/${change.key}${change.overtaken === undefined ? '' : ' overtaken'}`;
}

/** Characters add up; a field goes from its first value to its last. */
function merge(into: Map<string, ContentChange>, change: ContentChange): void {
  const key = keyOf(change);
  const known = into.get(key);
  if (known?.kind === 'text' && change.kind === 'text') {
    into.set(key, { ...known, added: known.added + change.added, removed: known.removed + change.removed });
  } else if (known?.kind === 'field' && change.kind === 'field') into.set(key, { ...change, before: known.before });
  else into.set(key, change);
}
