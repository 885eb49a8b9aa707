// The words of a document that may not reach the server, as a person sees them: whole answers, text fields and figures, to copy from.
// Also of updates that no document can take any more (of another generation, with a gap).
import { type AnswerKey, parseAnswerKey } from '@adagia/shared/answer-key';
import { splitNegotiated } from '@adagia/shared/budget/negotiation';
import { BUDGET, mapNames, splitFieldKey } from '@adagia/shared/document';
import { deltaToBlocks } from '@adagia/shared/text/blocks';
import { portalText } from '@adagia/shared/text/plain-text';
import * as Y from 'yjs';
import type { RefusedText } from './local-copy.ts';

export interface StructId {
  client: number;
  clock: number;
}

const CENTS = 100;

const isMap = (root: string): boolean => (mapNames as readonly string[]).includes(root);

/** Notes which answers and fields somebody writes in: names of answers, `<map>/<key>` of fields. */
export class TouchedPlaces {
  readonly #names = new Set<string>();

  note({ changed }: Y.Transaction): void {
    for (const [type, keys] of changed) {
      const name = Y.findRootTypeKey(type);
      for (const key of keys) this.#add(name, key);
    }
  }

  /** By the name of the root: before somebody asked for it by its kind, it has none. */
  #add(root: string, key: string | null): void {
    this.#names.add(isMap(root) ? `${root}/${key ?? ''}` : root);
  }

  /** The places of structs that may have come in by another transaction than that in which they were written. */
  noteStructs(doc: Y.Doc, ids: readonly StructId[]): void {
    for (const { client, clock } of ids) {
      if (clock >= Y.getState(doc.store, client)) continue;
      const item = Y.getItem(doc.store, Y.createID(client, clock));
      if (!(item instanceof Y.Item) || !(item.parent instanceof Y.AbstractType)) continue;
      this.#add(Y.findRootTypeKey(item.parent), item.parentSub);
    }
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  get isEmpty(): boolean {
    return this.#names.size === 0;
  }
}

/** Amounts in euros, as they are typed; everything else as it is. */
function figureText(map: string, field: string, value: number): string {
  const [, column] = splitFieldKey(field);
  const figure = splitNegotiated(column)?.figure ?? column;
  return map === BUDGET && !figure.includes(':') ? (value / CENTS).toFixed(2) : String(value);
}

/** @param touched null: everything that there is */
export function textsOf(doc: Y.Doc, touched: TouchedPlaces | null): RefusedText[] {
  const isWanted = (name: string) => touched === null || touched.isEmpty || touched.has(name);
  const answers = [...doc.share.keys()].filter((name): name is AnswerKey => parseAnswerKey(name) !== null);
  const texts = answers.filter(isWanted).map((key) => {
    const text = doc.getText(key);
    return { key, text: portalText(deltaToBlocks(text.toDelta(), text.getAttributes(), 'raw')) };
  });
  const isTouched = (name: string) => touched === null || touched.has(name);
  const fields = mapNames.flatMap((map) =>
    [...doc.getMap(map)].flatMap(([field, value]) => {
      const key = `${map}/${field}`;
      if (typeof value === 'string') return isWanted(key) ? [{ key, text: value }] : [];
      // Where nothing is known of what was touched, every figure of the proposal would stand here.
      return typeof value === 'number' && isTouched(key) ? [{ key, text: figureText(map, field, value) }] : [];
    }),
  );
  return [...texts, ...fields].filter(({ text }) => text.trim() !== '');
}

/** What is written in updates that cannot be merged: in order as far as they fit together, then the pieces that do not. */
export function textsOfUpdates(updates: readonly Uint8Array[]): RefusedText[] {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return [...textsOf(doc, null), ...homelessText(doc)];
}

/** Text that waits in vain for what came before it. */
export function homelessText({ store }: Y.Doc): RefusedText[] {
  if (!store.pendingStructs) return [];
  // What waits is kept in the second encoding, whatever it came in.
  const text = Y.decodeUpdateV2(store.pendingStructs.update)
    .structs.flatMap((struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString ? [struct.content.str] : [],
    )
    .join('');
  return text.trim() === '' ? [] : [{ key: '', text }];
}
