// Who may call what: every route of the contract, for every role. A route without a line here does not compile, and one that
// the server adds beside the contract fails the last test.
import { insertMember } from '@adagia/db/repositories/members';
import { insertLeftover } from '@adagia/db/repositories/portfolio';
import * as account from '@adagia/shared/api/account';
import * as audit from '@adagia/shared/api/audit';
import * as installation from '@adagia/shared/api/installation';
import * as people from '@adagia/shared/api/people';
import * as portfolio from '@adagia/shared/api/portfolio';
import type { ProblemCode } from '@adagia/shared/api/problem';
import * as review from '@adagia/shared/api/review';
import type { AnyRoute } from '@adagia/shared/api/route';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Auth } from '../auth/create-auth.ts';
import { Metrics } from '../metrics.ts';
import { ask, refusal } from '../testing/ask.ts';
import { hire, newStage, type People, type Stage } from '../testing/cast.ts';
import { storedRows } from '../testing/stored-rows.ts';
import { newProposal, startTestServer, type TestPerson, type TestServer } from '../testing/test-server.ts';
import { createApp } from './create-app.ts';

type RoutesOf<M> = { [K in keyof M as M[K] extends { method: string; path: string } ? K : never]: M[K] };
const contract = {
  ...installation,
  ...people,
  ...review,
  ...audit,
  ...portfolio,
  ...account,
};
type RouteName = keyof RoutesOf<typeof contract>;
type Who = 'coordinator' | 'editor' | 'commenter' | 'outsider' | 'nobody';
type Outcome = 'ok' | ProblemCode;
type Outcomes = Record<Who, Outcome>;

interface Line {
  outcomes: Outcomes;
  /** Makes what the call is about, and says how it goes. */
  call(stage: Stage): Promise<{ params: object; body: object }>;
}

let server: TestServer;
let cast: People;
let nobody: TestPerson;
/** In the proposals of the tests that need one more. */
let dora: TestPerson & { id: string };

beforeAll(async () => {
  server = await startTestServer();
  cast = await hire(server);
  const extra = await server.signUp('Dora');
  dora = { ...extra, id: (await ask(extra, people.getMe, {}, {})).id };
  nobody = server.withoutAccount();
});
afterAll(() => server.dispose());

const everybody: Outcomes = { coordinator: 'ok', editor: 'ok', commenter: 'ok', outsider: 'ok', nobody: 'ok' };
/** For everybody who is signed in. */
function all(outcome: Outcome): Outcomes {
  return Object.fromEntries(
    Object.keys(signedIn).map((who) => [who, who === 'nobody' ? 'unauthenticated' : outcome]),
  ) as Outcomes;
}
const signedIn: Outcomes = { ...everybody, nobody: 'unauthenticated' };
const members: Outcomes = { ...signedIn, outsider: 'not-found' };
const writers: Outcomes = { ...members, commenter: 'forbidden' };
const coordinators: Outcomes = { ...writers, editor: 'forbidden' };

/** What is in the bin is there for its coordinators alone. */
const ofTheBin: Outcomes = { ...members, editor: 'not-found', commenter: 'not-found' };
const administrators: Outcomes = { ...coordinators, outsider: 'forbidden' };

/** Whoever finds a page open. */
const withoutPassword: Outcomes = all('wrong-password');
const strangers: Outcomes = all('not-found');

const key = 'answer:motivation';
let nextId = 0;
const newId = (): string => `00000000-0000-7000-8000-${String((nextId += 1)).padStart(12, '0')}`;

/** A call that needs nothing made beforehand. */
const plain =
  (body: object = {}, extra: object = {}): Line['call'] =>
  async ({ proposalId }) => ({ params: { proposalId, ...extra }, body });

async function invitationOf({ proposalId }: Stage) {
  const body = { role: 'editor' as const, organisationId: null };
  const { invitation, link } = await ask(cast.ana, people.createInvitation, { proposalId }, body);
  return { invitationId: invitation.id, token: link.split('#')[1] ?? '' };
}

const aboutInvitation: Line['call'] = async (stage) => {
  const { invitationId } = await invitationOf(stage);
  return { params: { proposalId: stage.proposalId, invitationId }, body: {} };
};

/** Of Ana, the coordinator. */
const aboutThread =
  (body: () => object = () => ({})): Line['call'] =>
  async ({ proposalId }) => {
    const target = { kind: 'question' as const, key };
    const thread = await ask(cast.ana, review.createThread, { proposalId }, { id: newId(), target, body: 'Is it so?' });
    return { params: { proposalId, threadId: thread.id, commentId: thread.comments[0]?.id }, body: body() };
  };

/** On the first word of its answer. */
const attachedThread: Line['call'] = async (stage) => {
  const { params } = await aboutThread()(stage);
  const anchor = await server.deps.rooms.edit(stage.proposalId, cast.ana.id, (doc) => {
    const text = doc.getText(key);
    text.insert(0, 'Adults');
    const end = (index: number) =>
      Buffer.from(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index))).toString('base64');
    return { start: end(0), end: end(6) };
  });
  return { params, body: { target: { kind: 'passage', key, quote: 'Adults', before: '', after: '' }, anchor } };
};

const aboutDora =
  (body: object): Line['call'] =>
  async ({ proposalId }) => {
    const row = { proposalId, userId: dora.id, role: 'commenter', organisationId: null, joinedAt: 1 };
    insertMember(server.deps.database.orm, row);
    return { params: { proposalId, userId: dora.id }, body };
  };

const aboutPartnerOrganisation =
  (body: object): Line['call'] =>
  async ({ proposalId }) => {
    const input = { legalName: 'Scoala', country: 'RO' };
    const { id: organisationId } = await ask(cast.ana, people.addOrganisation, { proposalId }, input);
    return { params: { proposalId, organisationId }, body };
  };

const aboutToken: Line['call'] = async (stage) => {
  const { token } = await invitationOf(stage);
  return { params: {}, body: { token } };
};

const onDora =
  (body: object): Line['call'] =>
  async () => ({ params: { userId: dora.id }, body });

const deletedStage: Line['call'] = async ({ proposalId }) => {
  await ask(cast.ana, portfolio.deleteProposal, { proposalId }, {});
  return { params: { proposalId }, body: {} };
};

const cloning =
  (more: object): Line['call'] =>
  async ({ proposalId, organisationId }) => {
    const target = { callId: 'KA210-2026', sector: 'ADU', texts: true, plan: true, budget: true };
    return { params: { proposalId }, body: { ...target, organisationIds: [organisationId], ...more } };
  };

const aboutLeftover: Line['call'] = async ({ proposalId }) => {
  const row = { proposalId, position: 0, kind: 'text' as const, label: 'Impact', body: 'Much', settledAt: null };
  const leftoverId = newId();
  insertLeftover(server.deps.database.orm, { ...row, id: leftoverId });
  return { params: { proposalId, leftoverId }, body: { isSettled: true } };
};

const file = {
  action: 'KA220-ADU',
  call: 2026,
  title: 'From a file',
  organisations: [{ id: 'P1', legal_name: 'Thalassa', country: 'EL', role: 'applicant' }],
};

const lines: Record<RouteName, Line> = {
  getMe: { outcomes: signedIn, call: plain() },
  listProposals: { outcomes: signedIn, call: plain() },
  createProposal: { outcomes: signedIn, call: plain(newProposal) },
  importProposal: { outcomes: signedIn, call: plain(file) },
  getProposal: { outcomes: members, call: plain() },
  addOrganisation: { outcomes: coordinators, call: plain({ legalName: 'Scoala', country: 'RO' }) },
  changeOrganisation: { outcomes: coordinators, call: aboutPartnerOrganisation({ city: 'Iasi' }) },
  removeOrganisation: { outcomes: coordinators, call: aboutPartnerOrganisation({}) },
  changeMember: { outcomes: coordinators, call: aboutDora({ role: 'editor' }) },
  removeMember: { outcomes: coordinators, call: aboutDora({}) },
  listInvitations: { outcomes: coordinators, call: plain() },
  createInvitation: { outcomes: coordinators, call: plain({ role: 'editor', organisationId: null }) },
  revokeInvitation: { outcomes: coordinators, call: aboutInvitation },
  resendInvitation: { outcomes: coordinators, call: aboutInvitation },
  previewInvitation: { outcomes: everybody, call: aboutToken },
  acceptInvitation: { outcomes: signedIn, call: aboutToken },
  listMails: { outcomes: coordinators, call: plain() },
  listAnswerStates: { outcomes: members, call: plain() },
  changeAnswerState: { outcomes: writers, call: plain({ status: 'review' }, { key }) },
  listThreads: { outcomes: members, call: plain() },
  createThread: {
    outcomes: members,
    call: ({ proposalId }) =>
      Promise.resolve({
        params: { proposalId },
        body: { id: newId(), target: { kind: 'question', key }, body: 'Is it so?' },
      }),
  },
  replyToThread: { outcomes: members, call: aboutThread(() => ({ id: newId(), body: 'It is.' })) },
  // Words belong to who wrote them, whatever the others' role.
  editComment: { outcomes: coordinators, call: aboutThread(() => ({ body: 'Was it so?' })) },
  deleteComment: { outcomes: coordinators, call: aboutThread() },
  setThreadResolved: { outcomes: writers, call: aboutThread(() => ({ isResolved: true })) },
  attachThread: { outcomes: writers, call: attachedThread },
  markThreadRead: { outcomes: members, call: aboutThread() },
  listTimeline: { outcomes: members, call: plain() },
  listAudit: { outcomes: coordinators, call: plain() },
  exportAudit: { outcomes: coordinators, call: plain() },
  setArchived: { outcomes: coordinators, call: plain({ isArchived: true }) },
  deleteProposal: { outcomes: coordinators, call: plain() },
  restoreProposal: { outcomes: ofTheBin, call: deletedStage },
  listDeleted: { outcomes: signedIn, call: plain() },
  handOver: { outcomes: coordinators, call: (stage) => aboutDora({ userId: dora.id, isLeaving: false })(stage) },
  previewClone: { outcomes: writers, call: cloning({}) },
  cloneProposal: { outcomes: writers, call: cloning({ title: 'Once more', memberIds: [] }) },
  listLeftovers: { outcomes: writers, call: plain() },
  settleLeftover: { outcomes: writers, call: aboutLeftover },
  getInstallation: { outcomes: administrators, call: plain() },
  setSignUpPolicy: { outcomes: administrators, call: plain({ signUp: 'open' }) },
  listAccounts: { outcomes: administrators, call: plain() },
  setDisabled: { outcomes: administrators, call: onDora({ isDisabled: false }) },
  setAdministrator: { outcomes: administrators, call: onDora({ isAdministrator: false }) },
  endSessionsOf: { outcomes: administrators, call: onDora({}) },
  listAllProposals: { outcomes: administrators, call: plain() },
  restoreAnyProposal: { outcomes: administrators, call: deletedStage },
  testMail: { outcomes: administrators, call: plain() },
  listBackups: { outcomes: administrators, call: plain() },
  makeBackup: { outcomes: administrators, call: plain() },
  // Ana has the first account, and so looks after the installation.
  listWholeAudit: { outcomes: administrators, call: plain() },
  exportWholeAudit: { outcomes: administrators, call: plain() },
  getSignInWays: { outcomes: everybody, call: plain() },
  getAccount: { outcomes: signedIn, call: plain() },
  renameAccount: { outcomes: signedIn, call: plain({ name: 'Somebody' }) },
  changeAccountEmail: { outcomes: withoutPassword, call: plain({ email: 'new@example.org', password: 'not theirs' }) },
  listSessions: { outcomes: signedIn, call: plain() },
  // Of somebody else, or none: they look the same.
  endSession: { outcomes: strangers, call: plain({}, { sessionId: 'x' }) },
  endOtherSessions: { outcomes: signedIn, call: plain() },
  deleteAccount: { outcomes: withoutPassword, call: plain({ keepsName: true, password: 'not theirs' }) },
  listInstallationMails: { outcomes: administrators, call: plain() },
};

function routeNamed(name: RouteName): AnyRoute {
  return (contract as unknown as Record<RouteName, AnyRoute>)[name];
}

const whoIs: Record<Who, () => TestPerson> = {
  coordinator: () => cast.ana,
  editor: () => cast.ben,
  commenter: () => cast.eve,
  outsider: () => cast.oda,
  nobody: () => nobody,
};

describe.each(Object.entries(lines) as [RouteName, Line][])('%s', (name, { outcomes, call }) => {
  const route = routeNamed(name);

  test.each(Object.entries(outcomes) as [Who, Outcome][])('%s: %s', async (who, outcome) => {
    const stage = await newStage(server, cast);
    const { params, body } = await call(stage);
    if (outcome === 'ok') {
      await ask(whoIs[who](), route, params, body);
      return;
    }
    const before = storedRows(server);
    expect((await refusal(whoIs[who](), route, params, body)).code).toBe(outcome);
    expect(storedRows(server)).toBe(before);
  });

  test.runIf(outcomes.outsider === 'not-found')('a proposal that does not exist looks like one of others', async () => {
    const stage = await newStage(server, cast);
    const { params, body } = await call(stage);
    const unknown = await refusal(cast.ana, route, { ...params, proposalId: newId() }, body);
    expect(unknown).toEqual(await refusal(cast.oda, route, params, body));
  });
});

test('the export is for members', async () => {
  const { proposalId } = await newStage(server, cast);
  const statusFor = async (person: TestPerson) =>
    (await fetch(`${server.url}/api/proposals/${proposalId}/export`, { headers: { cookie: person.cookie } })).status;
  expect(await statusFor(cast.ana)).toBe(200);
  expect(await statusFor(cast.eve)).toBe(200);
  expect(await statusFor(cast.oda)).toBe(404);
  expect(await statusFor(nobody)).toBe(401);
});

const noAuth: Auth = {
  handle: async () => new Response(),
  handleHashing: async () => new Response(),
  handleOidc: async () => null,
  personOf: async () => null,
  noteUse: () => undefined,
  confirm: async () => 'ok',
  signUp: async () => '',
};

test('the server has no address that is neither in the contract nor known here', () => {
  const app = createApp({
    deps: server.deps,
    auth: noAuth,
    mails: { send: () => undefined },
    ways: { oidcName: null, requiresVerifiedEmail: false, delivery: 'mailbox' },
    isAllowedOrigin: () => true,
    pagesFolder: null,
    trustsProxy: false,
    isLimited: false,
    health: () => ({ storage: 'ok', damagedRows: 0 }),
    metrics: new Metrics(),
    metricsToken: null,
  });
  const served = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
  const known = (Object.keys(lines) as RouteName[]).map(routeNamed).map(({ method, path }) => `${method} ${path}`);
  const beside = [
    'GET /healthz',
    'GET /metrics',
    ...[
      'sign-up/email',
      'sign-in/email',
      'sign-out',
      'change-password',
      'sign-in/magic-link',
      'magic-link/verify',
      'request-password-reset',
      'reset-password',
      'send-verification-email',
      'verify-email',
      'change-email',
      'two-factor/enable',
      'two-factor/disable',
      'two-factor/generate-backup-codes',
      'two-factor/verify-totp',
      'two-factor/verify-backup-code',
      'passkey/generate-register-options',
      'passkey/verify-registration',
      'passkey/generate-authenticate-options',
      'passkey/verify-authentication',
      'passkey/delete-passkey',
      'sign-in/oidc',
    ].map((path) => `POST /api/auth/${path}`),
    'GET /api/auth/callback/oidc',
    'GET /api/proposals/:proposalId/export',
  ];
  expect(served.sort()).toEqual([...known, ...beside].sort());
});
