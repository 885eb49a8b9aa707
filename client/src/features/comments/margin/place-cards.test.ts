import { array, assert, constantFrom, integer, property, record, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { placeCards, type WantedCard } from './place-cards.ts';

const GAP = 8;
const card = (id: string, top: number, height = 100): WantedCard => ({ id, top, height });
const tops = (cards: WantedCard[], activeId: string | null = null) => [
  ...placeCards(cards, { gap: GAP, activeId }).values(),
];

test('a card with room stands level with its text', () => {
  expect(tops([card('a', 40), card('b', 300)])).toEqual([40, 300]);
});

test('cards that would overlap go down, one below the other', () => {
  expect(tops([card('a', 40), card('b', 60), card('c', 100), card('d', 900)])).toEqual([40, 148, 256, 900]);
});

test('the active card gets its exact place: those above go up, those below go down', () => {
  expect(tops([card('a', 400), card('b', 410), card('c', 420), card('d', 430)], 'c')).toEqual([204, 312, 420, 528]);
});

test('only those in its way give way to the active card', () => {
  expect(tops([card('a', 40), card('b', 390), card('c', 420), card('d', 700)], 'c')).toEqual([40, 312, 420, 700]);
});

test('nothing is pushed above the page; then the active card comes as near as it can', () => {
  expect(tops([card('a', 20), card('b', 30), card('c', 40)], 'c')).toEqual([0, 108, 216]);
});

test('where more stand above it than fit, the active card keeps its place, and they leave the page', () => {
  const crowd = [card('a', 20), card('b', 30), card('c', 40)];
  const place = (lowerMax: number) => [...placeCards(crowd, { gap: GAP, activeId: 'c', lowerMax }).values()];
  expect(place(176), 'as low as it may').toEqual([0, 108, 216]);
  expect(place(175)).toEqual([-176, -68, 40]);
});

test('a card whose text stands above that of an earlier one keeps its turn', () => {
  expect(tops([card('a', 500), card('b', 100)])).toEqual([500, 608]);
});

test('an active card that is not there changes nothing', () => {
  expect(tops([card('a', 40), card('b', 60)], 'gone')).toEqual(tops([card('a', 40), card('b', 60)]));
});

const someCards = array(record({ top: integer({ min: 0, max: 3000 }), height: integer({ min: 1, max: 400 }) }), {
  minLength: 1,
  maxLength: 30,
}).map((cards) => cards.map((one, index) => ({ ...one, id: String(index) })));
const inTextOrder = someCards.map((cards) => {
  const sorted = cards.map(({ top }) => top).sort((a, b) => a - b);
  return cards.map((one, index) => ({ ...one, top: sorted[index] ?? 0 }));
});
const withActive = (cards: typeof someCards) =>
  cards.chain((all) => tuple(constantFrom(all), constantFrom(null, ...all.map(({ id }) => id))));

test('no cards overlap, their order is that of the text, and none stands above the page', () => {
  assert(
    property(withActive(someCards), ([cards, activeId]) => {
      const placed = placeCards(cards, { gap: GAP, activeId });
      let floor = 0;
      for (const { id, height } of cards) {
        const top = placed.get(id) ?? Number.NaN;
        expect(top).toBeGreaterThanOrEqual(floor);
        floor = top + height + GAP;
      }
    }),
  );
});

test('the active card is exact wherever those above it have room above it', () => {
  assert(
    property(withActive(inTextOrder), ([cards, activeId]) => {
      const at = cards.findIndex(({ id }) => id === activeId);
      if (at < 0) return;
      const needed = cards.slice(0, at).reduce((sum, { height }) => sum + height + GAP, 0);
      const wanted = cards[at]?.top ?? 0;
      expect(placeCards(cards, { gap: GAP, activeId }).get(activeId ?? '')).toBe(Math.max(wanted, needed));
    }),
  );
});

test('a card moves only when another one needs its place', () => {
  assert(
    property(inTextOrder, (cards) => {
      const placed = placeCards(cards, { gap: GAP, activeId: null });
      for (const [index, { id, top }] of cards.entries()) {
        const before = cards[index - 1];
        const floor = before ? (placed.get(before.id) ?? 0) + before.height + GAP : 0;
        expect(placed.get(id)).toBe(Math.max(top, floor));
      }
    }),
  );
});
