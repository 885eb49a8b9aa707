// An answer of the frozen copy, as it was: paragraphs, headings and lists to read, nothing to write in.
import type { Block, Run } from '@adagia/shared/text/blocks';
import type { CSSProperties } from 'react';
import classes from './evaluation.module.css';

function styleOf({ format }: Run): CSSProperties {
  return {
    ...(format.bold && { fontWeight: 700 }),
    ...(format.italic && { fontStyle: 'italic' }),
    ...(format.underline && { textDecoration: 'underline' }),
  };
}

/** The number of a line in its list: lists of one depth count on until something else comes between. */
function numberAt(blocks: readonly Block[], at: number): number {
  let count = 1;
  for (const block of blocks.slice(0, at).reverse()) {
    if (block.indent > (blocks[at]?.indent ?? 0)) continue;
    if (block.kind !== 'number' || block.indent !== blocks[at]?.indent) break;
    count += 1;
  }
  return count;
}

export function FrozenText({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className={classes.answer} dir="auto">
      {blocks.map(({ kind, indent, runs }, index) => (
        // What is frozen keeps its order.
        <p
          key={index}
          className={classes.block}
          data-kind={kind}
          data-number={kind === 'number' ? `${numberAt(blocks, index)}.` : undefined}
          style={{ '--indent': indent } as CSSProperties}
        >
          {runs.map((run, place) => (
            <span key={place} style={styleOf(run)}>
              {run.text}
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}
