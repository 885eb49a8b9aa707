// A damaged row under a whole server: what people see, and how the copies on their devices bring the words back.
import { acceptInvitation, createInvitation, createProposal } from '@adagia/shared/api/people';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { newProposal, startTestServer, type TestPerson, type TestServer } from '../testing/test-server.ts';
import { openWritingClient, type WritingClient } from '../testing/writing-client.ts';

const TEXT = 'answer:motivation';

async function join(server: TestServer, ana: TestPerson, proposalId: string, name: string): Promise<TestPerson> {
  const person = await server.signUp(name);
  const made = await ana.call(createInvitation, { proposalId }, { role: 'editor', organisationId: null });
  const { link } = made.json as { link: string };
  await person.call(acceptInvitation, {}, { token: link.split('#')[1] });
  return person;
}

const textOf = ({ doc }: WritingClient): string => doc.getText(TEXT).toJSON();
const type = (client: WritingClient, words: string): Promise<void> =>
  client.write((doc) => doc.getText(TEXT).insert(doc.getText(TEXT).length, words));

const until = (doc: Y.Doc, holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (!holds()) return;
      doc.off('update', look);
      resolve();
    };
    doc.on('update', look);
    look();
  });

function spoil({ deps: { database } }: TestServer, proposalId: string, seq: number): void {
  database.driver
    .prepare("UPDATE document_update SET bytes = x'00112233' || bytes WHERE document_id = ? AND seq = ?")
    .run(proposalId, seq);
}

test('L5 words that a damaged row held come back from the copy of somebody else, to everybody and for good', async () => {
  let server = await startTestServer();
  const ana = await server.signUp('Ana');
  const { id } = (await ana.call(createProposal, {}, newProposal)).json as { id: string };
  const ben = await join(server, ana, id, 'Ben');
  const open = ({ cookie }: TestPerson, doc?: Y.Doc) => openWritingClient(server.url, cookie, id, doc);

  const [anas, bens] = [await open(ana), await open(ben)];
  await type(anas, 'One. ');
  await type(anas, 'Two. ');
  await type(anas, 'Three. ');
  await until(bens.doc, () => textOf(bens) === 'One. Two. Three. ');
  await type(bens, 'Four. ');
  await until(anas.doc, () => textOf(anas).endsWith('Four. '));
  const { seq } = server.deps.database.driver
    .prepare('SELECT seq FROM document_update WHERE document_id = ? ORDER BY seq LIMIT 1 OFFSET 2')
    .get(id) as { seq: number };
  spoil(server, id, seq);
  server = await server.restart();

  // Somebody without a copy comes first: what is sound is there, and they can write.
  const newcomer = await open(ben);
  expect(textOf(newcomer)).toBe('One. ');
  await newcomer.write((doc) => doc.getText(TEXT).insert(0, 'Zero. '));
  expect(await (await fetch(`${server.url}/healthz`)).json()).toMatchObject({ ok: true, damagedRows: 3 });

  // Ben's other page has Ana's words, and is let in with them although they are hers.
  const back = await open(ben, bens.doc);
  await back.acknowledged();
  await until(newcomer.doc, () => textOf(newcomer).includes('Four. '));
  expect(textOf(newcomer)).toBe('Zero. One. Two. Three. Four. ');

  // Her own page goes on under her own client id.
  const hers = await open(ana, anas.doc);
  await type(hers, 'Five. ');
  server = await server.restart();
  const last = await open(ana);
  expect(textOf(last)).toBe('Zero. One. Two. Three. Four. Five. ');
  await server.dispose();
});

test('L5 without damage nobody may bring words under the client id of somebody else', async () => {
  const server = await startTestServer();
  const ana = await server.signUp('Ana');
  const { id } = (await ana.call(createProposal, {}, newProposal)).json as { id: string };
  const ben = await join(server, ana, id, 'Ben');
  const anas = await openWritingClient(server.url, ana.cookie, id);
  await type(anas, 'One. ');
  anas.close();
  // Words that Ana's page has not brought yet.
  anas.doc.getText(TEXT).insert(0, 'Forged. ');
  const asBen = openWritingClient(server.url, ben.cookie, id, anas.doc).then((client) => client.acknowledged());
  await expect(asBen).rejects.toThrow('notAllowed');
  await server.dispose();
});
