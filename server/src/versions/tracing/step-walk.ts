// What one update did to a text, character by character: which of those that were there it took away, and which look otherwise now.
// Walks through Yjs' items as they are behind the update, with what it deleted still there: so it needs a document that keeps that.
import * as Y from 'yjs';

export type Attributes = Record<string, unknown>;
export type ItemList = Pick<Y.AbstractType<unknown>, '_start'>;

export const isText = (item: Y.Item): item is Y.Item & { content: Y.ContentString } =>
  item.content instanceof Y.ContentString;

export interface StepVisitor {
  /** Characters that were there and are gone, with what they looked like. */
  deleted(item: Y.Item, attributes: Attributes): void;
  /** Characters that were there and still are; `null` for no such attribute. */
  reformatted(item: Y.Item, name: string, before: unknown, after: unknown): void;
}

/** Comments are not part of what somebody wrote: the server writes them. */
const isComment = (name: string): boolean => name.startsWith('comment:');

class Looks {
  readonly before: Attributes = {};
  readonly after: Attributes = {};
  /** Names in which the two differ. */
  readonly differing = new Set<string>();

  note({ key, value }: Y.ContentFormat, wasThere: boolean, isThere: boolean): void {
    if (wasThere) this.before[key] = value ?? undefined;
    if (isThere) this.after[key] = value ?? undefined;
    if (isComment(key)) return;
    if (this.before[key] === this.after[key]) this.differing.delete(key);
    else this.differing.add(key);
  }
}

const withoutNone = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));

export function walkStep(text: ItemList, { beforeState, deleteSet }: Y.Transaction, visitor: StepVisitor): void {
  const looks = new Looks();
  for (let item = text._start; item !== null; item = item.right) {
    const isNew = item.id.clock >= (beforeState.get(item.id.client) ?? 0);
    const wasThere = !isNew && (!item.deleted || Y.isDeleted(deleteSet, item.id));
    if (item.content instanceof Y.ContentFormat) looks.note(item.content, wasThere, !item.deleted);
    if (!wasThere || !(item.content instanceof Y.ContentString)) continue;
    if (item.deleted) visitor.deleted(item, withoutNone(looks.before));
    else
      for (const name of looks.differing)
        visitor.reformatted(item, name, looks.before[name] ?? null, looks.after[name] ?? null);
  }
}
