// The comments about cells of the budget, in a drawer beside the grid: the same cards and the same list as beside the text.
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../../../session/observable.ts';
import { CommentDrawer } from '../../comments/comment-drawer.tsx';
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

export function CellComments() {
  const { t } = useTranslation('comments');
  const { isListOpen } = useObservable(commentState);
  const places = useCellPlaces();
  useThreadOfAddress(useAllThreads(), places);
  useEffect(() => {
    forgetOthers();
    return forgetCell;
  }, []);
  return (
    <CommentDrawer
      isOpen={isListOpen}
      onClose={() => changeComments({ isListOpen: false, composing: null, active: null })}
      title={t('onBudget')}
      pageClass="comments-beside"
    >
      <ThreadPlacesContext value={places}>
        <Threads />
      </ThreadPlacesContext>
    </CommentDrawer>
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
