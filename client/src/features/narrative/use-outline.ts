// The form of this proposal as it stands now: follows the plan, the organisations and the form's language, live.
import type { Proposal } from '@adagia/shared/api/people';
import type { Fields } from '@adagia/shared/document';
import type { Workplan } from '@adagia/shared/plan/workplan';
import { type OutlineAnswer, type OutlineGroup, outlineAnswers, outlineGroups } from '@adagia/shared/programme/outline';
import type { Call, FormSection } from '@adagia/shared/programme/schema';
import { formLanguage } from '@adagia/shared/references/shown-content';
import { useDeferredValue } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { useFields } from '../../session/use-fields.ts';
import { workplanOf } from '../../session/workplan-of.ts';

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
  return outlineOf(plan, { call, organisations: proposal.organisations, language });
}

interface Form {
  call: Call;
  organisations: Proposal['organisations'];
  language: string;
}

/** By the state of the plan: header, page, margin and checks all ask for the same. */
const known = new WeakMap<Fields, { form: Form; outline: ProposalOutline }>();

function outlineOf(plan: Fields, form: Form): ProposalOutline {
  const last = known.get(plan);
  const isSame = (Object.keys(form) as (keyof Form)[]).every((key) => last?.form[key] === form[key]);
  if (last && isSame) return last.outline;
  const outline = workOut(plan, form);
  known.set(plan, { form, outline });
  return outline;
}

function workOut(plan: Fields, { call, organisations, language }: Form): ProposalOutline {
  const workplan = workplanOf(plan);
  const input = { call, organisations, workplan };
  const groups = outlineGroups(input);
  const answers = outlineAnswers(input, language);
  const sections = call.sections.map((section) => ({
    section,
    groups: groups.filter((group) => group.section === section),
    answers: answers.filter((answer) => answer.section === section),
  }));
  return { sections, answers, workplan, language };
}
