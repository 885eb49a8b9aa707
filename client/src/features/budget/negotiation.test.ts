// Four people over the same cells, with and without network: what is agreed, proposed and offered is the same on every screen in the
// end, always something that somebody typed, and each side writes only what is its own. Real Yjs; a failing run names its seed.
import { agreedIn, negotiationIn } from '@adagia/shared/budget/negotiation';
import { accept, acceptCounter, negotiated, refuse, withdraw } from '@adagia/shared/budget/negotiation-moves';
import type { FieldValue } from '@adagia/shared/document';
import type { FieldChanges } from '@adagia/shared/plan/plan-edits';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

const CELL = '01900000-0000-7000-8000-000000000001/01900000-0000-7000-8000-0000000000aa';
const OTHER = '01900000-0000-7000-8000-000000000002/01900000-0000-7000-8000-0000000000bb';

type Cells = Map<string, FieldValue>;

const names = ['partner', 'colleague', 'coordinator', 'second'] as const;
type Name = (typeof names)[number];
const sideOf = (name: Name) => (name === 'partner' || name === 'colleague' ? 'partner' : 'coordinator');

const move = fc.record({
  by: fc.constantFrom(...names),
  kind: fc.constantFrom('type', 'type', 'type', 'empty', 'accept', 'refuse', 'take', 'withdraw', 'undo', 'redo'),
  cell: fc.constantFrom(CELL, OTHER),
  cents: fc.integer({ min: 1, max: 4 }),
  /** Who hears of it before the next move. */
  to: fc.constantFrom('nobody', 'coordinator', 'all'),
});
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

/** One person's document, with what was typed into each cell by anybody. */
class Desk {
  readonly doc = new Y.Doc();
  readonly map = this.doc.getMap<FieldValue>('budget');
  readonly #undo = new Y.UndoManager(this.map, { captureTimeout: 0, trackedOrigins: new Set(['typed']) });

  constructor(clientId: number) {
    this.doc.clientID = clientId;
  }

  get cells(): Cells {
    return new Map(this.map.entries());
  }

  hear(from: Desk): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(this.doc)));
  }

  do({ by, kind, cell, cents }: Move): void {
    if (kind === 'undo' || kind === 'redo') this.#undo[kind]();
    const changes = changesOf(this.cells, { by, kind, cell, cents });
    this.doc.transact(() => {
      for (const [key, value] of Object.entries(changes)) {
        if (value === undefined) this.map.delete(key);
        else this.map.set(key, value);
      }
    }, 'typed');
    // The server would refuse anything else of a partner.
    if (sideOf(by) === 'partner')
      for (const key of Object.keys(changes)) expect(key).toMatch(/:(?:proposed|accepted)$/);
  }
}

function changesOf(cells: Cells, { by, kind, cell, cents }: Omit<Move, 'to'>): FieldChanges {
  const side = sideOf(by);
  const before = negotiationIn(cells, cell);
  if (kind === 'type' || kind === 'empty') {
    return negotiated(cells, { [cell]: kind === 'type' ? cents : undefined }, () => side);
  }
  if (!before) return {};
  if (side === 'coordinator')
    return kind === 'accept' ? accept(cells, before) : kind === 'refuse' ? refuse(cells, before) : {};
  return kind === 'take' ? acceptCounter(before) : kind === 'withdraw' ? withdraw(cell) : {};
}

/** What I typed is what I see afterwards. */
function checkSeen({ cells }: Desk, { by, kind, cell, cents }: Move): void {
  if (kind !== 'type') return;
  const seen = negotiationIn(cells, cell);
  const mine = sideOf(by) === 'partner' ? seen?.proposed : seen?.counter;
  expect([agreedIn(cells, cell), mine]).toContain(cents);
}

function figuresIn(cells: Cells, cell: string): number[] {
  const seen = negotiationIn(cells, cell);
  return [agreedIn(cells, cell), seen?.proposed, seen?.counter].filter((cents) => typeof cents === 'number');
}

test('four people at once, some without network, see the same in the end, and no figure that nobody typed', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
      const desks = new Map(names.map((name, index) => [name, new Desk(index + 1)]));
      // An empty cell is proposed as 0.
      const said = new Map([CELL, OTHER].map((cell) => [cell, new Set([0])]));
      for (const one of moves) {
        const desk = desks.get(one.by)!;
        if (one.kind === 'type') said.get(one.cell)!.add(one.cents);
        desk.do(one);
        checkSeen(desk, one);
        for (const [name, other] of desks) if (one.to === 'all' || one.to === name) other.hear(desk);
      }
      for (const to of desks.values()) for (const from of desks.values()) to.hear(from);
      for (const to of desks.values()) for (const from of desks.values()) to.hear(from);
      const [first, ...others] = [...desks.values()].map(({ cells }) => cells);
      for (const cells of others) expect(Object.fromEntries(cells)).toEqual(Object.fromEntries(first!));
      for (const [cell, cents] of said) for (const figure of figuresIn(first!, cell)) expect(cents).toContain(figure);
    }),
    { numRuns: 500 },
  );
});
