// How a Word file says which answer is which: by bookmarks on the headings, which Word, LibreOffice and Google Docs keep however the
// text around them is edited. A heading of ours that begins no answer has a mark, too: there the answer before it ends.
import type { AnswerKey } from '@adagia/shared/answer-key';
import { hashText } from '@adagia/shared/text/hash-text';

/** Word takes 40 letters, digits and low lines. */
export const answerMark = (key: AnswerKey): string => `adagia_${hashText(key)}`;
export const partMark = (number: number): string => `adagia_part_${number}`;
export const isMark = (name: string): boolean => name.startsWith('adagia_');

/** Answers' own headings begin below those of the document. */
export const HEADINGS_ABOVE = 3;
