// Reads lib0's variable-length numbers and strings without copying and without trusting a length: whatever reaches beyond
// the end is malformed, and nothing is allocated for what was only announced.

import { MalformedError, UnknownContentError } from './update-errors.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export class ByteReader {
  readonly bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.at === this.bytes.length;
  }

  byte(): number {
    const value = this.bytes[this.at];
    if (value === undefined) throw new MalformedError('truncated');
    this.at += 1;
    return value;
  }

  /** A varUint up to 2^53 - 1. */
  uint(): number {
    const { bytes } = this;
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = bytes[this.at];
      if (byte === undefined) throw new MalformedError('truncated');
      this.at += 1;
      value += (byte & 127) * factor;
      if (byte < 128) break;
      factor *= 128;
      if (factor > Number.MAX_SAFE_INTEGER) throw new MalformedError('a number without end');
    }
    if (value > Number.MAX_SAFE_INTEGER) throw new MalformedError('a number too large');
    return value;
  }

  /** Goes past `length` bytes. @returns where they begin. */
  skip(length: number): number {
    const from = this.at;
    if (length > this.bytes.length - from) throw new MalformedError('truncated');
    this.at = from + length;
    return from;
  }

  /** What `GrowingWriter.rising` wrote. */
  rising(): number[] {
    const values: number[] = [];
    let last = 0;
    for (let left = this.uint(); left > 0; left -= 1) {
      last += this.uint();
      values.push(last);
    }
    return values;
  }

  /** A string with its length in bytes before it. */
  string(): string {
    const length = this.uint();
    const from = this.skip(length);
    return decodeUtf8(this.bytes, from, this.at);
  }

  /** A string of which only the size is wanted. @returns its length in UTF-16 code units. */
  stringLength(): number {
    const length = this.uint();
    const from = this.skip(length);
    return utf16Length(this.bytes, from, this.at);
  }
}

export function decodeUtf8(bytes: Uint8Array, from: number, until: number): string {
  try {
    return utf8.decode(bytes.subarray(from, until));
  } catch {
    // The decoder's own words say nothing more.
    throw new MalformedError('not UTF-8');
  }
}

/** Of valid UTF-8 without U+0000. @throws MalformedError, UnknownContentError for any other. */
export function utf16Length(bytes: Uint8Array, from: number, until: number): number {
  let length = 0;
  let isAscii = true;
  for (let at = from; at < until; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) throw new UnknownContentError('a character U+0000');
    if (byte < 128) length += 1;
    else {
      isAscii = false;
      // A continuation byte adds nothing, a four-byte character is two code units.
      if (byte >= 0xc0) length += byte >= 0xf0 ? 2 : 1;
    }
  }
  if (!isAscii) decodeUtf8(bytes, from, until);
  return length;
}
