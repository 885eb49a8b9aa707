// The button beside selected words: in the margin on a wide screen, below the words on a narrow one. Follows the selection,
// and takes neither the focus nor the selection away when it is pressed.
import { ActionIcon, Portal } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { selectedWords } from '../anchors/selected-words.ts';
import { useCanComment } from '../use-can-comment.ts';
import { useComposeOnSelection } from '../use-comment-keys.ts';
import classes from './comment-margin.module.css';

interface SelectionButtonProps {
  /** null: there is none, and the button stands in the text. */
  margin: HTMLElement | null;
}

/** Pixels between the words and the button below them. */
const BELOW = 8;

/** @returns pixels from the top of the margin, or of the page where there is none; null while nothing is selected */
function placeBeside(margin: HTMLElement | null): number | null {
  const selection = getSelection();
  if (!selection || !selectedWords()) return null;
  const rects = [...selection.getRangeAt(0).getClientRects()].filter(({ width }) => width > 0);
  const [first, last] = [rects[0], rects.at(-1)];
  if (!first || !last) return null;
  return Math.round(margin ? first.top - margin.getBoundingClientRect().top - 5 : last.bottom + scrollY + BELOW);
}

export function SelectionButton({ margin }: SelectionButtonProps) {
  const { t } = useTranslation('comments');
  const composeOnSelection = useComposeOnSelection();
  const canComment = useCanComment();
  const [top, setTop] = useState<number | null>(null);
  useEffect(() => {
    let frame = 0;
    const changed = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        setTop(placeBeside(margin));
      });
    };
    document.addEventListener('selectionchange', changed);
    changed();
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('selectionchange', changed);
    };
  }, [margin]);
  if (top === null || !canComment) return null;
  const button = (
    <ActionIcon
      size={34}
      radius="xl"
      className={margin ? classes.button : classes.floating}
      style={margin ? { transform: `translateY(${top}px)` } : { top }}
      aria-label={t('onSelection')}
      title={t('onSelection')}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => composeOnSelection()}
    >
      <IconMessagePlus size={18} aria-hidden />
    </ActionIcon>
  );
  return margin ? button : <Portal>{button}</Portal>;
}
