// One suggestion: who, when, what would change, and what one may do about it.
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowRight, IconCheck, IconX } from '@tabler/icons-react';
import { type FocusEvent, type KeyboardEvent, type MouseEvent, memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isShortcut } from '../../editor/ui/shortcuts.ts';
import { useEditorWorkspace } from '../../editor/ui/use-editor-workspace.ts';
import { returnToTarget, revealTarget } from '../comments/anchors/reveal-target.ts';
import { changeComments, hasMargin } from '../comments/comment-state.ts';
import comments from '../comments/comments.module.css';
import { scrollWithin } from '../comments/scroll-within.ts';
import { focusReply } from '../comments/thread/use-card-keys.ts';
import { ChangeView } from './change-view.tsx';
import { changeWords } from './change-words.ts';
import { Discussion } from './discussion.tsx';
import { markedSuggestion } from './places.ts';
import { SuggestionByline } from './suggestion-byline.tsx';
import type { PendingSuggestion } from './suggestion-index.ts';
import { activateSuggestion, changeSuggestions, suggestionState } from './suggestion-state.ts';
import classes from './suggestions.module.css';
import { useDecideOne, type Verdict } from './use-decisions.tsx';
import { useAuthorName, useSuggestionIndex, useSuggestionRights } from './use-suggestions.ts';

interface SuggestionCardProps {
  suggestion: PendingSuggestion;
  isActive: boolean;
  /** The question, in a list; null where the card stands beside its words. */
  about: string | null;
}

const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, textarea, input, a, [role="menu"], label') !== null;

function SuggestionCardView({ suggestion, isActive, about }: SuggestionCardProps) {
  const { t } = useTranslation('suggestionCards');
  const ref = useRef<HTMLElement>(null);
  const workspace = useEditorWorkspace();
  const index = useSuggestionIndex();
  const nameOf = useAuthorName();
  useAttention(ref, suggestion.name, isActive);
  const reveal = () => revealTarget(workspace, () => markedSuggestion(index, suggestion));
  const attend = () => {
    activateSuggestion(suggestion.name, true);
    reveal();
  };
  const show = () => {
    changeSuggestions({ active: suggestion.name });
    if (!hasMargin()) changeComments({ isListOpen: false });
    reveal();
  };
  const leave = () => {
    changeSuggestions({ active: null });
    if (!hasMargin()) changeComments({ isListOpen: false });
    returnToTarget(workspace, markedSuggestion(index, suggestion));
  };
  const pressed = useCardKeys(suggestion, attend, leave);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its controls are buttons; this opens it
    <article
      ref={ref}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard goes from card to card
      tabIndex={0}
      data-active={isActive || undefined}
      data-suggestion={suggestion.name}
      className={`${comments.card} ${classes.card}`}
      aria-label={t('by', { name: nameOf(suggestion.author) })}
      onClick={({ target }: MouseEvent) => !isControl(target) && attend()}
      // As with comments: the pointer opens it when the button is released.
      onMouseDown={(event: MouseEvent) => !isActive && !isControl(event.target) && event.preventDefault()}
      onFocus={({ target, currentTarget }: FocusEvent) =>
        target === currentTarget && !isActive && activateSuggestion(suggestion.name)
      }
      onKeyDown={pressed}
    >
      {about !== null && <About about={about} onShow={show} />}
      <SuggestionByline suggestion={suggestion} />
      <ChangeView {...changeWords(suggestion)} />
      <Actions suggestion={suggestion} />
      <Discussion suggestion={suggestion} isActive={isActive} />
    </article>
  );
}

/** Suggestions keep their identity while nothing in them changes: typing in the text wakes no card. */
export const SuggestionCard = memo(SuggestionCardView);

/** The keyboard comes where it was sent. In a list the card comes to be seen. */
function useAttention(ref: { current: HTMLElement | null }, name: string, isActive: boolean): void {
  useEffect(() => {
    const list = isActive && ref.current?.closest('[data-suggestion-list]');
    if (list && ref.current) scrollWithin(list, ref.current);
  }, [ref, isActive]);
  useEffect(() => {
    const attend = () => {
      // A card that is about to go may still be drawn as the active one.
      const { active, takesFocus } = suggestionState.get();
      if (active !== name || !takesFocus) return;
      ref.current?.focus({ preventScroll: true });
      changeSuggestions({ takesFocus: false });
    };
    attend();
    return suggestionState.subscribe(attend);
  }, [ref, name]);
}

/** Letters only while the card itself is focused. */
function useCardKeys(suggestion: PendingSuggestion, attend: () => void, leave: () => void) {
  const { mayDecide, mayWithdraw } = useSuggestionRights();
  const decideOne = useDecideOne(suggestion);
  const onCard = (event: KeyboardEvent) => {
    if (event.key === 'Enter') attend();
    if (isShortcut(event.nativeEvent, 'discussSuggestion')) {
      event.preventDefault();
      attend();
      focusReply(event.currentTarget);
    }
    if (isShortcut(event.nativeEvent, 'acceptSuggestion') && mayDecide(suggestion)) decideOne('accept', true);
    if (!isShortcut(event.nativeEvent, 'rejectSuggestion')) return;
    if (mayWithdraw(suggestion)) decideOne('withdraw', true);
    else if (mayDecide(suggestion)) decideOne('reject', true);
  };
  return (event: KeyboardEvent) => {
    if (event.target === event.currentTarget) onCard(event);
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    event.nativeEvent.stopImmediatePropagation();
    leave();
  };
}

function About({ about, onShow }: { about: string; onShow(): void }) {
  const { t } = useTranslation('suggestionCards');
  return (
    <div className={comments.aboutRow}>
      <p className={comments.about}>{about}</p>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('goTo')} title={t('goTo')} onClick={onShow}>
        <IconArrowRight size={16} />
      </ActionIcon>
    </div>
  );
}

function Actions({ suggestion }: { suggestion: PendingSuggestion }) {
  const { t } = useTranslation('suggestionCards');
  const { mayDecide, mayWithdraw } = useSuggestionRights();
  const decideOne = useDecideOne(suggestion);
  const [isMine, mayAccept] = [mayWithdraw(suggestion), mayDecide(suggestion)];
  if (!isMine && !mayAccept) return null;
  // A button that is pressed with the keyboard tells of no press of the pointer.
  const by = (verdict: Verdict) => (event: MouseEvent) => decideOne(verdict, event.detail === 0);
  return (
    <div className={comments.actions}>
      {mayAccept && (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconCheck size={14} aria-hidden />}
          aria-keyshortcuts="a"
          onClick={by('accept')}
        >
          {t('accept')}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={isMine ? <IconArrowBackUp size={14} aria-hidden /> : <IconX size={14} aria-hidden />}
        aria-keyshortcuts="r"
        onClick={by(isMine ? 'withdraw' : 'reject')}
      >
        {t(isMine ? 'withdraw' : 'reject')}
      </Button>
    </div>
  );
}
