// What changed in one answer, word by word: added is underlined, removed struck through, both in the colour of who wrote it.
import type { ChangedPart } from '@adagia/shared/api/versions';
import type { DiffBlock, Piece } from '@adagia/shared/versions/diff-answer';
import { type CSSProperties, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuthorLooks } from './author-looks.ts';
import { diffOf } from './diff-of.ts';
import classes from './versions.module.css';

export type Layout = 'inline' | 'beside';

interface TextChangesProps {
  part: ChangedPart;
  nameOf(id: string): string;
  layout: Layout;
}

/** Unchanged blocks that are shown on both sides of a change. */
const CONTEXT = 1;

export function TextChanges({ part, nameOf, layout }: TextChangesProps) {
  const { t } = useTranslation('versions');
  const shown = useMemo(() => withContext(diffOf(part)), [part]);
  return (
    <div className={layout === 'beside' ? classes.beside : classes.inline}>
      {shown.map(({ block, index }) =>
        block === null ? (
          <p key={`gap ${index}`} className={classes.gap} aria-label={t('unchanged')}>
            …
          </p>
        ) : (
          <Block key={index} block={block} nameOf={nameOf} layout={layout} />
        ),
      )}
    </div>
  );
}

interface Shown {
  /** null: blocks that are left out. */
  block: DiffBlock | null;
  index: number;
}

function withContext(blocks: readonly DiffBlock[]): Shown[] {
  const isNear = (index: number) =>
    blocks.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ change }) => change !== 'same');
  const shown: Shown[] = [];
  for (const [index, block] of blocks.entries()) {
    if (isNear(index)) shown.push({ block, index });
    else if (shown.at(-1)?.block !== null) shown.push({ block: null, index });
  }
  return shown;
}

interface BlockProps {
  block: DiffBlock;
  nameOf(id: string): string;
  layout: Layout;
}

function Block({ block, nameOf, layout }: BlockProps) {
  const { t } = useTranslation('versions');
  const { change, kind, indent, before, pieces } = block;
  const isChange = change !== 'same';
  const words = (wanted: (piece: Piece) => boolean) =>
    pieces.filter(wanted).map((piece, index) => <Words key={index} piece={piece} nameOf={nameOf} />);
  const was = before && before.kind !== kind ? t('wasKind', { kind: t(`kind.${before.kind}`) }) : '';
  const marks = [change === 'moved' ? t('moved') : '', change === 'gone' ? t('gone') : '', was].filter(Boolean);
  return (
    <div
      className={classes.block}
      data-change={isChange ? change : undefined}
      data-kind={kind}
      tabIndex={isChange ? -1 : undefined}
      style={{ '--indent': indent } as CSSProperties}
    >
      {marks.length > 0 && <span className={classes.mark}>{marks.join(', ')}</span>}
      {layout === 'inline' ? (
        <p>{words(() => true)}</p>
      ) : (
        <>
          <p>{words((piece) => piece.change !== 'added')}</p>
          <p>{words((piece) => piece.change !== 'removed')}</p>
        </>
      )}
    </div>
  );
}

function Words({ piece, nameOf }: { piece: Piece; nameOf(id: string): string }) {
  const { text, format, change, by } = piece;
  const look = useAuthorLooks()(by);
  const style: CSSProperties = {
    ...(format.bold && { fontWeight: 700 }),
    ...(format.italic && { fontStyle: 'italic' }),
    ...(look && change !== 'same' && { '--author': look.colour }),
  };
  if (change === 'same') return <span style={style}>{text}</span>;
  const Tag = change === 'added' ? 'ins' : 'del';
  return (
    <Tag
      className={classes.piece}
      style={style}
      data-by={look?.id}
      title={by === null ? undefined : [nameOf(by), look?.organisation].filter(Boolean).join(', ')}
    >
      {text}
    </Tag>
  );
}
