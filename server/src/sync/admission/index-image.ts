// A document's index as bytes, stored beside the snapshot that it was learned from, so that a document of megabytes is opened
// without reading all of its structs again. Only ever a copy of what the snapshot says: one that cannot be used (of another
// version, of other bytes) is not an error, the index is learned from the snapshot then.
import { GrowingWriter } from '../growing-writer.ts';
import { ByteReader } from './byte-reader.ts';
import { DocumentIndex } from './document-index.ts';
import { learnSnapshot } from './learn-update.ts';
import { MalformedError } from './update-errors.ts';

/** Counted up whenever the layout changes, or what an index keeps. */
const VERSION = 2;

/** @param snapshot one update with a whole document in it @throws when it has gaps */
export function indexImageOf(snapshot: Uint8Array): Uint8Array {
  return writeIndexImage(learnSnapshot(snapshot), snapshot);
}

/** @param index what was learned from `snapshot` and nothing else */
export function writeIndexImage(index: DocumentIndex, snapshot: Uint8Array): Uint8Array {
  const writer = new GrowingWriter();
  writer.uint(VERSION);
  writer.uint(snapshot.length);
  index.write(writer);
  return writer.bytes;
}

/** @returns null when it is not of this version, or not of this snapshot. Whether it is intact is for its checksum to say. */
export function readIndexImage(image: Uint8Array, snapshot: Uint8Array): DocumentIndex | null {
  const reader = new ByteReader(image);
  try {
    if (reader.uint() !== VERSION || reader.uint() !== snapshot.length) return null;
    const index = DocumentIndex.read(reader);
    return reader.isAtEnd ? index : null;
  } catch (error) {
    // Cut short: as good as none.
    if (error instanceof MalformedError) return null;
    throw error;
  }
}
