// What people do in a run in which some may only suggest: suggest, write, accept and reject, two of them the same at the same moment.
// In two of seven seeds, none of which once failed: the others draw their chances as they always did.
import { deleteCharacters } from '@adagia/shared/text/delete-characters';
import { createSuggestionId, parseSuggestionId, pendingIn } from '@adagia/shared/text/suggestions';
import { type Decision, rejectSuggestions, resolveSuggestions } from '@adagia/shared/text/suggestions-resolve';
import {
  attributesAt,
  deleteSuggested,
  insertPlain,
  insertSuggested,
  setLastSuggested,
  setSuggested,
  suggestionIdsIn,
} from '@adagia/shared/text/testing/suggest';
import type * as Y from 'yjs';
import { ANSWERS } from './contained.ts';
import type { Simulation } from './simulation.ts';
import type { VirtualPage } from './virtual-page.ts';

interface Stage {
  text: Y.Text;
  simulation: Simulation;
  page: VirtualPage;
}
type Operation = (stage: Stage) => void;

export const suggestsInSeed = (seed: number): boolean => seed % 7 === 0 || seed % 7 === 6;

/** Most of it in one answer, so that people meet. */
const MEETING_PLACE = 'answer:motivation';

const answerFor = ({ random }: Simulation): string => (random.chance(0.7) ? MEETING_PLACE : random.pick(ANSWERS));

/** What an operation took away was taken away on purpose. */
function booked(text: Y.Text, { books }: Simulation, work: () => void): void {
  const before = text.toJSON();
  work();
  const after = new Set(text.toJSON());
  books.delete(Array.from(before, (one) => (after.has(one) ? '' : one)).join(''));
}

function placeIn(text: Y.Text, { random }: Simulation): { at: number; length: number } {
  const at = random.between(0, text.length);
  return { at, length: Math.min(random.between(1, 6), text.length - at) };
}

function newId({ text, simulation: { clock, random }, page }: Stage, at: number, length: number): string {
  const around = Array.from({ length: length + 2 }, (_, index) => attributesAt(text, at - 1 + index));
  return createSuggestionId({ author: page.person.userId, atMs: clock.nowMs, random: random.next(), around });
}

const suggestWords: Operation = (stage) => {
  const { text, simulation, page } = stage;
  const { at, length } = placeIn(text, simulation);
  const id = newId(stage, at, length);
  const isReplacement = simulation.random.chance(0.4) && length > 0;
  const words = simulation.books.type(page.person.index, simulation.random.between(1, 5));
  // From the end to the start, as the editor writes.
  insertSuggested(text, isReplacement ? at + length : at, words, id);
  if (isReplacement) strike(stage, { at, length }, id);
};

function strike({ text, simulation, page }: Stage, { at, length }: { at: number; length: number }, id: string): void {
  // Of their own pending words somebody may have accepted some at this moment: then it is refused (A13).
  page.person.mayBeRefused = true;
  booked(text, simulation, () => deleteSuggested(text, at, length, id));
}

const suggestDeletion: Operation = (stage) => {
  const { at, length } = placeIn(stage.text, stage.simulation);
  if (length > 0) strike(stage, { at, length }, newId(stage, at, length));
};

const suggestLook: Operation = (stage) => {
  const { text, simulation } = stage;
  const { at, length } = placeIn(text, simulation);
  const id = newId(stage, at, length);
  if (length === 0) setLastSuggested(text, id, { block: simulation.random.pick(['h1', 'quote'] as const) });
  else setSuggested(text, at, length, id, simulation.random.pick([{ bold: true as const }, { link: null, indent: 2 }]));
};

const suggestSplit: Operation = (stage) => {
  const { at } = placeIn(stage.text, stage.simulation);
  insertSuggested(stage.text, at, '\n', newId(stage, at, 0));
};

const withdraw: Operation = ({ text, simulation, page }) => {
  const own = suggestionIdsIn(text).filter((id) => parseSuggestionId(id)?.author === page.person.userId);
  if (own.length === 0) return;
  page.person.mayBeRefused = true;
  booked(text, simulation, () => rejectSuggestions(text, [simulation.random.pick(own)]));
};

const write: Operation = ({ text, simulation: { random, books }, page }) => {
  const at = random.between(0, text.length);
  const words = books.type(page.person.index, random.between(1, 5));
  insertPlain(text, at, words);
  if (pendingIn(attributesAt(text, at)).insert === null) books.writeOutright(words);
};

const remove: Operation = ({ text, simulation }) => {
  const { at, length } = placeIn(text, simulation);
  booked(text, simulation, () => deleteCharacters(text, at, length));
};

const decide: Operation = ({ text, simulation, page }) => {
  const { random } = simulation;
  const ids = suggestionIdsIn(text);
  if (ids.length === 0) return;
  const some = random.chance(0.2) ? ids : [random.pick(ids)];
  const decision: Decision = random.chance(0.5) ? 'accept' : 'reject';
  booked(text, simulation, () => resolveSuggestions(text, some, decision));
  if (random.chance(0.4)) decideAlso(simulation, page, { root: rootOf(text), ids: some, decision });
};

const rootOf = (text: Y.Text): string => ANSWERS.find((name) => text.doc?.getText(name) === text) ?? MEETING_PLACE;

interface Decided {
  root: string;
  ids: readonly string[];
  decision: Decision;
}

/** Somebody else in the same instant, the same way or the other. */
function decideAlso(simulation: Simulation, first: VirtualPage, { root, ids, decision }: Decided): void {
  const { random, pages } = simulation;
  const others = pages.filter(({ person }) => person !== first.person && person.role === 'writer');
  if (others.length === 0) return;
  const other = random.chance(0.7) ? (decision === 'accept' ? 'reject' : 'accept') : decision;
  simulation.count(`decided by two at once: ${decision} and ${other}`);
  random.pick(others).change((doc) => {
    const text = doc.getText(root);
    booked(text, simulation, () => resolveSuggestions(text, ids, other));
  });
}

const listOf = (weighted: readonly (readonly [Operation, number])[]): Operation[] =>
  weighted.flatMap(([operation, weight]) => Array.from({ length: weight }, () => operation));
const suggesting = [
  [suggestWords, 9],
  [suggestDeletion, 3],
  [suggestLook, 3],
  [suggestSplit, 1],
] as const;
const forSuggesters = listOf([...suggesting, [withdraw, 1]]);
const forWriters = listOf([...suggesting, [write, 12], [remove, 4], [decide, 10]]);

export function suggestOrDecide(simulation: Simulation, page: VirtualPage): void {
  const operation = simulation.random.pick(page.person.isSuggester ? forSuggesters : forWriters);
  const root = answerFor(simulation);
  simulation.trace(`${page.name}: ${operation.name} in ${root}`);
  page.change((doc) => operation({ text: doc.getText(root), simulation, page }));
}
