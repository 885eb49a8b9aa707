// Who may call what: every route of the contract, by every kind of person there is. What comes out is not written here: it is
// derived from what the route says it needs and the table of capabilities. A route that says nothing does not compile, nor does
// one without a call here; and one that the server adds beside the contract fails served-routes.test.ts.

import { insertCorrection } from '@adagia/db/repositories/corrections';
import { insertDocument } from '@adagia/db/repositories/intake';
import { insertMember, updateMember } from '@adagia/db/repositories/members';
import { insertLeftover } from '@adagia/db/repositories/portfolio';
import * as entering from '@adagia/shared/api/entering';
import * as evaluations from '@adagia/shared/api/evaluations';
import * as freezes from '@adagia/shared/api/freezes';
import * as intake from '@adagia/shared/api/intake';
import * as people from '@adagia/shared/api/people';
import * as portfolio from '@adagia/shared/api/portfolio';
import * as review from '@adagia/shared/api/review';
import { type AnyRoute, type Download, pathOf } from '@adagia/shared/api/route';

import * as versions from '@adagia/shared/api/versions';
import { must } from '@adagia/shared/assert';
import { createSuggestionId } from '@adagia/shared/text/suggestions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ask, refusal } from '../testing/ask.ts';
import type { Stage } from '../testing/cast.ts';
import { contract } from '../testing/contract.ts';
import {
  asEditor,
  type Everybody,
  hireEverybody,
  members,
  newVisitor,
  type Outcome,
  outcomeFor,
  outcomesOf,
  type Principal,
  roleOf,
  seatEverybody,
} from '../testing/principals.ts';
import { storedRows } from '../testing/stored-rows.ts';
import { newProposal, startTestServer, type TestPerson, type TestServer } from '../testing/test-server.ts';

type RoutesOf<M> = { [K in keyof M as M[K] extends AnyRoute ? K : never]: M[K] };
type RouteName = keyof RoutesOf<typeof contract>;

type Someone = TestPerson & { id: string };
/** Makes what the call is about, as something of `maker`, and says how it goes. */
type Call = (stage: Stage, maker: Someone) => Promise<{ params: object; body: object }>;

let server: TestServer;
let everybody: Everybody;
/** Coordinates every proposal here too: what calls are about is hers, and so nobody's own. */
let cora: Someone;
/** Is talked about. */
let dora: Someone;

beforeAll(async () => {
  server = await startTestServer();
  everybody = await hireEverybody(server);
  const hired = async (name: string) => {
    const person = await server.signUp(name);
    return { ...person, id: (await ask(person, people.getMe, {}, {})).id };
  };
  [cora, dora] = [await hired('Cora'), await hired('Dora')];
});
afterAll(() => server.dispose());

const key = 'answer:motivation';
let nextId = 0;
const newId = (): string => `00000000-0000-7000-8000-${String((nextId += 1)).padStart(12, '0')}`;

/** Proposals made at once share their commits: most of the time of this file was spent on making them one by one. */
const STAGES_AT_ONCE = 16;
const stages: Stage[] = [];

/** A proposal that nothing was done to yet. None is being made while a test looks at what is stored. */
async function newStage(): Promise<Stage> {
  if (stages.length === 0) stages.push(...(await Promise.all(Array.from({ length: STAGES_AT_ONCE }, makeStage))));
  return must(stages.pop());
}

async function makeStage(): Promise<Stage> {
  const { id: proposalId } = await ask(everybody.coordinator, people.createProposal, {}, newProposal);
  const { organisations } = await ask(everybody.coordinator, people.getProposal, { proposalId }, {});
  const stage = { proposalId, organisationId: must(organisations[0]).id };
  seatEverybody(server, everybody, stage);
  insertMember(server.deps.database.orm, {
    proposalId,
    userId: cora.id,
    role: 'coordinator',
    organisationId: null,
    joinedAt: 1,
  });
  return stage;
}

/** A call that needs nothing made beforehand. */
const plain =
  (body: object = {}, extra: object = {}): Call =>
  async ({ proposalId }) => ({ params: { proposalId, ...extra }, body });

async function invitationOf({ proposalId }: Stage) {
  const body = { role: 'editor' as const, organisationId: null };
  const { invitation, link } = await ask(cora, people.createInvitation, { proposalId }, body);
  return { invitationId: invitation.id, token: link.split('#')[1] ?? '' };
}

const aboutInvitation: Call = async (stage) => {
  const { invitationId } = await invitationOf(stage);
  return { params: { proposalId: stage.proposalId, invitationId }, body: {} };
};

const aboutThread =
  (body: () => object = () => ({})): Call =>
  async ({ proposalId }, maker) => {
    const target = { kind: 'question' as const, key };
    const thread = await ask(maker, review.createThread, { proposalId }, { id: newId(), target, body: 'Is it so?' });
    return { params: { proposalId, threadId: thread.id, commentId: thread.comments[0]?.id }, body: body() };
  };

/** Of whoever calls: one's own everybody takes back who may speak of it. */
const aboutSuggestion: Call = async ({ proposalId }, { id: author }) => {
  const suggestionId = createSuggestionId({ author, atMs: Date.UTC(2026, 10, 2), random: 0 });
  const settled = [{ key, suggestionId, verb: 'insert', before: '', after: 'well', outcome: 'withdrawn' }];
  return { params: { proposalId }, body: { settled } };
};

/** On the first word of its answer. */
const attachedThread: Call = async (stage, maker) => {
  const { params } = await aboutThread()(stage, maker);
  const anchor = await server.deps.rooms.edit(stage.proposalId, null, (doc) => {
    const text = doc.getText(key);
    text.insert(0, 'Adults');
    const end = (index: number) =>
      Buffer.from(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index))).toString('base64');
    return { start: end(0), end: end(6) };
  });
  return { params, body: { target: { kind: 'passage', key, quote: 'Adults', before: '', after: '' }, anchor } };
};

const aboutDora =
  (body: object): Call =>
  async ({ proposalId }) => {
    const row = { proposalId, userId: dora.id, role: 'commenter', organisationId: null, joinedAt: 1 };
    insertMember(server.deps.database.orm, row);
    return { params: { proposalId, userId: dora.id }, body };
  };

/** Whoever makes this is who leaves. */
const membershipOf: Call = async (stage, maker) =>
  maker === cora
    ? aboutDora({})(stage, maker)
    : { params: { proposalId: stage.proposalId, userId: maker.id }, body: {} };

/** Whoever makes this belongs to it. */
const aboutPartnerOrganisation =
  (body: object, extra: object = {}): Call =>
  async ({ proposalId }, { id: userId }) => {
    const input = { legalName: 'Scoala', country: 'RO' };
    const { id: organisationId } = await ask(cora, people.addOrganisation, { proposalId }, input);
    updateMember(server.deps.database.orm, proposalId, userId, { organisationId });
    return { params: { proposalId, organisationId, ...extra }, body };
  };

/** Without people, who would keep it. */
const aboutEmptyOrganisation: Call = async (stage, maker) => {
  const made = await aboutPartnerOrganisation({})(stage, maker);
  updateMember(server.deps.database.orm, stage.proposalId, maker.id, { organisationId: null });
  return made;
};

/** A contact of that organisation. */
const aboutRecord =
  (body: object = {}): Call =>
  async (stage, maker) => {
    const { params } = await aboutPartnerOrganisation({})(stage, maker);
    const contact = { kind: 'contact' as const, name: 'Ana Petrou' };
    const { id: recordId } = await ask(cora, intake.addRecord, params as never, contact);
    return { params: { ...params, recordId }, body };
  };

const aboutVersion =
  (body: object): Call =>
  async ({ proposalId }) => {
    const { id: versionId } = await ask(cora, versions.createVersion, { proposalId }, { name: 'Draft' });
    return { params: { proposalId, versionId }, body };
  };

const aFreeze = { purpose: 'reading' as const, name: 'For reading', unlockers: 'coordinators' as const };
const aboutFreeze: Call = async ({ proposalId }) => {
  const { id: freezeId } = await ask(cora, freezes.freezeProposal, { proposalId }, aFreeze);
  return { params: { proposalId, freezeId }, body: { note: 'Read' } };
};

/** Of a round of Cora's in which the maker evaluates. */
const aboutRound =
  (body: object = {}, extra: object = {}): Call =>
  async ({ proposalId }, maker) => {
    const copy = { name: 'Draft' };
    const asked = { copy, dueOn: '', isAnonymous: true, evaluatorIds: [maker.id as never] };
    const { id: roundId } = await ask(cora, evaluations.openRound, { proposalId }, asked);
    return { params: { proposalId, roundId, ...extra }, body };
  };

/** With all points, so that it can be submitted. */
const scoredRound: Call = async (stage, maker) => {
  const made = await aboutRound()(stage, maker);
  for (const criterionId of ['relevance', 'design', 'partnership', 'impact']) {
    await ask(maker, evaluations.saveScore, { ...made.params, criterionId } as never, { points: 20 });
  }
  return made;
};

/** A document of that organisation. What becomes of its file is the matter of documents.test.ts. */
const aboutDocument: Call = async (stage, maker) => {
  const { params } = await aboutPartnerOrganisation({})(stage, maker);
  const { organisationId } = params as { organisationId: string };
  const documentId = newId();
  const about = { kind: 'other', name: 'a.pdf', type: 'pdf', sizeBytes: 1, sha256: '', uploadedAt: 1 };
  const file = documentId.replaceAll('-', '');
  insertDocument(server.deps.database.orm, { ...about, id: documentId, organisationId, file, uploadedBy: cora.id });
  return { params: { ...params, documentId }, body: {} };
};

/** Cora's own organisation: somebody is there to be reminded. */
const aboutReminder: Call = async (stage) => aboutPartnerOrganisation({})(stage, cora);

const aboutToken: Call = async (stage) => ({ params: {}, body: { token: (await invitationOf(stage)).token } });

async function guestLink({ proposalId }: Stage): Promise<string> {
  const body = { role: 'guest' as const, organisationId: null, allowsGuests: true, usesMax: null };
  return (await ask(cora, people.createInvitation, { proposalId }, body)).link.split('#')[1] ?? '';
}

const entrance: Call = async (stage) => ({ params: {}, body: { token: await guestLink(stage), name: 'Gus' } });

/** Somebody who came by a link. */
const aboutGuest: Call = async (stage, maker) => {
  const { proposalId } = stage;
  const { body } = await entrance(stage, maker);
  await ask(everybody.nobody, entering.enterAsGuest, {}, body as never);
  const guest = (await ask(cora, entering.listGuests, { proposalId }, {})).find(
    ({ userId }) => userId !== everybody.visitor.id,
  );
  // Who may let them in again coordinates all that they take part in, and so does each coordinator here.
  return { params: { proposalId, userId: must(guest).userId }, body: {} };
};

const aboutReturn: Call = async (stage, maker) => {
  const { params } = await aboutGuest(stage, maker);
  const { link } = await ask(cora, entering.createReturnLink, params as never, {});
  return { params: {}, body: { token: link.split('#')[1] } };
};

const rita = { name: 'Rita', email: 'rita@example.org' };
const aboutRequest =
  (body: object = {}): Call =>
  async ({ proposalId }) => {
    await ask(everybody.nobody, entering.requestAccess, {}, { proposalId, ...rita });
    const [request] = await ask(cora, entering.listAccessRequests, { proposalId }, {});
    return { params: { proposalId, requestId: must(request).id }, body };
  };

const file = {
  action: 'KA220-ADU',
  call: 2026,
  title: 'From a file',
  organisations: [{ id: 'P1', legal_name: 'Thalassa', country: 'EL', role: 'applicant' }],
};

const deletedProposal: Call = async ({ proposalId }) => {
  await ask(cora, portfolio.deleteProposal, { proposalId }, {});
  return { params: { proposalId }, body: {} };
};

const onDora =
  (body: object = {}): Call =>
  async () => ({ params: { userId: dora.id }, body });

const aCorrection = {
  callId: 'KA220-2026',
  path: 'durationMonths.max',
  value: 30,
  source: 'Guide, page 1',
  reason: 'Looked up',
};
const aboutCorrection: Call = async () => {
  const id = newId();
  const { callId, path, value, source, reason } = aCorrection;
  const row = { id, callId, path, value, source, reason, createdBy: cora.id, at: 1, endedBy: null, endedAt: null };
  insertCorrection(server.deps.database.orm, row);
  return { params: { correctionId: id }, body: {} };
};

const aboutLeftover: Call = async ({ proposalId }) => {
  const row = {
    id: newId(),
    proposalId,
    position: 0,
    kind: 'text' as const,
    label: 'Needs',
    body: 'Words',
    settledAt: null,
  };
  insertLeftover(server.deps.database.orm, row);
  return { params: { proposalId, leftoverId: row.id }, body: { isSettled: true } };
};

const copyBody = { callId: 'KA210-2026', sector: 'ADU', texts: true, plan: true, budget: true };
const copy =
  (more: object = {}): Call =>
  async ({ proposalId, organisationId }) => {
    return { params: { proposalId }, body: { ...copyBody, organisationIds: [organisationId], ...more } };
  };

const section = { sectionId: 'relevance' };

const calls: Record<RouteName, Call> = {
  getMe: plain(),
  listProposals: plain(),
  createProposal: plain(newProposal),
  importProposal: plain(file),
  getProposal: plain(),
  addOrganisation: plain({ legalName: 'Scoala', country: 'RO' }),
  changeOrganisation: aboutPartnerOrganisation({ city: 'Iasi' }),
  removeOrganisation: aboutEmptyOrganisation,
  changeMember: aboutDora({ role: 'editor' }),
  removeMember: membershipOf,
  listInvitations: plain(),
  createInvitation: plain({ role: 'editor', organisationId: null }),
  revokeInvitation: aboutInvitation,
  resendInvitation: aboutInvitation,
  previewInvitation: aboutToken,
  acceptInvitation: aboutToken,
  listMails: plain(),
  getIntake: plain(),
  setIntakeDue: plain({ dueOn: '2026-02-01' }),
  setIntakeNeeded: aboutPartnerOrganisation({ item: 'contact', isNeeded: false }),
  changeRepresentative: aboutPartnerOrganisation({ representativeName: 'Ana' }),
  addRecord: aboutPartnerOrganisation({ kind: 'contact', name: 'Ana' }),
  changeRecord: aboutRecord({ kind: 'contact', name: 'Ben' }),
  removeRecord: aboutRecord(),
  removeDocument: aboutDocument,
  sendReminder: aboutReminder,
  listAnswerStates: plain(),
  changeAnswerState: plain({ status: 'review' }, { key }),
  listThreads: plain(),
  createThread: async ({ proposalId }) => {
    return { params: { proposalId }, body: { id: newId(), target: { kind: 'question', key }, body: 'Is it so?' } };
  },
  replyToThread: aboutThread(() => ({ id: newId(), body: 'It is.' })),
  editComment: aboutThread(() => ({ body: 'Was it so?' })),
  deleteComment: aboutThread(),
  setThreadResolved: aboutThread(() => ({ isResolved: true })),
  settleSuggestions: aboutSuggestion,
  attachThread: attachedThread,
  setTask: aboutThread(() => ({ assigneeId: cora.id, assigneeOrganisationId: null, dueOn: '2027-01-15' })),
  setReaction: aboutThread(() => ({ reaction: 'thanks', isOn: true })),
  listWordings: aboutThread(),
  listMyTasks: plain(),
  markThreadRead: aboutThread(),
  listTimeline: plain(),
  listFigureHistory: plain({ cell: `${newId()}/amount` }),
  listVersions: plain(),
  listAuthorship: plain(),
  readAnswerAuthors: async ({ proposalId }) => ({ params: { proposalId, answerKey: key }, body: {} }),
  createVersion: plain({ name: 'Before the meeting' }),
  keepVersion: plain({}),
  renameVersion: aboutVersion({ name: 'Before the second meeting' }),
  listFreezes: plain(),
  freezeProposal: plain(aFreeze),
  unlockProposal: aboutFreeze,
  listPackages: plain(),
  makePackage: plain({ versionId: 'now' }),
  noteVisit: plain({}),
  markVisitSeen: plain(),
  listSince: plain(),
  readVersion: aboutVersion({}),
  compareVersions: aboutVersion({ to: 'now' }),
  listWriters: plain({ since: '2026-01-01T00:00:00.000Z' }),
  tracePerson: async ({ proposalId }) => ({
    params: { proposalId, userId: cora.id },
    body: { since: '2026-01-01T00:00:00.000Z' },
  }),
  listRounds: plain(),
  openRound: async ({ proposalId }) => {
    const body = { copy: { name: 'Draft' }, dueOn: '2026-02-01', isAnonymous: false, evaluatorIds: [cora.id] };
    return { params: { proposalId }, body };
  },
  changeRound: aboutRound({ dueOn: '2026-02-01' }),
  closeRound: aboutRound(),
  addEvaluators: async (stage, maker) => aboutRound({ userIds: [cora.id] })(stage, maker),
  removeEvaluator: async (stage, maker) => aboutRound({}, { userId: maker.id })(stage, maker),
  getRoundCopy: aboutRound(),
  getOwnEvaluation: aboutRound(),
  saveScore: aboutRound({ points: 12 }, { criterionId: 'impact' }),
  submitEvaluation: scoredRound,
  withdrawEvaluation: scoredRound,
  listResults: aboutRound(),
  noteResultsExport: aboutRound(),
  noteExport: plain(),
  listAudit: plain(),
  exportAudit: plain(),
  listWholeAudit: plain(),
  exportWholeAudit: plain(),
  setSectionWriters: plain({ ownerId: null, writerIds: [], isExclusive: true }, section),
  setSectionLock: plain({ isLocked: true }, section),
  setOwnColumns: plain({ isOn: true }),
  setNegotiation: plain({ isOn: true }),
  getNegotiation: plain(),
  setAgreement: aboutPartnerOrganisation({ figures: {} }),
  listDailyRates: plain(),
  setDailyRate: aboutPartnerOrganisation({ amountCents: 32_000 }, { category: 'manager' }),
  listWorkings: plain(),
  setWorking: aboutPartnerOrganisation({ working: null, basedOn: null }, { rowId: newId() }),
  getSignInWays: plain(),
  getAccount: plain(),
  renameAccount: plain({ name: 'Somebody' }),
  changeAccountEmail: plain({ email: 'new@example.org', password: 'not theirs' }),
  listSessions: plain(),
  endSession: plain({}, { sessionId: 'x' }),
  endOtherSessions: plain(),
  deleteAccount: plain({ keepsName: true, password: 'not theirs' }),
  listInstallationMails: plain(),
  getInstallation: plain(),
  setSignUpPolicy: plain({ signUp: 'open' }),
  listAccounts: plain(),
  setDisabled: onDora({ isDisabled: false }),
  setAdministrator: onDora({ isAdministrator: false }),
  endSessionsOf: onDora(),
  listAllProposals: plain(),
  restoreAnyProposal: deletedProposal,
  testMail: plain(),
  listBackups: plain(),
  makeBackup: plain(),
  listCorrections: plain(),
  correctFigure: plain(aCorrection),
  takeBackCorrection: aboutCorrection,
  setArchived: plain({ isArchived: true }),
  deleteProposal: plain(),
  restoreProposal: deletedProposal,
  listDeleted: plain(),
  handOver: async ({ proposalId }) => ({ params: { proposalId }, body: { userId: cora.id, isLeaving: false } }),
  previewClone: copy(),
  cloneProposal: copy({ title: 'Once more', memberIds: [] }),
  listNotices: plain(),
  markNoticesSeen: plain(),
  markSectionSeen: plain({}, { sectionId: 'relevance' }),
  listFollows: plain(),
  setFollow: plain({ sectionId: 'relevance', isFollowed: false }),
  getNoticeSettings: plain(),
  changeNoticeSettings: plain({ hasDigest: false }),
  unsubscribe: async () => {
    const token = server.deps.site.unsubscribeTokens.make({ userId: dora.id, scope: 'digest' });
    return { params: {}, body: { token } };
  },
  listLeftovers: plain(),
  settleLeftover: aboutLeftover,
  enterAsGuest: entrance,
  returnAsGuest: aboutReturn,
  becomeAccount: plain({ email: 'gus@example.org', password: 'a long password' }),
  settleFormerGuest: plain({ isMe: true }),
  listGuests: plain(),
  endGuestSessions: aboutGuest,
  createReturnLink: aboutGuest,
  requestAccess: async ({ proposalId }) => ({ params: {}, body: { proposalId, ...rita } }),
  listAccessRequests: plain(),
  grantAccess: aboutRequest({ role: 'viewer', organisationId: null }),
  declineAccess: aboutRequest(),
};

/** Where those who may call it are refused for another reason: a password that is not theirs, a session that is none. */
const otherwise: Partial<Record<RouteName, Outcome>> = {
  changeAccountEmail: 'wrong-password',
  deleteAccount: 'wrong-password',
  endSession: 'not-found',
  // For guests, and people who were one here a moment ago.
  becomeAccount: 'forbidden',
  settleFormerGuest: 'not-found',
};

/** What somebody who came in by a link is told where people with an account are let through. */
const withoutAccount: Partial<Record<RouteName, Outcome>> = {
  createProposal: 'guest-needs-account',
  importProposal: 'guest-needs-account',
  // This link is for people with an account.
  acceptInvitation: 'guest-needs-account',
  changeAccountEmail: 'guest-needs-account',
  // There is no password to ask for.
  deleteAccount: 'ok',
  becomeAccount: 'ok',
};
const endsVisits: readonly RouteName[] = ['deleteAccount', 'becomeAccount'];

/** Where it is as if there were nothing, for members too. */
const hidden: readonly RouteName[] = ['restoreProposal'];

const routeNamed = (name: RouteName): AnyRoute => (contract as unknown as Record<RouteName, AnyRoute>)[name];
const cases = (Object.keys(calls) as RouteName[]).map((name) => ({ name, route: routeNamed(name), call: calls[name] }));

type Made = Awaited<ReturnType<Call>>;

/** A refusal changes nothing, so that all of them are about the same thing. */
async function expectRefusals(route: AnyRoute, { params, body }: Made, refused: readonly [Principal, Outcome][]) {
  const before = storedRows(server);
  const outcomes: [Principal, Outcome][] = [];
  for (const [who] of refused) outcomes.push([who, (await refusal(everybody[who], route, params, body)).code]);
  expect(outcomes).toEqual(refused);
  expect(storedRows(server)).toBe(before);
}

describe.each(cases)('$name', ({ name, route, call }) => {
  const instead = otherwise[name];
  const [allowed, refused] = [true, false].map((isAllowed) =>
    outcomesOf(route, hidden.includes(name)).filter(([, outcome]) => (outcome === 'ok') === isAllowed),
  );
  test.runIf(must(refused).length > 0)(`refused: ${must(refused).join(' ')}`, async () => {
    const made = await call(await newStage(), cora);
    await expectRefusals(route, made, must(refused));
    if (outcomeFor('outsider', route.needs) !== 'not-found') return;
    // A proposal that does not exist looks like one of others.
    const params = { ...made.params, proposalId: newId() };
    const unknown = await refusal(everybody.coordinator, route, params, made.body);
    expect(unknown).toEqual(await refusal(everybody.outsider, route, made.params, made.body));
  });
  const allow = async (who: Principal, made: Made) => {
    const outcome = (who === 'visitor' && withoutAccount[name]) || instead || 'ok';
    if (outcome === 'ok') await ask(everybody[who], route, made.params, made.body);
    else await expectRefusals(route, made, [[who, outcome]]);
    if (who === 'visitor' && outcome === 'ok' && endsVisits.includes(name)) {
      everybody.visitor = await newVisitor(server);
      // In those that wait sits the visitor who has gone.
      stages.length = 0;
    }
  };
  const isReading = route.method === 'GET';
  const names = must(allowed).map(([who]) => who);
  // Whoever reads leaves everything as it was: one proposal will do for all of them.
  test.runIf(isReading && names.length > 0)(`allowed: ${names.join(' ')}`, async () => {
    const made = await call(await newStage(), cora);
    for (const who of names) await allow(who, made);
  });
  test.each(isReading ? [] : names)('allowed: %s', async (who) => allow(who, await call(await newStage(), cora)));

  const { ownNeeds } = route;
  test.each(ownNeeds ? members : [])("%s, about one's own", async (who) => {
    const stage = await newStage();
    const own = await asEditor(server, stage, everybody[who], must(roleOf(who)), () => call(stage, everybody[who]));
    const outcome = outcomeFor(who, must(ownNeeds));
    if (outcome === 'ok') await ask(everybody[who], route, own.params, own.body);
    else await expectRefusals(route, own, [[who, outcome]]);
  });
});

const isDownload = (one: unknown): one is Download =>
  typeof one === 'object' && one !== null && 'path' in one && 'needs' in one && !('response' in one);
const downloads = Object.values(contract).filter(isDownload) as Download[];
const statuses: Partial<Record<Outcome, number>> = { ok: 200, unauthenticated: 401, 'not-found': 404, forbidden: 403 };

describe.each(downloads)('the file $path', (download) => {
  test('by everybody', async () => {
    const { proposalId } = await newStage();
    for (const [who, outcome] of outcomesOf(download)) {
      const before = storedRows(server);
      const headers = { cookie: everybody[who].cookie };
      const { status } = await fetch(server.url + pathOf(download, { proposalId }), { headers });
      expect([who, status]).toEqual([who, statuses[outcome]]);
      if (outcome !== 'ok') expect(storedRows(server)).toBe(before);
    }
  });
});
