// What a file is, told by its first bytes; its name only has to agree. No archives and nothing made of one (docx, odt): nothing is
// ever unpacked here, and so nothing can blow up.
import { type DocumentType, documentTypes } from '@adagia/shared/api/intake';

/** Bytes from the beginning that are looked at. */
export const HEAD_SIZE = 64;

const starts = (head: Buffer, ...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);

/** Object identifier of signed data (PKCS#7), inside the outermost sequence. */
const SIGNED_DATA = Buffer.from([0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02]);

const tests: Record<DocumentType, (head: Buffer) => boolean> = {
  pdf: (head) => head.subarray(0, 5).toString('latin1') === '%PDF-',
  png: (head) => starts(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  jpeg: (head) => starts(head, 0xff, 0xd8, 0xff),
  p7m: (head) => starts(head, 0x30) && head.subarray(0, 24).includes(SIGNED_DATA),
};

const extensionOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** @returns null for what is not let in, and where content and name disagree. */
export function documentTypeOf(head: Buffer, name: string): DocumentType | null {
  const types = Object.keys(documentTypes) as DocumentType[];
  const type = types.find((one) => tests[one](head));
  const extensions: readonly string[] = type ? documentTypes[type].extensions : [];
  return type && extensions.includes(extensionOf(name)) ? type : null;
}
