// The shape of every language: the keys of English, in words of its own. Whoever adds a sentence says it in each language: what one of
// them is missing, or English does not have, does not compile.
import type { first } from './en/first.ts';
import type { en } from './en/index.ts';

type Words<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Words<T[Key]> };
export type Catalogue = Words<typeof en>;
/** Of which the pages are drawn first. */
export type FirstWords = Pick<Catalogue, keyof typeof first>;
