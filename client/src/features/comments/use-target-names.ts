// What a thread is about, in words.
import { parseAnswerKey } from '@adagia/shared/answer-key';
import type { CommentTarget } from '@adagia/shared/api/review';
import { useTranslation } from 'react-i18next';
import { useCellName } from '../budget/figures/use-cell-name.ts';
import { useOutline } from '../narrative/use-outline.ts';

export function useTargetNames() {
  const { t } = useTranslation('comments');
  const { sections, answers } = useOutline();
  const cellName = useCellName();
  return {
    nameOf(target: CommentTarget): string {
      if (target.kind === 'cell') return t('aboutCell', { name: cellName(target.cell) ?? target.name });
      if (target.kind === 'section') {
        const title = sections.find(({ section }) => section.id === target.sectionId)?.section.title;
        return t('aboutSection', { name: title ?? target.sectionId });
      }
      const answer = answers.find(({ key }) => key === target.key);
      const prompt = answer?.question.prompt ?? parseAnswerKey(target.key)?.questionId ?? '';
      return t('aboutQuestion', { name: answer?.object ? `${answer.object.number}: ${prompt}` : prompt });
    },
  };
}
