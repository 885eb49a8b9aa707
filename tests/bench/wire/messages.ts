// The y-websocket messages that a generator sends and reads, and how each server frames them. Updates are made and stepped
// over byte by byte: the generator never holds a document. Rests on the Yjs v1 encoding, checked against Yjs in wire.test.ts.
import { Reader, Writer } from './bytes.ts';

/** How a server frames the protocol: Hocuspocus puts the document's name before every message and wants a token first. */
export type Dialect = 'plain' | 'hocuspocus';

const messageType = { sync: 0, awareness: 1, auth: 2, ack: 100 } as const;
export const syncType = { step1: 0, step2: 1, update: 2 } as const;
const contentType = { collected: 0, deleted: 1, string: 4, format: 6, any: 8, skip: 10 } as const;
const hasOrigin = 128;
const hasRightOrigin = 64;
const hasKey = 32;

const writer = new Writer();
const inner = new Writer();

/** What stands before each message. */
export function prefixOf(dialect: Dialect, documentName: string): Buffer {
  return dialect === 'hocuspocus' ? writer.text(documentName).take() : Buffer.alloc(0);
}

export function tokenMessage(prefix: Buffer): Buffer {
  return writer.raw(prefix).uint(messageType.auth).uint(0).text('bench').text('4.7.0').take();
}

export function syncMessage(prefix: Buffer, type: number, payload: Uint8Array): Buffer {
  return writer.raw(prefix).uint(messageType.sync).uint(type).bytes(payload).take();
}

export const emptyStateVector = Uint8Array.of(0);
export const emptyUpdate = Uint8Array.of(0, 0);

/** A Yjs update of one character typed behind the last one of this client; the first one begins the root. */
export function keystrokeUpdate(clientId: number, clock: number, root: string, character: string): Buffer {
  inner.uint(1).uint(1).uint(clientId).uint(clock);
  if (clock === 0) inner.byte(contentType.string).uint(1).text(root);
  else
    inner
      .byte(contentType.string | hasOrigin)
      .uint(clientId)
      .uint(clock - 1);
  return inner.text(character).uint(0).take();
}

export function presenceMessage(prefix: Buffer, clientId: number, clock: number, state: string): Buffer {
  const payload = inner.uint(1).uint(clientId).uint(clock).text(state).take();
  return writer.raw(prefix).uint(messageType.awareness).bytes(payload).take();
}

export interface Heard {
  onStep1(): void;
  onStep2(update: Buffer): void;
  /** Characters `clock` to `end` of this author are here. */
  onTyped(clientId: number, clock: number, end: number): void;
  onPresence(clientId: number, clock: number): void;
  /** So many of our document frames are on disk. */
  onAck(count: number): void;
}

export function readMessage(frame: Buffer, prefixSize: number, heard: Heard): void {
  const reader = new Reader(frame, prefixSize);
  const type = reader.uint();
  if (type === messageType.awareness) return readPresence(reader, heard);
  if (type === messageType.ack) return heard.onAck(reader.uint());
  if (type !== messageType.sync) return undefined;
  const step = reader.uint();
  if (step === syncType.step1) return heard.onStep1();
  if (step === syncType.step2) return heard.onStep2(reader.bytes());
  reader.uint();
  return readTyped(reader, heard);
}

function readPresence(reader: Reader, heard: Heard): void {
  reader.uint();
  for (let left = reader.uint(); left > 0; left -= 1) {
    const clientId = reader.uint();
    const clock = reader.uint();
    reader.skipBytes();
    heard.onPresence(clientId, clock);
  }
}

/** Also of an update into which a server has merged several: then one frame brings many keystrokes. */
export function readTyped(reader: Reader, heard: Pick<Heard, 'onTyped'>): void {
  for (let clients = reader.uint(); clients > 0; clients -= 1) {
    let structs = reader.uint();
    const clientId = reader.uint();
    let clock = reader.uint();
    for (; structs > 0; structs -= 1) {
      const info = reader.byte();
      const size = structSize(reader, info);
      const isText = (info & 31) !== contentType.skip && (info & 31) !== contentType.collected;
      if (isText) heard.onTyped(clientId, clock, clock + size);
      clock += size;
    }
  }
}

function structSize(reader: Reader, info: number): number {
  const type = info & 31;
  if (type === contentType.collected || type === contentType.skip) return reader.uint();
  if (info & hasOrigin) skipId(reader);
  if (info & hasRightOrigin) skipId(reader);
  if (!(info & (hasOrigin | hasRightOrigin))) {
    if (reader.uint() === 1) reader.skipBytes();
    else skipId(reader);
    if (info & hasKey) reader.skipBytes();
  }
  return contentSize(reader, type);
}

function contentSize(reader: Reader, type: number): number {
  if (type === contentType.deleted) return reader.uint();
  // What is typed here is ASCII: as many bytes as characters.
  if (type === contentType.string) return reader.skipBytes();
  if (type === contentType.format) {
    reader.skipBytes();
    reader.skipBytes();
    return 1;
  }
  if (type !== contentType.any) throw new Error(`an update holds content ${type}, which no proposal has`);
  const size = reader.uint();
  for (let left = size; left > 0; left -= 1) skipAny(reader);
  return size;
}

/** Of the values that facts, plan and budget hold: numbers, texts, true and false. */
function skipAny(reader: Reader): void {
  const kind = reader.byte();
  if (kind === 119) reader.skipBytes();
  else if (kind === 125) while (reader.byte() > 127);
  else if (kind === 124) reader.skip(4);
  else if (kind === 123) reader.skip(8);
  else if (kind < 120) throw new Error(`a value of kind ${kind}, which no proposal has`);
}

function skipId(reader: Reader): void {
  reader.uint();
  reader.uint();
}
