// What a comment said before its author changed it. Asked for when somebody wants to see it.
import { type Comment, listWordings, type Thread } from '@adagia/shared/api/review';
import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../../api/call.ts';
import { useProposal } from '../../../app/proposal-context.ts';
import { momentFormat } from '../../../i18n/time-zone.ts';
import { problemText } from '../../../ui/show-problem.ts';
import classes from '../comments.module.css';

interface EarlierWordsProps {
  thread: Thread;
  comment: Comment;
}

export function EarlierWords({ thread, comment }: EarlierWordsProps) {
  const { t } = useTranslation('comments');
  const [isOpen, setOpen] = useState(false);
  if (!comment.editedAt || comment.isDeleted) return null;
  return (
    <>
      <UnstyledButton className={classes.earlierButton} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? 'earlierHide' : 'earlierShow')}
      </UnstyledButton>
      {isOpen && <Wordings thread={thread} comment={comment} />}
    </>
  );
}

function Wordings({ thread, comment }: EarlierWordsProps) {
  const { t, i18n } = useTranslation('comments');
  const { proposal } = useProposal();
  const place = { proposalId: proposal.id, threadId: thread.id, commentId: comment.id };
  const { data, error } = useQuery({
    queryKey: [proposal.id, 'comments', 'wordings', comment.id, comment.editedAt],
    queryFn: () => callApi(listWordings, place, {}),
  });
  const when = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  if (error) return <p className={classes.quiet}>{problemText(error)}</p>;
  return (
    <ul className={classes.earlier} aria-label={t('earlierList')} aria-busy={!data}>
      {data?.length === 0 && <li className={classes.quiet}>{t('earlierNone')}</li>}
      {data?.map(({ body, at }) => (
        <li key={at}>
          <time className={classes.quiet} dateTime={at}>
            {when.format(new Date(at))}
          </time>
          <p className={classes.text} dir="auto">
            {body}
          </p>
        </li>
      ))}
    </ul>
  );
}
