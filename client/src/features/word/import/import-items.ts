// A Word file beside the proposal as it is: what each answer would become, and which comments are new. Pure, but for reading the texts.
// The first is slow, and does not depend on what colleagues comment meanwhile.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { Thread } from '@adagia/shared/api/review';
import type { OutlineAnswer } from '@adagia/shared/programme/outline';
import type * as Y from 'yjs';
import { answerHeading } from '../export/word-parts.ts';
import type { WordDocument } from '../read/word-document.ts';
import { withSettledEnd } from '../tracked.ts';
import { type AnswerChange, answerChange, type ChangeInput } from './answer-change.ts';
import { answersIn, asAnswerBlock, type FoundAnswer } from './answers-in.ts';
import { type NewReply, type NewWordThread, newComments } from './new-comments.ts';
import { commentPlaces } from './word-text.ts';

export interface ImportItem {
  answer: OutlineAnswer;
  change: AnswerChange;
  threads: NewWordThread[];
}

export interface ImportItems {
  items: ImportItem[];
  replies: NewReply[];
}

interface ItemsInput extends ChangeInput {
  doc: Y.Doc;
  document: WordDocument;
  /** All of the form. */
  answers: readonly OutlineAnswer[];
  /** Into this one only. */
  only: OutlineAnswer | null;
}

/** What an answer would become, and which comments of the file are about it. */
interface ChangedItem extends Pick<ImportItem, 'answer' | 'change'> {
  commentIds: ReadonlySet<string>;
}

const known = (answers: readonly OutlineAnswer[]) =>
  answers.map((answer) => ({ key: answer.key, heading: answerHeading(answer) }));

/** For one answer: its own part of a file of ours, else the whole file. */
function foundIn({ document, answers, only }: ItemsInput): Map<AnswerKey, FoundAnswer> {
  const found = answersIn(document, known(answers));
  if (!only) return found;
  const own = found.get(only.key);
  const whole = document.blocks.map((block) => asAnswerBlock(block, 0));
  return new Map([[only.key, own ?? { blocks: withSettledEnd(trimmed(whole)), onQuestion: [] }]]);
}

/** A file often begins and ends with empty lines. */
function trimmed(blocks: FoundAnswer['blocks']): FoundAnswer['blocks'] {
  const isFull = ({ runs }: FoundAnswer['blocks'][number]) => runs.length > 0;
  const [first, last] = [blocks.findIndex(isFull), blocks.findLastIndex(isFull)];
  return first < 0 ? blocks.slice(0, 1) : blocks.slice(first, last + 1);
}

export function importChanges(input: ItemsInput): ChangedItem[] {
  const { doc, answers } = input;
  const found = foundIn(input);
  return answers.flatMap((answer): ChangedItem[] => {
    const own = found.get(answer.key);
    if (!own) return [];
    const change = answerChange(doc.getText(answer.key), answer.key, own.blocks, input);
    return [{ answer, change, commentIds: new Set([...own.onQuestion, ...commentPlaces(change.plan.word).keys()]) }];
  });
}

export function withComments(
  changes: readonly ChangedItem[],
  { comments }: WordDocument,
  threads: readonly Thread[],
): ImportItems {
  const fresh = newComments(comments, threads);
  const items = changes.map(({ answer, change, commentIds }) => ({
    answer,
    change,
    threads: fresh.threads.filter(({ first }) => commentIds.has(first.id)),
  }));
  return { items, replies: fresh.replies };
}
