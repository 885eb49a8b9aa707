// The words that somebody wants to see, from where a finding quotes them to the page with the answer. For one visit.
import type { AnswerKey } from '@adagia/shared/answer-key';

export interface SoughtWords {
  key: AnswerKey;
  quote: string;
}

let sought: SoughtWords | null = null;

export function seekWords(words: SoughtWords): void {
  sought = words;
}

export const isSeeking = (): boolean => sought !== null;

/** @returns null when nobody seeks any, and the second time. */
export function takeSought(): SoughtWords | null {
  const taken = sought;
  sought = null;
  return taken;
}
