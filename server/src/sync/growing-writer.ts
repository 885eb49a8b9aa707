// Builds bytes of which nobody knows the size before: numbers and strings as lib0 writes them. For messages of known size there
// is byte-writer.ts.
import * as encoding from 'lib0/encoding';

export class GrowingWriter {
  readonly #encoder = encoding.createEncoder();

  get bytes(): Uint8Array {
    return encoding.toUint8Array(this.#encoder);
  }

  uint(value: number): void {
    encoding.writeVarUint(this.#encoder, value);
  }

  string(value: string): void {
    encoding.writeVarString(this.#encoder, value);
  }

  /** Numbers that never fall, as the steps between them, with how many there are before them. */
  rising(values: readonly number[]): void {
    this.uint(values.length);
    let last = 0;
    for (const value of values) {
      this.uint(value - last);
      last = value;
    }
  }
}
