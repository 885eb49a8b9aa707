// The frames that are written past the library are those that the library would write.
import { expect, test } from 'vitest';
import * as ws from 'ws';
import { Packet } from './packet.ts';

const options = { fin: true, mask: false, opcode: 2, readOnly: true, rsv1: false };

function asLibrary(message: Uint8Array): Buffer {
  // Exported, though not in the types.
  const { Sender } = ws as unknown as { Sender: { frame(data: Buffer, how: typeof options): Buffer[] } };
  return Buffer.concat(Sender.frame(Buffer.from(message), options));
}

for (const size of [0, 1, 125, 126, 127, 65_535, 65_536, 200_000]) {
  test(`a message of ${size} bytes is framed as the library frames it`, () => {
    const message = new Uint8Array(size).fill(7);
    expect(new Packet([message]).framed.equals(asLibrary(message))).toBe(true);
  });
}

test('messages of one packet follow each other', () => {
  const messages = [new Uint8Array([1]), new Uint8Array(300), new Uint8Array([2, 3])];
  expect(new Packet(messages).framed).toEqual(Buffer.concat(messages.map(asLibrary)));
});
