// Words in the colours of their authors. Whoever is pointed at, tapped or reached by the arrow keys is named below, and their words
// are framed: colours alone say nothing.
import { personColour } from '@adagia/shared/person-colour';
import { Text } from '@mantine/core';
import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuthoredLine, AuthoredPiece } from './authored-pieces.ts';
import classes from './authored-text.module.css';

interface AuthoredTextProps {
  lines: readonly AuthoredLine[];
  /** Of a person or an organisation; '' for none. */
  idOf(piece: AuthoredPiece): string;
  wordsOf(piece: AuthoredPiece): string;
}

export function AuthoredText({ lines, idOf, wordsOf }: AuthoredTextProps) {
  const { t } = useTranslation('versions');
  const ref = useRef<HTMLDivElement>(null);
  const pieces = lines.flatMap((line) => line.pieces);
  const [at, setAt] = useState<number | null>(null);
  const shown = at === null ? undefined : pieces[at];
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = Math.min(Math.max((at ?? -1) + by, 0), pieces.length - 1);
    setAt(next);
    ref.current?.querySelector(`[data-piece="${next}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      {/* Arrow keys go from author to author: it must have the focus for that. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
      <div ref={ref} role="group" tabIndex={0} aria-label={t('authoredText')} className={classes.text} onKeyDown={step}>
        {lines.map((line, index) => (
          <p
            key={index}
            className={classes.line}
            data-kind={line.kind}
            style={{ '--indent': line.indent } as CSSProperties}
          >
            {line.pieces.map((piece) => (
              <Words
                key={piece.index}
                piece={piece}
                id={idOf(piece)}
                title={wordsOf(piece)}
                isShown={piece.index === at}
                onShow={() => setAt(piece.index)}
              />
            ))}
          </p>
        ))}
      </div>
      <Text size="sm" role="status" className={classes.shown}>
        {shown ? wordsOf(shown) : t('pointAtWords')}
      </Text>
    </>
  );
}

interface WordsProps {
  piece: AuthoredPiece;
  id: string;
  title: string;
  isShown: boolean;
  onShow(): void;
}

function Words({ piece: { text, format, index }, id, title, isShown, onShow }: WordsProps) {
  const style: CSSProperties = {
    ...(format.bold && { fontWeight: 700 }),
    ...(format.italic && { fontStyle: 'italic' }),
    ...(id && { '--author': personColour(id) }),
  };
  return (
    <span
      className={classes.words}
      style={style}
      title={title}
      data-piece={index}
      data-shown={isShown || undefined}
      onPointerEnter={onShow}
      onPointerDown={onShow}
    >
      {text}
    </span>
  );
}
