// The shape of every language: the keys of English, in words of its own. A sentence that came a moment ago may be missing in another
// language, and is shown in English until somebody says it there; what English does not have does not compile.
import type { en } from './en/index.ts';

type Words<T> = { readonly [Key in keyof T]?: T[Key] extends string ? string : Words<T[Key]> };
export type Catalogue = { readonly [Key in keyof typeof en]: Words<(typeof en)[Key]> };
