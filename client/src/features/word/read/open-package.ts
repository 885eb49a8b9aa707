// The parts of a Word file that are read, unpacked within limits; or why not. Nothing else of the file is ever unpacked: no picture,
// no macro, no embedded object.

import type { XmlElement } from '@rgrove/parse-xml';
import { strFromU8, unzipSync } from 'fflate';
import { WORD_FILE_MAX_BYTES, type WordProblem } from './word-document.ts';
import { readXml } from './xml.ts';

/** Bytes of one part: the text of a book of 2,000 pages has 20 million. */
const PART_MAX_BYTES = 40_000_000;
/** Files within: a document with a thousand pictures has a thousand. */
const ENTRIES_MAX = 10_000;

const names = ['document', 'styles', 'numbering', 'comments', 'commentsExtended'] as const;
type PartName = (typeof names)[number];

export interface WordPackage {
  parts: ReadonlyMap<PartName, XmlElement>;
  /** Addresses of links, by their id. */
  links: ReadonlyMap<string, string>;
  hasMacros: boolean;
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
/** The container of files of before 2007, and of encrypted ones. */
const isCompound = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;
const ENCRYPTED = 'EncryptedPackage';

function isEncrypted(bytes: Uint8Array): boolean {
  // Names in the container are of two bytes a letter.
  return new TextDecoder('latin1').decode(bytes).includes(ENCRYPTED.split('').join('\0'));
}

export function openPackage(bytes: Uint8Array): WordPackage | WordProblem {
  if (bytes.length > WORD_FILE_MAX_BYTES) return 'tooLarge';
  if (isCompound(bytes)) return isEncrypted(bytes) ? 'encrypted' : 'oldFormat';
  if (!isZip(bytes)) return bytes.length === 0 ? 'empty' : 'notWord';
  try {
    return openZip(bytes);
  } catch {
    // Whatever is wrong with it: what a person can do about it is the same.
    return 'unreadable';
  }
}

function openZip(bytes: Uint8Array): WordPackage | WordProblem {
  let count = 0;
  let isBomb = false;
  let hasMacros = false;
  const unpacked = unzipSync(bytes, {
    filter({ name, originalSize }) {
      count += 1;
      hasMacros ||= /vbaProject\.bin$/i.test(name);
      const isRead = wanted.has(name);
      // What it says here is what it gets at most: the unpacker fills no more than that.
      isBomb ||= count > ENTRIES_MAX || (isRead && originalSize > PART_MAX_BYTES);
      return isRead && !isBomb;
    },
  });
  if (isBomb) return 'bomb';
  if (!unpacked['word/document.xml']) return 'notWord';
  const parts = new Map<PartName, XmlElement>();
  for (const name of names) {
    const part = unpacked[`word/${name}.xml`];
    if (part) parts.set(name, readXml(strFromU8(part)));
  }
  return { parts, links: linksOf(unpacked[RELATIONS]), hasMacros };
}

const RELATIONS = 'word/_rels/document.xml.rels';
const wanted: ReadonlySet<string> = new Set([RELATIONS, ...names.map((name) => `word/${name}.xml`)]);

function linksOf(part: Uint8Array | undefined): Map<string, string> {
  const links = new Map<string, string>();
  if (!part) return links;
  for (const { attributes } of readXml(strFromU8(part)).children.filter((child) => 'attributes' in child)) {
    if (attributes.TargetMode === 'External' && attributes.Id) links.set(attributes.Id, attributes.Target ?? '');
  }
  return links;
}
