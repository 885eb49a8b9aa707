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

/** What an update brings, name by name. */
export class NamedSuggestions {
  readonly #sender: Sender;
  /** To be known from now on. */
  readonly own = new Set<string>();
  /** In the names of colleagues, and not known: the sender's own from now on. */
  readonly madeUp = new Set<string>();

  constructor(sender: Sender) {
    this.#sender = sender;
  }

  /** @returns false for what is no suggestion of anybody here */
  take(name: string): boolean {
    const { userId, index, bringsWordsOfOthers, isWriter } = this.#sender;
    const author = suggesterOf(name);
    if (author === null || index.suggestions.has(name)) return true;
    if (author === userId || bringsWordsOfOthers) this.own.add(name);
    // What came with an exchange file is nobody's.
    else if (author === '' || (isWriter?.(author) ?? true)) this.madeUp.add(name);
    else return false;
    return true;
  }
}
