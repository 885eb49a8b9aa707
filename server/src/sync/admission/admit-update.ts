// Decides whether a person's update may enter a document, before anything of it is applied: whole or not at all. Needs no
// Y.Doc, only the document's index, which learns what was admitted. Rules A1 to A11 are in SYNC.md.
import type { FieldValue } from '@adagia/shared/document';
import type { CloseReasonName } from '@adagia/shared/wire/close-codes';
import { limits } from '@adagia/shared/wire/limits';
import { checkContent } from './check-content.ts';
import { checkCrowding } from './check-crowding.ts';
import { isPlace } from './content-rules.ts';
import { type DocumentIndex, type Part, placeIdOf } from './document-index.ts';
import { KNOWN, type PlacedStructs, placeStructs } from './place-structs.ts';
import { Refusal } from './refusal.ts';
import type { Rights } from './rights.ts';
import { contentKind, StructTable } from './struct-table.ts';
import { NamedSuggestions } from './suggestion-names.ts';
import { CeilingError, MalformedError, UnknownContentError, UnplacedError } from './update-errors.ts';

export interface Admittance {
  index: DocumentIndex;
  rights: Rights;
  userId: string;
  /** Of a client id that the document knows; undefined: the server's own. */
  ownerOf(clientId: number): string | undefined;
  /** Who is seen under a client id that nobody has written under yet. */
  speakerOf?(clientId: number): string | undefined;
  /** How many client ids this connection may still use for the first time. */
  clientIdsLeft: number;
  /** Whose suggestions there can be: of people who have written in this document. Absent: of anybody. */
  isWriter?(userId: string): boolean;
  /** Words of others may come back after damage to the log, and the server writes for all: names in waivers are not looked at. */
  bringsWordsOfOthers?: boolean;
  /** Is this a question of one of the forms? */
  isQuestion(questionId: string): boolean;
}

export interface AdmittedUpdate extends PlacedStructs {
  table: StructTable;
  /** Of rows in maps, by row. */
  values: ReadonlyMap<number, FieldValue>;
  /** Client ids that this person uses here for the first time. */
  newClientIds: number[];
  /** Names of suggestions that the document did not know yet. */
  suggestions: readonly string[];
  /** Such names in which somebody else is the author: the sender's own from now on (A13). */
  madeUp: readonly string[];
}

const ceilings = {
  structs: limits.structsMax,
  clients: limits.clientIdsMax,
  deletions: limits.deletionsMax,
  clock: limits.clockMax,
} as const;

/** The four things that can be wrong with bytes, as what the person is told. */
function asRefusal(error: unknown): unknown {
  if (error instanceof MalformedError) return new Refusal('malformed', error.message);
  if (error instanceof CeilingError) return new Refusal('tooBig', error.message);
  if (error instanceof UnknownContentError || error instanceof UnplacedError) {
    return new Refusal('contentNotAllowed', error.message);
  }
  return error;
}

/**
 * @returns null when the server has all of it already: there is nothing to store.
 * @throws Refusal. Nothing is changed in any case.
 */
export function admitUpdate(update: Uint8Array, at: Admittance): AdmittedUpdate | null {
  try {
    return admitTable(StructTable.read(update, ceilings), at);
  } catch (error) {
    throw asRefusal(error);
  }
}

function admitTable(table: StructTable, at: Admittance): AdmittedUpdate | null {
  const fresh = checkClocks(table, at.index);
  checkDeletions(table, at.index);
  const isNews = fresh.length > 0 || hasNewDeletion(table, at.index);
  // A commenter's client answers our step 1 with what it holds, which is nothing new: that must pass.
  if (!isNews) return null;
  if (!at.rights.canWrite) throw new Refusal('notAllowed', 'no right to write');
  const newClientIds = checkOwners(fresh, at);
  if (newClientIds.length > at.clientIdsLeft) throw new Refusal('tooBig', 'too many client ids for one connection');
  const { parts, runs } = placeStructs(table, at.index, isPlace);
  checkCrowding(table, parts);
  const suggestions = new NamedSuggestions(at);
  const waivesAs = at.bringsWordsOfOthers ? null : at.userId;
  const values = checkContent(table, parts, { ...at, waivesAs, suggestions });
  checkRights(table, parts, at);
  return {
    table,
    parts,
    runs,
    values,
    newClientIds,
    suggestions: [...suggestions.own],
    madeUp: [...suggestions.madeUp],
  };
}

/** @returns the client ids of which the update brings something new. */
function checkClocks({ blocks, clock, length, kind }: StructTable, index: DocumentIndex): number[] {
  const fresh: number[] = [];
  for (const { client, from, until } of blocks) {
    if (until === from) continue;
    const known = index.state(client);
    if ((clock[from] ?? 0) > known) throw new Refusal('gap', `client ${client} has a gap`);
    for (let row = from; row < until; row += 1) if (kind[row] === contentKind.skip) throw new Refusal('gap', 'a skip');
    if ((clock[until - 1] ?? 0) + (length[until - 1] ?? 0) > known) fresh.push(client);
  }
  return fresh;
}

/** What every clock of a client id is below, once the update is in. */
function stateAfter({ blocks, clock, length }: StructTable, index: DocumentIndex, client: number): number {
  const block = blocks.find((one) => one.client === client);
  const known = index.state(client);
  if (!block || block.until === block.from) return known;
  return Math.max(known, (clock[block.until - 1] ?? 0) + (length[block.until - 1] ?? 0));
}

function checkDeletions(table: StructTable, index: DocumentIndex): void {
  const { deletions } = table;
  for (let at = 0; at < deletions.length; at += 3) {
    const end = (deletions[at + 1] ?? 0) + (deletions[at + 2] ?? 0);
    const client = deletions[at] ?? 0;
    if (end > index.state(client) && end > stateAfter(table, index, client)) {
      throw new Refusal('gap', 'deletes what is not there');
    }
  }
}

function hasNewDeletion({ deletions }: StructTable, index: DocumentIndex): boolean {
  for (let at = 0; at < deletions.length; at += 3) {
    const client = deletions[at] ?? 0;
    const from = deletions[at + 1] ?? 0;
    let isNew = false;
    index.eachAlive(client, from, from + (deletions[at + 2] ?? 0), () => {
      isNew = true;
    });
    if (isNew) return true;
  }
  return false;
}

function checkOwners(fresh: readonly number[], { index, userId, ownerOf, speakerOf }: Admittance): number[] {
  return fresh.filter((client) => {
    const owner = ownerOf(client);
    if (owner === userId) return false;
    // Known and nobody's: the server's own. Nobody may go on writing under it.
    if (owner !== undefined || index.state(client) > 0) throw new Refusal('notAllowed', 'a client id of somebody else');
    // A colleague's who is about to write: their first words would be refused as somebody else's.
    if ((speakerOf?.(client) ?? userId) !== userId) throw new Refusal('notAllowed', 'a client id of somebody else');
    return true;
  });
}

/** Every place that is written or deleted in, once. */
function checkRights(table: StructTable, parts: readonly Part[], { index, rights }: Admittance): void {
  if (!rights.refusalAt) return;
  const seen = new Set<number>();
  const check = (part: Part) => {
    const place = placeIdOf(part);
    if (seen.has(place)) return;
    seen.add(place);
    const { root, mapKey } = index.place(place);
    const reason: CloseReasonName | null = rights.refusalAt?.(root, mapKey) ?? null;
    if (reason) throw new Refusal(reason, 'no right to write here');
  };
  for (const part of parts) if (part !== KNOWN) check(part);
  const { deletions } = table;
  for (let at = 0; at < deletions.length; at += 3) {
    const from = deletions[at + 1] ?? 0;
    index.eachAlive(deletions[at] ?? 0, from, from + (deletions[at + 2] ?? 0), (_from, _until, part) => check(part));
  }
}

/** Lets the index learn what was admitted. */
export function enter({ table, parts, runs, values, suggestions }: AdmittedUpdate, index: DocumentIndex): void {
  for (const name of suggestions) index.suggestions.add(name);
  for (const { client, from, until } of runs) {
    for (let row = from; row < until; row += 1) {
      const part = parts[row] ?? KNOWN;
      if (part !== KNOWN) index.add(table, row, client, part, values.get(row));
    }
  }
  const { deletions } = table;
  for (let at = 0; at < deletions.length; at += 3) {
    const from = deletions[at + 1] ?? 0;
    index.delete(deletions[at] ?? 0, from, from + (deletions[at + 2] ?? 0));
  }
}
