// Steps through the XML of a Word file. Its names have their usual prefixes: Word, LibreOffice, Google and Apple write no others.
import { parseXml, type XmlDocument, XmlElement } from '@rgrove/parse-xml';

/** @throws on everything that is not well-formed; and on a document type, which Word never writes and bombs are made of */
export function readXml(text: string): XmlElement {
  if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) throw new Error('has a document type');
  const document: XmlDocument = parseXml(text);
  if (!document.root) throw new Error('has no element');
  return document.root;
}

export const elementsOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child): child is XmlElement => child instanceof XmlElement);

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element && elementsOf(element).find((child) => child.name === name);

/** Step by step down. */
export const descendantOf = (element: XmlElement | undefined, ...path: string[]): XmlElement | undefined =>
  path.reduce(childOf, element);

/** @returns '' where there is none */
export const attributeOf = (element: XmlElement | undefined, name: string): string => element?.attributes[name] ?? '';

export const valueOf = (element: XmlElement | undefined): string => attributeOf(element, 'w:val');

/** `<w:b/>` and `<w:b w:val="true"/>` are on, `<w:b w:val="0"/>` is off; null: nothing is said. */
export function switchOf(element: XmlElement | undefined): boolean | null {
  return element ? !/^(?:0|false|off|none)$/.test(valueOf(element)) : null;
}
