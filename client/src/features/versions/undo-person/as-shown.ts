// Holds what would be undone now against what was looked at: only that is undone, and only as it was shown. Pure.
import type { AnswerUndoing, PersonUndoPlan } from './plan-person-undo.ts';

export type Choice = Pick<PersonUndoPlan, 'answers' | 'fields'>;

/** @param left roots that stay as they are */
export const chosenOf = ({ answers, fields }: Choice, left: ReadonlySet<string>): Choice => ({
  answers: answers.filter(({ root }) => !left.has(root)),
  fields: fields.filter(({ map }) => !left.has(map)),
});

/** Not the text around it: others may type on. */
const doingOf = ({ root, change, inserted, returned, reformatted, own }: AnswerUndoing) => ({
  root,
  counts: [change.removed, change.returned, change.reformatted, change.suggestions],
  inserted,
  returned: returned.map(({ client, clock, text, attributes }) => [client, clock, text, attributes]),
  reformatted,
  own,
});

const whatOf = ({ answers, fields }: Choice): string => {
  const values = fields.map(({ map, key, seen = null, value = null }) => JSON.stringify([map, key, seen, value]));
  return JSON.stringify([answers.map(doingOf), values.sort((a, b) => (a < b ? -1 : 1))]);
};

/** @param chosen of what was shown @returns of what would be undone now what was chosen; null: that is something else by now */
export function asShown(now: Choice, chosen: Choice): Choice | null {
  const roots = new Set<string>(chosen.answers.map(({ root }) => root));
  const keys = new Set(chosen.fields.map(({ map, key }) => `${map} ${key}`));
  const same = {
    answers: now.answers.filter(({ root }) => roots.has(root)),
    fields: now.fields.filter(({ map, key }) => keys.has(`${map} ${key}`)),
  };
  return whatOf(same) === whatOf(chosen) ? same : null;
}
