// What one person did since a moment is taken back: nothing of it is left, nothing of anybody else's is gone or stands elsewhere, all
// see the same, and taking that back gives what it was before. Random histories; the seed of a failure is in its message.

import { undoPerson } from '@adagia/client/features/versions/undo-person/write-person-undo';
import { tracePerson } from '@adagia/server/versions/tracing/trace-person';
import { must } from '@adagia/shared/assert';
import { createRandom, type Random } from '@adagia/shared/random';
import { deleteCharacters } from '@adagia/shared/text/delete-characters';
import {
  isSuggestionKey,
  parseSuggestionId,
  pendingIn,
  suggestionIdOf,
  suggestionKey,
} from '@adagia/shared/text/suggestions';
import type { PersonTrace } from '@adagia/shared/versions/person-trace';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { everythingIn, History, idsOf, KEY, marksIn, type Person, START_MS } from './history.ts';

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
function traceOf({ history, since }: Ended, random: Random): PersonTrace {
  const folded = random.chance(0.5) ? random.below(since + 1) : 0;
  const base = new Y.Doc();
  for (const { bytes } of history.rows.slice(0, folded)) Y.applyUpdate(base, bytes);
  return tracePerson(
    { base: folded > 0 ? Y.encodeStateAsUpdate(base) : null, rows: history.rows.slice(folded) },
    { personIds: [UNDONE], sinceMs: START_MS + since * 1000, untilMs: Number.MAX_SAFE_INTEGER, owners: [] },
  );
}

const answerIn = ({ answers }: PersonTrace) => answers.find(({ root }) => root === KEY);

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

function undo({ doc }: Person, trace: PersonTrace) {
  const doing = answerIn(trace) ?? { inserted: [], returned: [], reformatted: [], own: [], unclear: [] };
  const how = { suggestions: new Set(trace.suggestions), seen: new Map(trace.seen) };
  return undoPerson(doc, { answers: [{ ...doing, root: KEY }], fields: [], how });
}

const looksOf = ({ text }: Person) =>
  (text.toDelta() as { insert: string; attributes?: object }[]).flatMap(({ insert, attributes = {} }) =>
    insert
      .split('')
      .map((sign) => `${sign} ${JSON.stringify(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)))}`),
  );

/** Letters that the one who is undone has written since: others may have brought them back. */
function ownLetters({ history, since }: Ended): Set<string> {
  const first = new Map<string, { by: string; row: number }>();
  for (const { id, sign } of everythingIn(history.replay())) {
    const fate = history.fates.get(id);
    if (fate && fate.row < (first.get(sign)?.row ?? Number.POSITIVE_INFINITY)) first.set(sign, fate);
  }
  const own = [...first].filter(([sign, { by, row }]) => sign !== '\n' && by === UNDONE && row > since);
  return new Set(own.map(([sign]) => sign));
}

/** By the log, and by no clock. */
function isWithdrawn({ history, since }: Ended): (name: string) => boolean {
  const before = marksIn(history.replay(since + 1));
  const isTheirs = (name: string) => parseSuggestionId(suggestionIdOf(name as never))?.author === UNDONE;
  return (name) => isSuggestionKey(name) && isTheirs(name) && !before.has(name);
}

/** Letters of pending insertions. */
function pendingLetters({ text }: Person, isOf: (name: string) => boolean): Set<string> {
  const delta = text.toDelta() as { insert: string; attributes?: Record<string, unknown> }[];
  return new Set(
    delta.flatMap(({ insert, attributes }) => {
      const id = pendingIn(attributes).insert;
      return id !== null && isOf(suggestionKey(id)) ? insert.replaceAll('\n', '').split('') : [];
    }),
  );
}

const suggestionsOf = ({ text }: Person) =>
  (text.toDelta() as { attributes?: object }[]).flatMap(({ attributes = {} }) =>
    Object.keys(attributes).filter(isSuggestionKey),
  );

test(`49 undoing what one person did leaves what all others did, and is undone again (seeds from ${FIRST_SEED})`, () => {
  let [inserted, returned, reformatted] = [0, 0, 0];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed += 1) {
    const random = createRandom(seed);
    const ended = randomHistory(random);
    const { history } = ended;
    const ana = must(history.people[0]);
    const traced = traceOf(ended, random);
    const trace = answerIn(traced);
    inserted += trace?.inserted.length ?? 0;
    returned += trace?.returned.length ?? 0;
    reformatted += trace?.reformatted.length ?? 0;
    const before = looksOf(ana);
    const pending = pendingLetters(ana, isWithdrawn(ended));
    const expected = standingText(history, shouldStand(ended));
    const step = undo(ana, traced);
    const own = ownLetters(ended);
    const isOthers = (sign: string) => !own.has(sign);
    const [now, wanted] = [ana.text.toJSON(), expected].map((text) => text.split('').filter(isOthers));
    // A colleague's undo has brought words back: those are not there twice.
    if (trace?.broughtBack) expect(new Set(now), `seed ${seed}`).toEqual(new Set(wanted));
    else expect(now?.join(''), `seed ${seed}`).toBe(wanted?.join(''));
    // What they deleted and put back themselves stands as they put it back.
    const signs = new Map(everythingIn(history.replay()).map(({ id, sign }) => [id, sign]));
    const isOf = (id: string) => own.has(signs.get(id) ?? '') && history.fates.get(id)?.by === UNDONE;
    expect(idsOf(ana.text).filter(isOf), `seed ${seed}`).toEqual([]);
    // What stays pending are their words that others brought back.
    const isMark = isWithdrawn(ended);
    const left = [...pendingLetters(ana, isMark)];
    expect(left.filter(isOthers), `seed ${seed}`).toEqual([]);
    if (left.length === 0) expect(suggestionsOf(ana).filter(isMark), `seed ${seed}`).toEqual([]);
    const standing = new Set(ana.text.toJSON());
    const accepted = [...pending].filter((sign) => own.has(sign) && !left.includes(sign) && standing.has(sign));
    expect(accepted, `seed ${seed}`).toEqual([]);
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
    const { history } = ended;
    const [ana, ben] = [must(history.people[0]), must(history.people[1])];
    const trace = traceOf(ended, random);
    for (let more = 0; more < 6; more += 1) {
      history.step(ben);
      if (random.chance(0.4)) {
        history.send(ben);
        history.receive(ana);
      }
    }
    const step = undo(ana, trace);
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

test(`49 two undo the same with the page open, while they undo it themself and part is brought back: all is there once (seeds from ${FIRST_SEED})`, () => {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed += 1) {
    const random = createRandom(seed);
    const ended = randomHistory(random);
    const { history } = ended;
    const [ana, ben, pia] = history.people as [Person, Person, Person];
    const share = () => {
      for (const person of history.people) history.send(person);
      for (const person of history.people) history.receive(person);
    };
    // A passage that is long enough to be known again.
    const passage = String.fromCharCode(...Array.from({ length: 40 }, (_, index) => 0xac00 + index));
    history.note(ana, () => ana.text.insert(0, passage));
    share();
    const { since } = ended;
    const twice = doubledIn(ana);
    history.note(pia, () => deletePassage(pia, passage));
    share();
    const seen = traceOf({ history, since }, random);
    const isMark = isWithdrawn({ history, since });
    const pending = pendingLetters(ana, isMark);
    if (random.chance(0.5)) history.note(pia, () => void pia.undo.undo());
    else history.note(ben, () => ben.text.insert(0, passage.slice(10)));
    share();
    const steps = [undo(ben, random.chance(0.5) ? seen : traceOf({ history, since }, random))];
    share();
    if (random.chance(0.5)) {
      steps.pop()?.takeBack();
      share();
      steps.push(undo(ben, traceOf({ history, since }, random)));
      share();
    }
    steps.push(undo(ana, seen));
    share();
    expect(
      doubledIn(ana).filter((run) => !twice.includes(run)),
      `seed ${seed}`,
    ).toEqual([]);
    for (const sign of passage) expect(ana.text.toJSON().includes(sign), `seed ${seed}: ${sign}`).toBe(true);
    const own = ownLetters({ history, since });
    const still = pendingLetters(ana, isMark);
    const now = new Set(ana.text.toJSON());
    expect(
      [...pending].filter((sign) => own.has(sign) && !still.has(sign) && now.has(sign)),
      `seed ${seed}`,
    ).toEqual([]);
    while (steps.length > 0) steps.pop()?.takeBack();
    share();
    expect(looksOf(ben), `seed ${seed}`).toEqual(looksOf(ana));
    expect(
      doubledIn(ana).filter((run) => !twice.includes(run)),
      `seed ${seed}`,
    ).toEqual([]);
  }
});

/** Fewer letters are no words that are known again (undo-answer.ts). */
const LETTERS = 4;

function doubledIn({ text }: Person): string[] {
  const words = text.toJSON().replaceAll('\n', '');
  const runs = Array.from({ length: Math.max(words.length - LETTERS + 1, 0) }, (_, at) =>
    words.slice(at, at + LETTERS),
  );
  return runs.filter((run, index) => runs.indexOf(run) !== index);
}

function deletePassage({ text }: Person, passage: string): void {
  for (const sign of passage) {
    const at = text.toJSON().indexOf(sign);
    if (at >= 0) deleteCharacters(text, at, 1);
  }
}
