// Takes a zip apart that somebody brings, by its table of contents, as the programs do with which people open one. Nothing that it
// announces is believed: fflate gives a file the room that it announces, but works on for as long as it goes on, which may be minutes;
// here it ends where the room ends. Knows nothing of what should be in it.
import { inflateRawSync } from 'node:zlib';
import { AppError } from '../http/app-error.ts';

/** Files; a package has seven. */
const FILES_MAX = 40;
/** Bytes of all files together: as much as a package may have that was not compressed (PACKAGE_SIZE_MAX). */
const UNPACKED_MAX = 12 * 1024 * 1024;
/** Bytes. */
const NAME_MAX = 100;

/** Signatures and sizes of the format (APPNOTE 4.3): a local header, an entry of the table, its end. */
const LOCAL = { signature: 0x04_03_4b_50, size: 30 };
const ENTRY = { signature: 0x02_01_4b_50, size: 46 };
const END = { signature: 0x06_05_4b_50, size: 22 };
const [STORED, DEFLATED] = [0, 8];
/** Of the flags: encrypted, in one way or another. */
const ENCRYPTED = 0x20_41;

class UnreadableError extends Error {}

function assertThat(isSo: boolean): void {
  if (!isSo) throw new UnreadableError('not a package');
}

/** Behind it there is a comment at most, which a package has not. */
function findEnd(zip: Buffer): { count: number; at: number } {
  const end = zip.length - END.size;
  assertThat(end >= 0 && zip.readUInt32LE(end) === END.signature);
  const count = zip.readUInt16LE(end + 10);
  assertThat(count > 0 && count <= FILES_MAX);
  return { count, at: zip.readUInt32LE(end + 16) };
}

interface Entry {
  name: string;
  method: number;
  packed: number;
  size: number;
  from: number;
  next: number;
}

function readEntry(zip: Buffer, at: number): Entry {
  assertThat(zip.readUInt32LE(at) === ENTRY.signature && (zip.readUInt16LE(at + 8) & ENCRYPTED) === 0);
  const [nameSize, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
    number,
    number,
    number,
  ];
  assertThat(nameSize <= NAME_MAX);
  const name = zip.toString('utf8', at + ENTRY.size, at + ENTRY.size + nameSize);
  const local = zip.readUInt32LE(at + 42);
  assertThat(zip.readUInt32LE(local) === LOCAL.signature);
  return {
    name,
    method: zip.readUInt16LE(at + 10),
    packed: zip.readUInt32LE(at + 20),
    size: zip.readUInt32LE(at + 24),
    from: local + LOCAL.size + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28),
    next: at + ENTRY.size + nameSize + extra + comment,
  };
}

/** @param room bytes that it may have */
function unpack(zip: Buffer, { method, packed, size, from }: Entry, room: number): Uint8Array {
  assertThat(size <= room && from + packed <= zip.length && (method === STORED || method === DEFLATED));
  const bytes = zip.subarray(from, from + packed);
  const found = method === STORED ? bytes : inflateRawSync(bytes, { maxOutputLength: Math.max(size, 1) });
  assertThat(found.length === size);
  return found;
}

/** @throws what it met first, of whatever kind */
function readEntries(zip: Buffer): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const { count, at } = findEnd(zip);
  let room = UNPACKED_MAX;
  let next = at;
  for (let index = 0; index < count; index += 1) {
    const entry = readEntry(zip, next);
    next = entry.next;
    // Which of two would be meant, programs do not agree on.
    assertThat(!files.has(entry.name));
    const bytes = unpack(zip, entry, room);
    room -= bytes.length;
    files.set(entry.name, bytes);
  }
  // What is neither a file nor the table is somebody's trick.
  assertThat(next === zip.length - END.size);
  return files;
}

/** @returns the files by name @throws AppError package-unreadable */
export function readPackage(zip: Uint8Array): Map<string, Uint8Array> {
  try {
    return readEntries(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength));
  } catch {
    // Not a zip, cut off, encrypted, too much: the person learns that it cannot be read.
    throw new AppError('package-unreadable');
  }
}
