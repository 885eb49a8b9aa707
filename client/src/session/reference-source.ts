// What live references say at this moment, from the document and from what the server knows of organisations and the call. Worked out
// when somebody asks after a change, once for all editors, counters and the portal page.
import { type RuleInput } from '@adagia/shared/budget/rule';
import type { FieldValue } from '@adagia/shared/document';
import { mapNames } from '@adagia/shared/document';
import type { ReferenceValues } from '@adagia/shared/references/reference-targets';
import { referenceValues } from '@adagia/shared/references/shown-content';
import type * as Y from 'yjs';
import type { Observable } from './proposal-session.ts';

/** What is not in the document. */
export type ReferenceFrame = Pick<RuleInput, 'call' | 'sector' | 'organisations'>;

/** null until the frame is known: then references show the words that they were written with. */
export class ReferenceSource implements Observable<ReferenceValues | null> {
  readonly #doc: Y.Doc;
  readonly #listeners = new Set<() => void>();
  #frame: ReferenceFrame | null = null;
  #values: ReferenceValues | null = null;
  #stop: (() => void) | null = null;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  setFrame(frame: ReferenceFrame): void {
    if (this.#frame === frame) return;
    this.#frame = frame;
    this.#changed();
  }

  readonly get = (): ReferenceValues | null => {
    // Kept only while it is watched: nobody tells of changes otherwise.
    if (this.#listeners.size === 0) return this.#read();
    return (this.#values ??= this.#read());
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#stop ??= this.#watch();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#stop?.();
      this.#stop = null;
    };
  };

  /** For `withPlainReferences`. */
  readonly read = (target: string): string | null => this.get()?.read(target) ?? null;

  #read(): ReferenceValues | null {
    if (!this.#frame) return null;
    const [facts, plan, budget] = mapNames.map((name) => new Map(this.#doc.getMap<FieldValue>(name).entries()));
    return facts && plan && budget ? referenceValues({ ...this.#frame, facts, plan, budget }) : null;
  }

  #watch(): () => void {
    this.#values = null;
    const maps = mapNames.map((name) => this.#doc.getMap<FieldValue>(name));
    const changed = () => this.#changed();
    for (const map of maps) map.observe(changed);
    return () => {
      for (const map of maps) map.unobserve(changed);
    };
  }

  #changed(): void {
    this.#values = null;
    for (const listener of this.#listeners) listener();
  }
}

const sources = new WeakMap<Y.Doc, ReferenceSource>();

/** One for each document, the same to everybody. */
export function referenceSourceOf(doc: Y.Doc): ReferenceSource {
  let source = sources.get(doc);
  if (!source) sources.set(doc, (source = new ReferenceSource(doc)));
  return source;
}
