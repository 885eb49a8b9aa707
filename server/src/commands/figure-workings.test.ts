// The workings behind a figure: whose they are, who may write them, and that nobody writes over a colleague unseen.
import { insertMember, updateMember } from '@adagia/db/repositories/members';
import { listWorkings, setWorking } from '@adagia/shared/api/figures';
import * as people from '@adagia/shared/api/people';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, refusal } from '../testing/ask.ts';
import { type CastPerson, hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let cast: People;
let stage: Stage;
let place: { proposalId: Stage['proposalId']; organisationId: Stage['organisationId']; rowId: string };

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
});
beforeEach(async () => {
  stage = await newStage(server, cast);
  const { proposalId } = stage;
  const card = { legalName: 'Scoala', country: 'RO' };
  const { id: organisationId } = await ask(cast.ana, people.addOrganisation, { proposalId }, card);
  updateMember(server.deps.database.orm, proposalId, cast.ben.id, { organisationId });
  place = { proposalId, organisationId, rowId: '01920000-0000-7000-8000-000000000001' };
});
afterAll(() => server.dispose());

const working = (note: string) => ({ days: { manager: 250, teacher: 1000 }, note });
const set = (person: CastPerson, note: string, basedOn: string | null = null) =>
  ask(person, setWorking, place, { working: working(note), basedOn });
const notes = async (person: CastPerson) =>
  (await ask(person, listWorkings, { proposalId: stage.proposalId }, {})).map((one) => one.working.note);

test('are seen by the organisation and by coordinators, and by no colleague of another one', async () => {
  await set(cast.ben, 'Two meetings');
  expect([await notes(cast.ben), await notes(cast.ana)]).toEqual([['Two meetings'], ['Two meetings']]);
  const { proposalId } = stage;
  const row = { proposalId, userId: cast.oda.id, role: 'editor', joinedAt: 5 };
  insertMember(server.deps.database.orm, { ...row, organisationId: stage.organisationId });
  expect(await notes(cast.oda)).toEqual([]);
  const forged = { working: working('Forged'), basedOn: null };
  expect(await refusal(cast.oda, setWorking, place, forged)).toMatchObject({ code: 'forbidden' });
  expect(await refusal(cast.eve, listWorkings, { proposalId }, {})).toMatchObject({ code: 'forbidden' });
  expect(await notes(cast.ben)).toEqual(['Two meetings']);
});

test('that somebody changed meanwhile are not written over', async () => {
  const [first] = await set(cast.ben, 'Two meetings');
  expect(await refusal(cast.ana, setWorking, place, { working: working('Three'), basedOn: null })).toMatchObject({
    code: 'conflict',
  });
  expect(await notes(cast.ana)).toEqual(['Two meetings']);
  await set(cast.ana, 'Three', first!.updatedAt);
  expect(await notes(cast.ben)).toEqual(['Three']);
});

test('are taken away with nothing in them, and with their organisation', async () => {
  const [first] = await set(cast.ben, 'Two meetings');
  await ask(cast.ben, setWorking, place, { working: null, basedOn: first!.updatedAt });
  expect(await notes(cast.ben)).toEqual([]);
  await set(cast.ben, 'Again');
  updateMember(server.deps.database.orm, stage.proposalId, cast.ben.id, { organisationId: null });
  await ask(cast.ana, people.removeOrganisation, place, {});
  expect(await notes(cast.ana)).toEqual([]);
});
