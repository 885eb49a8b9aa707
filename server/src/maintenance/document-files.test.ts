// Uploaded documents in backups and restores, as an administrator makes them beside a running server.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentPath, documentSchema, getIntake, intakeSchema, removeDocument } from '@adagia/shared/api/intake';
import { createProposal, getProposal, proposalSchema } from '@adagia/shared/api/people';
import { must } from '@adagia/shared/assert';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ChildServer, give, startChildServer } from '../testing/child-server.ts';
import { newProposal, signUp, type TestPerson } from '../testing/test-server.ts';

const PDF = '%PDF-1.7 signed';
let dataDir: string;
let backup: string;
let server: ChildServer;
let ana: TestPerson;
let place: { proposalId: string; organisationId: string };
let documentId: string;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'adagia-restore-'));
  backup = join(mkdtempSync(join(tmpdir(), 'adagia-backup-')), 'copy.sqlite');
  server = await startChildServer(dataDir);
  ana = await signUp(server.url, 'Ana');
  const { id: proposalId } = (await ana.call(createProposal, {}, newProposal)).json as { id: string };
  const { organisations } = proposalSchema.parse((await ana.call(getProposal, { proposalId })).json);
  place = { proposalId, organisationId: must(organisations[0]).id };
  const response = await fetch(`${address()}?kind=declaration&name=signed.pdf`, {
    method: 'POST',
    headers: { cookie: ana.cookie, 'content-type': 'application/octet-stream' },
    body: PDF,
  });
  documentId = documentSchema.parse(await response.json()).id;
});
afterEach(() => server.kill());

const address = (id = ''): string => server.url + documentPath(place.proposalId, place.organisationId, id);
const download = () => fetch(address(documentId), { headers: { cookie: ana.cookie } });
const files = (folder: string): string[] => readdirSync(folder).filter((name) => name !== 'incoming');
const uploads = () => join(dataDir, 'uploads');

test('a backup has the documents beside it, and a restore brings back those that were removed since', async () => {
  const { code, said } = await give('backup', dataDir, backup);
  expect([code, said]).toEqual([0, expect.stringContaining(`${backup}.uploads`)]);
  expect(files(`${backup}.uploads`)).toEqual(files(uploads()));
  await ana.call(removeDocument, { ...place, documentId });
  expect(files(uploads())).toEqual([]);
  expect((await download()).status).toBe(404);

  expect(await give('restore', dataDir, backup)).toMatchObject({ code: 0, said: expect.stringContaining('Restored') });
  expect(await (await download()).text()).toBe(PDF);
  const { organisations } = intakeSchema.parse((await ana.call(getIntake, place)).json);
  expect(organisations[0]?.documents).toMatchObject([{ id: documentId, name: 'signed.pdf' }]);
});

test('a document whose file is lost or damaged is named by scrub and backup, and everything else is saved', async () => {
  expect((await give('scrub', dataDir)).code).toBe(0);
  const [name = ''] = files(uploads());
  writeFileSync(join(uploads(), name), '%PDF-1.7 forged');
  expect((await give('scrub', dataDir)).said).toContain(`the document ${documentId} (${name}) is damaged`);
  rmSync(join(uploads(), name));
  expect((await give('scrub', dataDir)).said).toContain(`(${name}) has no file`);
  const { code, said } = await give('backup', dataDir, backup);
  expect([code, said]).toEqual([1, expect.stringContaining(`(${name}) has no file`)]);
  expect(existsSync(backup)).toBe(true);
});
