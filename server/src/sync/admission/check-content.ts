// Whether what an admitted struct holds is something that its place may hold. Reads content only of what is new.
import { parseAnswerKey } from '@adagia/shared/answer-key';
import type { FieldValue } from '@adagia/shared/document';
import { isKnownMap, isMapValue, isOwnAttribute, isOwnWaiver, isTextAttribute } from './content-rules.ts';
import { type DocumentIndex, type Part, type Place, placeIdOf } from './document-index.ts';
import { KNOWN } from './place-structs.ts';
import { readMark, readValues } from './read-content.ts';
import { Refusal } from './refusal.ts';
import { contentKind, NONE, type StructTable } from './struct-table.ts';
import type { NamedSuggestions } from './suggestion-names.ts';

interface Rules {
  index: DocumentIndex;
  /** In whose name rules may be waived in this update; null: in anybody's. */
  waivesAs: string | null;
  suggestions: NamedSuggestions;
  isQuestion(questionId: string): boolean;
}

/** @returns the values of rows in maps. @throws Refusal */
export function checkContent(table: StructTable, parts: readonly Part[], at: Rules): ReadonlyMap<number, FieldValue> {
  const values = new Map<number, FieldValue>();
  let lastPlace = -1;
  let place: Place = { root: '', mapKey: null };
  let isAnswer = false;
  for (let row = 0; row < parts.length; row += 1) {
    const part = parts[row] ?? KNOWN;
    if (part === KNOWN) {
      // It is passed on with the rest, and must not trip a reader.
      if (table.kind[row] === contentKind.mark) readMark(table, row);
      continue;
    }
    if (placeIdOf(part) !== lastPlace) {
      lastPlace = placeIdOf(part);
      place = at.index.place(lastPlace);
      const answer = parseAnswerKey(place.root);
      isAnswer = answer !== null && at.isQuestion(answer.questionId);
    }
    if (place.mapKey !== null) checkField(table, row, { ...at, ...place, isAnswer }, values);
    else if (!isAnswer || !isTextContent(table, row, at))
      throw new Refusal('contentNotAllowed', 'content that no answer may hold');
  }
  return values;
}

function isTextContent(table: StructTable, row: number, at: Rules): boolean {
  const kind = table.kind[row];
  if (kind === contentKind.characters || kind === contentKind.deleted) return true;
  if (kind !== contentKind.mark) return false;
  const { key, value } = readMark(table, row);
  return isTextAttribute(key, value) && (value === null || at.suggestions.take(key));
}

/** A field of a map, or an attribute of a text as a whole. */
function checkField(
  table: StructTable,
  row: number,
  { root, mapKey, isAnswer, waivesAs, suggestions }: Place & Omit<Rules, 'index'> & { isAnswer: boolean },
  values: Map<number, FieldValue>,
): void {
  // Yjs never writes one; with one, whether it is the value would depend on the order of arrival.
  if ((table.rightClient[row] ?? NONE) !== NONE)
    throw new Refusal('contentNotAllowed', 'a field with a right neighbour');
  const key = mapKey ?? '';
  if (!isAnswer && !isKnownMap(root)) throw new Refusal('contentNotAllowed', 'a place that the document does not have');
  if (table.kind[row] === contentKind.deleted) return;
  const held = table.kind[row] === contentKind.values ? readValues(table, row) : [undefined];
  for (const value of held) {
    const isAllowed = isAnswer
      ? isOwnAttribute(key, value) && suggestions.take(key)
      : isMapValue(root, key, value) && isOwnWaiver(root, key, value, waivesAs);
    if (!isAllowed) throw new Refusal('contentNotAllowed', 'a place or a value that the document does not have');
    values.set(row, value as FieldValue);
  }
}
