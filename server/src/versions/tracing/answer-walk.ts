// One walk through an answer as it is now: what of the traced person's doing still stands in it.
import { must } from '@adagia/shared/assert';
import { isSuggestionKey, pendingIn, suggestionKey } from '@adagia/shared/text/suggestions';
import type { AnswerTrace, IdRange, Reformatted, Returned } from '@adagia/shared/versions/person-trace';
import { type Standing, standingWords } from '@adagia/shared/versions/standing-words';
import * as Y from 'yjs';
import type { CharacterRecords } from './character-records.ts';
import type { PersonTracer } from './person-tracer.ts';
import { recreatedIn } from './recreated.ts';
import type { Attributes } from './step-walk.ts';

interface Gone extends Returned {
  /** Of each character, which update deleted it. */
  steps: number[];
  /** Characters of now before it, and those of them that are not this person's. */
  at: number;
  kept: number;
}

/** One behind the other, and alike. */
function push<T extends IdRange>(ranges: T[], range: T, isAlike: (last: T) => boolean = () => true): T {
  const last = ranges.at(-1);
  const follows = last?.client === range.client && last.clock + last.length === range.clock;
  if (!last || !follows || !isAlike(last)) {
    ranges.push(range);
    return range;
  }
  last.length += range.length;
  return last;
}

const sameAttributes = (a: Attributes, b: Attributes): boolean => {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
};

export class AnswerWalk {
  readonly trace: AnswerTrace;
  readonly #tracer: PersonTracer;
  readonly #format: Attributes = {};
  readonly #gone: Gone[] = [];
  /** Of each character of now, which update brought it. */
  readonly #steps: (number | null)[] = [];
  #text = '';
  #kept = 0;
  readonly #own: (IdRange & { at: number })[] = [];
  /** Characters of this person that stand in what others have brought back. */
  readonly #spared = new Set<number>();
  /** Of others, since the last character of this person. */
  #between = 0;
  #recreated: CharacterRecords<true> | null = null;
  /** Of each sign of this person that is gone, since when at the earliest. */
  readonly #goneSince = new Map<string, number>();
  readonly #pendingOfOthers: (IdRange & { sign: string; step: number })[] = [];

  constructor(root: string, tracer: PersonTracer) {
    this.#tracer = tracer;
    this.trace = {
      root,
      inserted: [],
      returned: [],
      reformatted: [],
      own: [],
      unclear: [],
      amid: 0,
      deletedByOthers: 0,
      broughtBack: 0,
    };
  }

  walk(text: Pick<Y.AbstractType<unknown>, '_start'>): this {
    this.#recreated = recreatedIn(text, this.#tracer);
    for (let item = text._start; item !== null; item = item.right) {
      const { content } = item;
      if (content instanceof Y.ContentFormat && !item.deleted) this.#format[content.key] = content.value;
      else if (content instanceof Y.ContentString) {
        for (let at = 0; at < item.length; at += 1) this.#visit(item, at, content.str.charAt(at));
      }
    }
    this.#returnGone();
    for (const { sign, step, ...id } of this.#pendingOfOthers) {
      if ((this.#goneSince.get(sign) ?? step) < step) push(this.trace.unclear, id);
    }
    return this;
  }

  get isEmpty(): boolean {
    const { amid: _, root: __, deletedByOthers, broughtBack, ...lists } = this.trace;
    return Object.values(lists).every(({ length }) => length === 0) && deletedByOthers + broughtBack === 0;
  }

  #visit(item: Y.Item, offset: number, sign: string): void {
    const { client } = item.id;
    const clock = item.id.clock + offset;
    const step = this.#tracer.arrivals.stepOf(client, clock);
    const isRecreated = this.#recreated?.get(client, clock) === true;
    const isOwn = isRecreated || (step !== null && this.#tracer.ownSteps.has(step));
    if (!item.deleted) this.#visitThere({ client, clock, length: 1 }, step, isOwn, sign);
    else if (!isOwn) this.#visitGone({ client, clock, length: 1 }, sign);
    else this.#noteGone(sign, this.#tracer.deletedIn.get(client, clock) ?? 0);
  }

  #visitThere(id: IdRange, step: number | null, isOwn: boolean, sign: string): void {
    this.#text += sign;
    this.#steps.push(step);
    if (isOwn) {
      this.#own.push({ ...id, at: this.#steps.length - 1 });
      this.trace.amid += Math.max(this.#between, 0);
      this.#between = 0;
      return;
    }
    this.#kept += 1;
    // What was there before ends the passage that this person wrote.
    this.#between = step === null ? Number.NEGATIVE_INFINITY : this.#between + 1;
    if (step !== null && this.#isPendingOfThem()) this.#pendingOfOthers.push({ ...id, sign, step });
    this.#visitLooks(id);
  }

  #noteGone(sign: string, step: number): void {
    this.#goneSince.set(sign, Math.min(this.#goneSince.get(sign) ?? step, step));
  }

  /** Inserted by a suggestion of this person, as the marks say that hold here. */
  #isPendingOfThem(): boolean {
    if (!Object.keys(this.#format).some((name) => isSuggestionKey(name) && this.#format[name] !== null)) return false;
    const { insert } = pendingIn(this.#format);
    return insert !== null && this.#tracer.isOwnSuggestion(suggestionKey(insert));
  }

  #visitLooks(id: IdRange): void {
    for (const [name, { before, after }] of this.#tracer.looks.get(id.client, id.clock) ?? []) {
      if (before === after || (this.#format[name] ?? null) !== after) continue;
      const change: Reformatted = { ...id, name, before, after };
      // Several names of one character come in turn: the one before of the same name is looked for.
      const last = this.trace.reformatted.findLast((one) => one.name === name);
      const follows = last?.client === id.client && last.clock + last.length === id.clock;
      if (last && follows && last.before === before && last.after === after) last.length += 1;
      else this.trace.reformatted.push(change);
    }
  }

  #visitGone(id: IdRange, sign: string): void {
    const deletion = this.#tracer.deletions.get(id.client, id.clock);
    if (!deletion) return;
    if (deletion.isByOthersToo) {
      this.trace.deletedByOthers += 1;
      return;
    }
    const gone: Gone = {
      ...id,
      text: '',
      attributes: this.#asItWas(id, deletion.attributes),
      by: this.#tracer.ownerOf(id.client),
      steps: [],
      at: this.#text.length,
      kept: this.#kept,
    };
    const isAlike = (last: Gone) => last.at === gone.at && sameAttributes(last.attributes, gone.attributes);
    const piece = push(this.#gone, gone, isAlike);
    piece.text += sign;
    piece.steps.push(deletion.step);
  }

  /** Not as this person left it before they deleted it. */
  #asItWas({ client, clock }: IdRange, attributes: Attributes): Attributes {
    const was: Attributes = { ...attributes };
    for (const [name, { before, after }] of this.#tracer.looks.get(client, clock) ?? []) {
      if ((was[name] ?? null) === after) was[name] = before;
    }
    const names = Object.keys(was).filter((name) => was[name] !== null && !this.#tracer.isOwnSuggestion(name));
    return Object.fromEntries(names.map((name) => [name, was[name]]));
  }

  /** Without what others have brought back: the same words stand there, and came later. */
  #returnGone(): void {
    for (const pieces of Map.groupBy(this.#gone, (piece) => piece.kept).values()) {
      const back = this.#whereBack(pieces);
      let start = 0;
      for (const piece of pieces) {
        this.#return(piece, start, back);
        start += piece.length;
      }
      for (const { at, length } of back) {
        this.trace.broughtBack += length;
        for (let one = at; one < at + length; one += 1) this.#spared.add(one);
      }
    }
    for (const { at, ...id } of this.#own) if (!this.#spared.has(at)) push(this.trace.inserted, id);
  }

  /** @param start of the piece among the words that went together */
  #return({ client, clock, length, text, attributes, by }: Gone, start: number, back: readonly Standing[]): void {
    let from = 0;
    const until = (end: number) => {
      if (end > from) {
        const part = { client, clock: clock + from, length: end - from, text: text.slice(from, end), attributes, by };
        this.trace.returned.push(part);
      }
    };
    for (const run of back) {
      if (run.from + run.length <= start + from || run.from >= start + length) continue;
      until(run.from - start);
      from = run.from + run.length - start;
    }
    until(length);
  }

  /** @returns where words stand that came in their place, at least in part by others */
  #whereBack(pieces: readonly Gone[]): Standing[] {
    const words = pieces.map(({ text }) => text).join('');
    const [first, last] = [must(pieces[0]), must(pieces.at(-1))];
    const deleted = pieces.flatMap((piece) => piece.steps);
    const begin = Math.max(first.at - words.length, 0);
    const text = this.#text.slice(begin, last.at + words.length);
    const isLater = (from: number, at: number) => (this.#steps[begin + at] ?? -1) > must(deleted[from]);
    return standingWords(words, text, isLater)
      .map((run) => ({ ...run, at: run.at + begin }))
      .filter(({ at, length }) =>
        this.#steps.slice(at, at + length).some((one) => !this.#tracer.ownSteps.has(one ?? 0)),
      );
  }
}
