// What a suggestion wants, as data that a sentence is made of. Pure; the words of the sentence are in the catalogue.
import type { AnswerKey } from '@adagia/shared/answer-key';
import { SUGGESTED_WORDS_MAX, type SuggestionTarget } from '@adagia/shared/api/review';
import type { BlockKind } from '@adagia/shared/text/block-kinds';
import type { Suggestion } from '@adagia/shared/text/suggestion-list';
import type { SuggestedSet } from '@adagia/shared/text/suggestions';

export type ChangeVerb = 'insert' | 'delete' | 'replace' | 'format' | 'block' | 'split' | 'join';

export type Look =
  | { name: 'bold' | 'italic' | 'underline'; isOn: boolean }
  | { name: 'link'; href: string | null }
  | { name: 'block'; kind: BlockKind }
  | { name: 'indent'; level: number };

export interface ChangeWords {
  verb: ChangeVerb;
  /** '' where nothing goes. */
  before: string;
  /** '' where nothing comes. */
  after: string;
  looks: readonly Look[];
}

/** Characters: more than a card shows, and few enough that a pasted chapter costs nothing. */
const WORDS_MAX = 400;

/** A line end inside of words is a sign, as in Word; of a soft break one sees a space. */
function shorten(text: string): string {
  const short = text.length > WORDS_MAX ? `${text.slice(0, WORDS_MAX)} …` : text;
  return short.replaceAll('\n', ' ¶ ').replaceAll('\u2028', ' ');
}

const isLineEnds = (text: string): boolean => text !== '' && /^\n+$/.test(text);

function looksOf(set: SuggestedSet): Look[] {
  const looks: Look[] = [];
  for (const name of ['bold', 'italic', 'underline'] as const) {
    if (name in set) looks.push({ name, isOn: set[name] === true });
  }
  if (set.link !== undefined) looks.push({ name: 'link', href: set.link });
  if (set.block !== undefined) looks.push({ name: 'block', kind: set.block ?? 'paragraph' });
  if (set.indent !== undefined) looks.push({ name: 'indent', level: set.indent ?? 0 });
  return looks;
}

function verbOf({ kind, before, after }: Suggestion): ChangeVerb {
  if (kind === 'insertion') return isLineEnds(after) ? 'split' : 'insert';
  if (kind === 'deletion') return isLineEnds(before) ? 'join' : 'delete';
  return kind === 'replacement' ? 'replace' : kind;
}

export function changeWords(suggestion: Suggestion): ChangeWords {
  const verb = verbOf(suggestion);
  const { before, after, pieces, last } = suggestion;
  const wanted = [...pieces.map(({ set }) => set), ...(last ? [last] : [])].flatMap(looksOf);
  const looks = [...new Map(wanted.map((look) => [JSON.stringify(look), look])).values()];
  const isOfLines = verb === 'split' || verb === 'join' || verb === 'block';
  return {
    verb,
    before: isOfLines ? '' : shorten(before),
    after: isOfLines || verb === 'format' ? '' : shorten(after),
    looks,
  };
}

/** What is kept of it with what is said about it. */
export function targetOf(suggestion: Suggestion & { key: AnswerKey }): SuggestionTarget {
  const { verb, before, after } = changeWords(suggestion);
  const kept = (words: string) => words.slice(0, SUGGESTED_WORDS_MAX).toWellFormed();
  const about = { key: suggestion.key, suggestionId: suggestion.id };
  return { kind: 'suggestion', ...about, verb, before: kept(before), after: kept(after), outcome: null };
}
