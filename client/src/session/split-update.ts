// Cuts a document update that is above what the server takes in one frame into several that may enter one after the other:
// each is complete in itself, none builds on a later one. Deletions come last. Knows Yjs, no socket.
import { assert } from '@adagia/shared/assert';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

export interface UpdateCeilings {
  sizeMax: number;
  structsMax: number;
  clientIdsMax: number;
  deletionsMax: number;
}

/** Bytes. Below it no update can have more structs or deletions than are allowed: five and two bytes at least for each. */
const ALWAYS_SMALL = 32 * 1024;

/** @param update what the receiver lacks: whatever it builds on is in it, or with the receiver already */
export function splitUpdate(update: Uint8Array, ceilings: UpdateCeilings): Uint8Array[] {
  const clientIds = decoding.readVarUint(decoding.createDecoder(update));
  const isSmall = update.length <= Math.min(ALWAYS_SMALL, ceilings.sizeMax) && clientIds <= ceilings.clientIdsMax;
  if (isSmall) return [update];
  const { structs, ds } = Y.decodeUpdate(update);
  const pieces = orderedPieces(structs, ceilings);
  const deletions = deletionPieces(ds, ceilings);
  if (pieces.length <= 1 && deletions.length <= 1 && update.length <= ceilings.sizeMax) return [update];
  return [...pieces, ...deletions];
}

/** Structs of one client in the order of their clocks, of which `next` is the first that is not taken. */
interface Lane {
  structs: Struct[];
  next: number;
  from: number;
}

function lanesOf(structs: readonly Struct[], structSizeMax: number): Map<number, Lane> {
  const lanes = new Map<number, Lane>();
  for (const struct of structs) {
    assert(!(struct instanceof Y.Skip), 'a gap cannot be sent');
    const lane = lanes.get(struct.id.client) ?? { structs: [], next: 0, from: struct.id.clock };
    lane.structs.push(...cutStruct(struct, structSizeMax));
    lanes.set(struct.id.client, lane);
  }
  return lanes;
}

/** UTF-16 units take at most three bytes each; a pair is never cut, as Yjs would put something else in its place. */
function cutStruct(struct: Struct, sizeMax: number): Struct[] {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return [struct];
  const { str } = struct.content;
  const stepMax = Math.max(2, Math.floor(sizeMax / 3));
  if (str.length <= stepMax) return [struct];
  const parts: Struct[] = [];
  for (let at = 0; at < str.length; ) {
    let until = Math.min(str.length, at + stepMax);
    if (/[\uD800-\uDBFF]/.test(str.charAt(until - 1)) && until < str.length) until -= 1;
    parts.push(partOf(struct, at, str.slice(at, until)));
    at = until;
  }
  return parts;
}

function partOf(item: Y.Item, offset: number, str: string): Y.Item {
  const { client, clock } = item.id;
  const id = Y.createID(client, clock + offset);
  const content = new Y.ContentString(str);
  if (offset === 0)
    return new Y.Item(id, null, item.origin, null, item.rightOrigin, item.parent, item.parentSub, content);
  return new Y.Item(id, null, Y.createID(client, clock + offset - 1), null, item.rightOrigin, null, null, content);
}

function orderedPieces(structs: readonly Struct[], ceilings: UpdateCeilings): Uint8Array[] {
  // Half, so that a piece with one long text has room for what else it is made of.
  const lanes = lanesOf(structs, ceilings.sizeMax / 2);
  const pieces: Uint8Array[] = [];
  for (let left = true; left; ) {
    const piece = takePiece(lanes, ceilings);
    if (piece) pieces.push(piece);
    left = [...lanes.values()].some((lane) => lane.next < lane.structs.length);
    assert(piece !== null || !left, 'an update that builds on itself in a circle');
  }
  return pieces;
}

function takePiece(lanes: Map<number, Lane>, ceilings: UpdateCeilings): Uint8Array | null {
  const taken = new Map<number, Struct[]>();
  const room = { size: ceilings.sizeMax - 64, structs: ceilings.structsMax };
  for (let hasMoved = true; hasMoved; ) {
    hasMoved = false;
    for (const [client, lane] of lanes) {
      const isNewClient = !taken.has(client);
      if (isNewClient && taken.size >= ceilings.clientIdsMax) continue;
      const mine = takeFromLane(lane, lanes, room);
      if (mine.length === 0) continue;
      taken.set(client, [...(taken.get(client) ?? []), ...mine]);
      hasMoved = true;
    }
  }
  return taken.size > 0 ? encodePiece(taken) : null;
}

function takeFromLane(lane: Lane, lanes: Map<number, Lane>, room: { size: number; structs: number }): Struct[] {
  const mine: Struct[] = [];
  for (let struct = lane.structs[lane.next]; struct; struct = lane.structs[lane.next]) {
    if (!isGrounded(struct, lanes)) break;
    // 24 bytes for the head of a client's structs.
    const size = sizeOf(struct) + 24;
    if (room.size < size || room.structs < 1) break;
    room.size -= size;
    room.structs -= 1;
    lane.next += 1;
    mine.push(struct);
  }
  return mine;
}

/** Is everything that it hangs on with the receiver, or in what was taken? */
function isGrounded(struct: Struct, lanes: Map<number, Lane>): boolean {
  if (!(struct instanceof Y.Item)) return true;
  const parent = struct.parent instanceof Y.ID ? struct.parent : null;
  return [struct.origin, struct.rightOrigin, parent].every((id) => {
    const lane = id && lanes.get(id.client);
    if (!id || !lane) return true;
    const next = lane.structs[lane.next];
    return next === undefined || id.clock < next.id.clock;
  });
}

function sizeOf(struct: Struct): number {
  const encoder = new Y.UpdateEncoderV1();
  struct.write(encoder, 0);
  return encoding.length(encoder.restEncoder);
}

function encodePiece(taken: Map<number, Struct[]>): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  encoding.writeVarUint(encoder.restEncoder, taken.size);
  // Higher ids first, as Yjs itself writes them.
  for (const [client, structs] of [...taken].sort(([one], [other]) => other - one)) {
    encoding.writeVarUint(encoder.restEncoder, structs.length);
    encoder.writeClient(client);
    encoding.writeVarUint(encoder.restEncoder, structs[0]?.id.clock ?? 0);
    for (const struct of structs) struct.write(encoder, 0);
  }
  encoding.writeVarUint(encoder.restEncoder, 0);
  return encoder.toUint8Array();
}

type Deletions = ReturnType<typeof Y.decodeUpdate>['ds'];

function deletionPieces(ds: Deletions, { deletionsMax, sizeMax }: UpdateCeilings): Uint8Array[] {
  const ranges = [...ds.clients].flatMap(([client, own]) => own.map(({ clock, len }) => ({ client, clock, len })));
  // 24 bytes are the most that one range can take with its client id.
  const perPiece = Math.max(1, Math.min(deletionsMax, Math.floor(sizeMax / 24)));
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < ranges.length; at += perPiece) pieces.push(encodeDeletions(ranges.slice(at, at + perPiece)));
  return pieces;
}

function encodeDeletions(ranges: readonly { client: number; clock: number; len: number }[]): Uint8Array {
  const byClient = Map.groupBy(ranges, (range) => range.client);
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, byClient.size);
  for (const [client, own] of byClient) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, own.length);
    for (const { clock, len } of own) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, len);
    }
  }
  return encoding.toUint8Array(encoder);
}
