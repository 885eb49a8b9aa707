// In whose name suggestions are (A13): nobody brings one into a document in a colleague's name that was not there before. Who takes back
// what they have accepted, or types between struck words, brings back one that was: undo and Yjs do, and nothing tells these from others.
import { suggesterOf } from './content-rules.ts';
import type { DocumentIndex } from './document-index.ts';
import { readMarkName } from './read-content.ts';
import { contentKind, type StructTable } from './struct-table.ts';

interface Suggestion {
  name: string;
  author: string;
  client: number;
  clock: number;
}

/** Marks of suggestions in an update. */
export function suggestionsIn(table: StructTable): Suggestion[] {
  const found: Suggestion[] = [];
  for (const { client, from, until } of table.blocks) {
    for (let row = from; row < until; row += 1) {
      if (table.kind[row] !== contentKind.mark) continue;
      const name = readMarkName(table, row);
      const author = suggesterOf(name);
      if (author !== null) found.push({ name, author, client, clock: table.clock[row] ?? 0 });
    }
  }
  return found;
}

/**
 * Of what was stored since the snapshot, once the index knows all of it. What somebody made up was taken away again in the same
 * transaction: it is in a colleague's name, and gone.
 */
export function learnSuggestions(
  tables: readonly StructTable[],
  index: DocumentIndex,
  ownerOf: (clientId: number) => string | undefined,
): void {
  for (const { name, author, client, clock } of tables.flatMap(suggestionsIn)) {
    const owner = ownerOf(client);
    let isAlive = false;
    index.eachAlive(client, clock, clock + 1, () => {
      isAlive = true;
    });
    if (owner === undefined || owner === author || isAlive) index.suggestions.add(name);
  }
}

interface Sender {
  userId: string;
  index: DocumentIndex;
  /** The server, or what is brought back after damage. */
  bringsWordsOfOthers?: boolean;
  /** Has this person written in the document? Absent: anybody has. */
  isWriter?(userId: string): boolean;
}

/**
 * Names that one update may make up, and marks of these. No page of ours makes any up, except when one undo brings back decisions older
 * than the server remembers; and each costs a walk through the text (100: a tenth of a second, 1,200: seven), in which nobody is served.
 */
const MADE_UP_MAX = 100;
const MADE_UP_MARKS_MAX = 300;

/** What an update brings, name by name. */
export class NamedSuggestions {
  readonly #sender: Sender;
  /** To be known from now on. */
  readonly own = new Set<string>();
  /** In the names of colleagues, and not known: the sender's own from now on. */
  readonly madeUp = new Set<string>();
  #madeUpMarks = 0;

  constructor(sender: Sender) {
    this.#sender = sender;
  }

  /** @returns false for what is no suggestion of anybody here, and for more made-up ones than anybody brings back */
  take(name: string): boolean {
    const { userId, index, bringsWordsOfOthers, isWriter } = this.#sender;
    const author = suggesterOf(name);
    if (author === null || index.suggestions.has(name)) return true;
    if (author === userId || bringsWordsOfOthers) this.own.add(name);
    // What came with an exchange file is nobody's.
    else if (author === '' || (isWriter?.(author) ?? true)) return this.#makeUp(name);
    else return false;
    return true;
  }

  #makeUp(name: string): boolean {
    this.madeUp.add(name);
    this.#madeUpMarks += 1;
    return this.madeUp.size <= MADE_UP_MAX && this.#madeUpMarks <= MADE_UP_MARKS_MAX;
  }
}
