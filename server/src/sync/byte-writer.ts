// Builds a message whose size is known before: one allocation, no growing buffers. The numbers and strings are lib0's.

/** Bytes that a varUint takes. */
export function uintSize(value: number): number {
  let size = 1;
  for (let left = value; left > 127; left = Math.floor(left / 128)) size += 1;
  return size;
}

/** Bytes that a string takes, with its length before it. */
export function stringSize(value: string): number {
  const size = Buffer.byteLength(value);
  return uintSize(size) + size;
}

export class ByteWriter {
  readonly bytes: Buffer;
  #at = 0;

  /** @param size exactly what will be written */
  constructor(size: number) {
    this.bytes = Buffer.allocUnsafe(size);
  }

  uint(value: number): this {
    let left = value;
    while (left > 127) {
      this.bytes[this.#at] = (left % 128) | 128;
      this.#at += 1;
      left = Math.floor(left / 128);
    }
    this.bytes[this.#at] = left;
    this.#at += 1;
    return this;
  }

  /** Bytes with their length before them. */
  sized(value: Uint8Array): this {
    this.uint(value.length);
    this.bytes.set(value, this.#at);
    this.#at += value.length;
    return this;
  }

  /** Bytes as they are. */
  raw(value: Uint8Array): this {
    this.bytes.set(value, this.#at);
    this.#at += value.length;
    return this;
  }

  string(value: string): this {
    this.uint(Buffer.byteLength(value));
    this.#at += this.bytes.write(value, this.#at);
    return this;
  }
}
