// A reading (document-reader.ts): one answer, cut where other words come from another page that somebody had open: whose that was, and
// when it was opened, is in SQL.
import type { TextPart } from '@adagia/shared/versions/version-part';
import type { Read } from '../sync/document-reader.ts';
import { readText } from './read-version-parts.ts';

/** Authors are client ids. */
export const read: Read<string, TextPart> = (doc, root) => readText(doc.getText(root), { get: String });
