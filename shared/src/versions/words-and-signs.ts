// A text cut into what people change: words, and between them sign by sign.
const TOKEN = /[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]/gu;

/** @returns pieces that are the text again when they are put together; none cuts a character of two units */
export const wordsAndSigns = (text: string): string[] => text.match(TOKEN) ?? [];
