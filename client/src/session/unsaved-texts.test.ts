import { BUDGET, FACTS, PLAN } from '@adagia/shared/document';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { TouchedPlaces, textsOf } from './unsaved-texts.ts';

const ROW = '01920000-0000-7000-8000-000000000001';
const ORGANISATION = '01920000-0000-7000-8000-000000000002';

function written(touched: TouchedPlaces): Y.Doc {
  const doc = new Y.Doc();
  doc.getMap(BUDGET).set(`${ROW}/somebody-else`, 999);
  doc.on('afterTransaction', (transaction: Y.Transaction) => touched.note(transaction));
  doc.transact(() => {
    doc.getMap(BUDGET).set(`${ROW}/${ORGANISATION}`, 123_450);
    doc.getMap(BUDGET).set(`${ROW}/${ORGANISATION}:proposed`, 200_000);
    doc.getMap(BUDGET).set(`management/${ORGANISATION}:months`, 24);
    doc.getMap(BUDGET).set(`management/${ORGANISATION}:months:proposed`, 30);
    doc.getMap(FACTS).set('participants', 40);
    doc.getMap(PLAN).set(`${ROW}/title`, 'Pilots');
  });
  return doc;
}

test('figures that somebody typed are kept as they were typed, amounts in euros', () => {
  const touched = new TouchedPlaces();
  expect(textsOf(written(touched), touched)).toEqual([
    { key: 'facts/participants', text: '40' },
    { key: `plan/${ROW}/title`, text: 'Pilots' },
    { key: `budget/${ROW}/${ORGANISATION}`, text: '1234.50' },
    { key: `budget/${ROW}/${ORGANISATION}:proposed`, text: '2000.00' },
    { key: `budget/management/${ORGANISATION}:months`, text: '24' },
    { key: `budget/management/${ORGANISATION}:months:proposed`, text: '30' },
  ]);
});

test('where it is not known what was touched, the figures of all others are left out', () => {
  expect(textsOf(written(new TouchedPlaces()), new TouchedPlaces()).map(({ key }) => key)).toEqual([
    `plan/${ROW}/title`,
  ]);
});
