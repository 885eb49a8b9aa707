// The form of another year, made from the one that is written out: questions left out, put in, or with other choices. Knows no
// call in particular.
import type { FormSection, Question } from './schema.ts';

const mapQuestions = (sections: readonly FormSection[], change: (questions: Question[]) => Question[]): FormSection[] =>
  sections.map((section) => ({
    ...section,
    groups: section.groups.map((group) => ({ ...group, questions: change(group.questions) })),
  }));

export function withoutQuestions(sections: readonly FormSection[], ids: readonly string[]): FormSection[] {
  return mapQuestions(sections, (questions) => questions.filter(({ id }) => !ids.includes(id)));
}

/** @param after id of the question that it follows */
export function withQuestion(sections: readonly FormSection[], after: string, question: Question): FormSection[] {
  return mapQuestions(sections, (questions) =>
    questions.flatMap((one) => (one.id === after ? [one, question] : [one])),
  );
}

export function withChange(
  sections: readonly FormSection[],
  ids: readonly string[],
  change: Partial<Question>,
): FormSection[] {
  return mapQuestions(sections, (questions) =>
    questions.map((one) => (ids.includes(one.id) ? { ...one, ...change } : one)),
  );
}
