// Who is shown as what: the board of presence of one room.
import { limits } from '@adagia/shared/wire/limits';
import { expect, test } from 'vitest';
import { PresenceBoard } from './presence.ts';

const newBoard = () => new PresenceBoard(() => undefined);
const entry = (clientId: number, clock: number, state: object | null = {}) => {
  return { clientId, clock, json: state === null ? null : JSON.stringify(state) };
};
const stampOf = (userId: string) => JSON.stringify({ id: userId });
const shown = (board: PresenceBoard) =>
  board.present().map(({ clientId, json }) => [clientId, JSON.parse(json ?? 'null') as unknown]);

function say(board: PresenceBoard, owner: { userId: string }, ...entries: ReturnType<typeof entry>[]): void {
  board.take(owner, stampOf(owner.userId), entries);
}

test('who somebody is says the server, whatever they write about it', () => {
  const board = newBoard();
  say(board, { userId: 'ana' }, entry(1, 1, { user: { id: 'ben' }, place: 'x' }));
  expect(shown(board)).toEqual([[1, { user: { id: 'ana' }, place: 'x' }]]);
});

test('a connection speaks for one client id, and for none of somebody else', () => {
  const board = newBoard();
  const [ana, ben] = [{ userId: 'ana' }, { userId: 'ben' }];
  say(board, ben, entry(2, 1, { at: 'home' }));
  say(board, ana, entry(2, 9, { at: 'sea' }), entry(1, 1), entry(3, 1));
  expect(shown(board)).toEqual([
    [2, { at: 'home', user: { id: 'ben' } }],
    [1, { user: { id: 'ana' } }],
  ]);
});

test('a page that comes back over a new line is shown where it is, and stays when the old line is found dead', () => {
  const board = newBoard();
  const [before, after] = [{ userId: 'ana' }, { userId: 'ana' }];
  say(board, before, entry(1, 1, { at: 'home' }));
  say(board, after, entry(1, 2, { at: 'sea' }));
  board.takeNews();
  board.drop(before);
  expect([board.hasNews, shown(board)]).toEqual([false, [[1, { at: 'sea', user: { id: 'ana' } }]]]);
  board.drop(after);
  expect([board.takeNews().map(({ json }) => json), shown(board)]).toEqual([[null], []]);
});

test('a state above the ceiling is not shown, and ends nobody', () => {
  const board = newBoard();
  const ana = { userId: 'ana' };
  const fits = 'x'.repeat(limits.awarenessSizeMax - '{"at":""}'.length);
  say(board, ana, entry(1, 1, { at: fits }), entry(1, 2, { at: `${fits}x` }));
  expect(shown(board)).toEqual([[1, { at: fits, user: { id: 'ana' } }]]);
});

test('an older state does not replace a newer one', () => {
  const board = newBoard();
  const ana = { userId: 'ana' };
  say(board, ana, entry(1, 5, { at: 'sea' }), entry(1, 4, { at: 'home' }));
  expect(shown(board)).toEqual([[1, { at: 'sea', user: { id: 'ana' } }]]);
});

test('a client id stays that of its person while they are away: nobody else can stand in it', () => {
  const board = newBoard();
  const [ana, ben, again] = [{ userId: 'ana' }, { userId: 'ben' }, { userId: 'ana' }];
  say(board, ana, entry(1, 1, { at: 'home' }));
  board.drop(ana);
  say(board, ben, entry(1, 9, { at: 'sea' }));
  expect(shown(board)).toEqual([]);
  say(board, again, entry(1, 2, { at: 'home' }));
  expect(shown(board)).toEqual([[1, { at: 'home', user: { id: 'ana' } }]]);
});

test('whoever has written under a client id is the only one to be seen under it', () => {
  const board = new PresenceBoard((clientId) => (clientId === 1 ? 'ana' : undefined));
  say(board, { userId: 'ben' }, entry(1, 9));
  say(board, { userId: 'ana' }, entry(1, 1));
  expect(shown(board)).toEqual([[1, { user: { id: 'ana' } }]]);
});

test('who repeats that somebody has left is still seen where they are themselves', () => {
  const board = newBoard();
  const ben = { userId: 'ben' };
  say(board, ben, entry(1, 9, null));
  say(board, ben, entry(2, 1));
  expect(shown(board)).toEqual([[2, { user: { id: 'ben' } }]]);
});
