// A Word file into an answer: the smallest edit, with live references and colleagues' comments kept.
import { answerKey } from '@adagia/shared/answer-key';
import { must } from '@adagia/shared/assert';
import type { Block, DeltaOp } from '@adagia/shared/text/blocks';
import { answersFor, nameOfFileAuthor } from '@adagia/shared/text/file-authors';
import { referenceAttribute, signAt } from '@adagia/shared/text/references';
import { listSuggestions } from '@adagia/shared/text/suggestion-list';
import { readSuggested } from '@adagia/shared/text/suggestion-readings';
import { createSuggestionId, suggestionKey } from '@adagia/shared/text/suggestions';
import { insertSuggested } from '@adagia/shared/text/testing/suggest';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { WordAnswerBlock } from '../tracked.ts';
import { type AnswerChange, answerChange, type ChangeInput } from './answer-change.ts';
import { commentPlaces } from './word-text.ts';
import { fileMap, writeImport } from './write-import.ts';

const key = answerKey('motivation');
const sign = signAt(1);
const target = 'title:0190a0a0-0000-7000-8000-000000000001';
const read = (one: string) => (one === target ? 'WP2 Pilots' : null);
const importer = { userId: 'ana', nowMs: Date.UTC(2026, 10, 27), random: 0 };
const replacing: ChangeInput = {
  read,
  placing: 'replace',
  tracking: 'suggestions',
  suggests: false,
  importer,
  nameOf: (author) => (author === 'ben' ? 'Ben' : (nameOfFileAuthor(author) ?? '')),
};
const appending: ChangeInput = { ...replacing, placing: 'append' };
const line = (...texts: string[]): Block => ({
  kind: 'paragraph',
  indent: 0,
  runs: texts.map((text) => ({ text, format: {} })),
});

function answer(): Y.Text {
  const text = new Y.Doc().getText(key);
  text.insert(0, `In ${sign} we train adults.`);
  text.setAttribute(...referenceAttribute({ sign, target, words: 'WP2' }));
  text.format(text.toJSON().indexOf('adults'), 6, { 'comment:t1': true });
  return text;
}

function write(text: Y.Text, { plan }: AnswerChange, suggests = false) {
  const doc = must(text.doc);
  return doc.transact(() => writeImport(text, doc, plan, { ...importer, suggests }));
}

test('the same words are no change, with what a reference says today', () => {
  expect(answerChange(answer(), key, [line('In WP2 Pilots we train adults.')], replacing).isSame).toBe(true);
});

test('a word changes; the reference stays one, and so does the comment', () => {
  const text = answer();
  const change = answerChange(text, key, [line('In WP2 Pil', 'ots we teach adults.')], replacing);
  expect(change.isSame).toBe(false);
  write(text, change);
  expect(text.toJSON()).toBe(`In ${sign} we teach adults.`);
  expect(text.toDelta().at(-2)).toEqual({ insert: 'adults', attributes: { 'comment:t1': true } });
});

test('a reference whose words were changed becomes words', () => {
  const text = answer();
  write(text, answerChange(text, key, [line('In WP2 Labs we train adults.')], replacing));
  expect(text.toJSON()).toBe('In WP2 Labs we train adults.');
});

test('behind the text, nothing of it changes; where there is none, it is the text', () => {
  const text = answer();
  const change = answerChange(text, key, [line('More.')], appending);
  write(text, change);
  expect(text.toJSON()).toBe(`In ${sign} we train adults.\nMore.`);
  expect(answerChange(new Y.Doc().getText(key), key, [line('More.')], appending).after.ops).toEqual([
    { insert: 'More.', attributes: {} },
  ]);
});

test('comments of the file are about their words in the new text, and no part of it', () => {
  const text = answer();
  const block: Block = {
    kind: 'paragraph',
    indent: 0,
    runs: [
      { text: 'In WP2 Pilots we ', format: {} },
      { text: 'train', format: { 'comment:7': true } },
      { text: ' adults.', format: {} },
    ],
  };
  const change = answerChange(text, key, [block], replacing);
  expect(change.isSame).toBe(true);
  const place = must(commentPlaces(change.plan.word).get('7'));
  const [range] = fileMap(text, change.plan).ranges(place.from, place.until - place.from);
  expect(range && text.toJSON().slice(range.at, range.at + range.length)).toBe('train');
  expect(JSON.stringify(change.after)).not.toContain('comment:');
});

const BEN = { author: 'Ben', atMs: Date.UTC(2026, 4, 3, 10, 11) };
const EVE = { author: 'Eve', atMs: Date.UTC(2026, 4, 4) };
/** As it is after Ben and Eve have tracked what they changed. */
const tracked: WordAnswerBlock[] = [
  {
    kind: 'paragraph',
    indent: 0,
    runs: [
      { text: 'In WP2 Pilots we ', format: {} },
      { text: 'train', format: {}, deleted: BEN },
      { text: 'teach', format: {}, inserted: BEN },
      { text: ' adults', format: { bold: true }, looked: { ...EVE, format: {} } },
      { text: '.', format: {} },
      { text: ' Really.', format: {}, inserted: EVE },
    ],
  },
];
const base = (text: Y.Text): string =>
  readSuggested(text.toDelta(), {}, 'base')
    .delta.map(({ insert }) => insert)
    .join('');
const suggested = (text: Y.Text) => listSuggestions(text.toDelta() as DeltaOp[], text.getAttributes());
const told = (text: Y.Text) =>
  suggested(text).map(({ author, atMs, kind, before, after }) => [replacing.nameOf(author), atMs, kind, before, after]);

test('tracked changes become suggestions of their authors at their moments, and nothing that stands changes', () => {
  const text = answer();
  const before = base(text);
  const change = answerChange(text, key, tracked, replacing);
  expect(change.proposals).toEqual([
    { author: 'Eve', count: 2 },
    { author: 'Ben', count: 1 },
  ]);
  write(text, change);
  expect(told(text)).toEqual([
    ['Ben', BEN.atMs, 'replacement', 'train', 'teach'],
    ['Eve', EVE.atMs, 'format', ' adults', ' adults'],
    ['Eve', EVE.atMs, 'insertion', '', ' Really.'],
  ]);
  expect(suggested(text).map(({ author }) => answersFor(author))).toEqual(['ana', 'ana', 'ana']);
  expect(base(text)).toBe(before);
  expect(answerChange(text, key, tracked, replacing).isSame).toBe(true);
});

test('as accepted they are what the text says', () => {
  const text = answer();
  write(text, answerChange(text, key, tracked, { ...replacing, tracking: 'accepted' }));
  expect(text.toJSON()).toBe(`In ${sign} we teach adults. Really.`);
  expect(suggested(text)).toEqual([]);
});

test('a date that no suggestion can have, or none, is the day of the import', () => {
  const text = answer();
  const inserted = [0, Date.UTC(1970, 0, 2), Date.UTC(2099, 0, 1)].map((atMs) => ({ author: 'Zoe', atMs }));
  const runs = inserted.map((revision, index) => ({ text: ` ${index}`, format: {}, inserted: revision }));
  const block: WordAnswerBlock = { ...line('In WP2 Pilots we train adults.') };
  write(text, answerChange(text, key, [{ ...block, runs: [...block.runs, ...runs] }], replacing));
  expect(suggested(text).map(({ atMs }) => atMs - importer.nowMs < 10 && atMs >= importer.nowMs)).toEqual([
    true,
    true,
    true,
  ]);
});

test('of who only suggests also what is not tracked is a suggestion, their own', () => {
  const text = answer();
  const [block] = tracked;
  const blocks = [{ ...must(block), runs: [...must(block).runs, { text: ' Soon.', format: {} }] }];
  write(text, answerChange(text, key, blocks, { ...replacing, suggests: true }), true);
  expect(told(text).at(-1)).toEqual(['', importer.nowMs, 'insertion', '', ' Soon.']);
  expect(suggested(text).at(-1)?.author).toBe('ana');
  expect(base(text)).toBe(`In ${sign} we train adults.`);
});

test('what waits here stays, once: also where the file has it, and where it is younger than the file', () => {
  const text = answer();
  const nowMs = Date.UTC(2026, 5, 1);
  insertSuggested(text, text.length, ' Really.', createSuggestionId({ author: 'ben', atMs: nowMs, random: 0 }));
  text.format(0, 2, { [suggestionKey(createSuggestionId({ author: 'ben', atMs: nowMs, random: 0.5 }))]: 'delete' });
  write(text, answerChange(text, key, tracked, replacing));
  expect(told(text)).toEqual([
    ['Ben', nowMs, 'deletion', 'In', ''],
    ['Ben', BEN.atMs, 'replacement', 'train', 'teach'],
    ['Eve', EVE.atMs, 'format', ' adults', ' adults'],
    ['Ben', nowMs, 'insertion', '', ' Really.'],
  ]);
});

test('what was accepted in Word is accepted here', () => {
  const text = answer();
  insertSuggested(text, text.length, ' Really.', createSuggestionId({ author: 'ben', atMs: 1.7e12, random: 0 }));
  write(text, answerChange(text, key, [line('In WP2 Pilots we train adults. Really.')], replacing));
  expect([text.toJSON(), suggested(text)]).toEqual([`In ${sign} we train adults. Really.`, []]);
});

test('what a colleague types between the preview and the import stays', () => {
  const text = answer();
  const change = answerChange(text, key, tracked, replacing);
  text.insert(5, '123');
  write(text, change);
  expect(text.toJSON()).toBe(`In ${sign}123 we trainteach adults. Really.`);
});

test.each([0.1, 0.3, 0.5, 0.77, 0.9, 0.9999])(
  'what one person proposed in 40 places in one minute is 40 suggestions (%s)',
  (random) => {
    const text = new Y.Doc().getText(key);
    const words = Array.from({ length: 40 }, (_, index) => `word${index} `);
    text.insert(0, words.join(''));
    const inserted = { author: 'Ben', atMs: Date.UTC(2026, 4, 3, 10, 11) };
    const runs = words.flatMap((word) => [
      { text: word, format: {} },
      { text: `new ${word}`, format: {}, inserted },
    ]);
    const bringing = { ...importer, random };
    const change = answerChange(text, key, [{ kind: 'paragraph', indent: 0, runs }], {
      ...replacing,
      importer: bringing,
    });
    const doc = must(text.doc);
    doc.transact(() => writeImport(text, doc, change.plan, { ...bringing, suggests: false }));
    expect(listSuggestions(text.toDelta() as DeltaOp[], text.getAttributes())).toHaveLength(40);
  },
);

test.each([
  [500, false],
  [2100, true],
])(
  '%s tracked changes in one place: it is said beforehand when the server would refuse them',
  (count, isTooCrowded) => {
    const by = (index: number) => ({ author: index % 2 ? 'Ben' : 'Eve', atMs: Date.UTC(2026, 4, 3, 10, 11) });
    const runs = Array.from({ length: count }, (_, index) => ({
      text: `word${index} `,
      format: {},
      inserted: by(index),
    }));
    const file = [{ kind: 'paragraph' as const, indent: 0, runs }];
    const text = new Y.Doc().getText(key);
    expect(answerChange(text, key, file, replacing).isTooCrowded).toBe(isTooCrowded);
    expect(answerChange(text, key, file, { ...replacing, tracking: 'accepted' }).isTooCrowded).toBe(false);
  },
);
