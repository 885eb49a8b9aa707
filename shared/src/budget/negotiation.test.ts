// What each side of a negotiation does with a cell, one after the other. Both at once: client/src/features/budget/negotiation.test.ts.
import { describe, expect, test } from 'vitest';
import type { FieldValue } from '../document.ts';
import { isDocumentField } from '../document-fields.ts';
import type { FieldChanges } from '../plan/plan-edits.ts';
import { isCount, quantityIn, quantityKey } from '../unit-costs/quantities.ts';
import {
  agreedIn,
  asIfSettled,
  isRefusal,
  negotiationIn,
  openNegotiations,
  partKey,
  withAgreed,
} from './negotiation.ts';
import { acceptCounter, counter, negotiated, refuse } from './negotiation-moves.ts';

const CELL = '01900000-0000-7000-8000-000000000001/01900000-0000-7000-8000-0000000000aa';
const OTHER = '01900000-0000-7000-8000-000000000002/01900000-0000-7000-8000-0000000000bb';

type Cells = Map<string, FieldValue>;

function apply(cells: Cells, changes: FieldChanges): Cells {
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) cells.delete(key);
    else cells.set(key, value);
  }
  return cells;
}

const typed = (cells: Cells, side: 'partner' | 'coordinator' | 'direct', cents: number | null): Cells =>
  apply(
    cells,
    negotiated(cells, { [CELL]: cents ?? undefined }, () => side),
  );
const open = (cells: Cells) => negotiationIn(cells, CELL)!;
const start = (): Cells => new Map([[CELL, 400]]);

describe('a partner', () => {
  test('who types a figure proposes it, beside what is agreed', () => {
    const cells = typed(start(), 'partner', 500);
    expect(open(cells)).toEqual({ cell: CELL, agreed: 400, proposed: 500, counter: null, turn: 'coordinator' });
    expect(agreedIn(cells, CELL)).toBe(400);
  });

  test('who types what is agreed, or empties the cell, takes the proposal back', () => {
    for (const cents of [400, null]) {
      const cells = typed(typed(start(), 'partner', 500), 'partner', cents);
      expect([...cells]).toEqual([[CELL, 400]]);
    }
  });

  test('who empties a cell without a proposal proposes nothing at all; one that is empty stays so', () => {
    expect(open(typed(start(), 'partner', null))).toMatchObject({ proposed: 0 });
    expect([...typed(new Map(), 'partner', null)]).toEqual([]);
    expect(open(typed(new Map(), 'partner', 0))).toMatchObject({ agreed: null, proposed: 0 });
  });

  test('who takes an offer has agreed; who proposes anew after it leaves it agreed until that is decided', () => {
    const offered = apply(
      typed(start(), 'partner', 500),
      counter(start(), { ...open(typed(start(), 'partner', 500)) }, 450),
    );
    const cells = apply(offered, acceptCounter(open(offered)));
    expect([agreedIn(cells, CELL), negotiationIn(cells, CELL)]).toEqual([450, null]);
    typed(cells, 'partner', 470);
    expect(open(cells)).toMatchObject({ agreed: 450, proposed: 470, counter: null, turn: 'coordinator' });
    // The same as before the offer: then the offer is not taken any more.
    typed(cells, 'partner', 500);
    expect(open(cells)).toMatchObject({ agreed: 400, proposed: 500, counter: 450, turn: 'partner' });
  });

  test('who types the offer takes it', () => {
    const cells = typed(typed(typed(start(), 'partner', 500), 'coordinator', 450), 'partner', 450);
    expect([agreedIn(cells, CELL), negotiationIn(cells, CELL)]).toEqual([450, null]);
  });
});

describe('a coordinator', () => {
  test('who types into a cell without a proposal agrees it', () => {
    expect([...typed(start(), 'coordinator', 700)]).toEqual([[CELL, 700]]);
  });

  test('who types beside a proposal makes an offer, or accepts by the same figure', () => {
    const cells = typed(typed(start(), 'partner', 500), 'coordinator', 450);
    expect(open(cells)).toEqual({ cell: CELL, agreed: 400, proposed: 500, counter: 450, turn: 'partner' });
    expect([...typed(cells, 'coordinator', 500)]).toEqual([[CELL, 500]]);
  });

  test('who refuses stays at what is agreed, and the proposal stays in sight', () => {
    const cells = typed(start(), 'partner', 500);
    apply(cells, refuse(cells, open(cells)));
    expect(open(cells)).toMatchObject({ agreed: 400, proposed: 500, counter: 400, turn: 'partner' });
    expect(isRefusal(open(cells))).toBe(true);
    // A new proposal is for the coordinator to answer again.
    expect(open(typed(cells, 'partner', 480))).toMatchObject({ turn: 'coordinator', counter: null });
  });

  test('keeps an offer that was taken as agreed amount when the next one is made', () => {
    const cells = typed(typed(typed(start(), 'partner', 500), 'coordinator', 450), 'partner', 450);
    typed(cells, 'partner', 480);
    typed(cells, 'coordinator', 460);
    expect(open(cells)).toEqual({ cell: CELL, agreed: 450, proposed: 480, counter: 460, turn: 'partner' });
    expect(cells.get(CELL)).toBe(450);
  });
});

test('as if all were accepted or countered, and what goes into another proposal', () => {
  const cells = typed(typed(start(), 'partner', 500), 'coordinator', 450);
  cells.set(partKey(OTHER, 'proposed'), 90);
  expect([...asIfSettled(cells, 'proposed')]).toEqual([
    [CELL, 500],
    [OTHER, 90],
  ]);
  expect(asIfSettled(cells, 'countered').get(CELL)).toBe(450);
  expect([...withAgreed(cells)]).toEqual([[CELL, 400]]);
  expect(withAgreed(apply(cells, acceptCounter(open(cells)))).get(CELL)).toBe(450);
  expect(openNegotiations(cells).map(({ cell }) => cell)).toEqual([OTHER]);
});

describe('a quantity of unit costs', () => {
  const [ROW, P2] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-0000000000aa'];
  const DAYS = quantityKey(ROW, P2, 'days-teacher');
  const days = (cells: Cells) => quantityIn(cells, ROW, P2, 'days-teacher');
  const type = (cells: Cells, side: 'partner' | 'coordinator', value: number | undefined) =>
    apply(
      cells,
      negotiated(cells, { [DAYS]: value }, () => side),
    );

  test('is proposed, answered and taken as an amount is, and counts as it is agreed', () => {
    const cells = type(new Map([[DAYS, 20]]), 'partner', 40);
    expect(days(cells)).toBe(20);
    expect(openNegotiations(cells)).toEqual([
      { cell: DAYS, agreed: 20, proposed: 40, counter: null, turn: 'coordinator' },
    ]);
    expect(days(asIfSettled(cells, 'proposed') as Cells)).toBe(40);
    type(cells, 'coordinator', 30);
    expect([days(cells), days(asIfSettled(cells, 'countered') as Cells)]).toEqual([20, 30]);
    type(cells, 'partner', 30);
    expect([days(cells), openNegotiations(cells)]).toEqual([30, []]);
    expect(withAgreed(cells)).toEqual(new Map([[DAYS, 30]]));
  });

  test.each([
    ['what is proposed', `${DAYS}:proposed`, 99_999, true],
    ['what is offered for a real cost, in cents', `exceptional/${P2}:cost:counter`, 1_234_567, true],
    ['more than can be counted', `${DAYS}:proposed`, 100_000, false],
    ['half a day', `${DAYS}:counter`, 0.5, false],
    ['something that nobody counts', `${ROW}/${P2}:days-nobody:proposed`, 3, false],
    ['a proposal for a proposal', `${DAYS}:proposed:proposed`, 3, false],
  ])('the document holds within the bounds of its quantity: %s', (_, key, value, isAllowed) => {
    expect(isDocumentField('budget', key, value)).toBe(isAllowed);
  });

  test('is shown as what it is: people and days are no money', () => {
    expect([DAYS, `${DAYS}:proposed`, `exceptional/${P2}:cost`, `${CELL}:proposed`].map(isCount)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
