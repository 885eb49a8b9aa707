// Another process opens a document that is open here, and writes into it: whoever is here is not left with what is old, although
// they write nothing that would show it.
import { createProposal } from '@adagia/shared/api/people';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { type LogProcess, startLogProcess } from '../testing/log-process.ts';
import { newProposal, startTestServer, type TestPerson, type TestServer } from '../testing/test-server.ts';
import { openWritingClient } from '../testing/writing-client.ts';

const TEXT = 'answer:motivation';
let server: TestServer;
let other: LogProcess;
let ana: TestPerson;
let proposalId: string;

beforeEach(async () => {
  server = await startTestServer();
  other = await startLogProcess(server.dataDir);
  ana = await server.signUp('Ana');
  proposalId = ((await ana.call(createProposal, {}, newProposal)).json as { id: string }).id;
});
afterEach(async () => {
  await other.kill();
  await server.dispose();
});

test('L3 who only reads is sent to the document as it is now, and goes on there', async () => {
  const reader = await openWritingClient(server.url, ana.cookie, proposalId);
  const opened = await other.log.open(proposalId);
  const doc = new Doc();
  doc.getText(TEXT).insert(0, 'From elsewhere. ');
  const entry = { authorId: null, at: 1, bytes: encodeStateAsUpdate(doc), newClientIds: [] };
  await other.log.append(proposalId, opened?.epoch ?? 0, [entry]);
  expect(await reader.closed).toBe('reload');
  const again = await openWritingClient(server.url, ana.cookie, proposalId, reader.doc);
  expect(again.doc.getText(TEXT).toJSON()).toBe('From elsewhere. ');
  await again.write((mine) => mine.getText(TEXT).insert(0, 'And from here. '));
  again.close();
});

test('L3 what another process writes elsewhere disturbs nobody', async () => {
  const writer = await openWritingClient(server.url, ana.cookie, proposalId);
  const elsewhere = ((await ana.call(createProposal, {}, newProposal)).json as { id: string }).id;
  const reader = await openWritingClient(server.url, ana.cookie, elsewhere);
  await other.log.open(elsewhere);
  expect(await reader.closed).toBe('reload');
  await writer.write((doc) => doc.getText(TEXT).insert(0, 'Undisturbed. '));
  writer.close();
});
