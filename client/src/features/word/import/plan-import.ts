// What has to change so that an answer becomes what a Word file says of it, word by word: outright, and as suggestions under the names
// in the file. What is pending here and not in the file stays: it may be younger than the file. Pure; written by write-import.ts.
import { isSuggestionKey, parseSuggestionId, parseSuggestionValue, pendingIn } from '@adagia/shared/text/suggestions';
import { type AttributedText, type Attributes, type Piece, piecesOf } from '../../../editor/binding/attributed-text.ts';
import type { Change } from '../../../editor/binding/diff-view.ts';
import { isKeyBy, withPendingFormats } from '../../../editor/binding/pending-marks.ts';
import type { Revision } from '../tracked.ts';
import { type Stretch, stretchesOf } from './align-words.ts';
import { differenceOf, piecesIn, type WordPiece, type WordText } from './word-text.ts';

type Insertion = Extract<Change, { type: 'insert' }>;
export type Outright = Exclude<Change, Insertion> | (Insertion & { to: number });

/** What one person proposed in one place at one moment. Offsets are of the file's text. */
export interface Proposal {
  revision: Revision;
  insertions: Insertion[];
  marks: Exclude<Change, Insertion>[];
  /** Kind and indent of the last block. */
  last: Attributes | null;
  end: number;
}

export interface ImportPlan {
  seen: AttributedText;
  word: WordText;
  /** Of each character of the file its offset in `seen`, -1 where it is not there. */
  where: Int32Array;
  /** What the file does not track, in groups that lie apart. Offsets are of `seen`, `to` is that in the file's text. */
  outright: Outright[][];
  last: Attributes | null;
  /** Pending here, and accepted in the file. */
  accepted: { at: number; length: number; attributes: Attributes }[];
  proposals: Proposal[];
}

export interface PlanInput {
  seen: AttributedText;
  word: WordText;
  /** Only suggestions: nothing is changed outright. */
  suggests: boolean;
  /** Behind what is there. */
  appends: boolean;
  /** Who brings the file. */
  userId: string;
  /** Of who suggested something here. */
  nameOf(author: string): string;
}

const INLINE = ['bold', 'italic', 'underline', 'link'] as const;
const OF_BLOCK = ['block', 'indent'] as const;

function lookOf(attributes: Attributes, names: readonly string[]): Attributes {
  const isLink = typeof attributes.link === 'string';
  // A link is underlined by being one; null is a look that somebody suggests to take away.
  const own = names.filter((name) => (attributes[name] ?? null) !== null && !(isLink && name === 'underline'));
  return Object.fromEntries(own.map((name) => [name, attributes[name]]));
}

const isInsertion = (value: unknown): boolean => parseSuggestionValue(value)?.type === 'insert';

const namesFor = (text: string) => (text === '\n' ? OF_BLOCK : INLINE);

class Planner {
  readonly #input: PlanInput;
  readonly outright: Outright[][] = [];
  readonly accepted: ImportPlan['accepted'] = [];
  readonly proposals: Proposal[] = [];
  readonly where: Int32Array;

  constructor(input: PlanInput) {
    this.#input = input;
    this.where = new Int32Array(input.word.text.length).fill(-1);
  }

  /** Characters that are in both. */
  kept(at: number, to: number, length: number): void {
    const { seen, word } = this.#input;
    for (let index = 0; index < length; index += 1) this.where[to + index] = at + index;
    for (const own of piecesOf(seen, at, length)) {
      for (const piece of piecesIn(word, to + own.at - at, own.length)) {
        this.#pair({ ...own, at: at + piece.at - to, length: piece.text.length }, piece);
      }
    }
  }

  #pair({ at, length, attributes }: Piece, piece: WordPiece): void {
    const { insert } = pendingIn(attributes);
    const { suggests } = this.#input;
    if (insert !== null && !piece.inserted && !suggests) {
      const keys = Object.keys(attributes).filter((key) => isSuggestionKey(key) && isInsertion(attributes[key]));
      this.accepted.push({ at, length, attributes: Object.fromEntries(keys.map((key) => [key, null])) });
    }
    const isSettled = insert === null || (!piece.inserted && !suggests);
    const change = isSettled && differenceOf(lookOf(this.#wanted(attributes), namesFor(piece.text)), piece.look);
    if (change) this.outright.push([{ type: 'format', at, length, attributes: change }]);
    this.#propose(piece, attributes);
  }

  /** What somebody who only suggests has suggested already is no news. */
  #wanted(attributes: Attributes): Attributes {
    const { suggests, userId } = this.#input;
    const own = (name: string) => !isSuggestionKey(name) || (suggests && isKeyBy(name, userId));
    return withPendingFormats(Object.fromEntries(Object.entries(attributes).filter(([name]) => own(name))));
  }

  /** What is new of a character that is there. */
  #propose({ at, text, deleted, looked }: WordPiece, attributes: Attributes): void {
    const { deletes, sets } = pendingIn(attributes);
    if (deleted) {
      if (!this.#isBy(deletes, deleted.author)) this.#open(deleted, at, text).marks.push(gone(at, text));
    } else if (
      looked &&
      !this.#isBy(
        sets.map(({ id }) => id),
        looked.author,
      )
    ) {
      const { wanted } = looked;
      this.#open(looked, at, text).marks.push({ type: 'format', at, length: text.length, attributes: wanted });
    }
  }

  #isBy(ids: readonly string[], name: string): boolean {
    return ids.some((id) => this.#input.nameOf(parseSuggestionId(id)?.author ?? '') === name);
  }

  /** Goes on where the one before ends. */
  #open(revision: Revision, at: number, text: string): Proposal {
    const last = this.proposals.at(-1);
    const isSame = last?.revision.author === revision.author && last.revision.atMs === revision.atMs;
    const goesOn = last && isSame && last.end === at ? last : null;
    const open = goesOn ?? { revision, insertions: [], marks: [], last: null, end: at };
    if (!goesOn) this.proposals.push(open);
    open.end = at + text.length;
    return open;
  }

  /** @param to in the file's text, @param length of what stands there instead */
  replaced(at: number, remove: number, to: number, length: number): void {
    const { seen, word, suggests } = this.#input;
    const group: Outright[] = [];
    for (const piece of piecesOf(seen, at, remove)) {
      const { insert, deletes } = pendingIn(piece.attributes);
      const stays = insert !== null || (suggests && deletes.length > 0);
      if (!stays) group.push({ type: 'delete', at: piece.at, length: piece.length });
    }
    for (const piece of piecesIn(word, to, length)) {
      const { text, look, inserted, deleted } = piece;
      if (inserted) {
        const open = this.#open(inserted, piece.at, text);
        open.insertions.push({ type: 'insert', at: piece.at, text, attributes: look });
      } else if (suggests && deleted) continue;
      else group.push({ type: 'insert', at: at + remove, text, attributes: look, to: piece.at });
      this.#propose(piece, {});
    }
    if (group.length > 0) this.outright.push(group);
  }

  /** Of the last block, outright. */
  last(): Attributes | null {
    const { seen, word } = this.#input;
    const { looked, look } = word.last;
    const isKnown =
      looked &&
      this.#isBy(
        pendingIn(seen.own).sets.map(({ id }) => id),
        looked.author,
      );
    if (looked && !isKnown) this.#open(looked, word.text.length, '').last = looked.wanted;
    return differenceOf(lookOf(this.#wanted(seen.own), OF_BLOCK), look);
  }
}

const gone = (at: number, text: string): Exclude<Change, Insertion> => ({ type: 'delete', at, length: text.length });

/** Behind what is there, as blocks of their own. */
function behind({ seen, word }: PlanInput): WordText {
  const end = { at: 0, text: '\n', look: lookOf(seen.own, OF_BLOCK), comments: [] };
  const pieces = word.pieces.map((piece) => ({ ...piece, at: piece.at + 1 }));
  return { ...word, text: `\n${word.text}`, pieces: [end, ...pieces] };
}

export function planImport(input: PlanInput): ImportPlan {
  const { seen, appends, suggests, userId } = input;
  const word = appends ? behind(input) : input.word;
  const planner = new Planner({ ...input, word });
  const added: Stretch = { isKept: false, at: seen.text.length, remove: 0, to: 0, length: word.text.length };
  for (const { isKept, at, remove, to, length } of appends
    ? [added]
    : stretchesOf(seen, word, suggests ? userId : null)) {
    if (isKept) planner.kept(at, to, length);
    else planner.replaced(at, remove, to, length);
  }
  const { where, outright, accepted, proposals } = planner;
  return { seen, word, where, outright, last: planner.last(), accepted, proposals };
}

export const isEmptyPlan = ({ outright, last, accepted, proposals }: ImportPlan): boolean =>
  outright.length + accepted.length + proposals.length === 0 && last === null;

/** How many suggestions of whom it brings, who brings most first. */
export function proposalsBy({ proposals }: ImportPlan): { author: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { revision } of proposals) counts.set(revision.author, (counts.get(revision.author) ?? 0) + 1);
  return [...counts].map(([author, count]) => ({ author, count })).sort((one, other) => other.count - one.count);
}
