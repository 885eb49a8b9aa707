// The comments about objects of a page without text (plan, budget, partners), in a drawer beside it: the same cards and the same
// list as beside the text.
import type { CommentTarget } from '@adagia/shared/api/review';
import { type CommentPage, pageOfTarget, placeIdOf } from '@adagia/shared/comment-places';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../../../session/observable.ts';
import { CommentAnnouncer } from '../announcements.tsx';
import { CommentDrawer } from '../comment-drawer.tsx';
import { CommentList } from '../comment-list.tsx';
import { changeComments, commentState } from '../comment-state.ts';
import { ThreadPlacesContext } from '../thread-places.ts';
import { useOrderedThreads } from '../use-ordered-threads.ts';
import { useThreadOfAddress } from '../use-thread-of-address.ts';
import { useAllThreads } from '../use-threads.ts';
import { useObjectPlaces } from './use-object-places.ts';

interface ObjectCommentsProps {
  page: Exclude<CommentPage, 'write'>;
  /** One object of the page alone; all of them when left out. */
  only?: string;
}

export function ObjectComments({ page, only }: ObjectCommentsProps) {
  const { t } = useTranslation('comments');
  const { isListOpen } = useObservable(commentState);
  const places = useObjectPlaces(page);
  useThreadOfAddress(useAllThreads(), places);
  useEffect(() => {
    const isHere = () => {
      const target = commentState.get().composing?.target;
      return target !== undefined && pageOfTarget(target) === page;
    };
    // What is written about something else belongs to its page; its draft waits there.
    if (!isHere()) changeComments({ composing: null });
    return () => {
      if (isHere()) changeComments({ composing: null });
    };
  }, [page]);
  return (
    <>
      <CommentAnnouncer />
      <CommentDrawer
        isOpen={isListOpen}
        onClose={() => changeComments({ isListOpen: false, composing: null, active: null })}
        title={t(`on_${page}`)}
        pageClass="comments-beside"
      >
        <ThreadPlacesContext value={places}>
          <Threads page={page} {...(only && { only })} />
        </ThreadPlacesContext>
      </CommentDrawer>
    </>
  );
}

function Threads({ page, only }: ObjectCommentsProps) {
  const { t } = useTranslation('comments');
  const ordered = useOrderedThreads();
  const ofPage = useMemo(() => {
    const isOf = (target: CommentTarget) =>
      pageOfTarget(target) === page && (only === undefined || placeIdOf(target) === only);
    return { threads: ordered.threads.filter(({ target }) => isOf(target)), gone: ordered.gone };
  }, [ordered, page, only]);
  return <CommentList ordered={ofPage} emptyHint={t(`hint_${page}`)} goneLabel={t('filterGoneObject')} />;
}
