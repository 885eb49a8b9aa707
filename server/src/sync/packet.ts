// Messages that leave together: to many peers at once, so that they are put into websocket frames once, not per socket.
// Server frames are not masked, so that the same bytes serve everybody (RFC 6455, 5.2).

/** First byte of a binary message in one piece. */
const BINARY = 0x82;

function headerSize(length: number): number {
  if (length < 126) return 2;
  return length < 65_536 ? 4 : 10;
}

function writeHeader(target: Buffer, at: number, length: number): number {
  target[at] = BINARY;
  if (length < 126) {
    target[at + 1] = length;
    return at + 2;
  }
  if (length < 65_536) {
    target[at + 1] = 126;
    return target.writeUInt16BE(length, at + 2);
  }
  target[at + 1] = 127;
  target.writeUInt32BE(Math.floor(length / 2 ** 32), at + 2);
  return target.writeUInt32BE(length % 2 ** 32, at + 6);
}

export class Packet {
  readonly messages: readonly Uint8Array[];
  #framed: Buffer | null = null;
  #sizeBytes: number | null = null;

  constructor(messages: readonly Uint8Array[]) {
    this.messages = messages;
  }

  /** Without what a websocket puts before each message. */
  get sizeBytes(): number {
    return (this.#sizeBytes ??= this.messages.reduce((sum, { length }) => sum + length, 0));
  }

  /** As they go into a websocket, one frame a message. */
  get framed(): Buffer {
    return (this.#framed ??= this.#frame());
  }

  #frame(): Buffer {
    let size = 0;
    for (const { length } of this.messages) size += headerSize(length) + length;
    const target = Buffer.allocUnsafe(size);
    let at = 0;
    for (const message of this.messages) {
      at = writeHeader(target, at, message.length);
      target.set(message, at);
      at += message.length;
    }
    return target;
  }
}
