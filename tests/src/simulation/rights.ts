// What somebody in a simulation may write, by the rules of the product: the answers are one section each, so that one can be
// locked without the others.
import type { Rights } from '@adagia/server/sync/admission/rights';
import { parseAnswerKey } from '@adagia/shared/answer-key';
import { writingRights } from '@adagia/shared/writing-rights';
import { ANSWERS } from './contained.ts';

const questionOf = (answer: string): string => parseAnswerKey(answer)?.questionId ?? '';

const call = {
  sections: ANSWERS.map(questionOf).map((id) => ({
    id,
    title: id,
    groups: [{ id, title: id, repeat: 'project' as const, questions: [{ id, prompt: id, type: 'text' as const }] }],
  })),
} as unknown as Parameters<typeof writingRights>[1]['call'];

export function simulatedRights(
  userId: string,
  role: 'writer' | 'suggester' | 'reviewer',
  locked: Iterable<string>,
  isFrozen: boolean,
): Rights {
  const names = { writer: 'editor', suggester: 'suggester', reviewer: 'commenter' } as const;
  const writer = { userId, role: names[role], organisationId: null, sectionIds: null };
  const sections = [...locked].map((answer) => {
    return { sectionId: questionOf(answer), ownerId: null, writerIds: [], isExclusive: false, lockedBy: 'nobody' };
  });
  return writingRights(writer, {
    call,
    hasOwnColumns: false,
    isNegotiated: false,
    isFrozen,
    sections,
  });
}
