// Which command serves which route. One line each; what a route takes and gives is in shared/src/api.
import * as auditRoutes from '@adagia/shared/api/audit';
import * as entering from '@adagia/shared/api/entering';
import * as figures from '@adagia/shared/api/figures';
import * as freezeRoutes from '@adagia/shared/api/freezes';
import * as collected from '@adagia/shared/api/intake';
import { listMails } from '@adagia/shared/api/mail';
import * as negotiation from '@adagia/shared/api/negotiation';
import * as packageRoutes from '@adagia/shared/api/packages';
import * as people from '@adagia/shared/api/people';
import * as shelf from '@adagia/shared/api/portfolio';
import * as review from '@adagia/shared/api/review';
import * as rights from '@adagia/shared/api/rights';
import * as sinceRoutes from '@adagia/shared/api/since';
import { settleSuggestions as settleSuggestionsRoute } from '@adagia/shared/api/suggestion-threads';
import { listMyTasks } from '@adagia/shared/api/tasks';
import * as undoRoutes from '@adagia/shared/api/undo-person';
import * as versionRoutes from '@adagia/shared/api/versions';
import { acceptInvitation, previewInvitation } from '../commands/accept-invitation.ts';
import * as accessRequests from '../commands/access-requests.ts';
import * as answers from '../commands/answers.ts';
import { attachThread } from '../commands/attach-thread.ts';
import * as audit from '../commands/audit.ts';
import * as clone from '../commands/clone-proposal.ts';
import * as signs from '../commands/comment-signs.ts';
import * as confidential from '../commands/daily-rates.ts';
import type { Deps } from '../commands/deps.ts';
import { removeDocument } from '../commands/documents.ts';
import { noteExport } from '../commands/export-proposal.ts';
import { listFigureHistory } from '../commands/figure-history.ts';
import { listWorkings, setWorking } from '../commands/figure-workings.ts';
import * as freezes from '../commands/freezes.ts';
import * as guests from '../commands/guests.ts';
import { importProposal } from '../commands/import-proposal.ts';
import * as intake from '../commands/intake.ts';
import * as invitations from '../commands/invitations.ts';
import { listMyProposals } from '../commands/list-proposals.ts';
import * as members from '../commands/members.ts';
import * as negotiating from '../commands/negotiation.ts';
import * as organisations from '../commands/organisations.ts';
import * as packages from '../commands/packages.ts';
import * as portfolio from '../commands/portfolio.ts';
import * as proposals from '../commands/proposals.ts';
import { sendReminder } from '../commands/reminders.ts';
import * as sections from '../commands/section-rights.ts';
import * as since from '../commands/since.ts';
import { settleSuggestions } from '../commands/suggestion-threads.ts';
import * as tasks from '../commands/tasks.ts';
import * as threads from '../commands/threads.ts';
import { listTimeline } from '../commands/timeline.ts';
import * as undo from '../commands/undo-person.ts';
import * as versions from '../commands/versions.ts';
import { registerEvaluations } from './evaluation-routes.ts';
import { handle, handlePublic, type RouteServer } from './handle-route.ts';
import { registerInstallation } from './installation-routes.ts';
import { registerNotices } from './notice-routes.ts';

export function registerRoutes(server: RouteServer, deps: Deps): void {
  registerPeople(server, deps);
  registerInvitations(server, deps);
  registerReview(server, deps);
  registerVersions(server, deps);
  registerUndo(server, deps);
  registerRights(server, deps);
  registerIntake(server, deps);
  registerAudit(server, deps);
  registerPortfolio(server, deps);
  registerInstallation(server, deps);
  registerGuests(server, deps);
  registerNotices(server, deps);
  registerEvaluations(server, deps);
}

function registerPortfolio(server: RouteServer, deps: Deps): void {
  handle(server, shelf.setArchived, (me, { params, body }) => portfolio.setArchived(deps, me, params.proposalId, body));
  handle(server, shelf.deleteProposal, (me, { params }) => portfolio.deleteProposal(deps, me, params.proposalId));
  handle(server, shelf.restoreProposal, (me, { params }) => portfolio.restoreProposal(deps, me, params.proposalId));
  handle(server, shelf.listDeleted, (me) => portfolio.listDeleted(deps, me));
  handle(server, shelf.handOver, (me, { params, body }) => portfolio.handOver(deps, me, params.proposalId, body));
  handle(server, shelf.previewClone, (me, { params, body }) => clone.previewClone(deps, me, params.proposalId, body));
  handle(server, shelf.cloneProposal, (me, { params, body }) => clone.cloneProposal(deps, me, params.proposalId, body));
  handle(server, shelf.listLeftovers, (me, { params }) => clone.listLeftovers(deps, me, params.proposalId));
  handle(server, shelf.settleLeftover, (me, { params, body }) => clone.settleLeftover(deps, me, params, body));
}

/** The rest of entering is in serve-guests.ts. */
function registerGuests(server: RouteServer, deps: Deps): void {
  handle(server, entering.listGuests, (me, { params }) => guests.listGuests(deps, me, params.proposalId));
  handle(server, entering.endGuestSessions, (me, { params }) => guests.endGuestSessions(deps, me, params));
  handle(server, entering.createReturnLink, (me, { params }) => guests.createReturnLink(deps, me, params));
  handle(server, entering.listAccessRequests, (me, { params }) =>
    accessRequests.listAccessRequests(deps, me, params.proposalId),
  );
  handle(server, entering.grantAccess, (me, { params, body }) => accessRequests.grantAccess(deps, me, params, body));
  handle(server, entering.declineAccess, (me, { params }) => accessRequests.declineAccess(deps, me, params));
}

function registerAudit(server: RouteServer, deps: Deps): void {
  handle(server, auditRoutes.noteExport, (me, { params }) => noteExport(deps, me, params.proposalId));
  handle(server, auditRoutes.listAudit, (me, { params, body }) => audit.listAudit(deps, me, params.proposalId, body));
  handle(server, auditRoutes.exportAudit, (me, { params, body }) =>
    audit.exportAudit(deps, me, params.proposalId, body),
  );
  handle(server, auditRoutes.listWholeAudit, (me, { body }) => audit.listWholeAudit(deps, me, body));
  handle(server, auditRoutes.exportWholeAudit, (me, { body }) => audit.exportWholeAudit(deps, me, body));
}

function registerPeople(server: RouteServer, deps: Deps): void {
  handle(server, people.listProposals, (me) => listMyProposals(deps, me));
  handle(server, people.createProposal, (me, { body }) => proposals.createProposal(deps, me, body));
  handle(server, people.importProposal, (me, { body }) => importProposal(deps, me, body));
  handle(server, people.getProposal, (me, { params }) => proposals.showProposal(deps, me, params.proposalId));
  handle(server, people.addOrganisation, (me, { params, body }) =>
    organisations.addOrganisation(deps, me, params.proposalId, body),
  );
  handle(server, people.changeOrganisation, (me, { params, body }) =>
    organisations.changeOrganisation(deps, me, params.proposalId, params.organisationId, body),
  );
  handle(server, people.removeOrganisation, (me, { params }) =>
    organisations.removeOrganisation(deps, me, params.proposalId, params.organisationId),
  );
  handle(server, people.changeMember, (me, { params, body }) => members.changeMember(deps, me, params, body));
  handle(server, people.removeMember, (me, { params }) => members.removeMember(deps, me, params));
}

function registerInvitations(server: RouteServer, deps: Deps): void {
  handle(server, people.listInvitations, (me, { params }) => invitations.listInvitations(deps, me, params.proposalId));
  handle(server, people.createInvitation, (me, { params, body }) =>
    invitations.createInvitation(deps, me, params.proposalId, body),
  );
  handle(server, people.revokeInvitation, (me, { params, body }) =>
    invitations.revokeInvitation(deps, me, params, body),
  );
  handle(server, people.resendInvitation, (me, { params }) => invitations.resendInvitation(deps, me, params));
  handlePublic(server, people.previewInvitation, (me, { body }) => previewInvitation(deps, me, body.token));
  handle(server, people.acceptInvitation, (me, { body }) => acceptInvitation(deps, me, body.token));
  handle(server, listMails, (me, { params }) => invitations.listMails(deps, me, params.proposalId));
}

function registerIntake(server: RouteServer, deps: Deps): void {
  handle(server, collected.getIntake, (me, { params }) => intake.showIntake(deps, me, params.proposalId));
  handle(server, collected.setIntakeDue, (me, { params, body }) =>
    intake.setIntakeDue(deps, me, params.proposalId, body),
  );
  handle(server, collected.setIntakeNeeded, (me, { params, body }) => intake.setIntakeNeeded(deps, me, params, body));
  handle(server, collected.changeRepresentative, (me, { params, body }) =>
    intake.changeRepresentative(deps, me, params, body),
  );
  handle(server, collected.addRecord, (me, { params, body }) => intake.addRecord(deps, me, params, body));
  handle(server, collected.changeRecord, (me, { params, body }) => intake.changeRecord(deps, me, params, body));
  handle(server, collected.removeRecord, (me, { params }) => intake.removeRecord(deps, me, params));
  handle(server, collected.removeDocument, (me, { params }) => removeDocument(deps, me, params));
  handle(server, collected.sendReminder, (me, { params }) => sendReminder(deps, me, params));
}

function registerReview(server: RouteServer, deps: Deps): void {
  handle(server, review.listAnswerStates, (me, { params }) => answers.listAnswerStates(deps, me, params.proposalId));
  handle(server, review.changeAnswerState, (me, { params, body }) => answers.changeAnswerState(deps, me, params, body));
  handle(server, review.listThreads, (me, { params }) => threads.listThreads(deps, me, params.proposalId));
  handle(server, review.createThread, (me, { params, body }) =>
    threads.createThread(deps, me, params.proposalId, body),
  );
  handle(server, review.replyToThread, (me, { params, body }) => threads.replyToThread(deps, me, params, body));
  handle(server, review.editComment, (me, { params, body }) => threads.editComment(deps, me, params, body.body));
  handle(server, review.deleteComment, (me, { params }) => threads.deleteComment(deps, me, params));
  handle(server, review.setThreadResolved, (me, { params, body }) =>
    threads.setThreadResolved(deps, me, params, body.isResolved),
  );
  handle(server, settleSuggestionsRoute, (me, { params, body }) =>
    settleSuggestions(deps, me, params.proposalId, body.settled),
  );
  handle(server, review.setTask, (me, { params, body }) => tasks.setTask(deps, me, params, body));
  handle(server, review.setReaction, (me, { params, body }) => signs.setReaction(deps, me, params, body));
  handle(server, review.listWordings, (me, { params }) => signs.listWordings(deps, me, params));
  handle(server, listMyTasks, (me) => tasks.listMyTasks(deps, me));
  handle(server, review.attachThread, (me, { params, body }) => attachThread(deps, me, params, body));
  handle(server, review.markThreadRead, (me, { params }) => threads.markThreadRead(deps, me, params));
  handle(server, review.listTimeline, (me, { params, body }) => listTimeline(deps, me, params.proposalId, body));
  handle(server, figures.listFigureHistory, (me, { params, body }) =>
    listFigureHistory(deps, me, params.proposalId, body),
  );
}

function registerVersions(server: RouteServer, deps: Deps): void {
  handle(server, versionRoutes.listVersions, (me, { params, body }) =>
    versions.listVersions(deps, me, params.proposalId, body),
  );
  handle(server, versionRoutes.createVersion, (me, { params, body }) =>
    versions.createVersion(deps, me, params.proposalId, body),
  );
  handle(server, versionRoutes.keepVersion, (me, { params }) => versions.keepPresent(deps, me, params.proposalId));
  handle(server, versionRoutes.renameVersion, (me, { params, body }) => versions.renameVersion(deps, me, params, body));
  handle(server, versionRoutes.readAnswerAuthors, (me, { params }) => versions.readAnswerAuthors(deps, me, params));
  handle(server, versionRoutes.listAuthorship, (me, { params }) =>
    versions.listAuthorship(deps, me, params.proposalId),
  );
  handle(server, sinceRoutes.noteVisit, (me, { params, body }) => since.noteVisit(deps, me, params.proposalId, body));
  handle(server, sinceRoutes.markVisitSeen, (me, { params }) => since.markVisitSeen(deps, me, params.proposalId));
  handle(server, sinceRoutes.listSince, (me, { params }) => since.listSince(deps, me, params.proposalId));
  handle(server, versionRoutes.readVersion, (me, { params, body }) => versions.readVersion(deps, me, params, body));
  handle(server, versionRoutes.compareVersions, (me, { params, body }) =>
    versions.compareVersions(deps, me, params, body.to),
  );
  registerFreezes(server, deps);
}

function registerFreezes(server: RouteServer, deps: Deps): void {
  handle(server, freezeRoutes.listFreezes, (me, { params }) => freezes.listFreezes(deps, me, params.proposalId));
  handle(server, freezeRoutes.freezeProposal, (me, { params, body }) =>
    freezes.freezeProposal(deps, me, params.proposalId, body),
  );
  handle(server, freezeRoutes.unlockProposal, (me, { params, body }) => freezes.unlockProposal(deps, me, params, body));
  handle(server, packageRoutes.listPackages, (me, { params }) => packages.listPackages(deps, me, params.proposalId));
  handle(server, packageRoutes.makePackage, (me, { params, body }) =>
    packages.makePackage(deps, me, params.proposalId, body),
  );
}

function registerUndo(server: RouteServer, deps: Deps): void {
  handle(server, undoRoutes.listWriters, (me, { params, body }) => undo.listWriters(deps, me, params.proposalId, body));
  handle(server, undoRoutes.tracePerson, (me, { params, body }) => undo.tracePerson(deps, me, params, body));
}

function registerRights(server: RouteServer, deps: Deps): void {
  handle(server, rights.setSectionWriters, (me, { params, body }) =>
    sections.setSectionWriters(deps, me, params, body),
  );
  handle(server, rights.setSectionLock, (me, { params, body }) =>
    sections.setSectionLock(deps, me, params, body.isLocked),
  );
  handle(server, rights.setOwnColumns, (me, { params, body }) =>
    sections.setOwnColumns(deps, me, params.proposalId, body.isOn),
  );
  handle(server, negotiation.setNegotiation, (me, { params, body }) =>
    negotiating.setNegotiation(deps, me, params.proposalId, body.isOn),
  );
  handle(server, negotiation.getNegotiation, (me, { params }) =>
    negotiating.getNegotiation(deps, me, params.proposalId),
  );
  handle(server, negotiation.setAgreement, (me, { params, body }) =>
    negotiating.setAgreement(deps, me, params, body.figures),
  );
  handle(server, figures.listWorkings, (me, { params }) => listWorkings(deps, me, params.proposalId));
  handle(server, figures.setWorking, (me, { params, body }) => setWorking(deps, me, params, body));
  handle(server, rights.listDailyRates, (me, { params }) => confidential.listDailyRates(deps, me, params.proposalId));
  handle(server, rights.setDailyRate, (me, { params, body }) =>
    confidential.setDailyRate(deps, me, params, body.amountCents),
  );
}
