// Which attributes the text of an answer may have and which values the three maps: the content half of admission.
import { parseAnswerKey } from '@adagia/shared/answer-key';
import { mapNames, PLAN } from '@adagia/shared/document';
import { isDocumentField } from '@adagia/shared/document-fields';
import { isWaiverKey, parseWaiver } from '@adagia/shared/plan/waivers';
import { blockKinds, INDENT_MAX } from '@adagia/shared/text/blocks';
import { answersFor } from '@adagia/shared/text/file-authors';
import { isLinkValue } from '@adagia/shared/text/link-address';
import { isReferenceName, parseReference } from '@adagia/shared/text/references';
import {
  isSuggestionKey,
  parseSuggestionId,
  parseSuggestionValue,
  suggestionIdOf,
} from '@adagia/shared/text/suggestions';

const COMMENT = /^comment:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** @returns the account that answers for it, '' for nobody's; null for what is no key of a suggestion in a form that we write */
export function suggesterOf(key: string): string | null {
  const known = isSuggestionKey(key) ? parseSuggestionId(suggestionIdOf(key)) : null;
  return known && answersFor(known.author);
}

/**
 * null takes an attribute away. `comment:<thread>` passes too: Yjs itself writes it around what is typed inside a commented
 * passage. The thread, its author and its words are in SQL, so that an anchor alone says nothing. Whose a suggestion may be is
 * asked by `checkContent`.
 */
export function isTextAttribute(key: string, value: unknown): boolean {
  if (value === null)
    return (
      ['bold', 'italic', 'underline', 'link', 'block', 'indent'].includes(key) ||
      COMMENT.test(key) ||
      suggesterOf(key) !== null
    );
  switch (key) {
    case 'bold':
    case 'italic':
    case 'underline':
      return value === true;
    case 'link':
      return isLinkValue(value);
    case 'block':
      return blockKinds.some((kind) => kind === value);
    case 'indent':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= INDENT_MAX;
    default:
      return (
        (value === true && COMMENT.test(key)) || (suggesterOf(key) !== null && parseSuggestionValue(value) !== null)
      );
  }
}

/** An attribute of the text as a whole: what its last block is, and what a live reference in it stands for. */
export function isOwnAttribute(key: string, value: unknown): boolean {
  if (key === 'block' || key === 'indent') return value !== null && isTextAttribute(key, value);
  if (suggesterOf(key) !== null) return isBlockSet(value);
  return parseReference(key, value) !== null;
}

/** Of the last block only kind and indent can be suggested: it has no line end that could come or go. */
function isBlockSet(value: unknown): boolean {
  const change = parseSuggestionValue(value);
  return change?.type === 'set' && Object.keys(change.set).every((name) => name === 'block' || name === 'indent');
}

export function isMapValue(root: string, key: string, value: unknown): boolean {
  const map = mapNames.find((name) => name === root);
  return map !== undefined && isDocumentField(map, key, value);
}

/** Who waives a rule says so in their own name. @param waivesAs null: names are not looked at */
export function isOwnWaiver(root: string, key: string, value: unknown, waivesAs: string | null): boolean {
  return root !== PLAN || waivesAs === null || !isWaiverKey(key) || parseWaiver(value)?.by === waivesAs;
}

/** Characters of a key in a map: two ids and a slash. */
const MAP_KEY_MAX = 200;

/** Could this be a place of a proposal's document? Asked before the place is remembered; what it holds is checked later. */
export function isPlace(root: string, mapKey: string | null): boolean {
  if (isKnownMap(root)) return mapKey !== null && mapKey.length <= MAP_KEY_MAX;
  if (parseAnswerKey(root) === null) return false;
  return (
    mapKey === null ||
    mapKey === 'block' ||
    mapKey === 'indent' ||
    isReferenceName(mapKey) ||
    suggesterOf(mapKey) !== null
  );
}

export function isKnownMap(root: string): boolean {
  return mapNames.some((name) => name === root);
}
