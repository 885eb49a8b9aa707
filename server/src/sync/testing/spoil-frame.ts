// What no client of ours sends over a socket: messages of the protocol with lengths, numbers, types and texts that are wrong, and
// presence of every form. What a document update may hold is damaged elsewhere (admission.fuzz.test.ts).
import type { Random } from '@adagia/shared/random';
import * as encoding from 'lib0/encoding';

/** At the edges of bytes, of 31, 32, 40 and 53 bits. */
const NUMBERS = [
  0,
  1,
  127,
  128,
  255,
  16_384,
  2 ** 31,
  2 ** 32 - 1,
  2 ** 32,
  2 ** 40,
  2 ** 53 - 2,
  Number.MAX_SAFE_INTEGER,
];

/** More groups of seven bits than any number has, and one that never ends. */
const endless = (length: number): number[] => Array<number>(length).fill(0xff);

function nested(depth: number): string {
  return `{"place":${'['.repeat(depth)}${']'.repeat(depth)}}`;
}

const states: readonly (() => string)[] = [
  () => 'null',
  () => '{}',
  () => ' { } ',
  () => '{"place":{"key":"answer:motivation"}}',
  () => '{"user":{"id":"ben","name":"Ben"}}',
  () => '{"user":null,"us\\u0065r":{"id":"ben"}}',
  () => '{"user":{"id":"ben"}} ',
  () => '{"__proto__":{"user":{"id":"ben"}},"constructor":1,"toJSON":2}',
  () => '{"a":"}","b":"\\"}"}',
  () => '{"a":"\\ud800","\\udfff":1}',
  () => `{"a":"${'x'.repeat(4000)}"}`,
  () => `{"a":"${'x'.repeat(200_000)}"}`,
  () => `{"a":"${'\u00fc'.repeat(3000)}"}`,
  () => nested(1500),
  () => nested(100_000),
  () => '[]',
  () => '1',
  () => '"text"',
  () => '{"a":1e999}',
  () => '{',
  () => '{"a":NaN}',
  () => '',
];

interface Entry {
  clientId: number;
  clock: number;
  json: string;
}

function presence(entries: readonly Entry[], count = entries.length): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, count);
  for (const { clientId, clock, json } of entries) {
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, json);
  }
  return encoding.toUint8Array(encoder);
}

/** @param clientIds of people who are there */
export function randomPresence(random: Random, clientIds: readonly number[]): Uint8Array {
  const isCrowd = random.chance(0.03);
  const entries = Array.from({ length: isCrowd ? 3000 : random.below(4) }, () => ({
    clientId: random.chance(0.7) ? random.pick(clientIds) : random.pick(NUMBERS),
    clock: random.chance(0.5) ? random.below(50) : random.pick(NUMBERS),
    // What is right comes often, or nothing behind it would ever be read.
    json: isCrowd || random.chance(0.5) ? (states[3]?.() ?? '') : random.pick(states)(),
  }));
  return presence(entries, random.chance(0.05) ? random.pick(NUMBERS) : entries.length);
}

export function message(type: number, ...rest: readonly (number | Uint8Array)[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  for (const one of rest) {
    if (typeof one === 'number') encoding.writeVarUint(encoder, one);
    else encoding.writeVarUint8Array(encoder, one);
  }
  return encoding.toUint8Array(encoder);
}

/** A message in another form than it had: cut, with a tail, another type, or numbers that run over. */
export function spoiltFrame(frame: Uint8Array, random: Random): Uint8Array {
  const bytes = [...frame.subarray(0, 2000)];
  const at = random.below(bytes.length + 1);
  switch (random.below(8)) {
    case 0:
      return Uint8Array.from(bytes.slice(0, at));
    case 1:
      return Uint8Array.from([...bytes, random.below(256)]);
    case 2:
      return Uint8Array.from([random.below(256), ...bytes.slice(1)]);
    case 3:
      return Uint8Array.from([...bytes.slice(0, at), ...endless(random.pick([4, 9, 12, 1000])), ...bytes.slice(at)]);
    case 4:
      return message(random.pick(NUMBERS), random.pick(NUMBERS), random.pick(NUMBERS));
    case 5:
      return message(0, random.below(4), random.pick(NUMBERS));
    case 6:
      return message(
        0,
        random.below(3),
        Uint8Array.from({ length: random.below(30) }, () => random.below(256)),
      );
    default:
      bytes[Math.min(at, bytes.length - 1)] = random.below(256);
      return Uint8Array.from(bytes);
  }
}
