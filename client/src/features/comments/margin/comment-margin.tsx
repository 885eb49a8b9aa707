// The open threads beside the text, each card level with what it is about, and the card of a new one.
import { pageOfTarget } from '@adagia/shared/comment-places';
import { useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditorWorkspace } from '../../../editor/ui/use-editor-workspace.ts';
import { useObservable } from '../../../session/observable.ts';
import { useAnchorIndex } from '../anchors/anchor-index.ts';
import { commentState, isBesideText } from '../comment-state.ts';
import { DRAWN_MAX, NearOnly } from '../near-only.tsx';
import { NewThread } from '../thread/new-thread.tsx';
import { ThreadCard } from '../thread/thread-card.tsx';
import { COMPOSER, useThreadPlaces } from '../thread-places.ts';
import { type OrderedThreads, usePageRanks } from '../use-ordered-threads.ts';
import classes from './comment-margin.module.css';
import { cardsInOrder, type MarginCard, marginGuests } from './margin-guests.ts';
import { MarginLayout } from './margin-layout.ts';
import { SelectionButton } from './selection-button.tsx';

interface CommentMarginProps {
  ordered: OrderedThreads;
  /** The text that the margin stands beside. */
  text: HTMLElement;
}

export function CommentMargin({ ordered: { threads, gone }, text }: CommentMarginProps) {
  const { t } = useTranslation('comments');
  const { composing: written, active } = useObservable(commentState);
  const places = useThreadPlaces();
  const [margin, setMargin] = useState<HTMLElement | null>(null);
  const layout = useLayout(margin, text);
  const guests = useObservable(marginGuests);
  const ranks = usePageRanks();
  const open = threads.filter(isBesideText);
  const composing = written && pageOfTarget(written.target) === 'write' ? written : null;
  const comments: MarginCard[] = open.map((thread) => ({
    id: thread.id,
    marked: () => places.marked(thread),
    card: <ThreadCard thread={thread} isActive={thread.id === active} isGone={gone.has(thread.id)} about={null} />,
  }));
  const cards = guests.cards.length === 0 ? comments : cardsInOrder([...comments, ...guests.cards], ranks);
  const activeId = active ?? guests.activeId;
  // After each rendering: any of them may have changed the cards.
  useLayoutEffect(() => {
    layout?.show({
      marked: () => cards.map(({ marked }) => marked()),
      composer: () => composing && places.markedNew(composing),
      activeId: composing ? COMPOSER : activeId,
    });
  });
  return (
    <section className={classes.margin} aria-label={t('margin')}>
      <div ref={setMargin} className={classes.cards}>
        {cards.map(({ id, card }) => (
          <div key={id} data-card={id} className={classes.place}>
            <NearOnly isKept={cards.length <= DRAWN_MAX || id === activeId}>{card}</NearOnly>
          </div>
        ))}
        {composing && (
          <div data-card={COMPOSER} className={classes.place}>
            <NewThread key={JSON.stringify(composing.target)} composing={composing} />
          </div>
        )}
      </div>
      {!composing && margin && <SelectionButton margin={margin} />}
    </section>
  );
}

function useLayout(margin: HTMLElement | null, text: HTMLElement): MarginLayout | null {
  const workspace = useEditorWorkspace();
  const index = useAnchorIndex();
  const [layout, setLayout] = useState<MarginLayout | null>(null);
  useLayoutEffect(() => {
    if (!margin) return undefined;
    const made = new MarginLayout({ margin, text, workspace, index });
    // oxlint-disable-next-line react/set-state-in-effect -- it needs the element, which is there now
    setLayout(made);
    return () => {
      made.dispose();
      setLayout(null);
    };
  }, [margin, text, workspace, index]);
  return layout;
}
