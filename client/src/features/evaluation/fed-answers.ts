// Which answers of the proposal are read for a criterion, by the data of its form: where a weak criterion is mended.
import { useMemo } from 'react';
import type { ProposalOutline } from '../narrative/use-outline.ts';
import { useOutline } from '../narrative/use-outline.ts';

export interface FedAnswer {
  key: string;
  /** The question, and what it is about where it repeats. */
  title: string;
  /** What it is about; '' where it is asked once. */
  about: string;
}

export function fedAnswers({ answers }: Pick<ProposalOutline, 'answers'>, criterionId: string): FedAnswer[] {
  return answers
    .filter(({ question }) => question.criteria.includes(criterionId))
    .map(({ key, question, object }) => ({
      key,
      title: question.prompt,
      about: object ? [object.number, object.title].filter(Boolean).join(' ') : '',
    }));
}

export function useFedAnswers(criterionId: string): FedAnswer[] {
  const outline = useOutline();
  return useMemo(() => fedAnswers(outline, criterionId), [outline, criterionId]);
}
