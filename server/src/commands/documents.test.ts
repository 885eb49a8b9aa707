// Uploads: what is let in, what is refused and leaves nothing behind, who may fetch what, and how it comes out again.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listDocumentsOf } from '@adagia/db/repositories/intake';
import {
  documentPath,
  documentSchema,
  getIntake,
  type Intake,
  type IntakeDocument,
  removeDocument,
} from '@adagia/shared/api/intake';
import { addOrganisation, changeMember, removeOrganisation } from '@adagia/shared/api/people';
import { deleteProposal } from '@adagia/shared/api/portfolio';
import { problemSchema } from '@adagia/shared/api/problem';
import type { OrganisationId } from '@adagia/shared/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ask, refusal } from '../testing/ask.ts';
import { hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { storedRows } from '../testing/stored-rows.ts';
import { startTestServer, type TestPerson, type TestServer } from '../testing/test-server.ts';
import { eraseDeleted } from './erase-proposals.ts';
import { GRACE_MS } from './portfolio.ts';
import { sweepUploads } from './sweep-uploads.ts';

let server: TestServer;
let cast: People;
let stage: Stage;
/** Ben's. */
let id: OrganisationId;

/** Says no to what has "virus" in it, and breaks on what has "broken" in it. */
const scanner = join(mkdtempSync(join(tmpdir(), 'adagia-scanner-')), 'scan.mjs');
writeFileSync(
  scanner,
  `import { readFileSync } from 'node:fs';
   const text = readFileSync(process.argv.at(-1), 'latin1');
   process.exit(text.includes('virus') ? 1 : text.includes('broken') ? 2 : 0);`,
);

beforeAll(async () => {
  server = await startTestServer({ UPLOAD_MAX_MB: '1', UPLOAD_SCAN: `${process.execPath} ${scanner}` });
  cast = await hire(server);
});
beforeEach(async () => {
  stage = await newStage(server, cast);
  const { proposalId } = stage;
  ({ id } = await ask(cast.ana, addOrganisation, { proposalId }, { legalName: 'Scoala Verde', country: 'RO' }));
  await ask(cast.ana, changeMember, { proposalId, userId: cast.ben.id }, { organisationId: id });
});
afterAll(() => server.dispose());

const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n%%EOF\n', 'latin1');
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]);
const P7M = Buffer.concat([
  Buffer.from([0x30, 0x82, 0x10, 0x00, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02]),
  PDF,
]);
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04, 20, 0, 0, 0, 8, 0]);

interface Upload {
  by?: Pick<TestPerson, 'cookie'>;
  name?: string;
  kind?: string;
  bytes?: Buffer;
  headers?: Record<string, string>;
  organisationId?: string;
}

function upload(given: Upload = {}): Promise<Response> {
  const {
    by = cast.ben,
    name = 'mandate.pdf',
    kind = 'mandate',
    bytes = PDF,
    headers = {},
    organisationId = id,
  } = given;
  const address = `${server.url}${documentPath(stage.proposalId, organisationId)}?${new URLSearchParams({ kind, name }).toString()}`;
  const type = { 'content-type': 'application/octet-stream' };
  return fetch(address, {
    method: 'POST',
    headers: { cookie: by.cookie, ...type, ...headers },
    body: new Uint8Array(bytes),
  });
}

async function uploaded(given: Upload = {}): Promise<IntakeDocument> {
  const response = await upload(given);
  expect(response.status).toBe(200);
  return documentSchema.parse(await response.json());
}

async function refused(given: Upload): Promise<string> {
  return problemSchema.parse(await (await upload(given)).json()).code;
}

const fetchAs = (person: Pick<TestPerson, 'cookie'>, documentId: string, organisationId: string = id) =>
  fetch(server.url + documentPath(stage.proposalId, organisationId, documentId), {
    headers: { cookie: person.cookie },
  });

const intakeOf = async (person: TestPerson): Promise<Intake> =>
  ask(person, getIntake, { proposalId: stage.proposalId }, {});
const folder = () => join(server.dataDir, 'uploads');
const files = () => readdirSync(folder()).filter((name) => name !== 'incoming');
const incoming = () => readdirSync(join(folder(), 'incoming'));

test('a document is kept as it was sent, under a random name, and comes out as a download', async () => {
  const before = new Set(files());
  const document = await uploaded({ name: 'Mandat semnat.pdf' });
  const sha256 = createHash('sha256').update(PDF).digest('hex');
  expect(document).toMatchObject({
    kind: 'mandate',
    name: 'Mandat semnat.pdf',
    type: 'pdf',
    sizeBytes: PDF.length,
    sha256,
  });
  const [file] = files().filter((name) => !before.has(name));
  expect(file).toMatch(/^[0-9a-f]{32}$/);
  expect(readFileSync(join(folder(), file ?? ''))).toEqual(PDF);

  const response = await fetchAs(cast.ana, document.id);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(PDF);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="Mandat semnat.pdf"; filename*=UTF-8\'\'Mandat%20semnat.pdf',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  });
});

test.each([
  ['scan.PNG', PNG, 'png'],
  ['scan.jpg', JPEG, 'jpeg'],
  ['scan.jpeg', JPEG, 'jpeg'],
  ['mandato.pdf.p7m', P7M, 'p7m'],
])('%s is let in for what it is', async (name, bytes, type) => {
  expect(await uploaded({ name, bytes })).toMatchObject({ name, type });
});

test.each<[string, Upload, string]>([
  ['a program that calls itself PDF', { bytes: Buffer.from('MZ\u0090\u0000') }, 'file-type'],
  ['a page that calls itself PDF', { bytes: Buffer.from('<!doctype html><script>alert(1)</script>') }, 'file-type'],
  ['a PDF that calls itself a picture', { name: 'scan.png' }, 'file-type'],
  ['a PDF that calls itself a program', { name: 'mandate.pdf.exe' }, 'file-type'],
  ['a PDF without an extension', { name: 'mandate' }, 'file-type'],
  ['an archive', { name: 'all.zip', bytes: ZIP }, 'file-type'],
  ['an archive that calls itself PDF', { bytes: ZIP }, 'file-type'],
  ['a document made of an archive', { name: 'mandate.docx', bytes: ZIP }, 'file-type'],
  ['nothing', { bytes: Buffer.alloc(0) }, 'file-empty'],
  [
    'one byte more than a megabyte',
    { bytes: Buffer.concat([PDF, Buffer.alloc(1024 * 1024 - PDF.length + 1)]) },
    'file-too-large',
  ],
  ['what the scanner refuses', { bytes: Buffer.concat([PDF, Buffer.from('virus')]) }, 'file-refused'],
  ['what the scanner breaks on', { bytes: Buffer.concat([PDF, Buffer.from('broken')]) }, 'scan-failed'],
  ['a kind that there is not', { kind: 'invoice' }, 'invalid-body'],
  ['what a form of another site sends', { headers: { 'content-type': 'text/plain' } }, 'file-type'],
])('%s is refused, and nothing is left of it', async (_, given, code) => {
  const before = { rows: storedRows(server), files: files() };
  expect(await refused(given)).toBe(code);
  expect(storedRows(server)).toBe(before.rows);
  expect(files()).toEqual(before.files);
  expect(incoming()).toEqual([]);
});

test('a megabyte to the byte is let in', async () => {
  expect(await uploaded({ bytes: Buffer.concat([PDF, Buffer.alloc(1024 * 1024 - PDF.length)]) })).toBeTruthy();
});

test.each([
  ['../../../etc/passwd.pdf', 'passwd.pdf'],
  ['C:\\Users\\Ben\\mandate.pdf', 'mandate.pdf'],
  ['..htaccess.pdf', 'htaccess.pdf'],
  ['\u202efdp.exe\u202c.pdf', 'fdp.exe.pdf'],
  ['a"b\r\nset-cookie: x=1<c>.pdf', 'a_b set-cookie_ x=1_c_.pdf'],
  ['Ευρώπη 🌍.pdf', 'Ευρώπη 🌍.pdf'],
  [`${'ž'.repeat(300)}.pdf`, `${'ž'.repeat(120)}.pdf`],
])('the name %j becomes %j, and no path', async (name, shown) => {
  const document = await uploaded({ name });
  expect(document.name).toBe(shown);
  const response = await fetchAs(cast.ben, document.id);
  expect(decodeURIComponent(response.headers.get('content-disposition')?.split("UTF-8''")[1] ?? '')).toBe(shown);
  expect(response.headers.get('set-cookie')).toBeNull();
});

test('two at once are both kept', async () => {
  const [first, second] = await Promise.all([uploaded(), uploaded()]);
  const { documents = [] } = (await intakeOf(cast.ben)).organisations[0] ?? {};
  expect(documents.map((one) => one.id).sort()).toEqual([first.id, second.id].sort());
});

test('of a connection that breaks in the middle nothing is left, and the next one is taken', async () => {
  const before = { rows: storedRows(server), files: files() };
  const path = `${documentPath(stage.proposalId, id)}?kind=mandate&name=mandate.pdf`;
  const head = [`POST ${path} HTTP/1.1`, 'Host: localhost', `Cookie: ${cast.ben.cookie}`];
  const rest = ['Content-Type: application/octet-stream', 'Content-Length: 500000', '', ''];
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.write([...head, ...rest].join('\r\n'));
  socket.write(Buffer.concat([PDF, Buffer.alloc(100_000)]));
  await vi.waitFor(() => expect(incoming()).toHaveLength(1));
  socket.destroy();
  await vi.waitFor(() => expect(incoming()).toEqual([]));
  expect(files()).toEqual(before.files);
  await uploaded();
});

test('removing takes the file too, and the organisation can go again', async () => {
  const before = new Set(files());
  const { id: documentId } = await uploaded();
  const place = { proposalId: stage.proposalId, organisationId: id };
  await ask(cast.ana, changeMember, { proposalId: stage.proposalId, userId: cast.ben.id }, { organisationId: null });
  expect((await refusal(cast.ana, removeOrganisation, place)).code).toBe('organisation-in-use');
  await ask(cast.ana, removeDocument, { ...place, documentId }, {});
  expect(files().filter((name) => !before.has(name))).toEqual([]);
  expect((await fetchAs(cast.ana, documentId)).status).toBe(404);
  await ask(cast.ana, removeOrganisation, place, {});
});

test('the files of a proposal go with it when it is erased, those of others stay', async () => {
  const { id: documentId } = await uploaded();
  const own = files();
  const { proposalId } = stage;
  await ask(cast.ana, deleteProposal, { proposalId }, {});
  const { deps } = server;
  const rows = listDocumentsOf(deps.database.orm, proposalId);
  expect(rows.map((row) => row.id)).toEqual([documentId]);
  await eraseDeleted({ ...deps, now: () => deps.now() + GRACE_MS + 60_000 });
  expect(files()).toEqual(own.filter((name) => name !== rows[0]?.file));
});

test('what a crash left without a document goes after a day, and nothing else', async () => {
  const { id: documentId } = await uploaded();
  const before = files();
  const orphan = 'f'.repeat(32);
  writeFileSync(join(folder(), orphan), PDF);
  writeFileSync(join(folder(), 'notes.txt'), "an administrator's own");
  const { deps } = server;
  const sweepAfter = (hours: number) => sweepUploads({ ...deps, now: () => Date.now() + hours * 3_600_000 });
  expect(await sweepAfter(23)).toBe(0);
  expect(await sweepAfter(25)).toBe(1);
  expect(files()).toEqual([...before, 'notes.txt'].sort());
  expect((await fetchAs(cast.ben, documentId)).status).toBe(200);
});

describe('who may', () => {
  const people: [string, () => Pick<TestPerson, 'cookie'>, number, number][] = [
    ['a coordinator', () => cast.ana, 200, 200],
    ['an editor of the organisation', () => cast.ben, 200, 200],
    ['a commenter', () => cast.eve, 403, 403],
    ['somebody with no part in it', () => cast.oda, 404, 404],
    ['nobody', () => ({ cookie: '' }), 401, 401],
  ];
  test.each(people)('%s: upload and download', async (_, who, uploads, downloads) => {
    const { id: documentId } = await uploaded({ by: cast.ana });
    const before = files();
    expect((await upload({ by: who() })).status).toBe(uploads);
    if (uploads !== 200) expect(files()).toEqual(before);
    expect((await fetchAs(who(), documentId)).status).toBe(downloads);
  });

  test('an editor has no part in what another organisation signs', async () => {
    const { id: documentId } = await uploaded({ by: cast.ana, organisationId: stage.organisationId });
    expect((await fetchAs(cast.ben, documentId, stage.organisationId)).status).toBe(403);
    // Nor by way of their own organisation.
    expect((await fetchAs(cast.ben, documentId)).status).toBe(404);
    expect(await refused({ organisationId: stage.organisationId })).toBe('forbidden');
    expect((await intakeOf(cast.ben)).organisations.map(({ organisationId }) => organisationId)).toEqual([id]);
  });

  test('a commenter of the organisation reads what it signs, and changes nothing', async () => {
    const { id: documentId } = await uploaded();
    await ask(cast.ana, changeMember, { proposalId: stage.proposalId, userId: cast.eve.id }, { organisationId: id });
    expect((await fetchAs(cast.eve, documentId)).status).toBe(200);
    expect(await refused({ by: cast.eve })).toBe('forbidden');
    const place = { proposalId: stage.proposalId, organisationId: id, documentId };
    expect((await refusal(cast.eve, removeDocument, place)).code).toBe('forbidden');
  });

  test('a page of another site may not', async () => {
    expect(await refused({ headers: { origin: 'https://evil.example' } })).toBe('foreign-origin');
  });

  test('an address that was made up is not found', async () => {
    for (const made of ['../../secret', '0'.repeat(36), '']) {
      const response = await fetchAs(cast.ana, encodeURIComponent(made));
      expect([made, response.status]).toEqual([made, 404]);
    }
  });
});
