// Names in the exchange file: which question "wp_cost_WP3" means, and which choice a label.
import type { Call, Question } from '../programme/schema.ts';

/** The worked examples say `summary_…` for what the form's questions are called `sum_…`. */
const LONG = /^summary_(?=objectives|implementation|results)/;
const SHORT = /^sum_(?=objectives|implementation|results)/;

export const answerNameOf = {
  questionId: (name: string): string => name.replace(LONG, 'sum_'),
  name: (questionId: string): string => questionId.replace(SHORT, 'summary_'),
};

/** 'wp_cost_WP3' → the question and the number of what it repeats for; number '' without one. */
export function splitAnswerName(name: string): { questionId: string; number: string } {
  const match = /^(.+)_((?:P|WP|A|T|O|E)[0-9]+(?:\.[0-9]+)?)$/.exec(name);
  return { questionId: match?.[1] ?? name, number: match?.[2] ?? '' };
}

export function questionsOf(call: Call): Map<string, Question> {
  const questions = call.sections.flatMap((section) => section.groups.flatMap((group) => group.questions));
  return new Map(questions.map((question) => [question.id, question]));
}

const plain = (label: string): string =>
  label
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

/** By id, by label, or by the beginning of a label: "ADU: accessibility…", "Inclusion and diversity". */
export function findOption(question: Question, label: string): { id: string; label: string } | undefined {
  const options = question.options ?? [];
  const wanted = plain(label.replace(/^[A-Z]{3}: /, ''));
  if (!wanted) return undefined;
  return (
    options.find((option) => option.id === label) ??
    options.find((option) => plain(option.label) === wanted) ??
    options.find((option) => plain(option.label).startsWith(wanted))
  );
}
