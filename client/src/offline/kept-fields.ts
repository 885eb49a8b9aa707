// Fields that save themselves one by one over REST: what is in them and not saved yet, kept on this device so that a reload, a
// crash and a day without network take nothing. By person and place; a place is `<proposal id>/<record>/<field>`.
import type { UserId } from '@adagia/shared/ids';

export interface KeptField {
  draft: string;
  /** What was there when it began to be written; null: not known any more. */
  base: string | null;
}

const nameOf = (me: UserId, place: string): string => `adagia-field:${me}:${place}`;

/** Where the browser refuses its storage (private windows, full disk): until the page is closed. */
const inMemory = new Map<string, string>();

function read(name: string): string | null {
  try {
    return localStorage.getItem(name) ?? inMemory.get(name) ?? null;
  } catch {
    // Storage is refused: memory is all there is.
    return inMemory.get(name) ?? null;
  }
}

export function keptField(me: UserId, place: string): KeptField | null {
  const found = read(nameOf(me, place));
  return found === null ? null : (JSON.parse(found) as KeptField);
}

export function keepField(me: UserId, place: string, field: KeptField | null): void {
  const name = nameOf(me, place);
  inMemory.delete(name);
  try {
    if (field) localStorage.setItem(name, JSON.stringify(field));
    else localStorage.removeItem(name);
  } catch {
    // Storage is refused or full.
    if (field) inMemory.set(name, JSON.stringify(field));
  }
}

function namesOf(me: UserId, places: string): string[] {
  const names = [...inMemory.keys()];
  try {
    names.push(...Object.keys(localStorage));
  } catch {
    // Storage is refused: memory is all there is.
  }
  return names.filter((name) => name.startsWith(nameOf(me, places)));
}

/** @param places how a place begins, '' for all of a person's */
export const countKeptFields = (me: UserId, places: string): number => namesOf(me, places).length;

/** On signing out: the next one at this device is somebody else. */
export function forgetKeptFields(me: UserId): void {
  for (const name of namesOf(me, '')) {
    inMemory.delete(name);
    try {
      localStorage.removeItem(name);
    } catch {
      // Storage is refused, and so holds nothing.
    }
  }
}
