// That what gives or takes a right is in the record of the proposal, where its coordinators read it: by whom, whose, and of what.
import { exportAudit, listAudit } from '@adagia/shared/api/audit';
import { endGuestSessions } from '@adagia/shared/api/entering';
import { documentPath, documentSchema, removeDocument } from '@adagia/shared/api/intake';
import { addOrganisation, changeMember, changeOrganisation, removeOrganisation } from '@adagia/shared/api/people';
import { setSectionLock, setSectionWriters } from '@adagia/shared/api/rights';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ask } from '../testing/ask.ts';
import { hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { enter, guestLink } from '../testing/guests.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let cast: People;
let stage: Stage;

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
});
beforeEach(async () => {
  stage = await newStage(server, cast);
});
afterAll(() => server.dispose());

const place = (organisationId: string) => ({ proposalId: stage.proposalId, organisationId });
/** Oldest first, without what every proposal begins with. */
const recorded = async (kind: string) =>
  (await ask(cast.ana, listAudit, { proposalId: stage.proposalId }, { kind })).entries
    .toReversed()
    .map(({ kind: of, actorName, personName, target, data }) => ({
      of,
      by: actorName,
      whose: personName,
      target,
      data,
    }));

const add = async () => {
  const card = { legalName: 'Școala Verde', country: 'RO' };
  return (await ask(cast.ana, addOrganisation, { proposalId: stage.proposalId }, card)).id;
};

test('an organisation that comes and goes, without its name', async () => {
  const id = await add();
  await ask(cast.ana, removeOrganisation, place(id), {});
  const common = { by: 'Ana', target: id, data: {} };
  expect(await recorded('organisation')).toMatchObject([
    { of: 'organisation.added', ...common },
    { of: 'organisation.removed', ...common },
  ]);
});

test('the organisation of a member and the sections that they may write in', async () => {
  const id = await add();
  const member = { proposalId: stage.proposalId, userId: cast.ben.id };
  await ask(cast.ana, changeMember, member, { organisationId: id, sectionIds: ['relevance', 'impact'] });
  await ask(cast.ana, changeMember, member, { organisationId: id, sectionIds: ['relevance', 'impact'] });
  const common = { by: 'Ana', whose: 'Ben' };
  expect(await recorded('member')).toMatchObject([
    { of: 'member.organisation', ...common, data: { old: null, new: id } },
  ]);
  expect(await recorded('section')).toMatchObject([
    { of: 'section.writers', ...common, data: { sections: 'relevance impact' } },
  ]);
});

test('what it names by id it also says by the name of today', async () => {
  const id = await add();
  const member = { proposalId: stage.proposalId, userId: cast.ben.id };
  await ask(cast.ana, changeMember, member, { organisationId: id, sectionIds: ['relevance', `organisations:${id}`] });
  await ask(cast.ana, setSectionLock, { proposalId: stage.proposalId, sectionId: 'impact' }, { isLocked: true });
  await ask(cast.ana, changeOrganisation, place(id), { legalName: 'Școala Nouă' });
  const { entries } = await ask(cast.ana, listAudit, { proposalId: stage.proposalId }, {});
  const namesOf = (kind: string) => entries.find((one) => one.kind === kind)?.names;
  expect(namesOf('organisation.added')).toEqual({ [id]: 'Școala Nouă' });
  expect(namesOf('member.organisation')).toEqual({ [id]: 'Școala Nouă' });
  expect(namesOf('section.locked')).toEqual({ impact: 'Impact and dissemination' });
  expect(namesOf('section.writers')).toEqual({
    relevance: 'Relevance of the project',
    [`organisations:${id}`]: 'Participating organisations: Școala Nouă',
  });
  const { csv } = await ask(cast.ana, exportAudit, { proposalId: stage.proposalId }, { kind: 'member.organisation' });
  expect(csv).toContain(`new: Școala Nouă (${id})`);
});

test('owner, each co-writer, and locks of a section', async () => {
  const section = { proposalId: stage.proposalId, sectionId: 'relevance' };
  const writers = { ownerId: cast.ana.id, writerIds: [cast.ben.id], isExclusive: false };
  await ask(cast.ana, setSectionWriters, section, writers);
  await ask(cast.ana, setSectionWriters, section, { ...writers, writerIds: [] });
  await ask(cast.ana, setSectionLock, section, { isLocked: true });
  await ask(cast.ana, setSectionLock, section, { isLocked: false });
  expect(await recorded('section.owner')).toMatchObject([{ whose: 'Ana', target: 'relevance' }]);
  const ofBen = (await recorded('section.writers')).filter(({ whose }) => whose === 'Ben');
  expect(ofBen.map(({ data }) => data)).toEqual([{ isGiven: true }, { isGiven: false }]);
  expect((await recorded('section')).slice(-2).map(({ of }) => of)).toEqual(['section.locked', 'section.unlocked']);
});

test('a guest whose sessions are ended, in the proposal that it was done for', async () => {
  const { token } = await guestLink(cast.ana, stage.proposalId);
  const gus = await enter(server, token, 'Gus');
  await ask(cast.ana, endGuestSessions, { proposalId: stage.proposalId, userId: gus.id }, {});
  expect(await recorded('session')).toMatchObject([
    { of: 'session.ended', by: 'Ana', whose: 'Gus', data: { count: 1 } },
  ]);
});

test('a document that comes and goes, without its name', async () => {
  const { organisationId } = stage;
  const address = `${server.url}${documentPath(stage.proposalId, organisationId)}?kind=mandate&name=secret-name.pdf`;
  const response = await fetch(address, {
    method: 'POST',
    headers: { cookie: cast.ana.cookie, 'content-type': 'application/octet-stream' },
    body: '%PDF-1.7 signed',
  });
  const { id: documentId } = documentSchema.parse(await response.json());
  await ask(cast.ana, removeDocument, { ...stage, documentId }, {});
  const common = { by: 'Ana', target: documentId, data: { organisationId, kind: 'mandate' } };
  const entries = await recorded('upload');
  expect(entries).toMatchObject([
    { of: 'upload.added', ...common },
    { of: 'upload.removed', ...common },
  ]);
  expect(JSON.stringify(entries)).not.toContain('secret-name');
});
