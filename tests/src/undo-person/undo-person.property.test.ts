// What one person did since a moment is taken back: nothing of it is left, nothing of anybody else's is gone or stands elsewhere, all
// see the same, and taking that back gives what it was before. Random histories; the seed of a failure is in its message.

import { undoPerson } from '@adagia/client/features/versions/undo-person/write-person-undo';
import { tracePerson } from '@adagia/server/versions/tracing/trace-person';
import { must } from '@adagia/shared/assert';
import { createRandom, type Random } from '@adagia/shared/random';
import { isSuggestionKey, parseSuggestionId, suggestionIdOf } from '@adagia/shared/text/suggestions';
import type { AnswerTrace } from '@adagia/shared/versions/person-trace';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { everythingIn, History, idsOf, KEY, type Person, START_MS } from './history.ts';

const RUNS = 40;
const FIRST_SEED = 1;
const STEPS = 50;
const UNDONE = 'pia';
const NAMES = ['ana', 'ben', UNDONE];

interface Ended {
  history: History;
  /** Row behind which everything of one person is undone. */
  since: number;
}

function randomHistory(random: Random): Ended {
  const history = new History(NAMES, random);
  let since = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const person = random.pick(history.people);
    history.step(person);
    if (random.chance(0.6)) history.send(person);
    if (random.chance(0.6)) history.receive(random.pick(history.people));
    if (step === Math.floor(STEPS / 3)) since = history.rows.length - 1;
  }
  for (const person of history.people) history.send(person);
  for (const person of history.people) history.receive(person);
  return { history, since };
}

/** With or without the rows of before: those are folded away after a month. */
function traceOf({ history, since }: Ended, random: Random): AnswerTrace | undefined {
  const folded = random.chance(0.5) ? random.below(since + 1) : 0;
  const base = new Y.Doc();
  for (const { bytes } of history.rows.slice(0, folded)) Y.applyUpdate(base, bytes);
  const { answers } = tracePerson(
    { base: folded > 0 ? Y.encodeStateAsUpdate(base) : null, rows: history.rows.slice(folded) },
    { personIds: [UNDONE], sinceMs: START_MS + since * 1000, owners: [] },
  );
  return answers.find(({ root }) => root === KEY);
}

/** What stands once it is undone: by everybody's own screen, without a look at how it is done. */
function shouldStand({ history, since }: Ended): Set<string> {
  const isOf = (by: string, row: number) => by === UNDONE && row > since;
  const standing = [...history.fates].filter(
    ([, { by, row, deleted }]) => !isOf(by, row) && deleted.every((one) => isOf(one.by, one.row)),
  );
  return new Set(standing.map(([id]) => id));
}

const standingText = (history: History, standing: ReadonlySet<string>): string =>
  everythingIn(history.replay())
    .filter(({ id }) => standing.has(id))
    .map(({ sign }) => sign)
    .join('');

function undo({ doc }: Person, trace: AnswerTrace | undefined, since: number, rows: number) {
  const whose = { personIds: [UNDONE], sinceMs: START_MS + since * 1000 + 1, untilMs: START_MS + rows * 1000 };
  const doing = trace ?? { inserted: [], returned: [], reformatted: [], own: [] };
  return undoPerson(doc, { answers: [{ ...doing, root: KEY }], fields: [], whose });
}

const looksOf = ({ text }: Person) =>
  (text.toDelta() as { insert: string; attributes?: object }[]).flatMap(({ insert, attributes = {} }) =>
    insert
      .split('')
      .map((sign) => `${sign} ${JSON.stringify(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)))}`),
  );

const suggestionsOf = ({ text }: Person) =>
  (text.toDelta() as { attributes?: object }[]).flatMap(({ attributes = {} }) =>
    Object.keys(attributes).filter(isSuggestionKey),
  );

test(`49 undoing what one person did leaves what all others did, and is undone again (seeds from ${FIRST_SEED})`, () => {
  let [inserted, returned, reformatted] = [0, 0, 0];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed += 1) {
    const random = createRandom(seed);
    const ended = randomHistory(random);
    const { history, since } = ended;
    const ana = must(history.people[0]);
    const trace = traceOf(ended, random);
    inserted += trace?.inserted.length ?? 0;
    returned += trace?.returned.length ?? 0;
    reformatted += trace?.reformatted.length ?? 0;
    const before = looksOf(ana);
    const expected = standingText(history, shouldStand(ended));
    const step = undo(ana, trace, since, history.rows.length);
    // A colleague's undo has brought words back: those are not there twice.
    const distinct = (text: string) => new Set(text);
    if (trace?.broughtBack) expect(distinct(ana.text.toJSON()), `seed ${seed}`).toEqual(distinct(expected));
    else expect(ana.text.toJSON(), `seed ${seed}`).toBe(expected);
    for (const key of suggestionsOf(ana)) {
      const { author, atMs } = must(parseSuggestionId(suggestionIdOf(key as never)));
      expect(author === UNDONE && atMs > START_MS + since * 1000, `seed ${seed}: ${key}`).toBe(false);
    }
    step.takeBack();
    expect(looksOf(ana), `seed ${seed}`).toEqual(before);
  }
  // Something was there to be undone.
  expect(Math.min(inserted, returned, reformatted)).toBeGreaterThan(RUNS);
});

test(`49 while others write on nothing of theirs is lost or doubled, and all see the same (seeds from ${FIRST_SEED})`, () => {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed += 1) {
    const random = createRandom(seed);
    const ended = randomHistory(random);
    const { history, since } = ended;
    const [ana, ben] = [must(history.people[0]), must(history.people[1])];
    const trace = traceOf(ended, random);
    const rows = history.rows.length;
    for (let more = 0; more < 6; more += 1) {
      history.step(ben);
      if (random.chance(0.4)) {
        history.send(ben);
        history.receive(ana);
      }
    }
    const step = undo(ana, trace, since, rows);
    for (let more = 0; more < 3; more += 1) history.step(ben);
    const settle = () => {
      for (const person of [ana, ben]) history.send(person);
      for (const person of history.people) history.receive(person);
      const late = history.join('late', 99);
      for (const person of history.people) expect(looksOf(late), `seed ${seed}`).toEqual(looksOf(person));
    };
    settle();
    const standing = shouldStand(ended);
    const fates = history.fates;
    const others = idsOf(ana.text).filter((id) => fates.has(id) && fates.get(id)?.by !== UNDONE);
    const all = everythingIn(history.replay());
    const isThere = new Set(others);
    // In their order, each once.
    expect(others, `seed ${seed}`).toEqual(all.filter(({ id }) => isThere.has(id)).map(({ id }) => id));
    const text = ana.text.toJSON();
    // What this person deleted and put back themselves stands as they put it back: a colleague may have deleted that meanwhile.
    const isDeletedAnew = (sign: string) =>
      all.some((one) => one.sign === sign && fates.get(one.id)?.deleted.some(({ by }) => by !== UNDONE));
    for (const { id, sign } of all) {
      if (!standing.has(id) || sign === '\n' || isDeletedAnew(sign)) continue;
      expect(text.split(sign).length, `seed ${seed} ${id}`).toBe(2);
    }
    step.takeBack();
    settle();
  }
});
