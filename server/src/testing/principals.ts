// Everybody who can stand before a proposal: one person of each role, and every kind of person who has none there. What each of
// them gets is not said here but derived from the table of capabilities.
import { deleteMember, insertMember, updateMember } from '@adagia/db/repositories/members';
import { createProposal, getMe } from '@adagia/shared/api/people';
import type { ProblemCode } from '@adagia/shared/api/problem';
import type { AnyRoute, Needs } from '@adagia/shared/api/route';
import { type InstallationCapability, installationCapabilities } from '@adagia/shared/installation';
import { type Capability, can, type Role, roleSchema } from '@adagia/shared/roles';
import { ask } from './ask.ts';
import type { Stage } from './cast.ts';
import { enter, guestLink } from './guests.ts';
import { newProposal, type TestPerson, type TestServer } from './test-server.ts';

const strangers = ['outsider', 'elsewhere', 'removed', 'expired', 'signedOut', 'nobody'] as const;
/**
 * visitor: came in by a link with a name alone, as guest; outsider: in no proposal; elsewhere: coordinates another one; removed: was a
 * member; the last three have no session.
 */
export type Principal = Role | 'visitor' | (typeof strangers)[number];
export const principals: readonly Principal[] = [...roleSchema.options, 'visitor', ...strangers];
const withoutSession: readonly Principal[] = ['expired', 'signedOut', 'nobody'];

export const isRole = (who: Principal): who is Role => roleSchema.options.some((role) => role === who);

/** What they are in the proposal; null: nothing. */
export function roleOf(who: Principal): Role | null {
  if (who === 'visitor') return 'guest';
  return isRole(who) ? who : null;
}
export const members: readonly Principal[] = principals.filter((who) => roleOf(who) !== null);

export type Everybody = Record<Principal, TestPerson & { id: string }>;

async function hired(server: TestServer, who: Principal): Promise<TestPerson & { id: string }> {
  if (who === 'nobody') return { ...server.withoutAccount(), id: 'nobody' };
  const person = await server.signUp(who);
  const { id } = await ask(person, getMe, {}, {});
  if (who === 'elsewhere') await ask(person, createProposal, {}, newProposal);
  if (who === 'signedOut') {
    const headers = { cookie: person.cookie, origin: server.url, 'content-type': 'application/json' };
    await fetch(`${server.url}/api/auth/sign-out`, { method: 'POST', headers, body: '{}' });
  }
  if (who === 'expired') {
    server.deps.database.driver.prepare('UPDATE session SET expires_at = 1 WHERE user_id = ?').run(id);
  }
  return { ...person, id };
}

let hosts = 0;
/** By a link into a proposal of its own, whose coordinator is nobody here. */
export async function newVisitor(server: TestServer): Promise<TestPerson & { id: string }> {
  const host = await server.signUp(`host${(hosts += 1)}`);
  const { id } = await ask(host, createProposal, {}, newProposal);
  const { token } = await guestLink(host, id);
  return enter(server, token, 'visitor');
}

/** The coordinator is the first of the installation to have an account, and so its administrator. */
export async function hireEverybody(server: TestServer): Promise<Everybody> {
  const found: Partial<Everybody> = {};
  for (const who of principals) found[who] = await (who === 'visitor' ? newVisitor(server) : hired(server, who));
  return found as Everybody;
}

/** Into a proposal of the coordinator's. */
export function seatEverybody({ deps }: TestServer, everybody: Everybody, { proposalId }: Stage): void {
  const { orm } = deps.database;
  const row = { proposalId, organisationId: null, joinedAt: deps.now() };
  for (const who of principals) {
    const { id: userId } = everybody[who];
    const role = roleOf(who);
    if (who === 'coordinator' || !(role || who === 'removed' || who === 'expired' || who === 'signedOut')) continue;
    insertMember(orm, { ...row, userId, role: role ?? 'coordinator' });
    if (who === 'removed') deleteMember(orm, proposalId, userId);
  }
}

/** Does something as an editor would, and has their own role again after it. */
export async function asEditor<T>(
  { deps }: TestServer,
  { proposalId }: Stage,
  { id: userId }: { id: string },
  role: Role,
  work: () => Promise<T>,
): Promise<T> {
  const set = (now: Role) => updateMember(deps.database.orm, proposalId, userId, { role: now });
  if (role !== 'coordinator') set('editor');
  const done = await work();
  set(role);
  return done;
}

export type Outcome = 'ok' | ProblemCode;

const isInstallation = (needs: Needs): needs is InstallationCapability =>
  installationCapabilities.administrator.some((one) => one === needs);

/** What the table says: of a route that asks for this, called by them. */
export function outcomeFor(who: Principal, needs: Needs): Outcome {
  if (needs === 'public') return 'ok';
  if (withoutSession.includes(who)) return 'unauthenticated';
  if (needs === 'account') return 'ok';
  if (isInstallation(needs)) return who === 'coordinator' ? 'ok' : 'forbidden';
  const role = roleOf(who);
  if (!role) return 'not-found';
  return needs !== 'nobody' && can(role, needs satisfies Capability) ? 'ok' : 'forbidden';
}

/** @param isHidden members without the capability are told what outsiders are told */
export function outcomesOf({ needs }: Pick<AnyRoute, 'needs'>, isHidden = false): [Principal, Outcome][] {
  return principals.map((who) => {
    const outcome = outcomeFor(who, needs);
    return [who, isHidden && outcome === 'forbidden' ? 'not-found' : outcome];
  });
}
