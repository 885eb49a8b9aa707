// What I am to settle, in all of my proposals: each leads to its comment. Nothing is drawn while there is nothing.
import type { MyTask } from '@adagia/shared/api/tasks';
import { noticePath } from '@adagia/shared/notice-path';
import { Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMyTasks } from '../../api/queries.ts';
import { isOverdue, localToday, useDueText } from './due-text.ts';
import { taskPlace } from './task-place.ts';
import classes from './tasks.module.css';

/** Those of today count as due. */
function countOverdue(tasks: readonly MyTask[]): number {
  const today = localToday();
  return tasks.filter(({ dueOn }) => isOverdue(dueOn, today)).length;
}

export function MyTasks() {
  const { t } = useTranslation('home');
  const { data: tasks = [] } = useMyTasks();
  if (tasks.length === 0) return null;
  const late = countOverdue(tasks);
  return (
    <section className={classes.tasks} aria-labelledby="my-tasks">
      <Title order={2} size="h4" id="my-tasks">
        {t('tasks')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('tasksCount', { count: tasks.length })}
        {late > 0 && `, ${t('tasksLate', { count: late })}`}
      </Text>
      <ul className={classes.list}>
        {tasks.map((task) => (
          <TaskItem key={task.threadId} task={task} />
        ))}
      </ul>
    </section>
  );
}

/** Its path and what stands behind the '#', as the router wants them. */
function addressOf({ proposalId, threadId, sectionId }: MyTask) {
  const [to = '', hash = ''] = noticePath({ kind: 'task', proposalId, target: threadId, sectionId }).split('#');
  return { to: to as never, hash: decodeURIComponent(hash) };
}

function TaskItem({ task }: { task: MyTask }) {
  const { t } = useTranslation('home');
  const dueText = useDueText();
  const { dueOn, excerpt, proposalName, assignedByName, isOfOrganisation } = task;
  const isLate = isOverdue(dueOn);
  return (
    <li className={classes.item} data-late={isLate || undefined}>
      <Link {...addressOf(task)} className={classes.words ?? ''}>
        <bdi>{excerpt || t('taskDeleted')}</bdi>
      </Link>
      <span className={classes.about}>
        {proposalName}, {taskPlace(task)}
      </span>
      <span className={classes.about}>
        {assignedByName !== '' && t('taskBy', { name: assignedByName })}
        {isOfOrganisation && ` ${t('taskOfOrganisation')}`}
      </span>
      <span className={classes.due}>
        {dueOn === '' ? t('taskNoDay') : t(isLate ? 'taskLate' : 'taskDue', { day: dueText(dueOn) })}
      </span>
    </li>
  );
}
