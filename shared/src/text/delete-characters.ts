// Deletes characters of a Y.Text and nothing else. `ytext.delete` of yjs 13.6 also takes away marks that say nothing once the characters
// are gone. It takes a mark for one that still ends a bold passage, a comment or a suggestion, when it comes from a place that it remembers;
// and it takes the end of a run away where another run of the same name begins: what a colleague types between the two at that moment then
// belongs to the first one. Found by suggestions.property.test.ts and binding.property.test.ts (seed 249).
import { deleteItems, type MarkableText, type TextItem } from './text-items.ts';

export function deleteCharacters(ytext: MarkableText, at: number, length: number): void {
  const until = Math.min(at + length, ytext.length);
  if (until <= at) return;
  ytext.doc?.transact((transaction) => {
    // Writes nothing: cuts what is there at both ends.
    ytext.format(at, until - at, {});
    deleteItems(ytext, itemsBetween(ytext, at, until), transaction);
  });
}

function itemsBetween(ytext: MarkableText, from: number, until: number): TextItem[] {
  const items: TextItem[] = [];
  let at = 0;
  for (let item = ytext._start as TextItem | null; item && at < until; item = item.right) {
    if (item.deleted || !item.countable) continue;
    if (at >= from) items.push(item);
    at += item.length;
  }
  return items;
}
