// The name of an answer's root-level Y.Text in the proposal's document. Stable for ever: it is made of the question's id
// and, for repeated questions, the id of the organisation, work package or activity, never of a number or a title.
// So reordering, renumbering (WP3 becomes WP2) and renaming never move text.
import { z } from 'zod';

const pattern = /^answer:([a-z][a-z0-9_]{0,63})(?::([0-9a-f-]{36}))?$/;

export const answerKeySchema = z.string().regex(pattern, 'not the key of an answer').brand<'AnswerKey'>();
/** `answer:<question id>` or `answer:<question id>:<organisation, work package or activity id>`. */
export type AnswerKey = z.infer<typeof answerKeySchema>;

export function answerKey(questionId: string, objectId?: string): AnswerKey {
  return answerKeySchema.parse(objectId === undefined ? `answer:${questionId}` : `answer:${questionId}:${objectId}`);
}

/** @returns the parts of a key, or null when `name` is not one. */
export function parseAnswerKey(name: string): { questionId: string; objectId: string | null } | null {
  const match = pattern.exec(name);
  return match?.[1] ? { questionId: match[1], objectId: match[2] ?? null } : null;
}
