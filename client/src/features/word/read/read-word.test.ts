// Files as Word and others write them, and files that nobody should open.
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import {
  acceptedBlocks,
  baseBlocks,
  type Revision,
  type WordAnswerBlock,
  type WordRun,
  withSettledEnd,
} from '../tracked.ts';
import { readWord } from './read-word.ts';
import type { WordDocument } from './word-document.ts';

const SPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';
const documentOf = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document ${SPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`;

function zipped(body: string, more: Record<string, string> = {}): Uint8Array {
  const parts = { '[Content_Types].xml': '<Types/>', 'word/document.xml': documentOf(body), ...more };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

function read(body: string, more: Record<string, string> = {}): WordDocument {
  const result = readWord(zipped(body, more));
  if ('problem' in result) throw new Error(result.problem);
  return result.document;
}

const lines = ({ blocks }: WordDocument) =>
  blocks.map(({ kind, indent, runs }) => [kind, indent, runs.map(({ text }) => text).join('')]);
const p = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

const styles = `<w:styles ${SPACES}>
  <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
  <w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="berschrift2"/></w:style>
  <w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
  <w:style w:type="paragraph" w:styleId="Round"><w:name w:val="Round"/><w:basedOn w:val="Round"/></w:style>
  <w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
</w:styles>`;
const numbering = `<w:numbering ${SPACES}>
  <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
</w:numbering>`;
const parts = { 'word/styles.xml': styles, 'word/numbering.xml': numbering };

test('styles of a translated Word, styles made of them, lists in a style, list and indent said by the paragraph', () => {
  const list = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`;
  const body = [
    p('Heading', '<w:pStyle w:val="berschrift2"/>'),
    p('Mine', '<w:pStyle w:val="Mine"/>'),
    p('Quoted', '<w:pStyle w:val="Zitat"/>'),
    p('Circle', '<w:pStyle w:val="Round"/>'),
    p('Dot', '<w:pStyle w:val="Liste"/>'),
    p('Letter', list(1)),
    p('No list', '<w:pStyle w:val="Liste"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    p('German tab', '<w:ind w:left="708"/>'),
  ];
  expect(lines(read(body.join(''), parts))).toEqual([
    ['h2', 0, 'Heading'],
    ['h2', 0, 'Mine'],
    ['quote', 0, 'Quoted'],
    ['paragraph', 0, 'Circle'],
    ['bullet', 0, 'Dot'],
    ['number', 1, 'Letter'],
    ['paragraph', 0, 'No list'],
    ['paragraph', 1, 'German tab'],
  ]);
});

test('formats that are on, off, or in a style for characters; links of both kinds, and none that is no web address', () => {
  const body = `<w:p>
    <w:r><w:rPr><w:b/></w:rPr><w:t>on</w:t></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>off</w:t></w:r>
    <w:r><w:rPr><w:rStyle w:val="Fett"/></w:rPr><w:t>style</w:t></w:r>
    <w:hyperlink r:id="rId9"><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>one</w:t></w:r></w:hyperlink>
    <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.eu" </w:instrText></w:r>
    <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>two</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
    <w:hyperlink r:id="rId8"><w:r><w:t>bad</w:t></w:r></w:hyperlink></w:p>`;
  const relations = `<Relationships><Relationship Id="rId9" Target="https://a.eu/" TargetMode="External"/><Relationship Id="rId8" Target="javascript:alert(1)" TargetMode="External"/></Relationships>`;
  const [block] = read(body, { ...parts, 'word/_rels/document.xml.rels': relations }).blocks;
  expect(block?.runs).toEqual([
    { text: 'on', format: { bold: true } },
    { text: 'off', format: {} },
    { text: 'style', format: { bold: true } },
    { text: 'one', format: { link: 'https://a.eu/' } },
    { text: 'two', format: { link: 'https://b.eu' } },
    { text: 'bad', format: {} },
  ]);
});

test('tracked changes keep their authors and moments, of ends of paragraphs, of looks and of what moved too', () => {
  const by = 'w:id="1" w:author="Ben" w:date="2026-05-03T10:11:12Z"';
  const body = [
    `<w:p><w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r><w:del ${by}><w:r><w:delText>old </w:delText></w:r></w:del><w:ins ${by}><w:r><w:t>new </w:t></w:r></w:ins></w:p>`,
    `<w:p><w:pPr><w:pPrChange ${by}><w:pPr><w:pStyle w:val="Zitat"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:b/><w:rPrChange ${by}><w:rPr/></w:rPrChange></w:rPr><w:t>two</w:t></w:r></w:p>`,
    `<w:p><w:moveFrom ${by}><w:r><w:t>there</w:t></w:r></w:moveFrom><w:moveTo w:author="Eve"><w:r><w:t>here</w:t></w:r></w:moveTo></w:p>`,
  ];
  const document = read(body.join(''), parts);
  const ben = { author: 'Ben', atMs: Date.UTC(2026, 4, 3, 10, 11, 12) };
  expect(document.blocks).toMatchObject([
    {
      deleted: ben,
      runs: [
        { text: 'One ', format: {} },
        { text: 'old ', deleted: ben },
        { text: 'new ', inserted: ben },
      ],
    },
    { kind: 'paragraph', looked: { ...ben, kind: 'quote' }, runs: [{ text: 'two', looked: { ...ben, format: {} } }] },
    {
      runs: [
        { text: 'there', deleted: ben },
        { text: 'here', inserted: { author: 'Eve', atMs: 0 } },
      ],
    },
  ]);
  const said = (blocks: { runs: { text: string }[] }[]) =>
    blocks.map(({ runs }) => runs.map(({ text }) => text).join(''));
  expect(said(acceptedBlocks(document.blocks))).toEqual(['One new two', 'here']);
  expect(said(baseBlocks(document.blocks))).toEqual(['One old ', 'two', 'there']);
  expect([document.isTracked, document.leftOut]).toEqual([true, []]);
});

test('a row of a table that somebody added is added as a whole', () => {
  const by = 'w:id="1" w:author="Ben" w:date="2026-05-03T10:11:12Z"';
  const cells = ['A', '1'].map((text) => `<w:tc>${p(text)}</w:tc>`).join('');
  const { blocks } = read(`${p('x')}<w:tbl><w:tr><w:trPr><w:ins ${by}/></w:trPr>${cells}</w:tr></w:tbl>`);
  expect(lines({ blocks: baseBlocks(withSettledEnd(blocks)) } as unknown as WordDocument)).toEqual([
    ['paragraph', 0, 'x'],
  ]);
});

test('paragraphs that come or go at the end of an answer as a whole do so with the end before them', () => {
  const [BEN, EVE] = ['Ben', 'Eve'].map((author) => ({ author, atMs: 1 })) as [Revision, Revision];
  const block = (text: string, ends: Partial<WordAnswerBlock>, of: Partial<WordRun> = {}): WordAnswerBlock => ({
    kind: 'paragraph',
    indent: 0,
    runs: [{ text, format: {}, ...of }],
    ...ends,
  });
  const kinds = (blocks: readonly { kind: string; runs: readonly { text: string }[] }[]) =>
    blocks.map(({ kind, runs }) => [kind, runs.map(({ text }) => text).join('')]);
  const added = withSettledEnd([
    block('One', {}),
    block('Two', { inserted: BEN, kind: 'bullet' }, { inserted: BEN }),
    block('Three', { inserted: EVE, kind: 'bullet' }, { inserted: EVE }),
  ]);
  expect(added.map(({ inserted }) => inserted?.author)).toEqual(['Ben', 'Eve', undefined]);
  expect(kinds(baseBlocks(added))).toEqual([['paragraph', 'One']]);
  expect(kinds(acceptedBlocks(added))).toEqual([
    ['paragraph', 'One'],
    ['bullet', 'Two'],
    ['bullet', 'Three'],
  ]);
  const removed = withSettledEnd([block('One', {}), block('Two', { deleted: BEN, kind: 'bullet' }, { deleted: BEN })]);
  expect(kinds(acceptedBlocks(removed))).toEqual([['paragraph', 'One']]);
  expect(kinds(baseBlocks(removed))).toEqual([
    ['paragraph', 'One'],
    ['bullet', 'Two'],
  ]);
  const joins = withSettledEnd([block('One', {}), block('Two', { deleted: BEN })]);
  expect(joins.map(({ deleted }) => deleted)).toEqual([undefined, undefined]);
});

test('rows of tables become lines; pictures, notes and boxes are left out, and it is said', () => {
  const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`;
  const body = `<w:tbl><w:tr>${cell('A')}${cell('1')}</w:tr></w:tbl><w:p><w:r><w:drawing/><w:t>x</w:t><w:footnoteReference w:id="2"/></w:r></w:p>`;
  const document = read(body);
  expect(lines(document)).toEqual([
    ['paragraph', 0, 'A | 1'],
    ['paragraph', 0, 'x'],
  ]);
  expect(document.leftOut).toEqual(['tables', 'pictures', 'footnotes']);
});

test('markup in texts and names stays text', () => {
  const comments = `<w:comments ${SPACES}><w:comment w:id="4" w:author="&lt;img src=x onerror=alert(1)&gt;" w:date="2026-05-03T10:11:12Z">${p('&lt;b&gt;')}</w:comment></w:comments>`;
  const document = read(p('&lt;script&gt;'), { 'word/comments.xml': comments });
  expect(lines(document)).toEqual([['paragraph', 0, '<script>']]);
  expect(document.comments).toMatchObject([{ author: '<img src=x onerror=alert(1)>', body: '<b>' }]);
});

test.each([
  ['2026-05-03T10:11:12Z', '2026-05-03T10:11:12.000Z'],
  ['2026-05-03T10:11Z', '2026-05-03T10:11:00.000Z'],
  ['2026-05-03T10:11:12+02:00', '2026-05-03T08:11:12.000Z'],
  ['2026-05-03T10:11:12', new Date('2026-05-03T10:11:12').toISOString()],
  ['soon', ''],
])('a comment of %s is known again by the moment that is kept', (date, at) => {
  const comments = `<w:comments ${SPACES}><w:comment w:id="4" w:author="Ben" w:date="${date}">${p('Hm')}</w:comment></w:comments>`;
  expect(read(p('x'), { 'word/comments.xml': comments }).comments).toMatchObject([{ at }]);
});

test('macros are not read, the text is', () => {
  expect(read(p('text'), { 'word/vbaProject.bin': 'Sub AutoOpen' }).leftOut).toEqual(['macros']);
});

const compound = (words: string) =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...strToU8(words.split('').join('\0')), ...new Uint8Array(600)]);
const lying = () => {
  const bytes = zipped(p('x'.repeat(200_000)));
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const name = strToU8('word/document.xml').join();
  for (let at = 0; at < bytes.length - 60; at += 1) {
    const isEntry = view.getUint32(at, true) === 0x02014b50 && bytes.slice(at + 46, at + 63).join() === name;
    if (isEntry) view.setUint32(at + 24, 10, true);
  }
  return bytes;
};
const deep = () => '<w:sdt><w:sdtContent>'.repeat(200_000) + '</w:sdtContent></w:sdt>'.repeat(200_000);

test.each([
  ['nothing', new Uint8Array(), 'empty'],
  ['50 MB', new Uint8Array(50_000_000), 'tooLarge'],
  ['a file with a password', compound('EncryptedPackage'), 'encrypted'],
  ['an old .doc', compound('WordDocument'), 'oldFormat'],
  ['rich text', strToU8(String.raw`{\rtf1 text}`), 'notWord'],
  ['another zip', zipSync({ 'content.xml': strToU8('<a/>') }), 'notWord'],
  ['a truncated file', zipped(p('text')).slice(0, 200), 'unreadable'],
  ['a part that says it is small', lying(), 'unreadable'],
  ['XML that ends too early', zipSync({ 'word/document.xml': strToU8('<w:document><w:body>') }), 'unreadable'],
  [
    'a bomb of entities',
    zipSync({ 'word/document.xml': strToU8(`<!DOCTYPE x [<!ENTITY a "b">]>${documentOf('')}`) }),
    'unreadable',
  ],
  ['a bomb of zeros', zipSync({ 'word/document.xml': new Uint8Array(60_000_000) }), 'bomb'],
  ['elements without end', zipped(deep()), 'unreadable'],
  ['no words', zipped('<w:p/>'), 'empty'],
])('%s is refused', (_, bytes, problem) => {
  expect(readWord(bytes)).toEqual({ problem });
});
