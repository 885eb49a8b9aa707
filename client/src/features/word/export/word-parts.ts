// A proposal, a section of it, or one answer as the parts of a Word file, in the order of the form. Pure.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { CommentTarget, Thread } from '@adagia/shared/api/review';
import { saidBy } from '@adagia/shared/comment-author';
import type { OutlineAnswer } from '@adagia/shared/programme/outline';
import { objectLabel } from '@adagia/shared/text/proposal-text';
import type { WordAnswerBlock } from '../tracked.ts';
import { answerMark, partMark } from '../word-marks.ts';
import type { WordPart, WordTable, WordThread } from '../write/word-part.ts';

export interface NamedTable {
  title: string;
  table: WordTable;
  /** Which comments are about something in it. */
  isAbout(target: CommentTarget): boolean;
}

export interface WordPartsInput {
  /** In portal order. */
  answers: readonly OutlineAnswer[];
  blocksOf(key: AnswerKey): readonly WordAnswerBlock[];
  threads: readonly Thread[];
  tables: readonly NamedTable[];
}

/** Where an answer stands, and its question: what a file without bookmarks is told by. */
export const answerHeading = ({ question }: OutlineAnswer): string => question.prompt.replaceAll(/\s+/g, ' ').trim();

const anchored = (blocks: readonly WordAnswerBlock[]): Set<string> =>
  new Set(blocks.flatMap(({ runs }) => runs.flatMap(({ format }) => Object.keys(format))));

/** Comments on the question as a whole, and those whose words are gone. */
function threadsOfQuestion(key: AnswerKey, blocks: readonly WordAnswerBlock[], threads: readonly Thread[]): string[] {
  const there = anchored(blocks);
  return threads
    .filter(({ id, target }) => 'key' in target && target.key === key && !there.has(`comment:${id}`))
    .map(({ id }) => id);
}

export function wordParts({ answers, blocksOf, threads, tables }: WordPartsInput): WordPart[] {
  const parts: WordPart[] = [];
  let number = 0;
  const head = (level: 1 | 2, text: string, about: (target: CommentTarget) => boolean) =>
    parts.push({
      kind: 'heading',
      level,
      text,
      mark: partMark(number++),
      threads: threads.filter(({ target }) => about(target)).map(({ id }) => id),
    });
  let [section, group] = ['', ''];
  for (const answer of answers) {
    const { section: own, group: ownGroup, object, key } = answer;
    if (own.id !== section) head(1, own.title, (to) => to.kind === 'section' && to.sectionId === own.id);
    const groupKey = `${ownGroup.id} ${object?.id ?? ''}`;
    const title = objectLabel(object) || (ownGroup.title === own.title ? '' : ownGroup.title);
    if (groupKey !== group && title) head(2, title, () => false);
    [section, group] = [own.id, groupKey];
    const blocks = blocksOf(key);
    const about = threadsOfQuestion(key, blocks, threads);
    parts.push({ kind: 'heading', level: 3, text: answerHeading(answer), mark: answerMark(key), threads: about });
    parts.push({ kind: 'answer', blocks });
  }
  for (const { title, table, isAbout } of tables) {
    head(1, title, isAbout);
    parts.push(table);
  }
  return parts;
}

/** Without what was deleted. @param doesResolved whether those that are settled go along */
export function wordThreads(threads: readonly Thread[], doesResolved: boolean): WordThread[] {
  return threads.flatMap(({ id, resolvedAt, comments }) => {
    const said = comments.filter(({ isDeleted }) => !isDeleted);
    if (said.length === 0 || (resolvedAt && !doesResolved)) return [];
    return [
      {
        id,
        isResolved: resolvedAt !== null,
        comments: said.map((comment) => ({
          author: saidBy(comment),
          atMs: Date.parse(comment.fromFile?.at ?? comment.createdAt),
          body: comment.body,
        })),
      },
    ];
  });
}
