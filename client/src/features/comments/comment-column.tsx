// Where comments stand: on a wide screen in the margin, or in place of it the list of all of them; on a narrow one a list that
// slides over the text.
import { CloseButton, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditorWorkspace } from '../../editor/ui/use-editor-workspace.ts';
import { useObservable } from '../../session/observable.ts';
import { CommentAnnouncer } from './announcements.tsx';
import classes from './comment-column.module.css';
import { CommentDrawer } from './comment-drawer.tsx';
import { activate, changeComments, commentState, isBesideText, MARGIN_FROM } from './comment-state.ts';
import { ListParts, SuggestionsBeside } from './list-parts.tsx';
import { CommentMargin } from './margin/comment-margin.tsx';
import { SelectionButton } from './margin/selection-button.tsx';
import { ThreadPlacesContext, useThreadPlaces } from './thread-places.ts';
import { neighbourOf, useCommentAction, useStepKeys } from './use-comment-keys.ts';
import { type OrderedThreads, useOrderedThreads } from './use-ordered-threads.ts';
import { useTextPlaces } from './use-text-places.ts';
import { useThreadOfAddress } from './use-thread-of-address.ts';

/** @param text what it stands beside, once it is there */
export const CommentColumn = memo(function CommentColumn({ text }: { text: HTMLElement | null }) {
  const isWide = useMediaQuery(MARGIN_FROM, undefined, { getInitialValueInEffect: false });
  const { isListOpen } = useObservable(commentState);
  const ordered = useOrderedThreads();
  useCommentAction();
  const places = useTextPlaces();
  useThreadOfAddress(ordered.threads, places);
  return (
    <ThreadPlacesContext value={places}>
      <CommentAnnouncer />
      <SuggestionsBeside />
      {!isWide && <NarrowComments ordered={ordered} isOpen={isListOpen} />}
      {isWide && (
        <div className={classes.column} data-comments>
          {isListOpen && <WideList ordered={ordered} />}
          {!isListOpen && text && (
            <>
              <StepThroughOpen ordered={ordered} />
              <CommentMargin ordered={ordered} text={text} />
            </>
          )}
        </div>
      )}
    </ThreadPlacesContext>
  );
});

/** While no list is open, the keys go through all open threads. */
function StepThroughOpen({ ordered: { threads } }: { ordered: OrderedThreads }) {
  const places = useThreadPlaces();
  useStepKeys((by) => {
    const open = threads.filter(isBesideText);
    const next = neighbourOf(open, commentState.get().active, by);
    if (!next) return;
    activate(next.id, true);
    places.reveal(next);
  });
  return null;
}

function useCloseList(): () => void {
  const workspace = useEditorWorkspace();
  return () => {
    changeComments({ isListOpen: false, composing: null, active: null });
    workspace.active.get()?.editor.getRootElement()?.focus({ preventScroll: true });
  };
}

function WideList({ ordered }: { ordered: OrderedThreads }) {
  const { t } = useTranslation('comments');
  const close = useCloseList();
  return (
    <section className={classes.list} aria-labelledby="comments-title">
      <div className={classes.head}>
        <Title order={2} size="h4" id="comments-title">
          {t('title')}
        </Title>
        <CloseButton aria-label={t('close')} onClick={close} />
      </div>
      <ListParts ordered={ordered} />
    </section>
  );
}

function NarrowComments({ ordered, isOpen }: { ordered: OrderedThreads; isOpen: boolean }) {
  const { t } = useTranslation('comments');
  const close = useCloseList();
  return (
    <>
      {!isOpen && <StepThroughOpen ordered={ordered} />}
      {!isOpen && <SelectionButton margin={null} />}
      <CommentDrawer isOpen={isOpen} onClose={close} title={t('title')} pageClass="comments-open">
        <ListParts ordered={ordered} />
      </CommentDrawer>
    </>
  );
}
