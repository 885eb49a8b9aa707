// Tracked changes: what leaves as a Word file comes back as it was, and comes in as what its people proposed. Random answers and random
// changes of them; a failing run prints its seed.
import { type AnswerKey, answerKey } from '@adagia/shared/answer-key';
import { must } from '@adagia/shared/assert';
import { type Block, blockKinds, type DeltaOp, deltaToBlocks, type InlineFormat } from '@adagia/shared/text/blocks';
import { blocksToDelta } from '@adagia/shared/text/blocks-to-delta';
import { nameOfFileAuthor } from '@adagia/shared/text/file-authors';
import type { Reading } from '@adagia/shared/text/suggestion-readings';
import { createSuggestionId } from '@adagia/shared/text/suggestions';
import { deleteSuggested, insertSuggested, setLastSuggested, setSuggested } from '@adagia/shared/text/testing/suggest';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { answerChange, type ChangeInput } from './import/answer-change.ts';
import { answersIn } from './import/answers-in.ts';
import { writeImport } from './import/write-import.ts';
import { readWord } from './read/read-word.ts';
import {
  acceptedBlocks,
  baseBlocks,
  joined,
  type Revision,
  type WordAnswerBlock,
  type WordRun,
  withSettledEnd,
} from './tracked.ts';
import { answerMark } from './word-marks.ts';
import { trackedBlocks } from './write/tracked-blocks.ts';
import { writeWord } from './write/write-word.ts';

const KEY: AnswerKey = answerKey('motivation');
/** What every build has time for. */
const RUNS = 150;
const NOW = Date.UTC(2026, 10, 27);
const names = { u1: 'Ana', u2: 'Βασίλης <b>' } as const;

const word = fc.constantFrom('We', ' train', ' ', 'adults', ', ', 'שלום', '👩‍🏫', 'a\u2028b', '.', 'train');
const format: fc.Arbitrary<InlineFormat> = fc.record(
  { bold: fc.constant(true as const), italic: fc.constant(true as const) },
  { requiredKeys: [] },
);
const revision: fc.Arbitrary<Revision> = fc.record({
  author: fc.constantFrom('Ben', 'Эва'),
  atMs: fc.constantFrom(Date.UTC(2026, 4, 3, 10), Date.UTC(2026, 4, 3, 11)),
});
const look = fc.record({ kind: fc.constantFrom(...blockKinds), indent: fc.integer({ min: 0, max: 2 }) });
const change = fc.option(
  fc.oneof(
    revision.map((inserted) => ({ inserted })),
    revision.map((deleted) => ({ deleted })),
  ),
  { nil: {}, freq: 3 },
);

function looked<L>(one: Revision | null, before: L, isOther: boolean): { looked?: Revision & L } {
  return one && isOther ? { looked: { ...one, ...before } } : {};
}

const run: fc.Arbitrary<WordRun> = fc
  .tuple(word, format, change, fc.option(fc.tuple(revision, format), { freq: 4 }))
  .map(([text, now, ends, before]) => ({
    text,
    format: now,
    ...ends,
    ...looked(before?.[0] ?? null, { format: before?.[1] ?? {} }, JSON.stringify(before?.[1]) !== JSON.stringify(now)),
  }));
const block: fc.Arbitrary<WordAnswerBlock> = fc
  .tuple(look, fc.array(run, { maxLength: 5 }), change, fc.option(fc.tuple(revision, look), { freq: 4 }))
  .map(([now, runs, ends, before]) => ({
    ...now,
    runs: joined(runs),
    ...ends,
    ...looked(before?.[0] ?? null, before?.[1] ?? now, JSON.stringify(before?.[1]) !== JSON.stringify(now)),
  }));
const answer = fc
  .array(block, { minLength: 1, maxLength: 4 })
  // An answer has no end of its last block.
  .map((blocks) =>
    blocks.map(({ inserted, deleted, ...rest }, at) =>
      at < blocks.length - 1 ? { ...rest, ...(inserted && { inserted }), ...(deleted && { deleted }) } : rest,
    ),
  );

async function throughWord(blocks: readonly WordAnswerBlock[]): Promise<WordAnswerBlock[]> {
  const heading = { kind: 'heading', level: 3, text: 'Why?', mark: answerMark(KEY), threads: [] } as const;
  const bytes = await writeWord({
    title: 'T',
    subtitle: '',
    language: 'en',
    threads: [],
    parts: [heading, { kind: 'answer', blocks }],
  });
  const read = readWord(bytes);
  if ('problem' in read) throw new Error(read.problem);
  return must(answersIn(read.document, [{ key: KEY, heading: '' }]).get(KEY)).blocks;
}

test('every tracked change comes back with its author, its moment and its words', async () => {
  await fc.assert(
    fc.asyncProperty(answer, async (blocks) => {
      expect(await throughWord(blocks)).toEqual(withSettledEnd(blocks));
    }),
    { numRuns: 100 },
  );
});

function textOf(blocks: readonly Block[]): Y.Text {
  const ytext = new Y.Doc().getText(KEY);
  const { delta, last } = blocksToDelta(blocks);
  ytext.applyDelta(delta);
  for (const [name, value] of Object.entries(last)) ytext.setAttribute(name, value);
  return ytext;
}

const plain = (blocks: readonly { kind: string; indent: number; runs: readonly WordRun[] }[]) =>
  blocks.map(({ kind, indent, runs }) => ({
    kind,
    indent,
    runs: joined(runs.map(({ text, format: all }) => ({ text, format: all }))),
  }));
const readAs = (ytext: Y.Text, reading: Reading) =>
  plain(deltaToBlocks(ytext.toDelta() as DeltaOp[], ytext.getAttributes(), reading));

const how = (suggests: boolean): ChangeInput => ({
  read: () => null,
  placing: 'replace',
  tracking: 'suggestions',
  suggests,
  importer: { userId: 'me', nowMs: NOW, random: 0 },
  nameOf: (author) => nameOfFileAuthor(author) ?? names[author as 'u1'] ?? 'Me',
});

const changeOf = (ytext: Y.Text, blocks: readonly WordAnswerBlock[], suggests: boolean) =>
  answerChange(ytext, KEY, blocks, how(suggests));

function bring(ytext: Y.Text, blocks: readonly WordAnswerBlock[], suggests: boolean, meanwhile?: () => void): void {
  const { plan } = changeOf(ytext, blocks, suggests);
  meanwhile?.();
  const doc = must(ytext.doc);
  doc.transact(() => writeImport(ytext, doc, plan, { ...how(suggests).importer, suggests }));
}

/** Words of which the file has none: what is pending there and stands here would count as accepted here meanwhile. */
const other = fc
  .tuple(look, fc.array(fc.constantFrom('Nous', ' formons', ' des', ' 👩‍🏫'), { maxLength: 4 }))
  .map(([now, texts]): Block[] => [{ ...now, runs: texts.map((text) => ({ text, format: {} })) }]);
/** Sometimes what the file was made of, sometimes another answer. */
const pair = fc.tuple(answer, fc.option(other)).map(([file, before]) => ({
  file,
  before: before ?? baseBlocks(file),
  isOfFile: before === null,
}));

test('an editor gets what is not tracked as text and the rest as suggestions; the same file again changes nothing', () => {
  fc.assert(
    fc.property(pair, ({ file, before }) => {
      const ytext = textOf(before);
      bring(ytext, file, false);
      expect(readAs(ytext, 'base')).toEqual(plain(baseBlocks(file)));
      expect(readAs(ytext, 'accepted')).toEqual(plain(acceptedBlocks(file)));
      expect(changeOf(ytext, file, false).isSame).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

test('who only suggests changes nothing that stands, and accepted it is what the file says', () => {
  fc.assert(
    fc.property(pair, ({ file, before, isOfFile }) => {
      const ytext = textOf(before);
      bring(ytext, file, true);
      expect(readAs(ytext, 'base')).toEqual(plain(before));
      expect(readAs(ytext, 'accepted')).toEqual(plain(acceptedBlocks(file)));
      if (isOfFile) expect(changeOf(ytext, file, true).isSame).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

test('what colleagues type between the preview and the import is there afterwards, once', () => {
  const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(pair, places, fc.boolean(), ({ file, before }, typed, suggests) => {
      const ytext = textOf(before);
      bring(ytext, file, suggests, () => {
        for (const [index, place] of typed.entries()) {
          let at = Math.round(place * ytext.length);
          if (/[\uDC00-\uDFFF]/.test(ytext.toJSON().charAt(at))) at += 1;
          ytext.insert(at, String(index + 1));
        }
      });
      expect((ytext.toJSON().match(/\d/g) ?? []).sort()).toEqual(typed.map((_, index) => String(index + 1)));
    }),
    { numRuns: RUNS },
  );
});

const step = fc.record({
  type: fc.constantFrom('insert', 'delete', 'set', 'last'),
  author: fc.constantFrom('u1', 'u2'),
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 6 }),
});

function suggest(
  ytext: Y.Text,
  { type, author, place, length }: { type: string; author: string; place: number; length: number },
  atMs: number,
): void {
  const id = createSuggestionId({ author, atMs, random: 0 });
  const at = Math.floor(place * ytext.length);
  const size = Math.min(length, ytext.length - at);
  ytext.doc?.transact(() => {
    if (type === 'insert') insertSuggested(ytext, at, ['new', 'x\ny', '\n'][length % 3] ?? '', id);
    else if (type === 'last') setLastSuggested(ytext, id, { block: 'quote' });
    else if (size > 0 && type === 'delete') deleteSuggested(ytext, at, size, id);
    else if (size > 0) setSuggested(ytext, at, size, id, { bold: true, block: 'h2' });
  });
}

test('our own file, with everything that waits in it, changes nothing here', async () => {
  const start = fc.array(fc.tuple(look, fc.array(fc.constantFrom('We train', ' adults', 'x'), { maxLength: 3 })), {
    minLength: 1,
    maxLength: 3,
  });
  await fc.assert(
    fc.asyncProperty(start, fc.array(step, { maxLength: 6 }), async (blocks, steps) => {
      const ytext = textOf(
        blocks.map(([now, texts]) => ({ ...now, runs: texts.map((text) => ({ text, format: {} })) })),
      );
      for (const [index, one] of steps.entries()) suggest(ytext, one, Date.UTC(2026, 5, 1, 0, 0, index));
      const tracked = trackedBlocks(ytext.toDelta() as DeltaOp[], ytext.getAttributes(), how(false).nameOf);
      const back = await throughWord(tracked);
      expect([changeOf(ytext, back, false).isSame, changeOf(ytext, back, true).isSame]).toEqual([true, true]);
    }),
    { numRuns: 100 },
  );
});
