// Somebody who writes, without a screen: a document on a sync socket of our own protocol version, that knows what of it the
// server has called stored. Does not come back by itself: what a client does after a close is for the test to say.
import { closeReasonOf } from '@adagia/shared/wire/close-codes';
import { messageType, syncType, type Welcome, WIRE_VERSION } from '@adagia/shared/wire/messages';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import * as Y from 'yjs';

export interface WritingClient {
  readonly doc: Y.Doc;
  readonly welcome: Welcome;
  /** One update. Resolves when it is acknowledged; rejects with how the socket ended before that. */
  write(change: (doc: Y.Doc) => void): Promise<void>;
  /** Resolves when everything sent so far is acknowledged. */
  acknowledged(): Promise<void>;
  /** Resolves with the reason's name, or with the bare code. */
  readonly closed: Promise<string>;
  close(): void;
}

interface Waiting {
  count: number;
  resolve(): void;
  reject(error: Error): void;
}

function message(type: number, step: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}

/** @param url http: address of the server @param doc what this person has already. Resolves when both sides are in step. */
export async function openWritingClient(
  url: string,
  cookie: string,
  proposalId: string,
  doc = new Y.Doc(),
): Promise<WritingClient> {
  const client = new SocketClient(new WebSocket(addressOf(url, proposalId), { headers: { cookie } }), doc);
  await client.inStep;
  return client;
}

const addressOf = (url: string, proposalId: string): string =>
  `${url.replace('http', 'ws')}/sync/${proposalId}?adagia=${WIRE_VERSION}`;

class SocketClient implements WritingClient {
  readonly doc: Y.Doc;
  readonly closed: Promise<string>;
  readonly inStep: Promise<void>;
  welcome: Welcome = { generation: '', canWrite: false, isLarge: false };
  readonly #socket: WebSocket;
  #sent = 0;
  #stored = 0;
  #waiting: Waiting[] = [];
  #enter: () => void = () => undefined;

  constructor(socket: WebSocket, doc: Y.Doc) {
    this.doc = doc;
    this.#socket = socket;
    socket.binaryType = 'nodebuffer';
    this.closed = new Promise((resolve) => {
      socket.on('close', (code) => resolve(closeReasonOf(code) ?? String(code)));
    });
    this.inStep = new Promise((resolve, reject) => {
      this.#enter = resolve;
      socket.on('error', reject);
      void this.closed.then((reason) => reject(new Error(reason)));
    });
    void this.closed.then((reason) => this.#fail(reason));
    socket.on('open', () => socket.send(message(messageType.sync, syncType.step1, Y.encodeStateVector(doc))));
    socket.on('message', (data: Buffer) => this.#take(decoding.createDecoder(new Uint8Array(data))));
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#send(message(messageType.sync, syncType.update, update));
    });
  }

  #send(frame: Uint8Array): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    this.#sent += 1;
    this.#socket.send(frame);
  }

  #take(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder);
    if (type === messageType.welcome) this.welcome = JSON.parse(decoding.readVarString(decoder)) as Welcome;
    if (type === messageType.ack) this.#acknowledge(decoding.readVarUint(decoder));
    if (type !== messageType.sync) return;
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (step === syncType.step1) {
      return this.#send(message(messageType.sync, syncType.step2, Y.encodeStateAsUpdate(this.doc, bytes)));
    }
    Y.applyUpdate(this.doc, bytes, this);
    if (step === syncType.step2) this.#enter();
  }

  #acknowledge(count: number): void {
    this.#stored = count;
    const ready = this.#waiting.filter((one) => one.count <= count);
    this.#waiting = this.#waiting.filter((one) => one.count > count);
    for (const { resolve } of ready) resolve();
  }

  #fail(reason: string): void {
    for (const { reject } of this.#waiting) reject(new Error(reason));
    this.#waiting = [];
  }

  acknowledged(): Promise<void> {
    if (this.#stored >= this.#sent) return Promise.resolve();
    if (this.#socket.readyState !== WebSocket.OPEN)
      return this.closed.then((reason) => Promise.reject(new Error(reason)));
    return new Promise((resolve, reject) => this.#waiting.push({ count: this.#sent, resolve, reject }));
  }

  async write(change: (doc: Y.Doc) => void): Promise<void> {
    if (this.#socket.readyState !== WebSocket.OPEN) throw new Error(await this.closed);
    this.doc.transact(() => change(this.doc));
    await this.acknowledged();
  }

  close(): void {
    this.#socket.terminate();
  }
}
