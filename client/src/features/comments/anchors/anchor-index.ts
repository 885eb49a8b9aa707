// Where the comments of a proposal hang in its texts, read once for each change of a text and only for texts that somebody
// asks about. Listens to the document and never writes to it; knows nothing of the page.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { Thread } from '@adagia/shared/api/review';
import type * as Y from 'yjs';
import { useProposal } from '../../../app/proposal-context.ts';
import type { ProposalSession } from '../../../session/proposal-session.ts';

export interface AnchorRange {
  threadId: string;
  start: number;
  end: number;
}

/** Where comments hang in a text, in order; one thread may have several parts. */
export function anchorsIn(ytext: Y.Text): AnchorRange[] {
  const ranges: AnchorRange[] = [];
  const open = new Map<string, AnchorRange>();
  let at = 0;
  for (const { insert, attributes = {} } of ytext.toDelta() as { insert: unknown; attributes?: object }[]) {
    const length = typeof insert === 'string' ? insert.length : 1;
    const here = new Set(Object.keys(attributes).filter((name) => name.startsWith('comment:')));
    for (const name of open.keys()) if (!here.has(name)) open.delete(name);
    for (const name of here) {
      const running = open.get(name);
      if (running) running.end = at + length;
      else {
        const range = { threadId: name.slice('comment:'.length), start: at, end: at + length };
        open.set(name, range);
        ranges.push(range);
      }
    }
    at += length;
  }
  return ranges;
}

export class AnchorIndex {
  readonly #doc: Y.Doc;
  readonly #ranges = new Map<AnswerKey, AnchorRange[]>();
  /** By thread: a thousand of them are asked for at each change. */
  readonly #firsts = new Map<AnswerKey, ReadonlyMap<string, AnchorRange>>();
  readonly #keys = new Map<unknown, AnswerKey>();
  readonly #listeners = new Set<(keys: readonly AnswerKey[]) => void>();
  /** Grows when a text that was asked about has changed. */
  revision = 0;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    doc.on('afterTransaction', ({ changed }) => {
      const keys = [...changed.keys()].flatMap((type) => this.#keys.get(type) ?? []);
      if (keys.length === 0) return;
      for (const key of keys) this.#ranges.delete(key);
      this.revision += 1;
      for (const listener of this.#listeners) listener(keys);
    });
  }

  in(key: AnswerKey): readonly AnchorRange[] {
    const known = this.#ranges.get(key);
    if (known) return known;
    const ytext = this.#doc.getText(key);
    this.#keys.set(ytext, key);
    const ranges = anchorsIn(ytext);
    this.#ranges.set(key, ranges);
    // The first part of each wins.
    this.#firsts.set(key, new Map(ranges.toReversed().map((range) => [range.threadId, range])));
    return ranges;
  }

  /** @returns the first part of the passage; null for other threads, and when all of its words are gone. */
  of({ id, target }: Pick<Thread, 'id' | 'target'>): AnchorRange | null {
    if (target.kind !== 'passage') return null;
    this.in(target.key);
    return this.#firsts.get(target.key)?.get(id) ?? null;
  }

  /** @param listener is told which texts have changed */
  subscribe = (listener: (keys: readonly AnswerKey[]) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

const indexes = new WeakMap<ProposalSession, AnchorIndex>();

export function useAnchorIndex(): AnchorIndex {
  const { session } = useProposal();
  const index = indexes.get(session) ?? new AnchorIndex(session.doc);
  indexes.set(session, index);
  return index;
}
