// Which threads the list shows: by what they are to me, by organisation, by section, and by words in them. Pure.
import type { CommentTarget, Task, Thread } from '@adagia/shared/api/review';
import { saidBy } from '@adagia/shared/comment-author';

export const commentFilters = ['Open', 'Mine', 'ForMe', 'Unread', 'Gone', 'Resolved'] as const;
export type CommentFilter = (typeof commentFilters)[number];

export interface FilterInput {
  filter: CommentFilter;
  /** Whose words, or whose task. */
  organisationId: string | null;
  /** Of the form, or a part of the proposal. */
  sectionId: string | null;
  /** What somebody looks for, as they type it. */
  search: string;
  /** Whose comments are "mine". */
  me: string;
  /** Where I belong to. */
  myOrganisationId: string | null;
  /** Threads whose words are deleted. */
  gone: ReadonlySet<string>;
  /** Stays in the list of unread ones while one reads it. */
  active: string | null;
  namesMe(body: string): boolean;
  sectionOf(thread: Thread): string;
}

/** Theirs to settle, by themselves or as one of an organisation. */
export function isTaskOf(task: Task | null, userId: string, organisationId: string | null): boolean {
  if (task === null) return false;
  if (task.assigneeId !== null) return task.assigneeId === userId;
  return organisationId !== null && task.assigneeOrganisationId === organisationId;
}

/** Given to me or to my organisation, or by name. */
function isForMe({ task, comments }: Thread, { me, myOrganisationId, namesMe }: FilterInput): boolean {
  return isTaskOf(task, me, myOrganisationId) || comments.some(({ body }) => namesMe(body));
}

function passes(thread: Thread, input: FilterInput): boolean {
  const { filter, me, gone, active } = input;
  const isResolved = thread.resolvedAt !== null;
  switch (filter) {
    case 'Resolved':
      return isResolved;
    case 'Mine':
      return !isResolved && thread.comments.some(({ authorId }) => authorId === me);
    case 'ForMe':
      return !isResolved && isForMe(thread, input);
    case 'Unread':
      return !isResolved && (thread.isUnread || thread.id === active);
    case 'Gone':
      return !isResolved && gone.has(thread.id);
    case 'Open':
      return !isResolved;
  }
}

/** As people type on whatever keyboard: "resume" finds Résumé, "lodz" Łódź. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[łŁ]/g, 'l')
    .toLocaleLowerCase('und')
    .replaceAll('ς', 'σ');

/** What it is about, as it was when somebody wrote of it. */
function wordsOf(target: CommentTarget): string[] {
  if (target.kind === 'passage') return [target.quote];
  if (target.kind === 'suggestion') return [target.before, target.after];
  return 'name' in target ? [target.name] : [];
}

/** Every word of it somewhere: in what was written, by whom, whose it is to settle, or in the words that it is about. */
function contains({ comments, target, task }: Thread, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const all = plain(
    [
      ...comments.flatMap((one) => [one.body, one.authorName, saidBy(one)]),
      ...wordsOf(target),
      task?.assigneeName ?? '',
    ].join('\n'),
  );
  return words.every((word) => all.includes(word));
}

const isOfOrganisation = ({ comments, task }: Thread, id: string | null): boolean =>
  id === null || task?.assigneeOrganisationId === id || comments.some(({ organisationId }) => organisationId === id);

export function filterThreads(threads: readonly Thread[], input: FilterInput): Thread[] {
  const { organisationId, sectionId, search, sectionOf } = input;
  const words = plain(search).split(/\s+/).filter(Boolean);
  return threads.filter(
    (thread) =>
      passes(thread, input) &&
      isOfOrganisation(thread, organisationId) &&
      (sectionId === null || sectionOf(thread) === sectionId) &&
      contains(thread, words),
  );
}
