// Writes changes of a view into its Y.Text, within a transaction of the caller. From the end to the start, so that offsets
// before a change hold; what others wrote or took away meanwhile is left as it is. Comments belong to the text alone: what is
// typed inside a commented passage joins it, what is typed at its ends does not.
import type * as Y from 'yjs';
import { type AttributedText, type Attributes, attributesAt, type IdRun, lastInsertedId } from './attributed-text.ts';
import type { ViewDiff } from './diff-view.ts';
import type { OffsetMap } from './offset-map.ts';

export interface Place {
  ytext: Y.Text;
  doc: Y.Doc;
  /** What `ytext` held before the changes. */
  before: AttributedText;
  /** From the view that was changed to `before`. */
  map: OffsetMap;
}

/** @returns what each insertion of `diff.changes` got as identity, in their order */
export function writeChanges(place: Place, diff: ViewDiff): IdRun[] {
  const { ytext, map } = place;
  const inserted: IdRun[] = [];
  for (const change of diff.changes.toReversed()) {
    if (change.type === 'insert') {
      inserted.unshift(insert(place, map.boundary(change.at), change.text, change.attributes));
    } else {
      for (const range of map.ranges(change.at, change.length).toReversed()) {
        if (change.type === 'delete') ytext.delete(range.at, range.length);
        else ytext.format(range.at, range.length, { ...change.attributes });
      }
    }
  }
  for (const [name, value] of Object.entries(diff.last ?? {})) {
    if (value === null) ytext.removeAttribute(name);
    else ytext.setAttribute(name, value);
  }
  return inserted;
}

function insert({ ytext, doc, before }: Place, at: number, text: string, attributes: Attributes): IdRun {
  const left = attributesAt(before, at - 1);
  const all = { ...attributes, ...commentsAround(left, attributesAt(before, at)) };
  // Between plain characters Yjs finds the place without walking from the start; elsewhere formats must be said.
  const isPlain = at > 0 && before.text[at - 1] !== '\n' && isEmpty(left) && isEmpty(all);
  if (isPlain) ytext.insert(at, text);
  else ytext.insert(at, text, all);
  return lastInsertedId(doc, text);
}

const isEmpty = (attributes: Attributes): boolean => Object.keys(attributes).length === 0;

export const isComment = (name: string): name is `comment:${string}` => name.startsWith('comment:');

/** Comments on both sides of a place: it is inside of them. */
export function commentsAround(left: Attributes, right: Attributes): Attributes {
  const both = Object.keys(left).filter((name) => isComment(name) && left[name] && right[name]);
  return Object.fromEntries(both.map((name) => [name, true]));
}
