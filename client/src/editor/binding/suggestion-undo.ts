// Undo and redo of one person's suggestions in one answer, beside that of what they wrote outright.
import { must } from '@adagia/shared/assert';
import type * as Y from 'yjs';
import { readAttributedText } from './attributed-text.ts';
import type { SuggestionAuthor } from './pending-marks.ts';
import { renameIds, type SuggestionStep, stepBetween, takeBack } from './suggestion-step.ts';

/** Sent as everything is; not for the undo of what is written outright. */
export const SUGGESTION_ORIGIN = Symbol('suggestion');

/** Steps remembered: more than anybody takes back. */
const STEPS_MAX = 200;

export class SuggestionUndo {
  readonly #ytext: Y.Text;
  #done: SuggestionStep[][] = [];
  #undone: SuggestionStep[][] = [];
  /** Milliseconds since 1970 of the last step; 0: the next one is a step of its own. */
  lastChange = 0;

  constructor(ytext: Y.Text) {
    this.#ytext = ytext;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** What `undoLast` takes back: to know it again. */
  get last(): object | undefined {
    return this.#done.at(-1);
  }

  push(step: SuggestionStep, captureMs: number): void {
    this.#undone = [];
    const now = Date.now();
    const last = this.#done.at(-1);
    if (last && now - this.lastChange < captureMs) last.push(step);
    else this.#done.push([step]);
    this.#done = this.#done.slice(-STEPS_MAX);
    this.lastChange = now;
  }

  undo(author: SuggestionAuthor): boolean {
    return this.#take(this.#done, this.#undone, author);
  }

  /** Never the one below. @returns whether anything of it was left */
  undoLast(author: SuggestionAuthor): boolean {
    const steps = this.#done.pop();
    return steps !== undefined && this.#takeBack(steps, this.#undone, author);
  }

  redo(author: SuggestionAuthor): boolean {
    return this.#take(this.#undone, this.#done, author);
  }

  /** The next one, where nothing of a step is left to take back. */
  #take(from: SuggestionStep[][], to: SuggestionStep[][], author: SuggestionAuthor): boolean {
    for (let steps = from.pop(); steps; steps = from.pop()) if (this.#takeBack(steps, to, author)) return true;
    return false;
  }

  #takeBack(steps: SuggestionStep[], to: SuggestionStep[][], author: SuggestionAuthor): boolean {
    const doc = must(this.#ytext.doc, 'the text is in no document');
    this.lastChange = 0;
    const before = readAttributedText(this.#ytext);
    doc.transact(() => {
      while (steps.length > 0) this.#takeOne(steps, doc, author);
    }, SUGGESTION_ORIGIN);
    const back = stepBetween(this.#ytext, before, readAttributedText(this.#ytext), author.userId);
    if (back) to.push([back]);
    return back !== null;
  }

  #takeOne(taken: SuggestionStep[], doc: Y.Doc, author: SuggestionAuthor): void {
    const step = taken.pop();
    if (!step) return;
    const aliases = takeBack(this.#ytext, doc, step, author);
    if (aliases.size === 0) return;
    for (const other of [...this.#done, ...this.#undone, taken].flat()) renameIds(other, aliases);
  }
}
