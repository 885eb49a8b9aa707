// The record of rights, asked over HTTP as its readers ask: what is in it, who sees it, and that nobody can change it.
import { insertAudit } from '@adagia/db/repositories/audit';
import { exportAudit, exportWholeAudit, listAudit, listWholeAudit, noteExport } from '@adagia/shared/api/audit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../testing/ask.ts';
import { hire, newStage, type People } from '../testing/cast.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let cast: People;

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
});
afterAll(() => server.dispose());

const kindsOf = (entries: readonly { kind: string }[]) => entries.map(({ kind }) => kind);

/** At a moment of its own. */
function note(proposalId: string, kind: string, at: number, people: { actorId: string; personId?: string }): void {
  const row = { id: server.deps.newId(), at, kind, proposalId, personId: null, target: '', data: {}, ...people };
  insertAudit(server.deps.database.orm, row);
}

test('the first account looks after the installation, and nobody else does', async () => {
  const { entries } = await ask(cast.ana, listWholeAudit, {}, { kind: 'administrator' });
  expect(entries.map(({ kind, personName }) => [kind, personName])).toEqual([['administrator.named', 'Ana']]);
});

test('a new account, its session and a new proposal are in the record', async () => {
  const { proposalId } = await newStage(server, cast);
  const { entries } = await ask(cast.ana, listWholeAudit, {}, { personId: cast.ana.id });
  const kinds = kindsOf(entries);
  expect(kinds).toEqual(expect.arrayContaining(['account.created', 'session.started', 'proposal.created']));
  const here = await ask(cast.ana, listAudit, { proposalId }, {});
  expect(here.entries).toMatchObject([
    { kind: 'proposal.created', actorName: 'Ana', proposalName: 'Next Door Online' },
  ]);
});

test('an export is in the record, the export of the record too', async () => {
  const { proposalId } = await newStage(server, cast);
  await fetch(`${server.url}/api/proposals/${proposalId}/export`, { headers: { cookie: cast.ben.cookie } });
  // A file that her page has made.
  await ask(cast.eve, noteExport, { proposalId }, {});
  await ask(cast.ana, exportAudit, { proposalId }, {});
  const { entries } = await ask(cast.ana, listAudit, { proposalId }, {});
  expect(kindsOf(entries)).toEqual(['audit.exported', 'proposal.exported', 'proposal.exported', 'proposal.created']);
  expect(entries.slice(1, 3).map(({ actorId }) => actorId)).toEqual([cast.eve.id, cast.ben.id]);
});

test('it is filtered by person, kind, family and time', async () => {
  const { proposalId } = await newStage(server, cast);
  note(proposalId, 'member.role', 1000, { actorId: cast.ana.id, personId: cast.ben.id });
  note(proposalId, 'member.left', 2000, { actorId: cast.eve.id, personId: cast.eve.id });
  note(proposalId, 'section.locked', 3000, { actorId: cast.ana.id });
  const kinds = async (query: object) => kindsOf((await ask(cast.ana, listAudit, { proposalId }, query)).entries);
  const old = { until: new Date(4000).toISOString() };
  expect(await kinds(old)).toEqual(['section.locked', 'member.left', 'member.role']);
  expect(await kinds({ ...old, kind: 'member' })).toEqual(['member.left', 'member.role']);
  expect(await kinds({ ...old, kind: 'member.role' })).toEqual(['member.role']);
  expect(await kinds({ ...old, personId: cast.ben.id })).toEqual(['member.role']);
  expect(await kinds({ ...old, since: new Date(2000).toISOString() })).toEqual(['section.locked', 'member.left']);
});

test('it comes in pages that neither repeat nor leave out, also within one millisecond', async () => {
  const { proposalId } = await newStage(server, cast);
  for (let n = 0; n < 120; n += 1) note(proposalId, 'session.ended', 5000, { actorId: cast.ben.id });
  const seen: string[] = [];
  let before: string | undefined;
  do {
    const page = await ask(cast.ana, listAudit, { proposalId }, { kind: 'session.ended', ...(before && { before }) });
    seen.push(...page.entries.map(({ id }) => id));
    before = page.next ?? undefined;
  } while (before);
  expect(seen).toHaveLength(120);
  expect(new Set(seen).size).toBe(120);
});

test('names that a spreadsheet would run are text in the file', async () => {
  await server.signUp('+1+cmd');
  const { csv, name } = await ask(cast.ana, exportWholeAudit, {}, { kind: 'account.created' });
  expect(name).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/);
  expect(csv.startsWith('\uFEFFtime;kind;by')).toBe(true);
  expect(csv).toContain(";'+1+cmd;");
  expect(csv).not.toMatch(/(^|;)"?[=+@]/m);
  expect(csv.split('\r\n').length).toBeGreaterThan(4);
});

test.each([
  ["UPDATE audit SET kind = 'member.left'"],
  ['DELETE FROM audit'],
  ["REPLACE INTO audit SELECT id, at, 'member.left', actor_id, proposal_id, person_id, target, data FROM audit"],
])('no entry can be changed, removed or replaced: %s', (statement) => {
  const { driver } = server.deps.database;
  const rows = () => JSON.stringify(driver.prepare('SELECT * FROM audit ORDER BY id').all());
  const before = rows();
  expect(before.length).toBeGreaterThan(100);
  expect(() => driver.exec(statement)).toThrow('append-only');
  expect(rows()).toBe(before);
});

test('what the transaction takes back is not in the record', async () => {
  const { proposalId } = await newStage(server, cast);
  const { database } = server.deps;
  expect(() =>
    database.transaction(() => {
      note(proposalId, 'member.role', 9000, { actorId: cast.ana.id });
      throw new Error('refused');
    }),
  ).toThrow('refused');
  const { entries } = await ask(cast.ana, listAudit, { proposalId }, { kind: 'member.role' });
  expect(entries).toEqual([]);
});
