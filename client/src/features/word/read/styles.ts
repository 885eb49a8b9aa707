// What the styles and lists of a Word file mean: which paragraphs are headings, quotes and lists. Built-in styles have English names in
// every language of Word; their ids are translated.
import type { BlockKind } from '@adagia/shared/text/blocks';
import type { XmlElement } from '@rgrove/parse-xml';
import { attributeOf, childOf, descendantOf, elementsOf, switchOf, valueOf } from './xml.ts';

export interface ListPlace {
  numberingId: string;
  level: number;
}

export interface StyleMeaning {
  /** 1 to 9, 0 for no heading. */
  level: number;
  isQuote: boolean;
  list: ListPlace | null;
  /** Of a style for characters. */
  bold: boolean;
  italic: boolean;
}

const NOTHING: StyleMeaning = { level: 0, isQuote: false, list: null, bold: false, italic: false };
/** Styles that are based on each other, at most: a circle is not walked for ever. */
const DEPTH_MAX = 20;

export class Styles {
  readonly #styles = new Map<string, XmlElement>();
  readonly #meanings = new Map<string, StyleMeaning>();

  constructor(root: XmlElement | undefined) {
    for (const style of root ? elementsOf(root) : []) {
      if (style.name === 'w:style') this.#styles.set(attributeOf(style, 'w:styleId'), style);
    }
  }

  of(id: string): StyleMeaning {
    const known = this.#meanings.get(id) ?? this.#read(id, 0);
    this.#meanings.set(id, known);
    return known;
  }

  #read(id: string, depth: number): StyleMeaning {
    const style = this.#styles.get(id);
    if (!style || depth > DEPTH_MAX) return NOTHING;
    const base = this.#read(valueOf(childOf(style, 'w:basedOn')), depth + 1);
    const name = valueOf(childOf(style, 'w:name')).toLowerCase();
    const isOfCharacters = attributeOf(style, 'w:type') === 'character';
    const look = childOf(style, 'w:rPr');
    return {
      level: headingLevel(style, name) ?? base.level,
      isQuote: /^(?:intense )?quot(?:e|ations)$/.test(name) || base.isQuote,
      list: listPlace(childOf(style, 'w:pPr')) ?? base.list,
      bold: isOfCharacters && (switchOf(childOf(look, 'w:b')) ?? base.bold),
      italic: isOfCharacters && (switchOf(childOf(look, 'w:i')) ?? base.italic),
    };
  }
}

function headingLevel(style: XmlElement, name: string): number | null {
  const [, number] = /^heading ([1-9])$/.exec(name) ?? [];
  if (number) return Number(number);
  if (name === 'title') return 1;
  const outline = valueOf(descendantOf(style, 'w:pPr', 'w:outlineLvl'));
  // 9 is body text.
  return /^[0-8]$/.test(outline) ? Number(outline) + 1 : null;
}

/** @returns null where nothing is said; a numbering of '0' takes one away */
export function listPlace(properties: XmlElement | undefined): ListPlace | null {
  const found = childOf(properties, 'w:numPr');
  if (!found) return null;
  return { numberingId: valueOf(childOf(found, 'w:numId')), level: Number(valueOf(childOf(found, 'w:ilvl'))) || 0 };
}

export class Lists {
  /** By numbering and level, how it is counted. */
  readonly #formats = new Map<string, string>();

  constructor(root: XmlElement | undefined) {
    const elements = root ? elementsOf(root) : [];
    const abstracts = new Map(
      elements.filter(({ name }) => name === 'w:abstractNum').map((one) => [attributeOf(one, 'w:abstractNumId'), one]),
    );
    for (const number of elements.filter(({ name }) => name === 'w:num')) {
      const id = attributeOf(number, 'w:numId');
      const own = elementsOf(number).flatMap((override) => childOf(override, 'w:lvl') ?? []);
      const shared = abstracts.get(valueOf(childOf(number, 'w:abstractNumId')));
      for (const level of [...(shared ? elementsOf(shared) : []), ...own]) {
        if (level.name !== 'w:lvl') continue;
        this.#formats.set(`${id} ${attributeOf(level, 'w:ilvl')}`, valueOf(childOf(level, 'w:numFmt')));
      }
    }
  }

  /** @returns null for what is no list: numbering none, or one that is not there */
  kindOf({ numberingId, level }: ListPlace): Extract<BlockKind, 'bullet' | 'number'> | null {
    const format = this.#formats.get(`${numberingId} ${level}`);
    if (!format || format === 'none') return null;
    return format === 'bullet' ? 'bullet' : 'number';
  }
}
