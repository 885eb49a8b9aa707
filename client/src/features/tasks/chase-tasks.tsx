// On the board of what is missing: threads that were given to somebody and are not settled yet, by whose they are and since when they
// are due. The latest due first.
import type { Thread } from '@adagia/shared/api/review';
import { pageOfTarget } from '@adagia/shared/comment-places';
import { threadAnchor } from '@adagia/shared/notice-path';
import { Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useAllThreads } from '../comments/use-threads.ts';
import { isOverdue, useDueText } from './due-text.ts';
import { taskPlace } from './task-place.ts';
import classes from './tasks.module.css';

type Given = Thread & { task: NonNullable<Thread['task']> };

const byDay = (a: Given, b: Given): number =>
  Number(a.task.dueOn === '') - Number(b.task.dueOn === '') || a.task.dueOn.localeCompare(b.task.dueOn);

export function ChaseTasks({ isLateOnly }: { isLateOnly: boolean }) {
  const { t } = useTranslation('home');
  const given = useAllThreads()
    .filter((thread): thread is Given => thread.task !== null && thread.resolvedAt === null)
    .filter(({ task }) => !isLateOnly || isOverdue(task.dueOn))
    .toSorted(byDay);
  if (given.length === 0) return null;
  return (
    <section className={classes.tasks} aria-labelledby="chase-tasks">
      <Title order={2} size="h4" id="chase-tasks">
        {t('chaseTasks')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('tasksCount', { count: given.length })}
      </Text>
      <ul className={classes.list}>
        {given.map((thread) => (
          <ChaseItem key={thread.id} thread={thread} />
        ))}
      </ul>
    </section>
  );
}

function useHolder({ assigneeId, assigneeName, assigneeOrganisationId }: Given['task']): string {
  const { proposal } = useProposal();
  const own = proposal.members.find(({ userId }) => userId === assigneeId)?.organisationId;
  const index = proposal.organisations.findIndex(({ id }) => id === (assigneeOrganisationId ?? own));
  const organisation = index < 0 ? '' : `P${index + 1} ${proposal.organisations[index]?.legalName}`;
  return [assigneeName, organisation].filter(Boolean).join(', ');
}

function ChaseItem({ thread }: { thread: Given }) {
  const { t } = useTranslation('home');
  const { proposal } = useProposal();
  const dueText = useDueText();
  const holder = useHolder(thread.task);
  const { dueOn } = thread.task;
  const isLate = isOverdue(dueOn);
  const to = `/p/$proposalId/${pageOfTarget(thread.target)}` as const;
  return (
    <li className={classes.item} data-late={isLate || undefined}>
      <Link to={to} params={{ proposalId: proposal.id }} hash={threadAnchor(thread.id)} className={classes.words ?? ''}>
        <bdi>{thread.comments[0]?.body || t('taskDeleted')}</bdi>
      </Link>
      <span className={classes.about}>{holder}</span>
      <span className={classes.about}>{taskPlace({ callId: proposal.callId, target: thread.target })}</span>
      <span className={classes.due}>
        {dueOn === '' ? t('taskNoDay') : t(isLate ? 'taskLate' : 'taskDue', { day: dueText(dueOn) })}
      </span>
    </li>
  );
}
