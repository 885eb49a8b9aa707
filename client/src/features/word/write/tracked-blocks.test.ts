// What of an answer is only proposed, as Word's tracked changes.
import { suggestionKey } from '@adagia/shared/text/suggestions';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readWord } from '../read/read-word.ts';
import { acceptedBlocks } from '../tracked.ts';
import { trackedBlocks } from './tracked-blocks.ts';
import { writeWord } from './write-word.ts';

const at = Date.UTC(2026, 4, 3, 10, 11, 12);
const idOf = (author: string, sign: string) => `${author}~${at.toString(36).padStart(8, '0')}${sign}`;
const ben = suggestionKey(idOf('ben', 'aa'));
const eve = suggestionKey(idOf('eve', 'bb'));
const nameOf = (id: string) => ({ ben: 'Ben', eve: 'Eve' })[id] ?? '?';
const delta = [
  { insert: 'Kept ' },
  { insert: 'old', attributes: { [ben]: 'delete' } },
  { insert: 'new', attributes: { [ben]: 'insert' } },
  { insert: 'both', attributes: { [ben]: 'insert', [eve]: 'delete' } },
  { insert: ' words', attributes: { [eve]: 'set {"bold":true}' } },
  { insert: '\n', attributes: { [ben]: 'insert' } },
  { insert: 'split', attributes: {} },
  { insert: '\n', attributes: { [eve]: 'delete' } },
  { insert: ' joined' },
  { insert: '\n', attributes: { [eve]: 'set {"block":"bullet"}' } },
  { insert: 'end' },
];

test('insertions, deletions, formats, splits and joins go out with author and moment, and read as accepted', async () => {
  const bytes = await writeWord({
    title: 'T',
    subtitle: '',
    language: 'en',
    threads: [],
    parts: [{ kind: 'answer', blocks: trackedBlocks(delta, {}, nameOf) }],
  });
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const by = (author: string) => String.raw`w:id="\d+" w:author="${author}" w:date="2026-05-03T10:11:12Z"`;
  for (const change of [
    `<w:del ${by('Ben')}><w:r><w:rPr>.*?</w:rPr><w:delText[^>]*>old</w:delText>`,
    `<w:ins ${by('Ben')}><w:r><w:rPr>.*?</w:rPr><w:t[^>]*>new</w:t>`,
    `<w:b/><w:bCs/>.*?<w:rPrChange ${by('Eve')}><w:rPr><w:rtl`,
    `<w:pPr><w:rPr><w:ins ${by('Ben')}/></w:rPr></w:pPr>`,
    `<w:pPr><w:rPr><w:del ${by('Eve')}/></w:rPr></w:pPr>`,
    `<w:numPr>.*?</w:numPr><w:pPrChange ${by('Eve')}><w:pPr/></w:pPrChange></w:pPr>`,
  ]) {
    expect(xml).toMatch(new RegExp(change));
  }
  expect(xml).not.toContain('both');
  const read = readWord(bytes);
  const blocks = acceptedBlocks('document' in read ? read.document.blocks.slice(2) : []);
  expect(blocks.map(({ kind, runs }) => [kind, ...runs.map(({ text, format }) => [text, format])])).toEqual([
    ['paragraph', ['Kept new', {}], [' words', { bold: true }]],
    ['bullet', ['split joined', {}]],
    ['paragraph', ['end', {}]],
  ]);
});
