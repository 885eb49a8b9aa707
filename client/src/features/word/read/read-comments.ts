// The comments of a Word file: who said what when, in reply to whom, and what is resolved.
import type { XmlElement } from '@rgrove/parse-xml';
import { textOf } from './text-of.ts';
import type { WordComment } from './word-document.ts';
import { attributeOf, elementsOf } from './xml.ts';

/** Of a document that somebody wrote; more is not one. */
const COMMENTS_MAX = 5000;
/** Characters, as a comment here may have. */
const BODY_MAX = 10_000;
const NAME_MAX = 120;

const paragraphsOf = (comment: XmlElement): XmlElement[] => elementsOf(comment).filter(({ name }) => name === 'w:p');

/** @param extended says which replies to which, by the ids of their last paragraphs */
export function readComments(root: XmlElement | undefined, extended: XmlElement | undefined): WordComment[] {
  if (!root) return [];
  const links = new Map(
    (extended ? elementsOf(extended) : []).map((one) => [
      attributeOf(one, 'w15:paraId'),
      { parent: attributeOf(one, 'w15:paraIdParent'), isDone: /^(?:1|true)$/.test(attributeOf(one, 'w15:done')) },
    ]),
  );
  const elements = elementsOf(root)
    .filter(({ name }) => name === 'w:comment')
    .slice(0, COMMENTS_MAX);
  const idByParagraph = new Map<string, string>();
  for (const one of elements) {
    for (const paragraph of paragraphsOf(one)) {
      idByParagraph.set(attributeOf(paragraph, 'w14:paraId'), attributeOf(one, 'w:id'));
    }
  }
  return elements.map((one): WordComment => {
    const paragraphs = paragraphsOf(one);
    const last = paragraphs.at(-1);
    const link = last && links.get(attributeOf(last, 'w14:paraId'));
    return {
      id: attributeOf(one, 'w:id'),
      author: attributeOf(one, 'w:author').trim().slice(0, NAME_MAX),
      at: isoOf(attributeOf(one, 'w:date')),
      body: paragraphs.map(textOf).join('\n').trim().slice(0, BODY_MAX),
      parentId: (link?.parent && idByParagraph.get(link.parent)) || null,
      isResolved: link?.isDone ?? false,
    };
  });
}

/** As it is kept, so that the same comment is known again: files say a moment in several ways. */
function isoOf(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}
