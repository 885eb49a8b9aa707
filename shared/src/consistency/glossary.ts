// The project's glossary: terms and the spellings that they should not have. Kept with the proposal, a fact for each term, so that two
// people who add one at the same moment add two: `glossary/<id>` → 'co-design | codesign | co design', the right one first.
import { FACTS, type Fields, splitFieldKey } from '../document.ts';
import type { Term } from './finding.ts';

const GLOSSARY = 'glossary';
export const glossaryMap = FACTS;
/** Characters of a term with its other spellings. */
export const TERM_MAX = 200;

export const glossaryKey = (id: string): string => `${GLOSSARY}/${id}`;
export const isGlossaryKey = (key: string): boolean => key.startsWith(`${GLOSSARY}/`);

/** Ordered by their words. Whatever is no term is none. */
export function readGlossary(facts: Fields): Term[] {
  const terms = [...facts].flatMap(([key, value]) => {
    const [owner, id] = splitFieldKey(key);
    const [term, ...variants] = owner === GLOSSARY && typeof value === 'string' ? splitTerm(value) : [];
    return term ? [{ id, term, variants }] : [];
  });
  return terms.sort((a, b) => (a.term < b.term ? -1 : 1));
}

const splitTerm = (value: string): string[] =>
  value
    .split('|')
    .map((part) => part.trim())
    .filter(Boolean);

/** @returns null where there is no term, or it is too long */
export function writeTerm(term: string, variants: readonly string[]): string | null {
  const parts = [term, ...variants].map((part) => part.replaceAll(/[|\s]+/g, ' ').trim());
  const [first, ...others] = parts;
  const value = [first, ...others.filter((other) => other && other !== first)].join(' | ');
  return first && value.length <= TERM_MAX ? value : null;
}
