// What is collected from partners, who sees and fills it, and reminders that say what is missing.
import { answerKey } from '@adagia/shared/answer-key';
import * as intake from '@adagia/shared/api/intake';
import { listMails } from '@adagia/shared/api/mail';
import * as people from '@adagia/shared/api/people';
import { changeAnswerState } from '@adagia/shared/api/review';
import { must } from '@adagia/shared/assert';
import type { OrganisationId } from '@adagia/shared/ids';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, refusal } from '../testing/ask.ts';
import { hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { startTestServer, type TestPerson, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let cast: People;
let stage: Stage;
/** Ben's. */
let id: OrganisationId;

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
});
beforeEach(async () => {
  stage = await newStage(server, cast);
  const { proposalId } = stage;
  ({ id } = await ask(cast.ana, people.addOrganisation, { proposalId }, { legalName: 'Scoala Verde', country: 'RO' }));
  await ask(cast.ana, people.changeMember, { proposalId, userId: cast.ben.id }, { organisationId: id });
});
afterAll(() => server.dispose());

const place = (organisationId = id) => ({ proposalId: stage.proposalId, organisationId });
const seenBy = (person: TestPerson) => ask(person, intake.getIntake, { proposalId: stage.proposalId }, {});
const ownOf = async (person: TestPerson) =>
  must((await seenBy(person)).organisations.find(({ organisationId }) => organisationId === id));
const contact = { kind: 'contact' as const, name: 'Ben Ionescu', email: 'ben@scoala.example' };

test('an editor fills in what their organisation is asked, and the coordinator sees it', async () => {
  const { id: recordId } = await ask(cast.ben, intake.addRecord, place(), contact);
  const project = { kind: 'project' as const, title: 'Next Door', reference: '2023-1-IT01-KA220-VET-000150559' };
  await ask(cast.ben, intake.addRecord, place(), project);
  await ask(cast.ben, intake.changeRecord, { ...place(), recordId }, { ...contact, phone: '+40 1' });
  await ask(cast.ben, intake.changeRepresentative, place(), { representativeName: '  Ștefan\u202e Pop ' });
  expect(await ownOf(cast.ana)).toMatchObject({
    representativeName: 'Ștefan Pop',
    representativeEmail: '',
    records: [
      { ...contact, phone: '+40 1' },
      { ...project, programme: '' },
    ],
    reachable: 1,
  });
  await ask(cast.ben, intake.removeRecord, { ...place(), recordId }, {});
  expect((await ownOf(cast.ben)).records).toHaveLength(1);
});

test('each sees what is collected of their own organisation, coordinators of all', async () => {
  const idsOf = async (person: TestPerson) =>
    (await seenBy(person)).organisations.map(({ organisationId }) => organisationId);
  expect(await idsOf(cast.ana)).toEqual([stage.organisationId, id]);
  expect(await idsOf(cast.ben)).toEqual([id]);
  expect(await idsOf(cast.eve)).toEqual([]);
  expect((await refusal(cast.ben, intake.addRecord, place(stage.organisationId), contact)).code).toBe('forbidden');
});

test('who signs is not overwritten by somebody who has not seen the name before', async () => {
  await ask(cast.ana, intake.changeRepresentative, place(), { representativeName: 'Ștefan Pop' });
  const unseen = { representativeName: 'Ben', was: { representativeName: '' } };
  expect((await refusal(cast.ben, intake.changeRepresentative, place(), unseen)).code).toBe('conflict');
  expect((await ownOf(cast.ana)).representativeName).toBe('Ștefan Pop');
});

test('two who add at once both keep theirs', async () => {
  await Promise.all([
    ask(cast.ana, intake.addRecord, place(), { ...contact, name: 'Ana' }),
    ask(cast.ben, intake.addRecord, place(), { ...contact, name: 'Ben' }),
  ]);
  expect((await ownOf(cast.ana)).records).toHaveLength(2);
});

test.each<[string, object]>([
  ['without a name', { kind: 'contact', name: ' ' }],
  ['with what is no address', { ...contact, email: 'ben' }],
  ['of no kind', { kind: 'secret', name: 'Ben' }],
  ['with a name of a thousand letters', { ...contact, name: 'x'.repeat(1000) }],
])('a record %s is refused', async (_, body) => {
  expect((await refusal(cast.ben, intake.addRecord, place(), body)).code).toBe('invalid-body');
});

test('what is there at the end of a removed organisation goes with it', async () => {
  await ask(cast.ana, intake.addRecord, place(), contact);
  await ask(
    cast.ana,
    people.changeMember,
    { proposalId: stage.proposalId, userId: cast.ben.id },
    { organisationId: null },
  );
  await ask(cast.ana, people.removeOrganisation, place(), {});
  expect((await seenBy(cast.ana)).organisations).toHaveLength(1);
});

const mails = () => ask(cast.ana, listMails, { proposalId: stage.proposalId }, {});

test('a reminder says what is missing, by when and where, to the people of that organisation', async () => {
  await ask(cast.ana, intake.setIntakeDue, { proposalId: stage.proposalId }, { dueOn: '2026-02-20' });
  await ask(cast.ana, intake.setIntakeNeeded, place(), { item: 'projects', isNeeded: false });
  await ask(cast.ben, intake.addRecord, place(), contact);
  const key = answerKey('org_present', id);
  const write = (questionId: string) =>
    server.deps.rooms.edit(stage.proposalId, cast.ben.id, (doc) =>
      doc.getText(answerKey(questionId, id)).insert(0, 'We are a school.'),
    );
  await write('org_present');
  await ask(cast.ben, changeAnswerState, { proposalId: stage.proposalId, key }, { status: 'review' });
  await write('org_experience');

  expect(await ask(cast.ana, intake.sendReminder, place(), {})).toEqual({ recipients: 1 });
  const [mail] = await mails();
  expect(mail).toMatchObject({
    to: 'ben@example.org',
    subject: 'Next Door Online: what is still missing from Scoala Verde',
  });
  const text = mail?.text ?? '';
  expect(text).toContain('Ana asks for what is still missing from Scoala Verde');
  expect(text).toContain('20 February 2026');
  expect(text).toContain('- Data of the organisation: the city, the OID');
  expect(text).toContain('- Legal representative: name, position and e-mail');
  expect(text).toContain('- To be signed: the mandate or the accession form');
  // Written, and not ready yet.
  expect(text).toMatch(/- Activities and experience .*\(begun/);
  for (const there of ['Present the organisation', 'contact person', 'Past projects'])
    expect(text).not.toContain(there);
  expect(text).toContain(`/p/${stage.proposalId}/partners/${id}`);
  expect((await ownOf(cast.ana)).lastReminderAt).toBeTruthy();
});

test('another day can be agreed with an organisation: it sees its own, and is reminded of it', async () => {
  const { proposalId } = stage;
  const due = (dueOn: string, organisationId: OrganisationId | null = null) =>
    ask(cast.ana, intake.setIntakeDue, { proposalId }, { dueOn, organisationId });
  await due('2026-02-20');
  await due('2026-03-05', id);
  expect(await seenBy(cast.ben)).toMatchObject({ dueOn: '2026-02-20', organisations: [{ ownDueOn: '2026-03-05' }] });
  await ask(cast.ana, intake.sendReminder, place(), {});
  expect((await mails())[0]?.text).toContain('Please fill it in by 5 March 2026.');
  await due('', id);
  expect((await ownOf(cast.ben)).ownDueOn).toBe('');
  const elsewhere = { proposalId: (await newStage(server, cast)).proposalId };
  const unknown = await refusal(cast.ana, intake.setIntakeDue, elsewhere, { dueOn: '', organisationId: id });
  expect(unknown.code).toBe('not-found');
});

test('a second click is no second mail', async () => {
  await ask(cast.ana, intake.sendReminder, place(), {});
  expect((await refusal(cast.ana, intake.sendReminder, place())).code).toBe('too-many-requests');
  expect(await mails()).toHaveLength(1);
});

test('nobody to remind, and nothing to remind of, is said so', async () => {
  await ask(
    cast.ana,
    people.changeMember,
    { proposalId: stage.proposalId, userId: cast.ben.id },
    { organisationId: null },
  );
  expect((await refusal(cast.ana, intake.sendReminder, place())).code).toBe('nobody-to-remind');
  await ask(
    cast.ana,
    people.changeMember,
    { proposalId: stage.proposalId, userId: cast.ben.id },
    { organisationId: id },
  );
  await ask(cast.ana, people.changeOrganisation, place(), { role: 'associated', city: 'Iași' });
  await ask(cast.ben, intake.addRecord, place(), contact);
  expect((await refusal(cast.ana, intake.sendReminder, place())).code).toBe('nothing-missing');
  expect(await mails()).toEqual([]);
});
