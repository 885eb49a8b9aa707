// Comments go with their words when these are cut and pasted, dragged, or moved with their block. A text knows no move, so
// what this person took away is remembered: words that come back while their comment is nowhere else bring it along. A copy
// brings nothing along, because the comment is still where it was.
import type * as Y from 'yjs';
import { type AttributedText, type IdRun, readAttributedText } from './attributed-text.ts';
import type { Change } from './diff-view.ts';
import { isComment } from './write-changes.ts';

/** Characters. A single one that was typed anew is not the one that was cut. */
const WORDS_MIN = 2;
/** Comments remembered: more than anybody cuts before pasting. */
const REMEMBERED_MAX = 50;

/** Every comment of a text with its words; stretches of one comment that lie apart are joined. */
function commentedWords(text: AttributedText): Map<string, string> {
  const words = new Map<string, string>();
  let at = 0;
  for (const { end, attributes } of text.runs) {
    for (const name of Object.keys(attributes)) {
      if (isComment(name) && attributes[name]) words.set(name, (words.get(name) ?? '') + text.text.slice(at, end));
    }
    at = end;
  }
  return words;
}

export class CutComments {
  /** By the attribute's name, the words that were removed with it, oldest first. */
  readonly #cut = new Map<string, string>();

  /**
   * Call in the transaction that wrote the changes, after them: what comes back is one step of undo with its words.
   * @param ids of the insertions among `changes`, in order
   */
  follow(ytext: Y.Text, before: AttributedText, changes: readonly Change[], ids: readonly IdRun[]): void {
    const old = commentedWords(before);
    if (old.size === 0 && this.#cut.size === 0) return;
    const after = readAttributedText(ytext);
    this.#remember(old, commentedWords(after));
    for (const { at, text } of insertedTexts(changes, ids, after)) {
      for (const [name, words] of this.#cut) {
        const within = words.length < WORDS_MIN ? -1 : text.indexOf(words);
        if (within < 0) continue;
        ytext.format(at + within, words.length, { [name]: true });
        this.#cut.delete(name);
      }
    }
  }

  #remember(old: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): void {
    for (const name of now.keys()) this.#cut.delete(name);
    for (const [name, words] of old) {
      if (!now.has(name)) this.#cut.set(name, words);
    }
    for (const name of [...this.#cut.keys()].slice(0, -REMEMBERED_MAX)) this.#cut.delete(name);
  }
}

/** What was inserted at one place, as it stands in the text now. */
function insertedTexts(
  changes: readonly Change[],
  ids: readonly IdRun[],
  after: AttributedText,
): { at: number; text: string }[] {
  const places = new Map<number, { at: number; text: string }>();
  let index = 0;
  for (const change of changes) {
    if (change.type !== 'insert') continue;
    const id = ids[index];
    index += 1;
    const place = places.get(change.at);
    if (place) place.text += change.text;
    else if (id) places.set(change.at, { at: offsetOf(after.ids, id), text: change.text });
  }
  return [...places.values()];
}

function offsetOf(ids: readonly IdRun[], id: IdRun): number {
  let at = 0;
  for (const run of ids) {
    const within = id.clock - run.clock;
    if (run.client === id.client && within >= 0 && within < run.length) return at + within;
    at += run.length;
  }
  return at;
}
