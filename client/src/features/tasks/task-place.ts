// What a task is about, in words, on a page that knows no proposal: by the form of its call, or by the name that the object had.
import { parseAnswerKey } from '@adagia/shared/answer-key';
import type { CommentTarget } from '@adagia/shared/api/review';
import { findCall } from '@adagia/shared/programme/calls';

interface About {
  callId: string;
  target: CommentTarget;
}

export function taskPlace({ callId, target }: About): string {
  if ('name' in target) return target.name;
  const sections = findCall(callId)?.sections ?? [];
  if (target.kind === 'section') return sections.find(({ id }) => id === target.sectionId)?.title ?? '';
  const questionId = parseAnswerKey(target.key)?.questionId;
  const questions = sections.flatMap(({ groups }) => groups.flatMap((group) => group.questions));
  return questions.find(({ id }) => id === questionId)?.prompt ?? '';
}
