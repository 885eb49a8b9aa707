// What no pasted text may bring into an answer, whatever it comes from.
import { SOFT_BREAK } from '@adagia/shared/text/blocks';

/** Control characters, byte order marks, the marks that only lay out lines, and signs of references, which mean nothing elsewhere. Joiners stay: emoji and scripts need them. */
// oxlint-disable no-control-regex -- they are what is looked for
const JUNK =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u2060\ufeff\ufff9-\ufffb\u{f0000}-\u{10ffff}]/gu;
// oxlint-enable no-control-regex
const BREAKS = /\r\n|[\r\n\v\f\u0085\u2029]/g;

/** @returns text in which each line break of any kind is one '\n', soft breaks are kept, and junk is gone. */
export function cleanLines(text: string): string {
  return text.replace(BREAKS, '\n').replace(JUNK, '').toWellFormed();
}

/** For text inside of one block. */
export function cleanInline(text: string): string {
  return cleanLines(text).replaceAll('\n', SOFT_BREAK);
}
