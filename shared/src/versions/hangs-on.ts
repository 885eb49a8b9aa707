// What hangs on an object of the plan: its fields and figures, what is written about it, and what names it (an activity its work package).
// Pure: who wrote it is for others to say.
import { parseAnswerKey } from '../answer-key.ts';
import { PLAN, splitFieldKey } from '../document.ts';
import { isReferenceName, parseReference } from '../text/references.ts';

/** One entry of a map, or an attribute of a text as a whole. */
export interface Entry {
  root: string;
  key: string;
  value: unknown;
}

/** The text as a whole is about it. */
export const isAbout = (root: string, id: string): boolean => parseAnswerKey(root)?.objectId === id;

export function hangsOn({ root, key, value }: Entry, id: string): boolean {
  if (isAbout(root, id)) return true;
  if (parseAnswerKey(root))
    return isReferenceName(key) && (parseReference(key, value)?.target.endsWith(`:${id}`) ?? false);
  const [owner, field] = splitFieldKey(key);
  return owner === id || (root === PLAN && (value === id || field.split(':', 2)[1] === id));
}
