// What a document held when it was told what somebody did: everything else came later.
import * as Y from 'yjs';

/** Of each client, the clock behind its last character. */
export type Seen = ReadonlyMap<number, number>;

export const isLater = (seen: Seen, client: number, clock: number): boolean => clock >= (seen.get(client) ?? 0);

export const seenIn = (doc: Y.Doc): Seen => Y.decodeStateVector(Y.encodeStateVector(doc));
