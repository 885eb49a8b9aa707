// Twelve people in one budget at once, each over a socket of their own: all end with the same grid, no cell holds a figure that
// nobody typed, and every figure is in the history. The order in which they write is random; a failing run names its seed.
import { insertMember } from '@adagia/db/repositories/members';
import { listFigureHistory } from '@adagia/shared/api/figures';
import { getMe } from '@adagia/shared/api/people';
import { BUDGET, type FieldValue } from '@adagia/shared/document';
import { createRandom } from '@adagia/shared/random';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { z } from 'zod';
import { ask } from '../testing/ask.ts';
import { type CastPerson, hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { openWritingClient, type WritingClient } from '../testing/writing-client.ts';

const PEOPLE = 12;
const EDITS = 40;
const SEED = 20_261_126;

let server: TestServer;
let cast: People;

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
});
afterAll(() => server.dispose());

const gridOf = ({ doc }: WritingClient) =>
  Object.fromEntries([...doc.getMap<FieldValue>(BUDGET).entries()].sort(([a], [b]) => (a < b ? -1 : 1)));

test('57 twelve people edit the grid at once', async () => {
  const { proposalId, organisationId } = await newStage(server, cast);
  const everybody: CastPerson[] = [cast.ana, cast.ben];
  for (let index = everybody.length; index < PEOPLE; index += 1) {
    const person = await server.signUp(`P${index}`);
    const { id } = await ask(person, getMe, {}, {});
    const member = { proposalId, userId: id, role: 'editor', organisationId: null, joinedAt: 10 + index };
    insertMember(server.deps.database.orm, member);
    everybody.push({ ...person, id });
  }
  const clients = await Promise.all(everybody.map(({ cookie }) => openWritingClient(server.url, cookie, proposalId)));
  const cells = Array.from({ length: 6 }, (_, row) => `01920000-0000-7000-8000-00000000000${row}/${organisationId}`);
  const typed = new Map(cells.map((cell) => [cell, new Set<FieldValue | undefined>([undefined])]));
  const random = createRandom(SEED);
  const edit = async (client: WritingClient, who: number) => {
    for (let count = 0; count < EDITS; count += 1) {
      const cell = random.pick(cells);
      // Nobody else can have typed this one.
      const cents = (who + 1) * 1000 + count;
      const isEmptied = random.chance(0.1) && client.doc.getMap(BUDGET).has(cell);
      if (!isEmptied) typed.get(cell)?.add(cents);
      await client.write((doc) => {
        if (isEmptied) doc.getMap(BUDGET).delete(cell);
        else doc.getMap(BUDGET).set(cell, cents);
      });
    }
  };
  await Promise.all(clients.map(edit));
  const newcomer = await openWritingClient(server.url, cast.ana.cookie, proposalId);
  const expected = gridOf(newcomer);
  for (const client of clients) await vi.waitFor(() => expect(gridOf(client)).toEqual(expected));
  for (const [cell, value] of Object.entries(expected)) expect(typed.get(cell)).toContain(value);
  // Also what lost against a figure of the same moment.
  for (const [cell, figures] of typed) {
    const told = await historyOf(proposalId, cell);
    for (const cents of figures) if (cents !== undefined) expect(told).toContain(cents);
  }
  for (const client of [...clients, newcomer]) client.close();
});

type History = z.output<(typeof listFigureHistory)['response']>;

/** Every figure that the history of a cell knows of. */
async function historyOf(proposalId: Stage['proposalId'], cell: string): Promise<Set<number | null>> {
  const known = new Set<number | null>();
  for (let before: string | null = ''; before !== null; ) {
    const place: { cell: string; before?: string } = { cell, ...(before && { before }) };
    const page: History = await ask(cast.ana, listFigureHistory, { proposalId }, place);
    for (const { after, overtaken } of page.changes) known.add(overtaken ?? after);
    before = page.next;
  }
  return known;
}
