// An answer as its editor would draw it, without an editor: same elements, classes and heights, so that nothing moves when
// the editor takes its place. Cheap enough for a hundred on one page.
import { type Block, type BlockKind, type Run, SOFT_BREAK } from '@adagia/shared/text/blocks';
import { createElement, memo, type ReactNode } from 'react';
import { isLinkAddress } from '../model/set-link.ts';
import { StaticReference } from './static-reference.tsx';

/** As BlockNode has them. */
const tags: Readonly<Record<BlockKind, string>> = {
  paragraph: 'p',
  h1: 'h4',
  h2: 'h5',
  h3: 'h6',
  bullet: 'p',
  number: 'p',
  quote: 'blockquote',
};

function StaticRun({ run: { text, format, ref } }: { run: Run }) {
  const classes = [
    format.bold && 'adagia-bold',
    format.italic && 'adagia-italic',
    format.underline && 'adagia-underline',
  ].filter(Boolean);
  const tag = format.bold ? 'strong' : format.italic ? 'em' : 'span';
  const parts = text.split(SOFT_BREAK).flatMap((line, index): ReactNode[] => [
    // oxlint-disable-next-line react/no-array-index-key -- lines have no identity of their own
    index > 0 && <br key={`break${index}`} />,
    // oxlint-disable-next-line react/no-array-index-key -- lines have no identity of their own
    line !== '' && <span key={index}>{line}</span>,
  ]);
  const words = ref ? (
    <StaticReference reference={ref} />
  ) : (
    createElement(tag, { className: classes.join(' ') || undefined }, ...parts)
  );
  if (!format.link || !isLinkAddress(format.link)) return words;
  return (
    <a className="adagia-link" href={format.link} rel="noopener noreferrer" tabIndex={-1}>
      {words}
    </a>
  );
}

function StaticBlockView({ block: { kind, indent, runs } }: { block: Block }) {
  // A line without characters, and the one behind a last soft break, would have no height; behind a last reference there is
  // room for a caret.
  const last = runs.at(-1);
  const needsFiller = !last || last.ref !== undefined || last.text.endsWith(SOFT_BREAK);
  return createElement(
    tags[kind],
    { className: `adagia-block adagia-${kind}`, 'data-kind': kind, 'data-indent': indent, dir: 'auto' },
    // oxlint-disable-next-line react/no-array-index-key -- runs have no identity of their own
    ...runs.map((run, index) => <StaticRun key={index} run={run} />),
    needsFiller && <br key="filler" />,
  );
}

const isSame = (a: Block, b: Block) => a === b || JSON.stringify(a) === JSON.stringify(b);
const StaticBlock = memo(StaticBlockView, (a, b) => isSame(a.block, b.block));

/** To be placed in an element with the class `text` of answer-editor.module.css. */
export function StaticBlocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- blocks have no identity of their own
    <StaticBlock key={index} block={block} />
  ));
}
