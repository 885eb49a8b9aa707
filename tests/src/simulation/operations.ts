// What people do in a run: type, delete, format, write fields, move about. At random, on production documents.
import type * as Y from 'yjs';
import { ANSWERS } from './contained.ts';
import type { Simulation } from './simulation.ts';
import { suggestOrDecide } from './suggest-operations.ts';
import type { VirtualPage } from './virtual-page.ts';

const PLAN_ID = '01970000-0000-7000-8000-00000000000a';
const THREAD = 'comment:01970000-0000-4000-8000-00000000000b';

type Operation = (doc: Y.Doc, simulation: Simulation, page: VirtualPage) => void;

/** Locked answers are read-only on the pages, but for the moment until a page has been told. */
const STILL_TYPING = 0.1;

function answerOf({ random, locked }: Simulation): string {
  const open = ANSWERS.filter((answer) => !locked.has(answer));
  return open.length === 0 || random.chance(STILL_TYPING) ? random.pick(ANSWERS) : random.pick(open);
}

const insert: Operation = (doc, simulation, { person }) => {
  const { random, books } = simulation;
  const text = doc.getText(answerOf(simulation));
  text.insert(random.between(0, text.length), books.type(person.index, random.between(1, 8)));
};

/** More than one frame may carry: three bytes a character. Rare, as it takes as long as a hundred runs of small ones. */
const LARGE = '口'.repeat(360_000);
const LARGE_PASTES = 0.002;

const paste: Operation = (doc, simulation, { person }) => {
  const { random, books } = simulation;
  const text = doc.getText(answerOf(simulation));
  const words = random.chance(LARGE_PASTES) ? LARGE : '口口';
  text.insert(random.between(0, text.length), `${words}${books.type(person.index, 3)}${words}`);
};

/** As the end of a line is where most people write. */
const append: Operation = (doc, simulation, { person }) => {
  const { random, books } = simulation;
  const text = doc.getText(simulation.locked.has('answer:motivation') ? answerOf(simulation) : ANSWERS[0]);
  text.insert(text.length, books.type(person.index, random.between(1, 4)));
};

const remove: Operation = (doc, simulation) => {
  const { random, books } = simulation;
  const text = doc.getText(answerOf(simulation));
  if (text.length === 0) return;
  const at = random.between(0, text.length - 1);
  const count = Math.min(random.between(1, 6), text.length - at);
  books.delete(text.toJSON().slice(at, at + count));
  text.delete(at, count);
};

const split: Operation = (doc, simulation) => {
  const { random } = simulation;
  const text = doc.getText(answerOf(simulation));
  text.insert(random.between(0, text.length), '\n', { block: random.pick(['paragraph', 'h1', 'bullet']) });
};

const format: Operation = (doc, simulation) => {
  const { random } = simulation;
  const text = doc.getText(answerOf(simulation));
  if (text.length === 0) return;
  const at = random.between(0, text.length - 1);
  const name = random.pick(['bold', 'italic', 'underline']);
  text.format(at, Math.min(random.between(1, 9), text.length - at), { [name]: random.chance(0.7) ? true : null });
};

const field: Operation = (doc, { random }) => {
  const value = String(random.between(0, 99));
  const write = random.pick([
    () => doc.getMap('facts').set('title', value),
    () => doc.getMap('plan').set(`${PLAN_ID}/title`, value),
    () => doc.getMap('budget').set(`${PLAN_ID}/amount`, random.between(0, 10_000)),
    () => doc.getMap('facts').delete('title'),
  ]);
  write();
};

const weighted: [Operation, number][] = [
  [insert, 8],
  [append, 6],
  [paste, 1],
  [remove, 4],
  [split, 1],
  [format, 2],
  [field, 2],
];
const operations = weighted.flatMap(([operation, weight]) => Array.from({ length: weight }, () => operation));

/** In runs with suggestions; the rest is fields. */
const SUGGESTING = 0.8;

export function operate(simulation: Simulation): void {
  const { random } = simulation;
  if (simulation.pages.length === 0 || (simulation.isFrozen && !random.chance(STILL_TYPING))) return;
  const page = random.pick(simulation.pages);
  if (simulation.hasSuggestions && (page.person.isSuggester || random.chance(SUGGESTING))) {
    suggestOrDecide(simulation, page);
    return;
  }
  const operation = simulation.hasSuggestions ? field : random.pick(operations);
  simulation.trace(`${page.name}: ${operation.name}`);
  page.change((doc) => operation(doc, simulation, page));
  if (random.chance(0.2)) page.session?.setPlace({ kind: 'page', page: String(random.between(0, 9)) });
}

/** The server writes too: a comment's anchor. In a locked answer it may, but then it would hide what others may not. */
export function anchor({ server, random, locked, isFrozen }: Simulation): void {
  if (isFrozen || locked.has('answer:motivation')) return;
  server?.edit((doc) => {
    const text = doc.getText(ANSWERS[0]);
    if (text.length > 2) text.format(random.between(0, text.length - 2), 2, { [THREAD]: true });
  });
}
