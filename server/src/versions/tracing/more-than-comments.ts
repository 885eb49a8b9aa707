// Whether an update is more than the marks of comments, which the server writes for whoever comments.
import * as Y from 'yjs';

const isOfComment = (struct: Y.Item | Y.GC | Y.Skip): boolean =>
  struct instanceof Y.Item && struct.content instanceof Y.ContentFormat && struct.content.key.startsWith('comment:');

/** Deletions alone count: of which marks they are, the update does not say. */
export function isMoreThanComments(bytes: Uint8Array): boolean {
  const { structs } = Y.decodeUpdate(bytes);
  return structs.length === 0 || !structs.every(isOfComment);
}
