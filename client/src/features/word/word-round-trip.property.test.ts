// What leaves as a Word file comes back as it was: random answers, with every format, list, script and comment.
import { type AnswerKey, answerKey } from '@adagia/shared/answer-key';
import { type Block, blockKinds, INDENT_MAX, type InlineFormat } from '@adagia/shared/text/blocks';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { answersIn } from './import/answers-in.ts';
import { readWord } from './read/read-word.ts';
import { joined } from './tracked.ts';
import { answerMark, partMark } from './word-marks.ts';
import type { WordExport, WordPart } from './write/word-part.ts';
import { writeWord } from './write/write-word.ts';

const words = fc.constantFrom(
  'We train 120 adults',
  ' in  two spaces ',
  'Łódź, Ωμέγα & <b>"quoted"</b>',
  'التعليم للجميع 2026 (أ)',
  'שלום עולם',
  '日本語👩‍🏫',
  'a\u2028b',
  'tab\there',
  'é à',
  '-',
);
const format: fc.Arbitrary<InlineFormat> = fc.record(
  {
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    underline: fc.constant(true as const),
    link: fc.constantFrom('https://example.org/?a=1&b=%20"x"', 'mailto:a@example.org'),
  },
  { requiredKeys: [] },
);
const block: fc.Arbitrary<Block> = fc.record({
  kind: fc.constantFrom(...blockKinds),
  indent: fc.integer({ min: 0, max: INDENT_MAX }),
  runs: fc.array(fc.record({ text: words, format }), { maxLength: 4 }),
});
const answer = fc.array(block, { minLength: 1, maxLength: 8 });

/** A link is underlined by being one. */
const shown = (blocks: readonly Block[]): Block[] =>
  blocks.map(({ kind, indent, runs }) => ({
    kind,
    indent,
    runs: joined(
      runs.map(({ text, format: { underline, ...rest } }) => ({
        text,
        format: rest.link || !underline ? rest : { ...rest, underline },
      })),
    ),
  }));

const keys = ['motivation', 'needs', 'impact'].map((id) => answerKey(id));
const asExport = (answers: readonly Block[][], threads: WordExport['threads'] = []): WordExport => ({
  title: 'Title',
  subtitle: 'KA220',
  language: 'en',
  threads,
  parts: [
    { kind: 'heading', level: 1, text: 'Relevance', mark: partMark(0), threads: [] },
    ...answers.flatMap((blocks, index): WordPart[] => [
      { kind: 'heading', level: 3, text: `Why ${index}?`, mark: answerMark(keys[index] as AnswerKey), threads: [] },
      { kind: 'answer', blocks },
    ]),
    { kind: 'heading', level: 1, text: 'Budget', mark: partMark(1), threads: [] },
    { kind: 'table', head: ['No.', 'EUR'], rows: [['P1', '1']], figures: [1], sums: [] },
  ],
});

async function throughWord(input: WordExport) {
  const read = readWord(await writeWord(input));
  if ('problem' in read) throw new Error(read.problem);
  return read.document;
}

test('every answer comes back with its words, formats, links, lists and indents', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 3, maxLength: 3 }), async (answers) => {
      const found = answersIn(
        await throughWord(asExport(answers)),
        keys.map((key) => ({ key, heading: '' })),
      );
      expect(keys.map((key) => found.get(key)?.blocks)).toEqual(answers.map(shown));
    }),
    { numRuns: 100 },
  );
});

test('comments come back with authors, moments, replies, and the words that they are about', async () => {
  const about = { 'comment:t1': true } as const;
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      indent: 0,
      runs: [
        { text: 'We train ', format: {} },
        { text: 'adults', format: { bold: true, ...about } },
      ],
    },
    {
      kind: 'bullet',
      indent: 0,
      runs: [
        { text: 'in towns', format: about },
        { text: '.', format: {} },
      ],
    },
  ];
  const threads = [
    {
      id: 't1',
      isResolved: true,
      comments: [
        { author: 'Ana <b>Żółć</b> "x"', atMs: Date.UTC(2026, 4, 3, 10, 11, 12), body: 'Which?\nAll?' },
        { author: 'بن', atMs: Date.UTC(2026, 4, 4), body: 'كلهم & <all>' },
      ],
    },
  ];
  const { comments, blocks: read } = await throughWord(asExport([blocks], threads));
  expect(comments).toEqual([
    {
      id: '0',
      author: 'Ana <b>Żółć</b> "x"',
      at: '2026-05-03T10:11:12.000Z',
      body: 'Which?\nAll?',
      parentId: null,
      isResolved: true,
    },
    { id: '1', author: 'بن', at: '2026-05-04T00:00:00.000Z', body: 'كلهم & <all>', parentId: '0', isResolved: true },
  ]);
  const marked = read.flatMap(({ runs }) => runs).filter(({ format }) => format['comment:0']);
  expect(marked.map(({ text }) => text)).toEqual(['adults', 'in towns']);
});
