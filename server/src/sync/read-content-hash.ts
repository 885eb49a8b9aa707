// A reading (document-reader.ts): the fingerprint of what a document says.
import { contentHash } from '@adagia/shared/content-hash';
import type { Read } from './document-reader.ts';

export const read: Read<null, string> = (doc) => contentHash(doc);
