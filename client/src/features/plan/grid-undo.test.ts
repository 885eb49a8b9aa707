// Undo of one person while another wrote the same field at the same moment. Real documents, in both orders of their client ids: which
// of the two wins is theirs to say.
import { BUDGET, type FieldValue } from '@adagia/shared/document';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { ProposalSession } from '../../session/proposal-session.ts';
import { setFields } from '../../session/use-fields.ts';
import { gridUndo } from './grid-undo.ts';

const sessionOf = (doc: Y.Doc): ProposalSession =>
  ({ doc, canWrite: { get: () => true, subscribe: () => () => undefined } }) as unknown as ProposalSession;

function join(a: Y.Doc, b: Y.Doc): void {
  const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
  Y.applyUpdate(a, fromB);
  Y.applyUpdate(b, fromA);
}

/** @returns Ana's and Ben's documents with one figure that both have, and what stands in the cell. */
function begin(anasId: number, bensId: number) {
  const [a, b] = [new Y.Doc(), new Y.Doc()];
  a.getMap<FieldValue>(BUDGET).set('cell', 100);
  join(a, b);
  a.clientID = anasId;
  b.clientID = bensId;
  const [ana, ben] = [sessionOf(a), sessionOf(b)];
  gridUndo(ana);
  gridUndo(ben);
  return { ana, ben, cells: () => [a, b].map((doc) => doc.getMap<FieldValue>(BUDGET).get('cell')) };
}

test.each([
  [1, 2],
  [2, 1],
])(
  'a figure that a colleague wrote over at the same moment leaves no empty cell when it is undone (%i, %i)',
  (anas, bens) => {
    const { ana, ben, cells } = begin(anas, bens);
    setFields(ana, BUDGET, { cell: 200 });
    setFields(ben, BUDGET, { cell: 300 });
    join(ana.doc, ben.doc);
    const isMine = cells()[0] === 200;
    gridUndo(ana).undo();
    join(ana.doc, ben.doc);
    expect(cells()).toEqual(isMine ? [100, 100] : [300, 300]);
  },
);

test('what a colleague emptied after me stays empty, and my own first figure goes', () => {
  const { ana, ben, cells } = begin(1, 2);
  setFields(ana, BUDGET, { cell: 200 });
  join(ana.doc, ben.doc);
  setFields(ben, BUDGET, { cell: 300 });
  setFields(ben, BUDGET, { cell: undefined });
  join(ana.doc, ben.doc);
  gridUndo(ana).undo();
  expect(cells()[0]).toBeUndefined();
  setFields(ana, BUDGET, { other: 5 });
  gridUndo(ana).undo();
  expect(ana.doc.getMap(BUDGET).has('other')).toBe(false);
});
