// Our own server as a contender: people with accounts, proposals and memberships are made over its REST interface once, and
// every start gets a copy of that data. Limits stay as they are: people have at most eight sockets each, addresses are many.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { acceptInvitation, createInvitation, createProposal } from '@adagia/shared/api/people';
import { limits } from '@adagia/shared/wire/limits';
import { WIRE_VERSION } from '@adagia/shared/wire/messages';
import { scratchFolder } from '../scratch-folder.ts';
import type { Contender, RunningServer, Stage, StageSize } from './contender.ts';
import { Rest } from './rest.ts';
import { serve } from './serve.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** ADAGIA_TEST_HOOKS lifts the limits on signing up; the limits on sockets and frames stay. */
export const startAdagia = (dataDir: string): Promise<RunningServer> =>
  serve({
    args: ['server/src/main.ts'],
    cwd: root,
    dataDir,
    env: { HOST: '0.0.0.0', LOG_LEVEL: 'error', ADAGIA_TEST_HOOKS: '1' },
  });

const newProposal = {
  callId: 'KA220-2026',
  sector: 'ADU',
  title: 'Measured',
  organisation: { legalName: 'Thalassa Learning Network', country: 'EL' },
};

/** So many that nobody needs more sockets than one may have; in a crowded document people sit with several pages open. */
function peopleFor({ documents, peoplePerDocument }: StageSize): number {
  return Math.ceil((documents * peoplePerDocument) / limits.socketsPerPersonMax);
}

interface Cast {
  cookies: string[];
  proposalIds: string[];
}

const personAt = (size: StageSize, document: number, place: number): number =>
  (document * size.peoplePerDocument + place) % peopleFor(size);

async function build(server: RunningServer, size: StageSize): Promise<Cast> {
  const rest = new Rest(server);
  const cookies: string[] = [];
  for (let index = 0; index < peopleFor(size); index += 1) cookies.push(await rest.signUp(index));
  const cookieAt = (document: number, place: number) => cookies[personAt(size, document, place)] ?? '';
  const proposalIds: string[] = [];
  for (let document = 0; document < size.documents; document += 1) {
    const owner = cookieAt(document, 0);
    const { id } = await rest.call<{ id: string }>(owner, createProposal, {}, newProposal);
    proposalIds.push(id);
    for (let place = 1; place < Math.min(size.peoplePerDocument, cookies.length); place += 1) {
      const invitation = { role: 'editor', organisationId: null };
      const { link } = await rest.call<{ link: string }>(owner, createInvitation, { proposalId: id }, invitation);
      await rest.call(cookieAt(document, place), acceptInvitation, {}, { token: link.split('#')[1] });
    }
  }
  return { cookies, proposalIds };
}

async function prepare(size: StageSize): Promise<Stage> {
  const folder = scratchFolder('adagia');
  const prepared = join(folder, 'prepared');
  const server = await startAdagia(prepared);
  const { cookies, proposalIds } = await build(server, size);
  await server.stop();
  let copies = 0;
  return {
    async start(dataDir) {
      const fresh = dataDir ?? join(folder, `copy-${++copies}`);
      if (!dataDir) cpSync(prepared, fresh, { recursive: true });
      return startAdagia(fresh);
    },
    seat: (document, place) => ({
      path: `/sync/${proposalIds[document]}?adagia=${WIRE_VERSION}`,
      documentName: proposalIds[document] ?? '',
      cookie: cookies[personAt(size, document, place)] ?? '',
    }),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export const adagia: Contender = {
  name: 'adagia',
  label: 'Adagia, committed before sent',
  dialect: 'plain',
  hasSync: true,
  isPersistent: true,
  prepare,
};
