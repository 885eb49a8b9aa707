// What must be set so that characters look as somebody wants them to: as a suggestion of theirs, or outright. Pure.
//
// Marks that insert or strike are never changed on a part of what they are on: closing marks that somebody else takes away at the
// same moment would let the rest of the text become pending. So a format of a pending word is a suggestion of its own.
import {
  isSuggestionKey,
  parseSuggestionValue,
  type SuggestionKey,
  suggestionValue,
} from '@adagia/shared/text/suggestions';
import type { Attributes } from './attributed-text.ts';
import { isKeyBy, isStruckBy, withPendingFormats } from './pending-marks.ts';

export const setValue = (set: Attributes): string => suggestionValue({ type: 'set', set });

/** What of `wanted` something does not look like. */
export function lacking(attributes: Attributes, wanted: Attributes): Attributes | null {
  const shown = withPendingFormats(attributes);
  const names = Object.keys(wanted).filter((name) => (shown[name] ?? null) !== (wanted[name] ?? null));
  return names.length > 0 ? Object.fromEntries(names.map((name) => [name, wanted[name] ?? null])) : null;
}

/**
 * Formats as a suggestion: what gives back what is there anyway leaves none behind.
 * @param wanted how it is to look; null takes away
 * @param keys tried in this order: one that is there already, or loses against a later suggestion, gives way to the next
 * @returns attributes to set, null taking one away
 */
export function suggestFormats(
  attributes: Attributes,
  wanted: Attributes,
  userId: string,
  keys: readonly (() => SuggestionKey)[],
): Attributes {
  if (isStruckBy(attributes, userId)) return {};
  const changes = withoutSets(attributes, Object.keys(wanted), userId);
  const missing = lacking({ ...attributes, ...changes }, wanted);
  if (!missing) return changes;
  for (const keyOf of keys) {
    const key = keyOf();
    if (attributes[key] !== undefined) continue;
    const added = { ...changes, [key]: setValue(missing) };
    if (!lacking({ ...attributes, ...added }, wanted)) return added;
  }
  return changes;
}

/** Takes formats out of suggestions: of one person, or of everybody. @returns attributes to set */
export function withoutSets(attributes: Attributes, formats: readonly string[], userId?: string): Attributes {
  const changes: Record<string, unknown> = {};
  for (const name of Object.keys(attributes)) {
    if (userId === undefined ? !isSuggestionKey(name) : !isKeyBy(name, userId)) continue;
    const change = parseSuggestionValue(attributes[name]);
    if (change?.type !== 'set' || !formats.some((format) => format in change.set)) continue;
    const left = Object.entries(change.set).filter(([format]) => !formats.includes(format));
    changes[name] = left.length > 0 ? setValue(Object.fromEntries(left)) : null;
  }
  return changes;
}
