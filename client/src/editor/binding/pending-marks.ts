// What the editor needs to know of suggestions on characters: whose they are, and how something looks once pending formats are on it.
// Pure: knows neither Lexical nor Y.Text.
import { answersFor } from '@adagia/shared/text/file-authors';
import {
  isSuggestionKey,
  parseSuggestionId,
  pendingIn,
  type SuggestionId,
  type SuggestionKey,
  suggestionIdOf,
} from '@adagia/shared/text/suggestions';
import type { Attributes } from './attributed-text.ts';

/** In whose name changes become suggestions. */
export interface SuggestionAuthor {
  userId: string;
  /** @param around attributes that the new one is to be later than @returns the key of a new suggestion of theirs */
  newKey(around: readonly Attributes[]): SuggestionKey;
}

export const isBy = (id: SuggestionId | null, userId: string): boolean =>
  id !== null && parseSuggestionId(id)?.author === userId;

export const isKeyBy = (name: string, userId: string): name is SuggestionKey =>
  isSuggestionKey(name) && isBy(suggestionIdOf(name), userId);

/** Their own, or one that they brought with a file. */
export const answersForId = (id: SuggestionId | null, userId: string): boolean =>
  id !== null && answersFor(parseSuggestionId(id)?.author ?? '') === userId;

/** @returns with its pending formats; itself where it has none. */
export function withPendingFormats(attributes: Attributes): Attributes {
  const { sets } = pendingIn(attributes);
  return sets.length === 0 ? attributes : Object.assign({}, attributes, ...sets.map(({ set }) => set));
}

/** A pending insertion of this person: it goes without a trace. */
export const isOwnInsertion = (attributes: Attributes, userId: string): boolean =>
  isBy(pendingIn(attributes).insert, userId);

export const isStruckBy = (attributes: Attributes, userId: string): boolean =>
  pendingIn(attributes).deletes.some((id) => isBy(id, userId));

/** Suggestions that both sides of a place belong to in the same way: what is typed there joins them. */
export function suggestionsAround(left: Attributes, right: Attributes): Record<SuggestionKey, unknown> {
  const both = Object.keys(left).filter((name) => isSuggestionKey(name) && left[name] === right[name]);
  return Object.fromEntries(both.map((name) => [name, left[name]]));
}
