// Tracked changes of a Word file: who inserted or deleted what, and when. What moved is deleted where it was and inserted where it is.
import type { XmlElement } from '@rgrove/parse-xml';
import type { Revision } from '../tracked.ts';
import { attributeOf, elementsOf } from './xml.ts';

/** Characters: as of who wrote a comment. */
const NAME_MAX = 120;

const kinds: ReadonlyMap<string, 'inserted' | 'deleted'> = new Map([
  ['w:ins', 'inserted'],
  ['w:moveTo', 'inserted'],
  ['w:del', 'deleted'],
  ['w:moveFrom', 'deleted'],
]);

/** What is pending, by whom. */
export interface Ends {
  inserted?: Revision;
  deleted?: Revision;
}

/** Word writes the clock on the wall, without its zone. */
export function revisionOf(element: XmlElement): Revision {
  const atMs = Date.parse(attributeOf(element, 'w:date'));
  return { author: attributeOf(element, 'w:author').trim().slice(0, NAME_MAX), atMs: Number.isNaN(atMs) ? 0 : atMs };
}

/** @returns undefined for an element that is no change */
export function changeOf(element: XmlElement): Ends | undefined {
  const kind = kinds.get(element.name);
  return kind && { [kind]: revisionOf(element) };
}

/** @param properties of the end of a paragraph */
export function endOf(properties: XmlElement | undefined): Ends {
  return Object.assign({}, ...(properties ? elementsOf(properties) : []).map(changeOf)) as Ends;
}

/** The changes around the place that is read. */
export class Pending {
  #now: Ends = {};

  get now(): Ends {
    return this.#now;
  }

  /** An inner one counts: who inserted first is not who inserted what is in there. */
  within(change: Ends | undefined, read: () => void): void {
    const around = this.#now;
    if (change) this.#now = { ...around, ...change };
    read();
    this.#now = around;
  }
}
