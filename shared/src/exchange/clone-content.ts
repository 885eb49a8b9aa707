// The content of a proposal, carried into the form of another call: what fits moves, what does not is kept as text, with the name
// of the place that it comes from, so that nothing that was written is lost on the way. Knows no storage and no people.
import { type AnswerKey, answerKey } from '../answer-key.ts';
import { type FieldValue, OWN_DEADLINE } from '../document.ts';
import { readWorkplan, type Workplan } from '../plan/workplan.ts';
import { isWritten } from '../programme/outline.ts';
import type { Call, Question } from '../programme/schema.ts';
import type { Block } from '../text/blocks.ts';
import { moveReferences, runText } from '../text/references.ts';
import { cloneBudget } from './clone-budget.ts';
import { cloneFacts } from './clone-facts.ts';
import { clonePlan, type PlanMove } from './clone-plan.ts';
import type { NewContent, ProposalContent } from './proposal-content.ts';
import { questionsOf } from './proposal-file-names.ts';

/** What the new form has no place for. */
export interface Leftover {
  kind: 'text' | 'fact' | 'plan' | 'budget';
  /** Where it stood: "Impact: How will you …", "WP2 Methods". */
  label: string;
  /** As plain text. */
  body: string;
}

export interface CloneChoices {
  texts: boolean;
  plan: boolean;
  budget: boolean;
}

export interface CloneInput {
  from: Call;
  to: Call;
  content: ProposalContent;
  /** Organisations that come along, in their order: old id → new id. The others' texts and amounts were not wanted. */
  organisations: ReadonlyMap<string, string>;
  /** Names of all organisations, by old id. */
  namesOf: ReadonlyMap<string, string>;
  choices: CloneChoices;
  /** Makes UUIDs. */
  newId(): string;
}

/** One carrying over, while it is under way. */
export interface Cloning extends CloneInput {
  workplan: Workplan;
  result: NewContent;
  leftovers: Leftover[];
}

export function keepLeftover({ leftovers }: Cloning, kind: Leftover['kind'], label: string, body: string): void {
  if (body.trim() !== '') leftovers.push({ kind, label, body });
}

/** Title and acronym are the caller's to set: people give the new one its name. */
export function cloneContent(input: CloneInput): { content: NewContent; leftovers: Leftover[] } {
  const result: NewContent = { facts: new Map(), plan: new Map(), budget: new Map(), answers: new Map() };
  const cloning: Cloning = { ...input, workplan: readWorkplan(input.content.plan), result, leftovers: [] };
  cloneFacts(cloning);
  const move = clonePlan(cloning);
  if (input.choices.budget) cloneBudget(cloning, move);
  if (input.choices.texts) cloneTexts(cloning, move);
  result.facts.delete(OWN_DEADLINE);
  return { content: result, leftovers: cloning.leftovers };
}

interface Place {
  id: string;
  name: string;
  /** null: there is no such object in the new proposal. */
  newId: string | null;
}

function placesOf(
  { from, organisations, namesOf, workplan }: Cloning,
  repeat: Question['repeat'],
  move: PlanMove,
): Place[] {
  if (repeat === 'organisation') {
    return [...organisations].map(([id, newId]) => ({ id, newId, name: namesOf.get(id) ?? '' }));
  }
  const { workPackages, removed } = workplan;
  const activities = workplan.activities.filter(({ part }) => !from.activityParts || part === repeat);
  const [living, kind] = repeat === 'work_package' ? [workPackages, 'wp'] : [activities, 'activity'];
  const place = (id: string, name: string): Place => ({ id, name, newId: move.objects.get(id) ?? null });
  return [
    ...living.map(({ id, number, title }) => place(id, `${number} ${title}`.trim())),
    ...removed.filter((one) => one.kind === kind).map(({ id, title }) => place(id, title)),
  ];
}

function cloneTexts(cloning: Cloning, move: PlanMove): void {
  const known = questionsOf(cloning.to);
  for (const section of cloning.from.sections) {
    for (const question of section.groups.flatMap((group) => group.questions).filter(isWritten)) {
      const there = known.get(question.id);
      const fits = there !== undefined && isWritten(there) && there.repeat === question.repeat;
      const label = `${section.title}: ${question.prompt}`;
      if (question.repeat === 'project') {
        const key = answerKey(question.id);
        carry({ ...cloning, move }, key, fits ? key : null, label);
        continue;
      }
      for (const { id, newId, name } of placesOf(cloning, question.repeat, move)) {
        const target = fits && newId !== null ? answerKey(question.id, newId) : null;
        carry({ ...cloning, move }, answerKey(question.id, id), target, `${label} (${name})`);
      }
    }
  }
}

/** Comments stay with the old proposal, and so do their marks; suggestions were not even read: what is pending is not carried over. */
function withoutComments(block: Block): Block {
  const runs = block.runs.map(({ format, ...run }) => ({
    ...run,
    format: Object.fromEntries(Object.entries(format).filter(([name]) => !name.startsWith('comment:'))),
  }));
  return { ...block, runs };
}

function carry(
  { move, ...cloning }: Cloning & { move: PlanMove },
  key: AnswerKey,
  target: AnswerKey | null,
  label: string,
): void {
  const blocks = cloning.content.blocksOf(key);
  const text = blocks.map(({ runs }) => runs.map((run) => runText(run)).join('')).join('\n');
  if (text === '') return;
  const there = (id: string): string | null => move.objects.get(id) ?? cloning.organisations.get(id) ?? null;
  if (target) cloning.result.answers.set(target, moveReferences(blocks, there).map(withoutComments));
  else keepLeftover(cloning, 'text', label, text);
}

export function setFields(map: Map<string, FieldValue>, id: string, fields: Record<string, FieldValue>): void {
  for (const [field, value] of Object.entries(fields)) map.set(`${id}/${field}`, value);
}
