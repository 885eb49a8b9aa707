// Where the words of a thread are gone: takes it on to the words that are selected. For whoever may settle any thread, and for who
// opened the thread.
import type { Thread } from '@adagia/shared/api/review';
import { can } from '@adagia/shared/roles';
import { Button } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { newPassageAt } from '../anchors/passage.ts';
import { selectedWords } from '../anchors/selected-words.ts';
import { activate } from '../comment-state.ts';
import classes from '../comments.module.css';
import { useCanComment } from '../use-can-comment.ts';
import { useHasSelectedWords } from '../use-selected-words.ts';
import { useThreadActions } from '../use-threads.ts';

interface AttachButtonProps {
  thread: Thread;
  /** A card at rest is short: what to do first is its button's description only. */
  isActive: boolean;
}

export function AttachButton({ thread: { id, comments }, isActive }: AttachButtonProps) {
  const { t } = useTranslation('comments');
  const { proposal, me, session } = useProposal();
  const { attach } = useThreadActions();
  const canComment = useCanComment();
  const hasWords = useHasSelectedWords();
  if (!can(proposal.role, 'comment.resolve') && !(canComment && comments[0]?.authorId === me.id)) return null;
  const press = async () => {
    const words = selectedWords();
    const passage = words && newPassageAt(session.doc.getText(words.answerKey), words);
    // The button goes with the reason for it: the keyboard goes on at the card.
    if (passage && (await attach(id, passage))) activate(id, true);
  };
  return (
    <div className={classes.attach}>
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconLink size={14} aria-hidden />}
        disabled={!hasWords}
        title={hasWords ? undefined : t('attachHint')}
        // Pressing it must not take the selection away.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => void press()}
      >
        {t('attach')}
      </Button>
      {isActive && !hasWords && (
        <p className={classes.quiet} aria-hidden>
          {t('attachHint')}
        </p>
      )}
    </div>
  );
}
