// What is suggested in the answers of a proposal, read once for each change of a text and only for texts that somebody asks about.
// Listens to the document and never writes to it; knows neither the page nor who may decide.
import type { AnswerKey } from '@adagia/shared/answer-key';
import { listSuggestions, type Suggestion } from '@adagia/shared/text/suggestion-list';
import type * as Y from 'yjs';

export interface PendingSuggestion extends Suggestion {
  key: AnswerKey;
  /** One id may stand in two answers: this names what is in one. */
  name: string;
}

const NOTHING: readonly PendingSuggestion[] = [];

export class SuggestionIndex {
  readonly #doc: Y.Doc;
  readonly #lists = new Map<AnswerKey, readonly PendingSuggestion[]>();
  readonly #keys = new Map<unknown, AnswerKey>();
  readonly #listeners = new Set<() => void>();
  /** Grows when a text that was asked about has changed. */
  revision = 0;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    doc.on('afterTransaction', ({ changed }) => {
      const keys = [...changed.keys()].flatMap((type) => this.#keys.get(type) ?? []);
      if (keys.length === 0) return;
      for (const key of keys) this.#lists.delete(key);
      this.revision += 1;
      for (const listener of this.#listeners) listener();
    });
  }

  /** In the order of the text. */
  in(key: AnswerKey): readonly PendingSuggestion[] {
    const known = this.#lists.get(key);
    if (known) return known;
    const ytext = this.#doc.getText(key);
    this.#keys.set(ytext, key);
    const found = listSuggestions(ytext.toDelta(), ytext.getAttributes());
    const list = found.length === 0 ? NOTHING : found.map((one) => ({ ...one, key, name: `${key} ${one.id}` }));
    this.#lists.set(key, list);
    return list;
  }

  /** As it stands now; null when somebody has decided. */
  find({ key, name }: Pick<PendingSuggestion, 'key' | 'name'>): PendingSuggestion | null {
    return this.in(key).find((one) => one.name === name) ?? null;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

/** All but where it stands, which changes with every key that somebody types before it. */
function signatureOf({ name, kind, before, after, pieces, last }: PendingSuggestion): string {
  const looks = pieces.map(({ type, set }) => [type, set]);
  return JSON.stringify([name, kind, before, after, looks, last]);
}

/**
 * @param keys in the order of the page
 * @returns reads what is pending there: the same array, and in it the same objects, while the cards would look the same
 */
export function pendingReader(index: SuggestionIndex, keys: readonly AnswerKey[]): () => readonly PendingSuggestion[] {
  let revision = -1;
  let last = NOTHING;
  let signatures = new Map<string, { signature: string; one: PendingSuggestion }>();
  return () => {
    if (revision === index.revision) return last;
    const found = keys.flatMap((key) => index.in(key));
    revision = index.revision;
    const next = new Map<string, { signature: string; one: PendingSuggestion }>();
    for (const one of found) {
      const signature = signatureOf(one);
      const known = signatures.get(one.name);
      next.set(one.name, known?.signature === signature ? known : { signature, one });
    }
    signatures = next;
    const list = [...next.values()].map(({ one }) => one);
    if (list.length !== last.length || list.some((one, at) => one !== last[at])) last = list;
    return last;
  };
}
