// An answer as Markdown (CommonMark, with <u> for underline, which it lacks).
import { type Block, type Run, SOFT_BREAK } from './blocks.ts';
import { cleanText, ListNumbers } from './plain-text.ts';
import { runText } from './references.ts';

const escape = (text: string): string => text.replaceAll(/[\\`*_[\]<>#|~]/g, String.raw`\$&`);

/** Markers must touch the words: spaces at the ends of a run go outside of them. */
function wrap(text: string, marker: string, end = marker): string {
  const core = text.trim();
  if (!core) return text;
  const at = text.indexOf(core);
  return text.slice(0, at) + marker + core + end + text.slice(at + core.length);
}

function runMarkdown(run: Run): string {
  let text = runText(run)
    .split(SOFT_BREAK)
    .map((line) => escape(cleanText(line)))
    .join('  \n');
  if (run.format.underline) text = wrap(text, '<u>', '</u>');
  if (run.format.italic) text = wrap(text, '*');
  if (run.format.bold) text = wrap(text, '**');
  if (run.format.link) text = wrap(text, '[', `](${encodeURI(decodeURISafe(run.format.link)).replaceAll(')', '%29')})`);
  return text;
}

function decodeURISafe(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    // Not percent-encoded at all: taken as it is.
    return address;
  }
}

/** @param headingLevel of the document around it: an answer's h1 becomes one below. */
export function blocksToMarkdown(blocks: readonly Block[], headingLevel = 3): string {
  const numbers = new ListNumbers();
  const parts = blocks.map((block) => {
    const number = numbers.next(block);
    const text = block.runs
      .map(runMarkdown)
      .join('')
      // What would begin a list does so no longer: "- " becomes "\- ", "1. " becomes "1\. ".
      .replace(/^(\d*)([-+.)])(?=\s)/, String.raw`$1\$2`);
    const pad = '   '.repeat(block.indent);
    const isList = block.kind === 'bullet' || block.kind === 'number';
    return { isList, text: prefixOf(block, number, headingLevel, pad) + continued(text, block, pad).trimEnd() };
  });
  return parts
    .map((part, index) => (index === 0 ? '' : part.isList && parts[index - 1]?.isList ? '\n' : '\n\n') + part.text)
    .join('')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** The lines behind a soft break belong to the same block. A heading has one line only. */
function continued(text: string, block: Block, pad: string): string {
  if (block.kind === 'bullet' || block.kind === 'number') return text.replaceAll('\n', `\n${pad}   `);
  if (block.kind === 'quote') return text.replaceAll('\n', '\n> ');
  return block.kind === 'paragraph' ? text : text.replaceAll('  \n', ' ');
}

function prefixOf(block: Block, number: number, headingLevel: number, pad: string): string {
  switch (block.kind) {
    case 'h1':
    case 'h2':
    case 'h3':
      return `${'#'.repeat(Math.min(6, headingLevel + Number(block.kind[1])))} `;
    case 'bullet':
      return `${pad}- `;
    case 'number':
      return `${pad}${number}. `;
    case 'quote':
      return '> ';
    case 'paragraph':
      return '';
  }
}
