// What no client of ours sends, made of what one does: a value with something wrong put into it, and bytes that are no JSON any
// more. Which of them a server may refuse is not known here.
import { gzipSync } from 'node:zlib';
import type { Random } from '@adagia/shared/random';

/** Levels that JSON.parse takes and that a recursive reader of ours might not. */
const DEEP = 5000;
const LONG = 100_000;

/** As JSON text: some of them cannot be made of values. */
const hostile: readonly (() => string)[] = [
  () => 'null',
  () => 'true',
  () => '-1',
  () => '0.5',
  () => '1e308',
  () => '9007199254740993',
  () => '-0',
  () => '""',
  () => '" \\t\\n "',
  () => '"a\\u0000b"',
  () => '"\\ud800"',
  () => '"\\udc00\\ud800"',
  () => '"\\ufeff\\u202e\\u2028"',
  () => '"\\u0007\\u001b[31m"',
  () => '"__proto__"',
  () => '"../../etc/passwd"',
  () => "\"1' OR '1'='1\"",
  () => '"<script>alert(1)</script>"',
  () => '"%00%ff"',
  () => `"${'x'.repeat(LONG)}"`,
  () => `"${'\\ud83d\\ude00'.repeat(5000)}"`,
  () => '{}',
  () => '[]',
  () => `[${'0,'.repeat(LONG)}0]`,
  () => `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`,
  () => `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`,
  () => '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}},"toString":1,"then":2}',
  () => '{"length":4294967295}',
];

const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'then',
  'id',
  'role',
  'proposalId',
  'isAdmin',
  '',
  '0',
  'a\u0000b',
];

/** A place in a JSON text that is put in when it is written. */
class Raw {
  readonly json: string;
  constructor(json: string) {
    this.json = json;
  }
}

function write(value: unknown): string {
  if (value instanceof Raw) return value.json;
  if (Array.isArray(value)) return `[${value.map(write).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).map(([key, field]) => `${JSON.stringify(key)}:${write(field)}`);
  return `{${fields.join()}}`;
}

/** One place in it, however deep, replaced, removed or joined by another. @returns JSON text */
export function spoiltJson(value: unknown, random: Random): string {
  return write(spoilt(value, random));
}

function spoilt(value: unknown, random: Random): unknown {
  const isInside = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!isInside || random.chance(0.1)) return new Raw(random.pick(hostile)());
  const entries = Object.entries(value);
  const at = random.below(entries.length);
  const [key, field] = entries[at] ?? ['', null];
  const kind = random.below(10);
  if (kind === 0) entries.splice(at, 1);
  else if (kind === 1) entries.push([random.pick(KEYS), new Raw(random.pick(hostile)())]);
  else if (kind === 2) entries.push([key, new Raw(random.pick(hostile)())]);
  else entries[at] = [key, spoilt(field, random)];
  if (Array.isArray(value)) return entries.map(([, one]) => one);
  // Not an object: it could not have one name twice, nor one that is __proto__.
  return new Raw(`{${entries.map(([name, one]) => `${JSON.stringify(name)}:${write(one)}`).join()}}`);
}

export interface SpoiltBody {
  bytes: Uint8Array;
  headers: Record<string, string>;
}

/** No JSON, cut off, of another type, or packed. */
export function spoiltBytes(json: string, random: Random): SpoiltBody {
  const bytes = Buffer.from(json);
  const headers = { 'content-type': 'application/json' };
  const at = random.below(bytes.length + 1);
  const byte = Buffer.from([random.below(256)]);
  switch (random.below(9)) {
    case 0:
      return { bytes: bytes.subarray(0, at), headers };
    case 1:
      return { bytes: Buffer.concat([bytes.subarray(0, at), byte, bytes.subarray(at)]), headers };
    case 2:
      return { bytes: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]), headers };
    case 3:
      return { bytes: Buffer.from(json, 'utf16le'), headers };
    case 4:
      return { bytes: gzipSync(bytes), headers: { ...headers, 'content-encoding': 'gzip' } };
    case 5:
      return { bytes: gzipSync(Buffer.alloc(2 ** 20)), headers: { ...headers, 'content-encoding': 'gzip' } };
    case 6:
      return { bytes: Buffer.concat([bytes, bytes]), headers };
    case 7:
      return { bytes: Buffer.from(json.replace(/"[^"]*"/, 'NaN')), headers };
    default:
      return {
        bytes,
        headers: { 'content-type': random.pick(['text/plain', 'multipart/form-data', 'application/xml']) },
      };
  }
}
