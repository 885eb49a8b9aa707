// Variable-length numbers and strings as lib0 writes them, over plain buffers: load generators must cost next to nothing,
// so they neither allocate per number nor decode text that they only have to step over.

export class Writer {
  #buffer = Buffer.allocUnsafe(512);
  #at = 0;

  #grow(size: number): void {
    if (this.#at + size <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe((this.#at + size) * 2);
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }

  byte(value: number): this {
    this.#grow(1);
    this.#buffer[this.#at++] = value;
    return this;
  }

  uint(value: number): this {
    this.#grow(10);
    let rest = value;
    while (rest > 127) {
      this.#buffer[this.#at++] = 128 | (rest % 128);
      rest = Math.floor(rest / 128);
    }
    this.#buffer[this.#at++] = rest;
    return this;
  }

  raw(bytes: Uint8Array): this {
    this.#grow(bytes.length);
    this.#buffer.set(bytes, this.#at);
    this.#at += bytes.length;
    return this;
  }

  bytes(bytes: Uint8Array): this {
    return this.uint(bytes.length).raw(bytes);
  }

  text(text: string): this {
    return this.bytes(Buffer.from(text));
  }

  take(): Buffer {
    const taken = Buffer.from(this.#buffer.subarray(0, this.#at));
    this.#at = 0;
    return taken;
  }
}

export class Reader {
  readonly #buffer: Buffer;
  readonly #end: number;
  at: number;

  constructor(buffer: Buffer, at = 0, end = buffer.length) {
    this.#buffer = buffer;
    this.at = at;
    this.#end = end;
  }

  get hasMore(): boolean {
    return this.at < this.#end;
  }

  byte(): number {
    if (this.at >= this.#end) throw new RangeError('read behind the end');
    return this.#buffer[this.at++] ?? 0;
  }

  uint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  skip(size: number): void {
    this.at += size;
    if (this.at > this.#end) throw new RangeError('read behind the end');
  }

  skipBytes(): number {
    const size = this.uint();
    this.skip(size);
    return size;
  }

  /** The bytes themselves, not a copy. */
  bytes(): Buffer {
    const size = this.uint();
    this.skip(size);
    return this.#buffer.subarray(this.at - size, this.at);
  }

  text(): string {
    return this.bytes().toString();
  }
}
