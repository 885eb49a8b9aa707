// `npm run demo`: the two worked examples with the people who write them. Everything in them is invented. Loaded once, into a
// data folder of its own; what people change in it stays.
import { readFileSync } from 'node:fs';
import { findUserByEmail, insertMember } from '@adagia/db/repositories/members';
import { listOrganisations } from '@adagia/db/repositories/proposals';
import { FACTS, OWN_DEADLINE } from '@adagia/shared/document';
import type { Role } from '@adagia/shared/roles';
import type { Auth } from '../auth/create-auth.ts';
import type { Deps, Person } from '../commands/deps.ts';
import { importProposal } from '../commands/import-proposal.ts';

export const DEMO_PASSWORD = 'erasmus-1500';

interface DemoPerson {
  name: string;
  email: string;
  role: Role;
  /** Place of their organisation in the list, null for none. */
  organisation: number | null;
}

/** The first creates the proposal. */
export const demoPeople: readonly DemoPerson[] = [
  { name: 'Ana Petrou', email: 'ana@example.org', role: 'coordinator', organisation: 0 },
  { name: 'Ben Ionescu', email: 'ben@example.org', role: 'editor', organisation: 1 },
  { name: 'Eve Martin', email: 'eve@example.org', role: 'commenter', organisation: null },
];

function person(userId: string, { name, email }: DemoPerson): Person {
  return { userId, name, email, sessionId: 'demo', isGuest: false };
}

/** @returns lines to print. */
export async function loadDemo(deps: Deps, auth: Auth): Promise<string[]> {
  const { orm } = deps.database;
  if (!findUserByEmail(orm, demoPeople[0]?.email ?? '')) await fill(deps, auth);
  return [
    'Sign in as one of these, each in a browser window of its own:',
    ...demoPeople.map(({ name, email, role }) => `  ${email.padEnd(18)} ${DEMO_PASSWORD}   (${name}, ${role})`),
  ];
}

/** Those of the calls may be over: the worked examples are always in their last weeks. */
function noonInThreeWeeks(nowMs: number): string {
  return `${new Date(nowMs + 21 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)}T12:00`;
}

async function fill(deps: Deps, auth: Auth): Promise<void> {
  const users: Person[] = [];
  for (const one of demoPeople) {
    const { name, email } = one;
    users.push(person(await auth.signUp({ name, email, password: DEMO_PASSWORD }), one));
  }
  const [lead, ...others] = users;
  if (!lead) return;
  for (const example of ['nextdoor', 'streetnotes']) {
    const file = new URL(`${example}.json`, import.meta.url);
    const { id } = await importProposal(deps, lead, JSON.parse(readFileSync(file, 'utf8')));
    await deps.rooms.edit(id, null, (doc) => doc.getMap(FACTS).set(OWN_DEADLINE, noonInThreeWeeks(deps.now())));
    const organisations = listOrganisations(deps.database.orm, id);
    for (const [index, { userId }] of others.entries()) {
      const { role = 'commenter', organisation = null } = demoPeople[index + 1] ?? {};
      const organisationId = organisation === null ? null : (organisations[organisation]?.id ?? null);
      insertMember(deps.database.orm, { proposalId: id, userId, role, organisationId, joinedAt: deps.now() });
    }
  }
}
