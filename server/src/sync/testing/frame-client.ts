// Somebody in a room without a socket: hands it frames, and reads what is sent back as a page does. For runs of thousands of frames.
import { messageType, syncType, WIRE_VERSION } from '@adagia/shared/wire/messages';
import * as decoding from 'lib0/decoding';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Rights } from '../admission/rights.ts';
import { Connection } from '../connection.ts';
import type { Packet } from '../packet.ts';
import type { Room } from '../room.ts';
import type { TurnClock } from '../turns.ts';
import { message } from './spoil-frame.ts';

/** Windows pass as soon as what has arrived is handled. */
export const swiftClock: TurnClock = {
  now: () => performance.now(),
  soon: (work) => void setImmediate(work),
  after: (_, work) => void setImmediate(work),
};

/** A client without a socket: it reads what it is sent as a page does. */
export class FrameClient {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  readonly connection: Connection;
  /** How it was ended, null while it is open. */
  code: number | null = null;
  acknowledged = 0;
  /** Of what was sent. */
  failure: unknown = null;

  constructor(room: Room, userId: string, nowMs: () => number, rights: Rights = { canWrite: true }) {
    const isOpen = () => this.code === null;
    this.awareness.setLocalState(null);
    this.connection = new Connection({
      transport: {
        get isOpen() {
          return isOpen();
        },
        bufferedBytes: 0,
        write: (packets) => this.#read(packets),
        close: (code) => {
          this.code = code;
        },
      },
      room,
      person: { userId, sessionId: userId },
      userJson: JSON.stringify({ id: userId }),
      rights,
      wireVersion: WIRE_VERSION,
      nowMs,
      onError: (error) => {
        this.failure ??= error;
      },
    });
    this.connection.join();
  }

  /** As a page does when it comes in, before anybody can know the id that it writes under. */
  speak(): void {
    this.awareness.setLocalState({});
    const bytes = encodeAwarenessUpdate(this.awareness, [this.doc.clientID]);
    this.connection.receive(message(messageType.awareness, bytes));
  }

  #read(packets: readonly Packet[]): void {
    try {
      for (const { messages } of packets) for (const bytes of messages) this.#take(decoding.createDecoder(bytes));
    } catch (error) {
      this.failure ??= error;
    }
  }

  #take(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder);
    if (type === messageType.ack) this.acknowledged = decoding.readVarUint(decoder);
    if (type === messageType.awareness) {
      applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), 'server');
    }
    if (type !== messageType.sync) return;
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (step !== syncType.step1) Y.applyUpdate(this.doc, bytes, 'server');
  }
}
