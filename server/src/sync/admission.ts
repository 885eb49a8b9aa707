// Decides whether a person's update may enter a document, before anything of it is applied. An update is admitted whole or
// refused whole. Rules A1 to A9 are in SYNC.md. Needs the room's document to trace each struct to the part it touches.
import { parseAnswerKey } from '@adagia/shared/answer-key';
import type { CloseReasonName } from '@adagia/shared/wire/close-codes';
import { limits } from '@adagia/shared/wire/limits';
import * as Y from 'yjs';
import { isMapValue, isTextAttribute } from './content-rules.ts';
import { type DecodedUpdate, type TracedPlace, Tracer } from './trace.ts';

/** What a refused update is answered with. */
export class Refusal extends Error {
  readonly reason: CloseReasonName;
  constructor(reason: CloseReasonName, message: string) {
    super(message);
    this.name = 'Refusal';
    this.reason = reason;
  }
}

export interface Admission {
  /** Client ids that this person uses here for the first time. */
  newClientIds: number[];
  /** False: the server has all of it already; nothing to apply or store. */
  isNews: boolean;
  decoded: DecodedUpdate;
  tracer: Tracer;
}

export interface Admittance {
  doc: Y.Doc;
  userId: string;
  canWrite: boolean;
  ownerOf(clientId: number): string | undefined;
  /** Of this call's form. */
  isQuestion(questionId: string): boolean;
}

function decode(update: Uint8Array): DecodedUpdate {
  try {
    return Y.decodeUpdate(update);
  } catch {
    // Whatever the decoder trips over, the answer is the same: these bytes are no update.
    throw new Refusal('malformed', 'not an update');
  }
}

function checkCeilings({ structs, ds }: DecodedUpdate): void {
  if (structs.length > limits.structsMax) throw new Refusal('tooBig', 'too many structs');
  const clients = new Set(structs.map((struct) => struct.id.client));
  if (clients.size > limits.clientIdsMax) throw new Refusal('tooBig', 'too many client ids');
  let deletions = 0;
  for (const [, ranges] of ds.clients) {
    deletions += ranges.length;
    if (deletions > limits.deletionsMax) throw new Refusal('tooBig', 'too many deletions');
    if (ranges.some(({ clock, len }) => clock + len > limits.clockMax || len < 1)) {
      throw new Refusal('malformed', 'a deletion with an impossible clock');
    }
  }
}

/** @returns per client id, the first clock that the server does not have and that the update brings. */
function checkClocks(structs: DecodedUpdate['structs'], doc: Y.Doc): Map<number, number> {
  const expected = new Map<number, number>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    if (struct instanceof Y.Skip) throw new Refusal('gap', 'a skip');
    if (clock + struct.length > limits.clockMax || struct.length < 1)
      throw new Refusal('malformed', 'an impossible clock');
    const next = expected.get(client) ?? Y.getState(doc.store, client);
    if (clock > next) throw new Refusal('gap', `client ${client} has a gap`);
    expected.set(client, Math.max(next, clock + struct.length));
  }
  return expected;
}

function checkOwners(expected: Map<number, number>, { doc, userId, ownerOf }: Admittance): number[] {
  const fresh: number[] = [];
  for (const [client, until] of expected) {
    if (until <= Y.getState(doc.store, client)) continue;
    const owner = ownerOf(client);
    if (owner === undefined) fresh.push(client);
    else if (owner !== userId) throw new Refusal('notAllowed', 'a client id of somebody else');
  }
  return fresh;
}

function checkStruct(
  struct: DecodedUpdate['structs'][number],
  place: TracedPlace,
  isQuestion: Admittance['isQuestion'],
): void {
  if (!(struct instanceof Y.Item)) throw new Refusal('contentNotAllowed', 'a collected struct');
  const { root, mapKey } = place;
  const { content } = struct;
  if (content instanceof Y.ContentDeleted) return;
  const answer = parseAnswerKey(root);
  if (answer && isQuestion(answer.questionId)) {
    if (mapKey !== null) return checkTextAttributeItem(mapKey, content);
    if (content instanceof Y.ContentString && !content.str.includes('\u0000')) return;
    if (content instanceof Y.ContentFormat && isTextAttribute(content.key, content.value)) return;
    throw new Refusal('contentNotAllowed', 'content that no answer may hold');
  }
  if (mapKey !== null && content instanceof Y.ContentAny && isMapValue(root, mapKey, content.arr)) return;
  throw new Refusal('contentNotAllowed', 'a place or a value that the document does not have');
}

function checkTextAttributeItem(key: string, content: Y.Item['content']): void {
  const value: unknown = content instanceof Y.ContentAny && content.arr.length === 1 ? content.arr[0] : undefined;
  if ((key === 'block' || key === 'indent') && isTextAttribute(key, value)) return;
  throw new Refusal('contentNotAllowed', 'an attribute that no answer has');
}

function checkDeletions({ ds }: DecodedUpdate, expected: Map<number, number>, doc: Y.Doc): void {
  for (const [client, ranges] of ds.clients) {
    const known = expected.get(client) ?? Y.getState(doc.store, client);
    if (ranges.some(({ clock, len }) => clock + len > known)) throw new Refusal('gap', 'deletes what is not there');
  }
}

/** Is there anything alive in these ranges, or still to come? */
function isNewDeletion({ ds }: DecodedUpdate, doc: Y.Doc): boolean {
  for (const [client, ranges] of ds.clients) {
    const structs = doc.store.clients.get(client) ?? [];
    for (const { clock, len } of ranges) {
      if (clock + len > Y.getState(doc.store, client)) return true;
      for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
        const struct = structs[index];
        if (!struct || struct.id.clock >= clock + len) break;
        if (!struct.deleted) return true;
      }
    }
  }
  return false;
}

/** @throws Refusal. Nothing is changed in any case. */
export function admit(update: Uint8Array, at: Admittance): Admission {
  const decoded = decode(update);
  checkCeilings(decoded);
  const expected = checkClocks(decoded.structs, at.doc);
  const newClientIds = checkOwners(expected, at);
  const tracer = new Tracer(at.doc, decoded.structs);
  const news = decoded.structs.filter(
    (struct) => struct.id.clock + struct.length > Y.getState(at.doc.store, struct.id.client),
  );
  const isNews = news.length > 0 || (decoded.ds.clients.size > 0 && isNewDeletion(decoded, at.doc));
  // A reviewer's client answers our step 1 with what it holds, which is nothing new: that must pass.
  if (isNews && !at.canWrite) throw new Refusal('notAllowed', 'no right to write');
  for (const struct of news) {
    const place = tracer.placeOf(struct);
    if (!place) throw new Refusal('contentNotAllowed', 'a struct without a place');
    checkStruct(struct, place, at.isQuestion);
  }
  checkDeletions(decoded, expected, at.doc);
  return { newClientIds, isNews, decoded, tracer };
}
