// The form of this proposal as it stands now: follows the plan, the organisations and the form's language, live.
import type { Fields } from '@adagia/shared/document';
import { readWorkplan, type Workplan } from '@adagia/shared/plan/workplan';
import { type OutlineAnswer, type OutlineGroup, outlineAnswers, outlineGroups } from '@adagia/shared/programme/outline';
import type { FormSection } from '@adagia/shared/programme/schema';
import { formLanguage } from '@adagia/shared/references/shown-content';
import { useDeferredValue, useMemo } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { useFields } from '../../session/use-fields.ts';

export interface OutlineSection {
  section: FormSection;
  groups: OutlineGroup[];
  answers: OutlineAnswer[];
}

export interface ProposalOutline {
  sections: OutlineSection[];
  /** All answers in portal order. */
  answers: OutlineAnswer[];
  workplan: Workplan;
  language: string;
}

export function useOutline(): ProposalOutline {
  const { session } = useProposal();
  return useOutlineOf(useFields(session, 'plan'));
}

/** For what only stands beside: questions come and go with work packages, and the bar that is being dragged goes first. */
export function useDeferredOutline(): ProposalOutline {
  const { session } = useProposal();
  return useOutlineOf(useDeferredValue(useFields(session, 'plan')));
}

function useOutlineOf(plan: Fields): ProposalOutline {
  const { proposal, session, call } = useProposal();
  const language = formLanguage(useFields(session, 'facts'));
  const { organisations } = proposal;
  return useMemo(() => {
    const workplan = readWorkplan(plan);
    const input = { call, organisations, workplan };
    const groups = outlineGroups(input);
    const answers = outlineAnswers(input, language);
    const sections = call.sections.map((section) => ({
      section,
      groups: groups.filter((group) => group.section === section),
      answers: answers.filter((answer) => answer.section === section),
    }));
    return { sections, answers, workplan, language };
  }, [call, organisations, plan, language]);
}
