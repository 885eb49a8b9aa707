// The comments about cells of the budget, in a drawer beside the grid: the same cards and the same list as beside the text.
import { Drawer } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../../../session/observable.ts';
import columnClasses from '../../comments/comment-column.module.css';
import { CommentList } from '../../comments/comment-list.tsx';
import { changeComments, commentState } from '../../comments/comment-state.ts';
import { ThreadPlacesContext } from '../../comments/thread-places.ts';
import { useOrderedThreads } from '../../comments/use-ordered-threads.ts';
import { useThreadOfAddress } from '../../comments/use-thread-of-address.ts';
import { useAllThreads } from '../../comments/use-threads.ts';
import { useCellPlaces } from './use-cell-places.ts';

/** What is written about words belongs to the page of the text; its draft waits there. */
function forgetOthers(): void {
  if (commentState.get().composing?.target.kind !== 'cell') changeComments({ composing: null });
}

function forgetCell(): void {
  if (commentState.get().composing?.target.kind === 'cell') changeComments({ composing: null });
}

/** Where there is room for it, the page makes room for the list. */
function useRoomBeside(isOpen: boolean): void {
  useEffect(() => {
    document.body.classList.toggle('comments-beside', isOpen);
    return () => document.body.classList.remove('comments-beside');
  }, [isOpen]);
}

export function CellComments() {
  const { t } = useTranslation('comments');
  const { isListOpen } = useObservable(commentState);
  const places = useCellPlaces();
  useRoomBeside(isListOpen);
  useThreadOfAddress(useAllThreads(), places);
  useEffect(() => {
    forgetOthers();
    return forgetCell;
  }, []);
  return (
    <Drawer
      opened={isListOpen}
      onClose={() => changeComments({ isListOpen: false, composing: null, active: null })}
      position="right"
      size={400}
      title={t('onBudget')}
      withOverlay={false}
      lockScroll={false}
      trapFocus={false}
      returnFocus={false}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
      // Below the header and its pages, as beside the text.
      zIndex={100}
      classNames={{ inner: columnClasses.drawer }}
    >
      <ThreadPlacesContext value={places}>
        <Threads />
      </ThreadPlacesContext>
    </Drawer>
  );
}

function Threads() {
  const { t } = useTranslation('comments');
  const ordered = useOrderedThreads();
  const aboutCells = useMemo(() => {
    const { threads, gone } = ordered;
    return { threads: threads.filter(({ target }) => target.kind === 'cell'), gone };
  }, [ordered]);
  return <CommentList ordered={aboutCells} emptyHint={t('cellHint')} goneLabel={t('filterGoneCell')} />;
}
