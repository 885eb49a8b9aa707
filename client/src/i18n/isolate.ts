// Names and titles within a sentence. One that is written from right to left turns the words and numbers around it too, unless it
// is isolated; in markup <bdi> does that, in the sentences of the catalogue these two marks do.

/** Letters of such scripts, and the marks that turn a line by themselves: where the name ends, so does what they began. */
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Bidi_Control}]/u;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** The text of others as it stands within one of ours. */
export function isolate(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text;
}
