// A proposal begins: made from a call, or read from a file, whole or not at all.
import { readFileSync } from 'node:fs';
import { insertMember } from '@adagia/db/repositories/members';
import { addRecord, changeRepresentative } from '@adagia/shared/api/intake';
import * as people from '@adagia/shared/api/people';
import { listTimeline } from '@adagia/shared/api/review';
import { must } from '@adagia/shared/assert';
import { glossaryKey } from '@adagia/shared/consistency/glossary';
import type { FieldValue } from '@adagia/shared/document';
import type { ProposalId } from '@adagia/shared/ids';
import { nameOfFileAuthor } from '@adagia/shared/text/file-authors';
import { PROJECT, referenceAttribute, signAt } from '@adagia/shared/text/references';
import { listSuggestions } from '@adagia/shared/text/suggestion-list';
import { createSuggestionId, suggestionKey } from '@adagia/shared/text/suggestions';
import { acceptSuggestions } from '@adagia/shared/text/suggestions-resolve';
import {
  deleteSuggested,
  insertPlain,
  insertSuggested,
  setLastSuggested,
  setSuggested,
  suggestionIdsIn,
} from '@adagia/shared/text/testing/suggest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Text } from 'yjs';
import { ask, refusal } from '../testing/ask.ts';
import { hire, newStage, type People } from '../testing/cast.ts';
import { storedRows } from '../testing/stored-rows.ts';
import { newProposal, startTestServer, type TestPerson, type TestServer } from '../testing/test-server.ts';
import { openWritingClient } from '../testing/writing-client.ts';

let server: TestServer;
let cast: People;

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
});
afterAll(() => server.dispose());

const documentOf = (id: ProposalId) =>
  server.deps.rooms.read(id, (doc) => ({
    facts: doc.getMap('facts').toJSON(),
    plan: doc.getMap<unknown>('plan').toJSON(),
  }));

test('who makes a proposal coordinates it, for the organisation that they named', async () => {
  const { id } = await ask(cast.oda, people.createProposal, {}, { ...newProposal, acronym: 'NDO' });
  const proposal = await ask(cast.oda, people.getProposal, { proposalId: id }, {});
  expect(proposal).toMatchObject({ title: 'Next Door Online', acronym: 'NDO', callId: 'KA220-2026', sector: 'ADU' });
  expect(proposal.organisations).toMatchObject([{ role: 'applicant', legalName: 'Thalassa Learning Network' }]);
  expect(proposal.members).toMatchObject([
    { name: 'Oda', role: 'coordinator', organisationId: proposal.organisations[0]?.id },
  ]);
  const { entries } = await ask(cast.oda, listTimeline, { proposalId: id }, {});
  expect(entries).toMatchObject([{ kind: 'created', actorName: 'Oda' }]);
});

test('its document begins with its name and, in KA220, with work package 1', async () => {
  const { id } = await ask(cast.oda, people.createProposal, {}, { ...newProposal, acronym: 'NDO' });
  const { facts, plan } = await documentOf(id);
  expect(facts).toEqual({ title: 'Next Door Online', acronym: 'NDO' });
  const fields = Object.entries(plan).map(([key, value]) => [key.split('/')[1], value]);
  expect(Object.fromEntries(fields)).toEqual({ kind: 'wp', order: 0, title: 'Project management', management: true });
});

test('in KA210 there are no work packages', async () => {
  const { id } = await ask(cast.oda, people.createProposal, {}, { ...newProposal, callId: 'KA210-2026' });
  expect((await documentOf(id)).plan).toEqual({});
});

test('everybody lists their own, the one with the latest change first', async () => {
  const older = await newStage(server, cast);
  const newer = await newStage(server, cast);
  await ask(cast.ana, people.addOrganisation, { proposalId: older.proposalId }, { legalName: 'X', country: 'RO' });
  const listed = (await ask(cast.eve, people.listProposals, {}, {})).map(({ id, role }) => [id, role]);
  expect(listed).toEqual([
    [older.proposalId, 'commenter'],
    [newer.proposalId, 'commenter'],
  ]);
});

/** An answer of the exchange file of which somebody wants something. */
const suggestedAs = (mark: string) => ({
  suggestions: [{ by: 'Ana', at: '2026-11-26T09:00:00.000Z', sign: 'i0' }],
  blocks: [{ kind: 'paragraph', runs: [{ text: 'words', marks: { 1: mark } }] }],
});

describe('a file', () => {
  const example = (name: string): Record<string, unknown> =>
    JSON.parse(readFileSync(new URL(`../demo/${name}.json`, import.meta.url), 'utf8'));
  const importFile = (file: Record<string, unknown>) => ask(cast.ana, people.importProposal, {}, file);

  async function exported(id: string, { cookie }: Pick<TestPerson, 'cookie'> = cast.ana) {
    const response = await fetch(`${server.url}/api/proposals/${id}/export`, { headers: { cookie } });
    return { response, file: (await response.json()) as Record<string, unknown> };
  }

  test.each(['nextdoor', 'streetnotes'])(
    '%s goes in, comes out, and is the same proposal when it goes in again',
    async (name) => {
      const first = await exported((await importFile(example(name))).id);
      const second = await exported((await importFile(first.file)).id);
      expect(second.file).toEqual(first.file);
      const { answers } = example(name) as { answers: object };
      expect(Object.keys(first.file.answers as object).sort()).toEqual(Object.keys(answers).sort());
      expect(first.response.headers.get('content-disposition')).toMatch(/^attachment; filename="[A-Za-z0-9-]+\.json"$/);
    },
  );

  test('live references come back as references, to the same things, and the glossary with its terms', async () => {
    const { id: proposalId } = await importFile(example('nextdoor'));
    const ana = await openWritingClient(server.url, cast.ana.cookie, proposalId);
    const plan = ana.doc.getMap<FieldValue>('plan');
    const wp2 = [...plan]
      .find(([, value]) => value === 'Listening to older residents and co-design')?.[0]
      .split('/')[0];
    const told = [
      { sign: signAt(7), target: `from:${wp2}`, words: 'M2' },
      { sign: signAt(8), target: `total:${PROJECT}`, words: 'as it was' },
      { sign: signAt(9), target: 'title:01900000-0000-7000-8000-000000000009', words: 'gone' },
    ];
    const key = 'answer:motivation';
    await ana.write((doc) => {
      const text = doc.getText(key);
      text.insert(0, `It begins in ${told.map(({ sign }) => sign).join(' and ')}. `);
      for (const one of told) text.setAttribute(...referenceAttribute(one));
      doc.getMap('facts').set(glossaryKey('a'), 'co-design | codesign | co design');
    });
    ana.close();
    const { file } = await exported(proposalId);
    const { formatted_answers: formatted, answers } = file as {
      formatted_answers: Record<string, { runs: object[] }[]>;
      answers: Record<string, string>;
    };
    expect(formatted.motivation?.[0]?.runs.filter((run) => 'ref' in run)).toEqual([
      { text: 'M1', ref: 'from:WP2' },
      { text: expect.stringMatching(/^EUR\s250\s000$/), ref: 'total:project' },
    ]);
    expect(answers.motivation).toMatch(/^It begins in M1 and EUR\s250\s000 and gone\. /);
    expect(file.glossary).toEqual([{ term: 'co-design', instead_of: ['codesign', 'co design'] }]);
    expect(file.facts).not.toHaveProperty('glossary/a');
    const { id } = await importFile(file);
    expect((await exported(id)).file).toEqual(file);
    // They follow what they are of, there too.
    const again = await openWritingClient(server.url, cast.ana.cookie, id);
    await again.write((doc) => {
      const map = doc.getMap<FieldValue>('plan');
      const from = [...map].find(([, value]) => value === 'Listening to older residents and co-design')?.[0] ?? '';
      map.set(from.replace('/title', '/from'), 3);
    });
    again.close();
    expect(((await exported(id)).file.answers as Record<string, string>).motivation).toMatch(/^It begins in M3 and/);
  });

  test('what is suggested comes back as it was, under the names of those who did, and as nobody who has an account', async () => {
    const { id: proposalId } = await importFile(example('nextdoor'));
    const { members } = await ask(cast.ana, people.getProposal, { proposalId }, {});
    const ana = await openWritingClient(server.url, cast.ana.cookie, proposalId);
    const key = 'answer:motivation';
    const idAt = (second: number) =>
      createSuggestionId({ author: must(members[0]).userId, atMs: Date.UTC(2026, 10, 26, 9, 0, second), random: 0.5 });
    const [inserted, struck, bold, kind] = [idAt(1), idAt(2), idAt(3), idAt(4)];
    await ana.write((doc) => {
      const text = doc.getText(key);
      text.delete(0, text.length);
      text.insert(0, 'old words\nbehind\n');
      insertSuggested(text, 0, `new\n${signAt(7)} `, inserted, { italic: true });
      text.setAttribute(...referenceAttribute({ sign: signAt(7), target: `total:${PROJECT}`, words: 'as it was' }));
      deleteSuggested(text, 6, 3, struck);
      setSuggested(text, 8, 4, bold, { bold: true, link: 'https://example.org/' });
      setLastSuggested(text, kind, { block: 'quote' });
      const other = doc.getText('answer:innovation');
      other.delete(0, other.length);
      insertSuggested(other, 0, 'Nothing but this.', inserted);
    });
    ana.close();
    const { file } = await exported(proposalId);
    expect((file.answers as Record<string, string>).motivation).toBe('old words\nbehind\n');
    expect(file.answers).not.toHaveProperty('innovation');
    const { suggestions } = must((file.suggested_answers as Record<string, { suggestions: object[] }>).motivation);
    expect(suggestions).toEqual(
      [1, 2, 3, 4].map((second) => ({ by: 'Ana', at: `2026-11-26T09:00:0${second}.000Z`, sign: 'i0' })),
    );
    const { id } = await importFile(file);
    expect((await exported(id)).file).toEqual(file);
    const again = await openWritingClient(server.url, cast.ana.cookie, id);
    const text = again.doc.getText(key);
    const listed = (one: Text) => listSuggestions(one.toDelta(), one.getAttributes());
    const said = (one: Text) => listed(one).map(({ author: _author, id: _id, ...rest }) => rest);
    const before = JSON.stringify(said(ana.doc.getText(key))).replaceAll('as it was', 'EUR 250 000');
    expect(JSON.parse(JSON.stringify(said(text)).replaceAll(/EUR\s250\s000/g, 'EUR 250 000'))).toEqual(
      JSON.parse(before),
    );
    expect(listed(text).map(({ author }) => nameOfFileAuthor(author))).toEqual(['Ana', 'Ana', 'Ana', 'Ana']);
    // Who writes among these words is not refused for the marks around, nor who takes a decision back.
    await again.write(() => insertPlain(text, 2, 'x'));
    await again.write(() => text.format(1, 2, { [suggestionKey(must(listed(text)[1]).id)]: 'delete' }));
    await again.write(() => acceptSuggestions(text, suggestionIdsIn(text)));
    again.close();
    expect((await exported(id)).file.suggested_answers).not.toHaveProperty('motivation');
  });

  test('who signs, contacts and past projects go along, for those who may see them', async () => {
    const { id: proposalId } = await importFile(example('nextdoor'));
    const { organisations } = await ask(cast.ana, people.getProposal, { proposalId }, {});
    const [own, other] = organisations.map(({ id }) => ({ proposalId, organisationId: id }));
    for (const place of [must(own), must(other)]) {
      await ask(cast.ana, changeRepresentative, place, { representativeName: 'Ștefan Pop', pastProjectsNone: true });
      await ask(cast.ana, addRecord, place, { kind: 'contact', name: 'Kim', email: 'kim@example.org' });
      await ask(cast.ana, addRecord, place, { kind: 'project', title: 'Bridges', year: '2023' });
    }
    const { file } = await exported(proposalId);
    expect((await exported((await importFile(file)).id)).file).toEqual(file);
    const collected = {
      representative: { name: 'Ștefan Pop' },
      contacts: [{ name: 'Kim', email: 'kim@example.org' }],
      past_projects: [{ title: 'Bridges', year: '2023' }],
      no_past_projects: true,
    };
    expect((file.organisations as object[]).slice(0, 2)).toMatchObject([collected, collected]);
    const row = { proposalId, userId: cast.ben.id, role: 'editor', organisationId: must(other).organisationId };
    insertMember(server.deps.database.orm, { ...row, joinedAt: 1 });
    const seen = (await exported(proposalId, cast.ben)).file.organisations as object[];
    expect(seen[0]).not.toHaveProperty('contacts');
    expect(seen[0]).not.toHaveProperty('representative');
    expect(seen[1]).toMatchObject(collected);
  });

  // What a file may be wrong in is its shape, so that it has none here.
  // oxlint-disable-next-line typescript/no-explicit-any
  test.each<[string, (file: Record<string, any>) => void, string]>([
    ['of a call that does not exist', (file) => (file.call = 1999), 'action'],
    ['of a sector that does not exist', (file) => (file.action = 'KA220-XXX'), 'action'],
    ['without organisations', (file) => (file.organisations = []), 'organisations'],
    ['without an applicant', (file) => (file.organisations[0].role = 'partner'), 'organisations'],
    ['with a country that does not exist', (file) => (file.organisations[1].country = 'ZZ'), 'organisations.1.country'],
    ['with a number twice', (file) => (file.organisations[1].id = 'P1'), 'organisations.1.id'],
    [
      'with an over-long name',
      (file) => (file.organisations[2].legal_name = 'x'.repeat(301)),
      'organisations.2.legal_name',
    ],
    ['with a month outside every project', (file) => (file.work_packages[1].from = 37), 'work_packages.1.from'],
    ['with half a month', (file) => (file.work_packages[1].to = 1.5), 'work_packages.1.to'],
    ['with a negative amount', (file) => (file.work_packages[0].by_org.P1 = -1), 'work_packages.0.by_org.P1'],
    ['with a fraction of a cent', (file) => (file.work_packages[0].by_org.P1 = 10.005), 'work_packages.0.by_org.P1'],
    ['with a lead that is nobody', (file) => (file.work_packages[1].lead = 'P99'), 'work_packages.1.lead'],
    ['with an answer to no question', (file) => (file.answers.nonsense = 'x'), 'answers.nonsense'],
    ['with an answer that is a number', (file) => (file.answers.motivation = 7), 'answers.motivation'],
    [
      'with a contact without a name',
      (file) => (file.organisations[0].contacts = [{ name: ' ', email: 'a@b.example' }]),
      'organisations.0.contacts.0.name',
    ],
    [
      'with a reference to what is not there',
      (file) =>
        (file.formatted_answers = { motivation: [{ kind: 'paragraph', runs: [{ text: 'M2', ref: 'from:WP99' }] }] }),
      'formatted_answers.motivation.0',
    ],
    [
      'with a suggestion that says nothing',
      (file) => (file.suggested_answers = { motivation: suggestedAs('destroy') }),
      'suggested_answers.motivation.blocks.0.runs.0.marks.1',
    ],
    [
      'with a suggestion of nobody',
      (file) => (file.suggested_answers = { motivation: { ...suggestedAs('delete'), suggestions: [] } }),
      'suggested_answers.motivation',
    ],
    ['with a term that is none', (file) => (file.glossary = [{ term: ' | ' }]), 'glossary.0'],
    ['with U+0000', (file) => (file.title = 'a\u0000b'), 'title'],
  ])('%s is refused with the place, and nothing of it is stored', async (_, spoil, path) => {
    const file = structuredClone(example('nextdoor'));
    spoil(file);
    const before = storedRows(server);
    const { code, issues } = await refusal(cast.ana, people.importProposal, {}, file);
    expect(['import-invalid', 'invalid-body']).toContain(code);
    expect(issues?.map((issue) => issue.path)).toContain(path);
    expect(storedRows(server)).toBe(before);
  });
});
