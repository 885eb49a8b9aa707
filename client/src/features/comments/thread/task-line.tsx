// Whose a thread is to settle, and until when: a line on its card, and in the open card the form that says it.
import type { Task, Thread } from '@adagia/shared/api/review';
import { organisationIdSchema, userIdSchema } from '@adagia/shared/ids';
import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { useTask } from '../../../ui/use-task.ts';
import { isOverdue, useDueText } from '../../tasks/due-text.ts';
import classes from '../comments.module.css';
import { useCanComment } from '../use-can-comment.ts';
import { useThreadActions } from '../use-threads.ts';

function useTaskHolder(): (task: Task) => string {
  const { t } = useTranslation('comments');
  const { proposal } = useProposal();
  return ({ assigneeName, assigneeOrganisationId }) => {
    const index = proposal.organisations.findIndex(({ id }) => id === assigneeOrganisationId);
    if (index >= 0) return `P${index + 1} ${proposal.organisations[index]?.legalName}`;
    return assigneeName || t('somebodyGone');
  };
}

export function TaskLine({ thread: { task, resolvedAt } }: { thread: Thread }) {
  const { t } = useTranslation('comments');
  const holder = useTaskHolder();
  const dueText = useDueText();
  if (!task) return null;
  const isLate = resolvedAt === null && isOverdue(task.dueOn);
  const name = holder(task);
  return (
    <p className={classes.task} data-late={isLate || undefined}>
      <IconUserCheck size={14} aria-hidden />
      <span>
        <bdi>{task.dueOn ? t('taskUntil', { name, day: dueText(task.dueOn) }) : t('taskOf', { name })}</bdi>
        {isLate && <strong>, {t('overdue')}</strong>}
      </span>
    </p>
  );
}

/** In the value of the list of whom it may be given to. */
const PERSON = 'person ';
const ORGANISATION = 'organisation ';

function valueOf(task: Task | null): string | null {
  if (task?.assigneeId) return PERSON + task.assigneeId;
  return task?.assigneeOrganisationId ? ORGANISATION + task.assigneeOrganisationId : null;
}

function assigneeOf(value: string | null) {
  const isPerson = value?.startsWith(PERSON) ?? false;
  const id = value?.split(' ')[1] ?? '';
  return {
    assigneeId: isPerson ? userIdSchema.parse(id) : null,
    assigneeOrganisationId: value && !isPerson ? organisationIdSchema.parse(id) : null,
  };
}

function useChoices(task: Task | null) {
  const { t } = useTranslation('comments');
  const { proposal, me } = useProposal();
  const people = proposal.members.map(({ userId, name }) => ({
    value: PERSON + userId,
    label: userId === me.id ? t('taskMe', { name }) : name,
  }));
  const isGone = task?.assigneeId && !proposal.members.some(({ userId }) => userId === task.assigneeId);
  const gone = isGone ? [{ value: PERSON + task.assigneeId, label: task.assigneeName || t('somebodyGone') }] : [];
  const organisations = proposal.organisations.map(({ id, legalName }, index) => ({
    value: ORGANISATION + id,
    label: `P${index + 1} ${legalName}`,
  }));
  return [
    { group: t('taskPeople'), items: [...people, ...gone] },
    { group: t('taskOrganisations'), items: organisations },
  ];
}

/** A button until it is pressed: most comments are no tasks. */
export function TaskButton({ thread }: { thread: Thread }) {
  const { t } = useTranslation('comments');
  const [isOpen, setOpen] = useState(false);
  const canComment = useCanComment();
  if (!canComment || thread.resolvedAt !== null) return null;
  if (isOpen) return <TaskForm thread={thread} onClose={() => setOpen(false)} />;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconUserCheck size={14} aria-hidden />}
      onClick={() => setOpen(true)}
    >
      {t(thread.task ? 'taskChange' : 'taskGive')}
    </Button>
  );
}

function TaskForm({ thread: { id, task }, onClose }: { thread: Thread; onClose(): void }) {
  const { t } = useTranslation('comments');
  const { setTask } = useThreadActions();
  const [isBusy, run] = useTask();
  const choices = useChoices(task);
  const [holder, setHolder] = useState(valueOf(task));
  const [dueOn, setDueOn] = useState(task?.dueOn ?? '');
  const save = (to: string | null, day: string) =>
    run(async () => {
      if (await setTask(id, { ...assigneeOf(to), dueOn: day })) onClose();
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(holder, dueOn);
  };
  return (
    <form className={classes.taskForm} onSubmit={submit} aria-label={t('taskGive')}>
      <Select
        size="xs"
        label={t('taskWho')}
        data={choices}
        value={holder}
        onChange={setHolder}
        searchable
        autoFocus
        nothingFoundMessage={t('taskNobody')}
      />
      <TextInput
        size="xs"
        type="date"
        label={t('taskDay')}
        value={dueOn}
        onChange={(event) => setDueOn(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button size="compact-sm" type="submit" loading={isBusy} disabled={holder === null}>
          {t('taskSave')}
        </Button>
        {task && (
          <Button size="compact-sm" variant="subtle" color="red" disabled={isBusy} onClick={() => save(null, '')}>
            {t('taskTakeBack')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" onClick={onClose}>
          {t('cancel')}
        </Button>
      </Group>
      {holder === null && (
        <Text size="xs" c="dimmed">
          {t('taskHint')}
        </Text>
      )}
    </form>
  );
}
