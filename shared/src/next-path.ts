// Where somebody was about to go when they had to sign in first. Only paths of our own: no link may send people elsewhere. May carry the
// secret of an invitation behind its '#', and so travels in bodies and fragments alone, never in what a server logs.
import { z } from 'zod';

/** Characters. The longest of ours has two ids and a fragment. */
const NEXT_MAX = 500;

/**
 * No second slash or backslash, which make a host of what follows, and nothing that browsers leave out or change before they look:
 * '/\t/elsewhere.example' is '//elsewhere.example' to them.
 */
const own = /^\/(?:[\w.~!$&'()*+,;=:@%?#-][\w.~!$&'()*+,;=:@%?#/-]*)?$/;

export const nextPathSchema = z.string().max(NEXT_MAX).regex(own);

/** @returns '' for what is none */
export const nextPathOf = (text: unknown): string => nextPathSchema.safeParse(text).data ?? '';
