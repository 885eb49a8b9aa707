// What is asked of organisations and how far each is, live: texts from the document, everything else over REST and by hints.
import { type AnswerKey, answerKey } from '@adagia/shared/answer-key';
import type { Intake, OrganisationIntake } from '@adagia/shared/api/intake';
import type { Organisation } from '@adagia/shared/api/people';
import { askedQuestions, type IntakeItem, intakeItems } from '@adagia/shared/intake/intake-items';
import { isWritten } from '@adagia/shared/programme/outline';
import type { Question } from '@adagia/shared/programme/schema';
import { useMemo } from 'react';
import { useIntakeQuery } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { useFields } from '../../session/use-fields.ts';
import { useAnswerStates } from '../narrative/answer-states.ts';
import { useMarks } from '../narrative/section-progress.ts';

export interface OrganisationItems {
  organisation: Organisation;
  /** P1 is the applicant. */
  number: string;
  intake: OrganisationIntake;
  items: IntakeItem[];
  /** 'YYYY-MM-DD' or '': agreed with it, or that of all. */
  dueOn: string;
}

export interface CollectedItems {
  intake: Intake;
  /** Of the organisations whose intake I see. */
  organisations: OrganisationItems[];
}

interface AskedText {
  key: AnswerKey;
  question: Question;
}

/** @returns null until the server has answered. */
export function useItems(): CollectedItems | null {
  const { proposal, session, call } = useProposal();
  const { organisations } = proposal;
  const { data: intake } = useIntakeQuery(proposal.id);
  const facts = useFields(session, 'facts');
  const states = useAnswerStates();
  const texts = useMemo<AskedText[]>(() => {
    const questions = askedQuestions(call).filter(isWritten);
    return organisations.flatMap(({ id }) =>
      questions.map((question) => ({ key: answerKey(question.id, id), question })),
    );
  }, [call, organisations]);
  const marks = useMarks(session, texts);
  return useMemo(() => {
    if (!intake) return null;
    const markOf = new Map(texts.map(({ key }, index) => [key, marks[index]]));
    const notNeeded = new Set(intake.notNeeded);
    const seen = organisations.flatMap((organisation, index): OrganisationItems[] => {
      const own = intake.organisations.find(({ organisationId }) => organisationId === organisation.id);
      if (!own) return [];
      const items = intakeItems({
        call,
        organisation,
        intake: own,
        textOf: (questionId) => {
          const key = answerKey(questionId, organisation.id);
          const mark = markOf.get(key);
          return { isEmpty: mark === 'e', isOver: mark === 'o', status: states.get(key)?.status ?? 'draft' };
        },
        hasFact: (questionId) => facts.get(`${questionId}/${organisation.id}`) !== undefined,
        isNeeded: (item) => !notNeeded.has(`${organisation.id}/${item}`),
      });
      return [{ organisation, number: `P${index + 1}`, intake: own, items, dueOn: own.ownDueOn || intake.dueOn }];
    });
    return { intake, organisations: seen };
  }, [intake, texts, marks, organisations, call, states, facts]);
}
