// Inserts and formats characters of a Y.Text without harm to the marks beside them, where two runs of one name meet: what somebody inserted
// and what they struck with one suggestion, or two links. There yjs 13.6 opens again behind the characters what it has closed before them,
// although the next mark says something else at once; and it lets a new run take over the end of the one before. Nobody sees either, until
// a colleague takes a run away or types between the two at that moment: then what they typed, or the rest of the text, is pending, or a
// link. Found by suggestions.property.test.ts (seeds 1005 and 431) and binding.property.test.ts (seeds 39 and 126).
import { deleteItems, isMark, type MarkableText, type TextItem } from './text-items.ts';

type Attributes = Readonly<Record<string, unknown>>;

export function insertCharacters(ytext: MarkableText, at: number, text: string, attributes: Attributes): void {
  ytext.doc?.transact((transaction) => insertTidily(ytext, { at, text, attributes }, transaction));
}

export function formatCharacters(ytext: MarkableText, at: number, length: number, attributes: Attributes): void {
  ytext.doc?.transact((transaction) => {
    const border = borderAt(ytext, at, attributes);
    if (!border) {
      writeTidily(ytext, transaction, () => ytext.format(at, length, { ...attributes }));
      return;
    }
    // A character that nobody will see stands behind the end of the run before: so that end stays, and the new run begins after it.
    const posts = insertTidily(ytext, { at, text: ' ', attributes: border }, transaction);
    writeTidily(ytext, transaction, () => ytext.format(at + 1, length, { ...attributes }));
    deleteItems(ytext, posts, transaction);
  });
}

interface Insertion {
  at: number;
  text: string;
  attributes: Attributes;
}

/** @returns the characters */
function insertTidily(ytext: MarkableText, { at, text, attributes }: Insertion, transaction: object): TextItem[] {
  const written = writeTidily(ytext, transaction, () => ytext.insert(at, text, { ...attributes }));
  return written.filter(({ countable }) => countable);
}

/** @returns what was written */
function writeTidily({ doc }: MarkableText, transaction: object, write: () => void): TextItem[] {
  const own = () => (doc?.store.clients.get(doc.clientID) ?? []) as readonly TextItem[];
  const last = own().at(-1);
  const from = last ? last.id.clock + last.length : 0;
  write();
  const written = own().slice(own().findLastIndex(({ id }) => id.clock < from) + 1);
  for (const item of written)
    if (isMark(item) && item.content?.value !== null && isIdle(item)) item.delete(transaction);
  return written;
}

/** Another mark behind it, before the next character, says something else of the same. */
function isIdle({ content, right }: TextItem): boolean {
  for (let item = right; item && (item.deleted || !item.countable); item = item.right) {
    if (isMark(item) && item.content?.key === content?.key) return true;
  }
  return false;
}

/**
 * @returns null where no run of these names ends at this place that a new one would take over; else the attributes behind the ends of all
 * that ends there
 */
function borderAt(ytext: MarkableText, at: number, wanted: Attributes): Attributes | null {
  // A map, because a text may have hundreds of names: an object with each of these once is slow to make.
  const attributes = new Map<string, unknown>();
  let item = ytext._start as TextItem | null;
  const apply = ({ content }: TextItem) => {
    if (content?.key !== undefined) attributes.set(content.key, content.value);
  };
  const valueOf = (name: string): unknown => attributes.get(name) ?? null;
  let left = at;
  for (; item && left > 0; item = item.right) {
    if (item.deleted) continue;
    if (item.countable) left -= item.length;
    else apply(item);
  }
  if (left < 0) return null;
  const before = Object.keys(wanted).map((name) => ({ name, value: valueOf(name) }));
  let behind: Map<string, unknown> | null = null;
  for (; item && (item.deleted || !item.countable); item = item.right) {
    if (!isMark(item)) continue;
    if (item.content?.value !== null) behind ??= new Map(attributes);
    apply(item);
  }
  const taken = before.filter(
    ({ name, value }) => value !== null && value !== valueOf(name) && wanted[name] !== null && wanted[name] !== value,
  );
  if (taken.length === 0) return null;
  return { ...Object.fromEntries(behind ?? attributes), ...Object.fromEntries(taken.map(({ name }) => [name, null])) };
}
