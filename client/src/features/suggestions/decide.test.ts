import { answerKey } from '@adagia/shared/answer-key';
import { fileAuthor } from '@adagia/shared/text/file-authors';
import { createSuggestionId } from '@adagia/shared/text/suggestions';
import { deleteSuggested, insertSuggested, setSuggested } from '@adagia/shared/text/testing/suggest';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { SUGGESTION_ORIGIN } from '../../editor/binding/suggestion-undo.ts';
import { answerUndoOf } from '../../editor/binding/undo.ts';
import { suggestionAuthor } from '../../editor/ui/use-suggests.ts';
import { EDITOR_ORIGIN } from '../../session/proposal-session.ts';
import { decide, withdraw } from './decide.ts';
import { SuggestionIndex } from './suggestion-index.ts';

const [needs, motivation] = [answerKey('needs'), answerKey('motivation')];
const KEYS = [motivation, needs];
const id = (author: string, atMs: number) => createSuggestionId({ author, atMs: 1_800_000_000_000 + atMs, random: 0 });

interface Op {
  insert: string;
  attributes?: object;
}

function joined(delta: readonly Op[]): Op[] {
  const ops: Op[] = [];
  for (const op of delta) {
    const last = ops.at(-1);
    if (last && JSON.stringify(last.attributes) === JSON.stringify(op.attributes)) last.insert += op.insert;
    else ops.push({ ...op });
  }
  return ops;
}

/** Of one device. */
class Device {
  readonly doc = new Y.Doc();
  readonly index = new SuggestionIndex(this.doc);
  readonly origins: unknown[] = [];

  constructor(from?: Device) {
    if (from) this.hear(from);
    this.doc.on('update', (_update, origin) => this.origins.push(origin));
  }

  hear(other: Device): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(other.doc));
  }

  get all() {
    return KEYS.flatMap((key) => this.index.in(key));
  }

  /** Without marks of no effect, which are there until Yjs tidies them. */
  get texts() {
    return KEYS.map((key) => joined(this.doc.getText(key).toDelta() as Op[]));
  }
}

/** needs: 'Three needs' with 'Three' replaced by 'Four' (Ben), 'needs' to be bold (Eva); motivation: 'Why us' and ' now' pending (Eva). */
function proposal(): Device {
  const device = new Device();
  const [ytext, other] = [device.doc.getText(needs), device.doc.getText(motivation)];
  ytext.insert(0, 'Three needs');
  other.insert(0, 'Why us');
  deleteSuggested(ytext, 0, 5, id('ben', 1));
  insertSuggested(ytext, 5, 'Four', id('ben', 1));
  setSuggested(ytext, 10, 5, id('eva', 2), { bold: true });
  insertSuggested(other, 6, ' now', id('eva', 3));
  device.origins.length = 0;
  return device;
}

test('all at once, in answers that no editor shows: one transaction, and how many there were', () => {
  const device = proposal();
  expect(device.all).toHaveLength(3);
  const { decided } = decide(device, device.all, 'accept');
  expect(decided).toHaveLength(3);
  expect(device.origins).toEqual([EDITOR_ORIGIN]);
  expect(device.texts).toEqual([
    [{ insert: 'Why us now' }],
    [{ insert: 'Four ' }, { insert: 'needs', attributes: { bold: true } }],
  ]);
});

test('rejecting leaves the text as if nothing had been suggested', () => {
  const device = proposal();
  expect(decide(device, device.all, 'reject').decided).toHaveLength(3);
  expect(device.texts).toEqual([[{ insert: 'Why us' }], [{ insert: 'Three needs' }]]);
});

test('one step of undo in an answer brings back what was decided there, and nothing that was typed before', () => {
  const device = proposal();
  const ytext = device.doc.getText(needs);
  const undo = answerUndoOf(ytext);
  device.doc.transact(() => ytext.insert(ytext.length, '!'), EDITOR_ORIGIN);
  const before = device.texts;
  decide(device, device.index.in(needs), 'accept');
  expect(undo.undo()).toBe(true);
  expect(device.texts).toEqual(before);
  expect(device.index.in(needs)).toHaveLength(2);
});

test('what is typed after a decision is a step of its own', () => {
  const device = proposal();
  const ytext = device.doc.getText(needs);
  decide(device, device.index.in(needs), 'accept');
  device.doc.transact(() => ytext.insert(ytext.length, '!'), EDITOR_ORIGIN);
  answerUndoOf(ytext).undo();
  expect(ytext.toJSON()).toBe('Four needs');
});

test('taking a decision back brings back all of its answers, but not where somebody has written since', () => {
  const device = proposal();
  const [first, second] = device.texts;
  const decided = decide(device, device.all, 'reject');
  decided.undo();
  expect(device.texts).toEqual([first, second]);

  const again = decide(device, device.all, 'reject');
  const ytext = device.doc.getText(needs);
  device.doc.transact(() => ytext.insert(ytext.length, '!'), EDITOR_ORIGIN);
  again.undo();
  expect(device.texts).toEqual([first, [{ insert: 'Three needs!' }]]);
});

test('two people accept and reject the same at the same moment: the same text everywhere, and nothing twice', () => {
  const ana = new Device();
  const ytext = ana.doc.getText(needs);
  ytext.insert(0, 'Three needs of libraries');
  deleteSuggested(ytext, 0, 6, id('ben', 1));
  insertSuggested(ytext, 11, ' now', id('eva', 2));
  const cem = new Device(ana);
  decide(ana, ana.all, 'accept');
  decide(cem, cem.all, 'reject');
  ana.hear(cem);
  cem.hear(ana);
  // Struck words that one took away, and pending words that the other took away, are both gone.
  const both = [[], [{ insert: 'needs of libraries' }]];
  expect(ana.texts).toEqual(both);
  expect(cem.texts).toEqual(both);
});

test('what is gone is not counted, and writes nothing', () => {
  const [ana, cem] = [proposal()].flatMap((one) => [one, new Device(one)]) as [Device, Device];
  const shown = ana.all;
  decide(cem, cem.index.in(needs), 'accept');
  ana.hear(cem);
  expect(decide(ana, shown, 'reject').decided, 'only the one in the other answer is there').toHaveLength(1);
  expect(ana.doc.getText(needs).toJSON()).toBe('Four needs');
  ana.origins.length = 0;
  expect(decide(ana, shown, 'reject').decided).toHaveLength(0);
  expect(ana.origins).toEqual([]);
});

test('one withdraws one’s own and no others, as somebody who may only suggest does', () => {
  const device = proposal();
  expect(withdraw(device, device.all, 'eva').decided).toHaveLength(2);
  expect(device.origins).toEqual([SUGGESTION_ORIGIN]);
  expect(device.all.map(({ author }) => author)).toEqual(['ben']);
  expect(device.doc.getText(motivation).toJSON()).toBe('Why us');
});

test.each(['sue', fileAuthor('Ben', 'sue')])(
  'undo brings withdrawn suggestions of %s back whole, and in that name',
  (author) => {
    const device = new Device();
    const ytext = device.doc.getText(needs);
    ytext.insert(0, 'We train adults and pupils');
    device.doc.transact(() => {
      for (const [word, other, at] of [
        ['pupils', 'children', 2],
        ['train', 'teach', 1],
      ] as const) {
        const from = ytext.toJSON().indexOf(word);
        deleteSuggested(ytext, from, word.length, id(author, at));
        insertSuggested(ytext, from + word.length, other, id(author, at));
      }
    });
    const brief = () => device.all.map((one) => [one.author, one.kind, one.before, one.after]);
    const was = brief();
    expect(was).toHaveLength(2);
    withdraw(device, device.all, 'sue');
    expect(brief()).toEqual([]);
    const undo = answerUndoOf(ytext);
    undo.undo(suggestionAuthor('sue'));
    expect(brief()).toEqual(was);
    undo.suggestions.redo(suggestionAuthor('sue'));
    expect(brief()).toEqual([]);
    expect(ytext.toJSON()).toBe('We train adults and pupils');
  },
);
test('undo of a decision says what is pending again: nothing where somebody went on writing', () => {
  const device = proposal();
  const { decided, undo } = decide(device, device.all, 'accept');
  const ytext = device.doc.getText(needs);
  device.doc.transact(() => ytext.insert(0, 'Now: '), EDITOR_ORIGIN);
  const back = undo();
  expect(decided.map(({ key }) => key)).toContain(needs);
  expect(back.map(({ key }) => key)).toEqual(decided.flatMap(({ key }) => (key === motivation ? [key] : [])));
  expect(undo()).toEqual(back);
});
