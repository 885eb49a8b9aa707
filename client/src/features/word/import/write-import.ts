// Writes what was planned for an answer into its Y.Text, within a transaction of the caller: first what the file says outright, as text
// or as suggestions of who brings it, then what its people proposed, under their names. What colleagues have typed since the plan was
// made stays. Knows neither undo nor rights.
import { fileAuthor } from '@adagia/shared/text/file-authors';
import { createSuggestionId, type SuggestionKey, suggestionIdOf, suggestionKey } from '@adagia/shared/text/suggestions';
import type * as Y from 'yjs';
import { type Attributes, type IdRun, pushId, readAttributedText } from '../../../editor/binding/attributed-text.ts';
import type { Change } from '../../../editor/binding/diff-view.ts';
import { createOffsetMap, type OffsetMap } from '../../../editor/binding/offset-map.ts';
import type { SuggestionAuthor } from '../../../editor/binding/pending-marks.ts';
import { suggestChanges } from '../../../editor/binding/suggest-changes.ts';
import { type Place, writeChanges } from '../../../editor/binding/write-changes.ts';
import type { ImportPlan, Outright, Proposal } from './plan-import.ts';

export interface Importer {
  userId: string;
  nowMs: number;
  /** 0 ≤ n < 1, to keep what two files brought in one moment apart. */
  random: number;
}

/** Of a character that is not in the text: no client has this id. */
const NOWHERE = -1;
const SIGNS = 36 ** 2;
/** What eight signs of base 36 can say, which the time of a suggestion has. */
const TIME_MIN = 36 ** 7;

/** Which character of the text each character of the file is. */
class FileView {
  readonly #clients: number[];
  readonly #clocks: number[];

  constructor({ where, seen }: Pick<ImportPlan, 'where' | 'seen'>) {
    const known = seen.ids.flatMap(({ client, clock, length }) =>
      Array.from({ length }, (_, index) => ({ client, clock: clock + index })),
    );
    this.#clients = Array.from(where, (at) => known[at]?.client ?? NOWHERE);
    this.#clocks = Array.from(where, (at, index) => known[at]?.clock ?? index);
  }

  set(to: number, { client, clock, length }: IdRun): void {
    for (let index = 0; index < length; index += 1) {
      this.#clients[to + index] = client;
      this.#clocks[to + index] = clock + index;
    }
  }

  mapTo(ytext: Y.Text, text: string): OffsetMap {
    const ids: IdRun[] = [];
    for (const [index, client] of this.#clients.entries()) pushId(ids, client, this.#clocks[index] ?? 0, 1);
    return createOffsetMap(ids, ytext, text);
  }
}

/** @returns where each character of the file is now, or would be. Without `write` of a plan: what of it is there already. */
export function fileMap(ytext: Y.Text, plan: ImportPlan): OffsetMap {
  return new FileView(plan).mapTo(ytext, readAttributedText(ytext).text);
}

/** Earlier than what it is about no suggestion can be: such a one is as late as it has to be. */
function keyMaker(author: string, atMs: number, random: number): SuggestionAuthor['newKey'] {
  let first: SuggestionKey | null = null;
  return (around: readonly Attributes[]): SuggestionKey => {
    const later = suggestionKey(createSuggestionId({ author, atMs, random, around }));
    const isUsed = first !== null && around.some((attributes) => attributes[first as SuggestionKey] !== undefined);
    const isLate = first !== null && timeOf(later) > timeOf(first);
    first ??= later;
    return isUsed || isLate ? later : first;
  };
}

const timeOf = (key: SuggestionKey): string => suggestionIdOf(key).slice(-10, -2);

class ImportWriter {
  readonly #ytext: Y.Text;
  readonly #doc: Y.Doc;
  readonly #plan: ImportPlan;
  readonly #importer: Importer;
  readonly #view: FileView;

  constructor(ytext: Y.Text, doc: Y.Doc, plan: ImportPlan, importer: Importer) {
    this.#ytext = ytext;
    this.#doc = doc;
    this.#plan = plan;
    this.#importer = importer;
    this.#view = new FileView(plan);
  }

  #place(map: (text: string) => OffsetMap): Place {
    const before = readAttributedText(this.#ytext);
    return { ytext: this.#ytext, doc: this.#doc, before, map: map(before.text) };
  }

  #seen(): Place {
    return this.#place((text) => createOffsetMap(this.#plan.seen.ids, this.#ytext, text));
  }

  get map(): OffsetMap {
    return this.#view.mapTo(this.#ytext, readAttributedText(this.#ytext).text);
  }

  accept(): void {
    const { map } = this.#seen();
    for (const { at, length, attributes } of this.#plan.accepted) {
      for (const range of map.ranges(at, length)) this.#ytext.format(range.at, range.length, { ...attributes });
    }
  }

  /** What the file does not track. */
  writeOutright(suggests: boolean): void {
    const { outright, last } = this.#plan;
    if (suggests) {
      const place = this.#seen();
      const author = this.#authorOf(this.#importer.userId, this.#importer.nowMs, 0);
      if (last) suggestChanges(place, { changes: [], last }, author, null);
      for (const [index, group] of outright.toReversed().entries()) {
        const own = this.#authorOf(this.#importer.userId, this.#importer.nowMs, index + 1);
        this.#note(group, suggestChanges(place, { changes: group, last: null }, own, null).inserted);
      }
    } else {
      const changes = outright.flat();
      this.#note(changes, writeChanges(this.#seen(), { changes, last }));
    }
  }

  #note(changes: readonly Outright[], inserted: readonly IdRun[]): void {
    const places = changes.flatMap((change) => (change.type === 'insert' ? [change.to] : []));
    for (const [index, to] of places.entries()) {
      const run = inserted[index];
      if (run) this.#view.set(to, run);
    }
  }

  /** What people proposed in it: first the words that they add, so that the rest can be about these, too. */
  writeProposals(): void {
    const { proposals } = this.#plan;
    const authors = proposals.map(({ revision: { author, atMs } }, index) => {
      const { userId, nowMs } = this.#importer;
      const isKnown = atMs >= TIME_MIN && atMs < nowMs;
      return this.#authorOf(fileAuthor(author, userId), isKnown ? atMs : nowMs, index);
    });
    const keys: (SuggestionKey | null)[] = proposals.map(() => null);
    const write = (changesOf: (proposal: Proposal) => Change[], lastOf: (proposal: Proposal) => Attributes | null) => {
      const place = this.#place((text) => this.#view.mapTo(this.#ytext, text));
      for (const [index, proposal] of [...proposals.entries()].reverse()) {
        const [changes, last, author] = [changesOf(proposal), lastOf(proposal), authors[index]];
        if (!author || (changes.length === 0 && !last)) continue;
        const { inserted, key } = suggestChanges(place, { changes, last }, author, keys[index] ?? null);
        keys[index] = key;
        for (const [order, change] of changes.filter(({ type }) => type === 'insert').entries()) {
          const run = inserted[order];
          if (run) this.#view.set(change.at, run);
        }
      }
    };
    write(
      ({ insertions }) => insertions,
      () => null,
    );
    write(
      ({ marks }) => marks,
      ({ last }) => last,
    );
  }

  #authorOf(userId: string, atMs: number, index: number): SuggestionAuthor {
    // In the middle of its sign: no rounding makes the one before of it.
    const sign = (((Math.floor(this.#importer.random * SIGNS) + index) % SIGNS) + 0.5) / SIGNS;
    // More than there are signs, in one moment.
    return { userId, newKey: keyMaker(userId, atMs + Math.floor(index / SIGNS), sign) };
  }
}

/** @returns where each character of the file is now */
export function writeImport(
  ytext: Y.Text,
  doc: Y.Doc,
  plan: ImportPlan,
  { suggests, ...importer }: Importer & { suggests: boolean },
): OffsetMap {
  const writer = new ImportWriter(ytext, doc, plan, importer);
  if (!suggests) writer.accept();
  writer.writeOutright(suggests);
  writer.writeProposals();
  return writer.map;
}
