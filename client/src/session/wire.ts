// Builds and reads the messages of the sync socket, the client's half. Pure; PROTOCOL.md has the bytes in prose.
import {
  type ComparisonName,
  comparisons,
  type HintTopic,
  hintTopics,
  messageType,
  syncType,
  type Welcome,
} from '@adagia/shared/wire/messages';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

export type Incoming =
  | { kind: 'step1'; stateVector: Uint8Array }
  | { kind: 'step2' | 'update'; update: Uint8Array }
  | { kind: 'awareness'; payload: Uint8Array }
  | { kind: 'ack'; count: number }
  | { kind: 'hint'; topic: HintTopic }
  | { kind: 'welcome'; welcome: Welcome }
  | { kind: 'compared'; answer: ComparisonName }
  | { kind: 'other' };

const syncKinds = ['step1', 'step2', 'update'] as const;

export function readIncoming(bytes: Uint8Array): Incoming {
  const decoder = decoding.createDecoder(bytes);
  switch (decoding.readVarUint(decoder)) {
    case messageType.sync: {
      const kind = syncKinds[decoding.readVarUint(decoder)];
      const payload = decoding.readVarUint8Array(decoder);
      if (kind === 'step1') return { kind, stateVector: payload };
      return kind ? { kind, update: payload } : { kind: 'other' };
    }
    case messageType.awareness:
      return { kind: 'awareness', payload: decoding.readVarUint8Array(decoder) };
    case messageType.ack:
      return { kind: 'ack', count: decoding.readVarUint(decoder) };
    case messageType.hint: {
      const name = decoding.readVarString(decoder);
      const topic = hintTopics.find((one) => one === name);
      return topic ? { kind: 'hint', topic } : { kind: 'other' };
    }
    case messageType.welcome:
      return { kind: 'welcome', welcome: JSON.parse(decoding.readVarString(decoder)) as Welcome };
    case messageType.compared: {
      const answer = comparisons[decoding.readVarUint(decoder)];
      return answer ? { kind: 'compared', answer } : { kind: 'other' };
    }
    default:
      return { kind: 'other' };
  }
}

function build(...parts: (number | string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part);
    else if (typeof part === 'string') encoding.writeVarString(encoder, part);
    else encoding.writeVarUint8Array(encoder, part);
  }
  return new Uint8Array(encoding.toUint8Array(encoder));
}

export const step1 = (stateVector: Uint8Array) => build(messageType.sync, syncType.step1, stateVector);
export const step2 = (update: Uint8Array) => build(messageType.sync, syncType.step2, update);
export const update = (bytes: Uint8Array) => build(messageType.sync, syncType.update, bytes);
export const awareness = (payload: Uint8Array) => build(messageType.awareness, payload);
/** The server answers it at once, whatever it is busy with. */
export const queryAwareness = build(messageType.queryAwareness);
/** Whether the server's document says the same. */
export const compare = (hash: string) => build(messageType.compare, hash);
