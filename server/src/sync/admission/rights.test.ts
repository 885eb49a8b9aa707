// What is locked or belongs to another organisation is refused by place, for words, fields and deletions alike; the rest passes.
import type { CloseReasonName } from '@adagia/shared/wire/close-codes';
import { expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs';
import { admitUpdate, enter } from './admit-update.ts';
import { DocumentIndex } from './document-index.ts';
import { Refusal } from './refusal.ts';
import { type RightsInput, rightsOf } from './rights.ts';

const ROW = '01900000-0000-7000-8000-000000000001';
const OWN = '01900000-0000-7000-8000-0000000000aa';
const OTHER = '01900000-0000-7000-8000-0000000000bb';

/** @returns how a change of a document with words and amounts ends: admitted, nothing new, or why it is refused. */
function outcome(rights: RightsInput, change: (doc: Doc) => void): 'admitted' | 'nothing' | CloseReasonName {
  const before = new Doc();
  before.clientID = 1;
  before.getText('answer:needs').insert(0, 'words that are there');
  before.getMap('budget').set(`${ROW}/${OTHER}`, 100);
  before.getMap('budget').set(`${ROW}/${OWN}`, 200);
  const index = new DocumentIndex();
  const at = { index, userId: 'ana', clientIdsLeft: 4, isQuestion: () => true };
  const first = admitUpdate(encodeStateAsUpdate(before), {
    ...at,
    rights: { canWrite: true },
    ownerOf: () => undefined,
  });
  if (first) enter(first, index);
  const doc = new Doc();
  doc.clientID = 2;
  applyUpdate(doc, encodeStateAsUpdate(before));
  const state = encodeStateVector(doc);
  doc.transact(() => change(doc));
  try {
    const update = encodeStateAsUpdate(doc, state);
    const ownerOf = (client: number) => (client === 1 ? 'ben' : undefined);
    return admitUpdate(update, { ...at, rights: rightsOf(rights), ownerOf }) ? 'admitted' : 'nothing';
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
}

const insert = (doc: Doc) => doc.getText('answer:needs').insert(5, ' more');
const remove = (doc: Doc) => doc.getText('answer:needs').delete(0, 5);
const format = (doc: Doc) => doc.getText('answer:needs').format(0, 5, { bold: true });
const setOwn = (doc: Doc) => doc.getMap('budget').set(`${ROW}/${OWN}`, 300);
const setOther = (doc: Doc) => doc.getMap('budget').set(`${ROW}/${OTHER}`, 300);
const removeOther = (doc: Doc) => doc.getMap('budget').delete(`${ROW}/${OTHER}`);
const elsewhere = (doc: Doc) => doc.getText('answer:impact').insert(0, 'new');
const nothing = () => undefined;

const locked = { canWrite: true, lockedRoots: new Set(['answer:needs']) };
const ownColumn = { canWrite: true, ownColumns: new Set([OWN]) };

const cases: [string, RightsInput, (doc: Doc) => void, ReturnType<typeof outcome>][] = [
  ['a locked answer takes no words', locked, insert, 'locked'],
  ['a locked answer loses no words', locked, remove, 'locked'],
  ['a locked answer is not formatted', locked, format, 'locked'],
  ['beside a locked answer others are written', locked, elsewhere, 'admitted'],
  ['one column is free to its organisation', ownColumn, setOwn, 'admitted'],
  ["another organisation's amount is not changed", ownColumn, setOther, 'notAllowed'],
  ["another organisation's amount is not deleted", ownColumn, removeOther, 'notAllowed'],
  ['with one own column, answers are written', ownColumn, insert, 'admitted'],
  ['who reads adds nothing', { canWrite: false }, insert, 'notAllowed'],
  ['who reads deletes nothing', { canWrite: false }, remove, 'notAllowed'],
  ['who reads may say again what is there', { canWrite: false }, nothing, 'nothing'],
  ['who writes does', { canWrite: true }, remove, 'admitted'],
];

for (const [what, rights, change, expected] of cases) {
  test(`A4 ${what}`, () => {
    expect(outcome(rights, change)).toBe(expected);
  });
}
