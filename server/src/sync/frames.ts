// Builds and reads the messages of the sync socket. Pure; PROTOCOL.md has the bytes in prose.
import {
  type ComparisonName,
  comparisons,
  type HintTopic,
  messageType,
  syncType,
  type Welcome,
} from '@adagia/shared/wire/messages';
import * as decoding from 'lib0/decoding';
import { ByteWriter, stringSize, uintSize } from './byte-writer.ts';

export type Frame =
  | { kind: 'step1'; stateVector: Uint8Array }
  /** Sync step 2 or update: both carry an update of the document, and count for acknowledgements. */
  | { kind: 'document'; update: Uint8Array }
  | { kind: 'awareness'; payload: Uint8Array }
  | { kind: 'query-awareness' }
  /** What the client's document says, as `contentHash`. */
  | { kind: 'compare'; hash: string };

/** @throws when the bytes are truncated, have a tail, or are of an unknown type. */
export function parseFrame(bytes: Uint8Array): Frame {
  const decoder = decoding.createDecoder(bytes);
  const frame = readFrame(decoder);
  if (decoding.hasContent(decoder)) throw new Error('bytes after the message');
  return frame;
}

function readFrame(decoder: decoding.Decoder): Frame {
  const type = decoding.readVarUint(decoder);
  if (type === messageType.awareness) return { kind: 'awareness', payload: decoding.readVarUint8Array(decoder) };
  if (type === messageType.queryAwareness) return { kind: 'query-awareness' };
  if (type === messageType.compare) return { kind: 'compare', hash: readHash(decoder) };
  if (type !== messageType.sync) throw new Error('unknown message type');
  const step = decoding.readVarUint(decoder);
  if (step === syncType.step1) return { kind: 'step1', stateVector: decoding.readVarUint8Array(decoder) };
  if (step !== syncType.step2 && step !== syncType.update) throw new Error('unknown sync type');
  return { kind: 'document', update: decoding.readVarUint8Array(decoder) };
}

function readHash(decoder: decoding.Decoder): string {
  const hash = decoding.readVarString(decoder);
  if (!/^[0-9a-f]{16}$/.test(hash)) throw new Error('not a fingerprint');
  return hash;
}

function syncFrame(step: number, bytes: Uint8Array): Uint8Array {
  const size = 2 + uintSize(bytes.length) + bytes.length;
  return new ByteWriter(size).uint(messageType.sync).uint(step).sized(bytes).bytes;
}

export const step1Frame = (stateVector: Uint8Array): Uint8Array => syncFrame(syncType.step1, stateVector);
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(syncType.step2, update);
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(syncType.update, update);

export function ackFrame(count: number): Uint8Array {
  return new ByteWriter(1 + uintSize(count)).uint(messageType.ack).uint(count).bytes;
}

export function comparedFrame(answer: ComparisonName): Uint8Array {
  const index = comparisons.indexOf(answer);
  return new ByteWriter(1 + uintSize(index)).uint(messageType.compared).uint(index).bytes;
}

function textFrame(type: number, text: string): Uint8Array {
  return new ByteWriter(1 + stringSize(text)).uint(type).string(text).bytes;
}

export const hintFrame = (topic: HintTopic): Uint8Array => textFrame(messageType.hint, topic);
export const welcomeFrame = (welcome: Welcome): Uint8Array => textFrame(messageType.welcome, JSON.stringify(welcome));

export interface AwarenessEntry {
  clientId: number;
  clock: number;
  /** The state, an object; null: gone. */
  json: string | null;
}

const GONE = 'null';

export function awarenessFrame(entries: readonly AwarenessEntry[]): Uint8Array {
  let size = uintSize(entries.length);
  for (const { clientId, clock, json } of entries)
    size += uintSize(clientId) + uintSize(clock) + stringSize(json ?? GONE);
  const writer = new ByteWriter(1 + uintSize(size) + size).uint(messageType.awareness).uint(size).uint(entries.length);
  for (const { clientId, clock, json } of entries)
    writer
      .uint(clientId)
      .uint(clock)
      .string(json ?? GONE);
  return writer.bytes;
}

/** @throws when it is malformed. */
export function parseAwareness(payload: Uint8Array): AwarenessEntry[] {
  const decoder = decoding.createDecoder(payload);
  const entries: AwarenessEntry[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const json = decoding.readVarString(decoder);
    const state: unknown = JSON.parse(json);
    if (typeof state !== 'object' || Array.isArray(state)) throw new Error('a state must be an object or null');
    entries.push({ clientId, clock, json: state === null ? null : json });
  }
  if (decoding.hasContent(decoder)) throw new Error('bytes after the entries');
  return entries;
}
