// Live references in an answer: one character each, of those that no font has (planes 15 and 16), with an attribute of the Y.Text as a
// whole under the character's own name, which is written once and never taken away.
//
//   ref:<code point in hex>   '<aspect>:<id of an object or organisation, or "project"> <words>'
//
// One character cannot be split, typed into or half deleted: a reference is there or not, whatever several people do at once. What it
// stands for does not hang on the character as bold does, because Yjs takes such marks away with words beside them now and then
// (found by the property test of the binding: a character that was deleted and brought back by two people stood there without). The
// words are those that it showed when it was written: what is left when the object has gone. What it shows today is computed
// (references/), never stored.
import type { Block, Run } from './blocks.ts';

/** What the targets of the project as a whole are kept under. */
export const PROJECT = 'project';

/** Of a title: it may be as long as the longest (PLAN_TITLE_MAX). */
export const REFERENCE_WORDS_MAX = 250;

export interface Reference {
  /** The one character. */
  sign: string;
  /** '<aspect>:<id>' */
  target: string;
  words: string;
}

/** As many signs as there are, so that two people who write one at the same moment do not choose the same: 65,534 of each plane. */
export const SIGN_PLANES = [0xf0000, 0x100000] as const;
export const SIGNS_OF_PLANE = 0xfffe;
/** Between capture groups: `split` keeps them. */
export const SIGNS = /([\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}])/u;
/** Code units of a sign. */
export const SIGN_LENGTH = 2;

const NAME = /^ref:(f[0-9a-f]{4}|10[0-9a-f]{4})$/;
const VALUE = /^([a-z_]{2,24}:(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|project)) (.+)$/s;
/** What no line of text holds: controls, line ends, signs. */
const NO_WORDS = /[\p{Cc}\u2028\u2029\u{F0000}-\u{10FFFF}]/u;

export const isReferenceName = (name: string): boolean => NAME.test(name);

const nameOf = (sign: string): string => `ref:${(sign.codePointAt(0) ?? 0).toString(16)}`;

/** @param index below twice SIGNS_OF_PLANE */
export const signAt = (index: number): string =>
  String.fromCodePoint((SIGN_PLANES[index < SIGNS_OF_PLANE ? 0 : 1] ?? 0) + (index % SIGNS_OF_PLANE));

/** @returns null for everything that is not a whole reference */
export function parseReference(name: string, value: unknown): Reference | null {
  const code = NAME.exec(name)?.[1];
  // A target takes less than 80.
  if (!code || typeof value !== 'string' || value.length > REFERENCE_WORDS_MAX + 80) return null;
  const [, target = '', words = ''] = VALUE.exec(value) ?? [];
  const isWhole = words !== '' && words.trim() === words && words.length <= REFERENCE_WORDS_MAX;
  if (!isWhole || NO_WORDS.test(words) || !words.isWellFormed()) return null;
  const sign = String.fromCodePoint(Number.parseInt(code, 16));
  return SIGNS.test(sign) ? { sign, target, words } : null;
}

/** @returns the attribute of the Y.Text */
export const referenceAttribute = ({ sign, target, words }: Reference): [name: string, value: string] => [
  nameOf(sign),
  `${target} ${words}`,
];

/** Words that a reference may keep: one line, not longer than allowed, never empty. */
export function referenceWords(text: string): string {
  const line = text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029\s\u{F0000}-\u{10FFFF}]+/gu, ' ')
    .trim();
  return line.slice(0, REFERENCE_WORDS_MAX).toWellFormed().trim() || '–';
}

/** @param attributes of the Y.Text as a whole. @returns null for a sign that stands for nothing: it is shown as it is */
export function referenceOf(sign: string, attributes: Readonly<Record<string, unknown>>): Reference | null {
  const name = nameOf(sign);
  return parseReference(name, attributes[name]);
}

/** Has any sign at all: asked before a text is taken apart. */
export const mayRefer = (text: string): boolean => SIGNS.test(text);

/** What a target says today; null when there is no such thing any more. */
export type ReferenceReader = (target: string) => string | null;

/** What a run says: a reference in its words of today, or in those that it was written with. */
export const runText = ({ text, ref }: Run, read?: ReferenceReader): string =>
  ref ? (read?.(ref.target) ?? ref.words) : text;

export const hasReferences = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => block.runs.some((run) => run.ref));

/** References that keep what they say today as their words: before they go where their objects are not. */
export function withWordsOfToday(blocks: readonly Block[], read: ReferenceReader): Block[] {
  return mapReferences(blocks, (run, ref) => ({ ...run, ref: { ...ref, words: referenceWords(runText(run, read)) } }));
}

/** References as plain words: the one text that is counted, copied and exported. */
export function withPlainReferences(blocks: readonly Block[], read: ReferenceReader): Block[] {
  return mapReferences(blocks, (run) => ({ text: runText(run, read), format: run.format }));
}

/** Into another proposal. @param targetOf the same thing there, null where it did not come along: then words are left */
export function moveReferences(blocks: readonly Block[], targetOf: (id: string) => string | null): Block[] {
  return mapReferences(blocks, (run, ref) => {
    const [aspect = '', id = ''] = ref.target.split(':');
    const there = id === PROJECT ? PROJECT : targetOf(id);
    if (there === null) return { text: ref.words, format: run.format };
    return { ...run, ref: { ...ref, target: `${aspect}:${there}` } };
  });
}

function mapReferences(blocks: readonly Block[], change: (run: Run, ref: Reference) => Run): Block[] {
  if (!hasReferences(blocks)) return [...blocks];
  return blocks.map((block) => ({ ...block, runs: block.runs.map((run) => (run.ref ? change(run, run.ref) : run)) }));
}
