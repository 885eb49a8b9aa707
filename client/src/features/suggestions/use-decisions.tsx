// Accepting, rejecting and withdrawing as people do it: said to those who do not see it, with a way back, and with the keyboard going on
// at the next card, or in the text.
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useEditorWorkspace } from '../../editor/ui/use-editor-workspace.ts';
import { returnToTarget } from '../comments/anchors/reveal-target.ts';
import { announceComments } from '../comments/announcements.tsx';
import { commentState } from '../comments/comment-state.ts';
import { type Decided, decide, withdraw } from './decide.ts';
import { markedSuggestion } from './places.ts';
import type { PendingSuggestion } from './suggestion-index.ts';
import { activateSuggestion, changeSuggestions } from './suggestion-state.ts';
import { useSettle } from './use-discussions.ts';
import { usePendingSuggestions, useSuggestionIndex } from './use-suggestions.ts';

export type Verdict = 'accept' | 'reject' | 'withdraw';

const said = { accept: 'accepted', reject: 'rejected', withdraw: 'withdrawn' } as const;

/** The one that is shown: the next takes its place. */
let shown = '';

/** @returns does it, and tells how many there were */
export function useDecide(): (chosen: readonly PendingSuggestion[], verdict: Verdict) => void {
  const { t } = useTranslation('suggestionCards');
  const { me, session } = useProposal();
  const index = useSuggestionIndex();
  const settle = useSettle();
  return (chosen, verdict) => {
    const texts = { doc: session.doc, index };
    const { decided, undo: takeBack }: Pick<Decided, 'decided'> & Partial<Decided> =
      verdict === 'withdraw' ? withdraw(texts, chosen, me.id) : decide(texts, chosen, verdict);
    const count = decided.length;
    settle(decided, said[verdict]);
    const words = count === 0 ? t('gone') : t(said[verdict], { count });
    announceComments(words);
    notifications.hide(shown);
    if (count === 0 || !takeBack) return;
    const undo = () => {
      const back = takeBack();
      settle(back, null);
      notifications.hide(shown);
      const kept = count - back.length;
      const result = kept > 0 ? t('notUndone', { count: kept }) : t('undone');
      announceComments(result);
      if (kept > 0) shown = notifications.show({ message: result });
    };
    shown = notifications.show({ message: <Done words={words} onUndo={undo} />, autoClose: 8000 });
  };
}

function Done({ words, onUndo }: { words: string; onUndo(): void }) {
  const { t } = useTranslation('suggestionCards');
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{words}</Text>
      <Button size="compact-sm" variant="light" onClick={onUndo}>
        {t('undo')}
      </Button>
    </Group>
  );
}

/** With the keyboard, and in the list, one goes on with the next; with the pointer in the margin the text has the attention again. */
export function useDecideOne(suggestion: PendingSuggestion): (verdict: Verdict, byKeyboard: boolean) => void {
  const workspace = useEditorWorkspace();
  const index = useSuggestionIndex();
  const all = usePendingSuggestions();
  const decideAll = useDecide();
  return (verdict, byKeyboard) => {
    const at = all.findIndex(({ name }) => name === suggestion.name);
    const next = all[at + 1] ?? all[at - 1];
    const marked = markedSuggestion(index, suggestion);
    decideAll([suggestion], verdict);
    if (next && (byKeyboard || commentState.get().isListOpen)) activateSuggestion(next.name, true);
    else {
      changeSuggestions({ active: null });
      if (!commentState.get().isListOpen) returnToTarget(workspace, marked);
    }
  };
}
