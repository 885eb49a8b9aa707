// One thread. At rest it shows how it began; the active one shows all of it and what one may do.
import type { Thread } from '@adagia/shared/api/review';
import { pageOfTarget } from '@adagia/shared/comment-places';
import { threadAnchor } from '@adagia/shared/notice-path';
import { ActionIcon, Button, CopyButton } from '@mantine/core';
import { IconArrowRight, IconCheck, IconLink, IconRotate } from '@tabler/icons-react';
import { type FocusEvent, lazy, type MouseEvent, memo, Suspense, useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { withWords } from '../../../i18n/with-words.ts';
import { pageAddress } from '../../presence/place-address.ts';
import { useCommentAuthor } from '../comment-author.ts';
import { activate, changeComments, commentState } from '../comment-state.ts';
import classes from '../comments.module.css';
import { scrollWithin } from '../scroll-within.ts';
import { useThreadPlaces } from '../thread-places.ts';
import { markRead, useThreadActions } from '../use-threads.ts';
import { AttachButton } from './attach-button.tsx';
import { CommentSummary, CommentView } from './comment-view.tsx';
import { Composer } from './composer.tsx';
import { TaskButton, TaskLine } from './task-line.tsx';
import { useCardKeys, useResolve } from './use-card-keys.ts';

const SuggestionQuote = lazy(async () => ({
  default: (await withWords(import('../../suggestions/suggestion-quote.tsx'))).SuggestionQuote,
}));

interface ThreadCardProps {
  thread: Thread;
  isActive: boolean;
  isGone: boolean;
  /** What it is about, in words; null where the card stands beside it. */
  about: string | null;
}

const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, textarea, input, a, [role="menu"], label') !== null;

function ThreadCardView({ thread, isActive, isGone, about }: ThreadCardProps) {
  const { t } = useTranslation('comments');
  const ref = useRef<HTMLElement>(null);
  const places = useThreadPlaces();
  const [first] = thread.comments;
  const authorOf = useCommentAuthor();
  useAttention(ref, thread, isActive);
  const attend = () => {
    activate(thread.id, true);
    places.reveal(thread);
  };
  const clicked = ({ target }: MouseEvent) => !isControl(target) && attend();
  // A card that opens moves: with the pointer it is opened when the button is released, not by the focus before.
  const pressed = (event: MouseEvent) => !isActive && !isControl(event.target) && event.preventDefault();
  const focused = ({ target, currentTarget }: FocusEvent) =>
    target === currentTarget && !isActive && activate(thread.id);
  const keys = useCardKeys(thread, attend);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its controls are buttons; this opens it
    <article
      ref={ref}
      id={`thread-${thread.id}`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard goes from card to card
      tabIndex={0}
      data-active={isActive || undefined}
      data-unread={thread.isUnread || undefined}
      className={classes.card}
      aria-label={t(thread.isUnread ? 'unreadThreadBy' : 'threadBy', { name: first ? authorOf(first) : '' })}
      onClick={clicked}
      onMouseDown={pressed}
      onFocus={focused}
      onKeyDown={keys}
    >
      {about !== null && <About thread={thread} about={about} />}
      {thread.target.kind === 'suggestion' ? (
        <Suspense fallback={null}>
          <SuggestionQuote thread={thread} target={thread.target} />
        </Suspense>
      ) : (
        <Quote thread={thread} isGone={isGone} isShown={about !== null} />
      )}
      {isActive ? <OpenThread thread={thread} /> : <CommentSummary thread={thread} />}
      {isGone && thread.resolvedAt === null && pageOfTarget(thread.target) === 'write' && (
        <AttachButton thread={thread} isActive={isActive} />
      )}
    </article>
  );
}

/** Threads keep their identity while nothing in them changes: typing in the text wakes no card. */
export const ThreadCard = memo(ThreadCardView);

/** What one looks at is read; the keyboard comes where it was sent. */
function useAttention(ref: { current: HTMLElement | null }, { id, isUnread }: Thread, isActive: boolean): void {
  const { proposal } = useProposal();
  const takesFocus = useSyncExternalStore(commentState.subscribe, () => isActive && commentState.get().takesFocus);
  useEffect(() => {
    if (isActive && isUnread) void markRead(proposal.id, id);
  }, [proposal.id, id, isActive, isUnread]);
  useEffect(() => {
    const list = isActive && ref.current?.closest('[data-comment-list]');
    if (list && ref.current) scrollWithin(list, ref.current);
  }, [ref, isActive]);
  useEffect(() => {
    if (!takesFocus) return;
    ref.current?.focus({ preventScroll: true });
    changeComments({ takesFocus: false });
  }, [ref, takesFocus]);
}

/** In a list: what it is about, and the way there. */
function About({ thread, about }: { thread: Thread; about: string }) {
  const { t } = useTranslation('comments');
  const places = useThreadPlaces();
  const label = t(`goTo_${pageOfTarget(thread.target)}`);
  return (
    <div className={classes.aboutRow}>
      <p className={classes.about}>{about}</p>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={label}
        title={label}
        onClick={() => places.show(thread)}
      >
        <IconArrowRight size={16} />
      </ActionIcon>
    </div>
  );
}

interface QuoteProps {
  thread: Thread;
  isGone: boolean;
  isShown: boolean;
}

/** Beside its words a card need not quote them, unless they are gone. */
function Quote({ thread: { target }, isGone, isShown }: QuoteProps) {
  const { t } = useTranslation('comments');
  if (!isGone && (!isShown || target.kind !== 'passage')) return null;
  return (
    <blockquote className={classes.quote}>
      {isGone && <strong>{t(`gone_${pageOfTarget(target)}`)}</strong>}
      {isGone && target.kind === 'passage' && ': '}
      {target.kind === 'passage' && target.quote}
    </blockquote>
  );
}

function OpenThread({ thread }: { thread: Thread }) {
  const { t } = useTranslation('comments');
  const { reply } = useThreadActions();
  return (
    <>
      {thread.comments.map((comment) => (
        <CommentView key={comment.id} thread={thread} comment={comment} />
      ))}
      <TaskLine thread={thread} />
      {thread.resolvedAt === null && (
        <div data-reply>
          <Composer
            draftKey={`reply ${thread.id}`}
            label={t('replyPlaceholder')}
            submitLabel={t('send')}
            onSubmit={(body) => reply(thread.id, body)}
          />
        </div>
      )}
      <div className={classes.actions}>
        <ResolveButton thread={thread} />
        <TaskButton thread={thread} />
        <CopyLink thread={thread} />
      </div>
    </>
  );
}

/** For a mail, a chat, or another comment: it leads to this card. */
export function CopyLink({ thread: { id, target } }: { thread: Thread }) {
  const { t } = useTranslation('comments');
  const { proposal } = useProposal();
  const address = location.origin + pageAddress(proposal.id, pageOfTarget(target), threadAnchor(id));
  return (
    <CopyButton value={address}>
      {({ copied, copy }) => {
        const label = t(copied ? 'linkCopied' : 'copyLink');
        return (
          <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} onClick={copy}>
            {copied ? <IconCheck size={16} aria-hidden /> : <IconLink size={16} aria-hidden />}
          </ActionIcon>
        );
      }}
    </CopyButton>
  );
}

function ResolveButton({ thread }: { thread: Thread }) {
  const { t } = useTranslation('comments');
  const isResolved = thread.resolvedAt !== null;
  const { mayResolve, resolve } = useResolve(thread);
  if (!mayResolve) return null;
  return (
    <Button
      size="compact-sm"
      variant="light"
      leftSection={isResolved ? <IconRotate size={14} aria-hidden /> : <IconCheck size={14} aria-hidden />}
      aria-keyshortcuts="e"
      onClick={() => void resolve()}
    >
      {isResolved ? t('reopen') : t('resolve')}
    </Button>
  );
}
