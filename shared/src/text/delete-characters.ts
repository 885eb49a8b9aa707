// Deletes characters of a Y.Text without harm to the marks beside them. `ytext.delete` of yjs 13.6 looks at the place from a remembered
// one without its attributes, and so takes a mark for superfluous that ends a bold passage, a comment or a suggestion: that then goes on
// to the next mark, or to the end of the text. Found by suggestions.property.test.ts.

export interface DeletableText {
  applyDelta(delta: ({ retain: number } | { delete: number })[]): void;
}

export function deleteCharacters(ytext: DeletableText, at: number, length: number): void {
  if (length > 0) ytext.applyDelta([...(at > 0 ? [{ retain: at }] : []), { delete: length }]);
}
