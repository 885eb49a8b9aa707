// Whether partners propose figures and coordinators decide; who moved last where; and the word of each organisation on its whole
// column, kept with the figures that it saw. Who proposes and decides in a cell is admission's to ask (shared/src/writing-rights.ts).
import type { Tx } from '@adagia/db/open-database';
import { insertAgreement, listAgreements, listLatestChanges } from '@adagia/db/repositories/negotiation';
import {
  findOrganisation,
  listOrganisations,
  type ProposalRow,
  updateProposal,
} from '@adagia/db/repositories/proposals';
import type { ColumnAgreement, FigureMove } from '@adagia/shared/api/negotiation';
import { must } from '@adagia/shared/assert';
import { type ColumnFigures, changedFigures, columnFigures } from '@adagia/shared/budget/column-agreement';
import { openNegotiations } from '@adagia/shared/budget/negotiation';
import { negotiableRows, ruleContext } from '@adagia/shared/budget/rule';
import type { OrganisationId, ProposalId, UserId } from '@adagia/shared/ids';
import { callInSector } from '@adagia/shared/programme/call-in-sector';
import { can } from '@adagia/shared/roles';
import type * as Y from 'yjs';
import { AppError } from '../http/app-error.ts';
import { tellOfAgreement } from '../notices/tell-of-figures.ts';
import { authorise } from './access.ts';
import { correctedCallOf } from './corrections.ts';
import { type Deps, iso, type Person } from './deps.ts';
import { readDocument } from './document-content.ts';
import { presentOrganisation } from './present-people.ts';
import { recordAudit } from './record-audit.ts';
import { recordEntry } from './timeline.ts';

export async function setNegotiation(
  deps: Deps,
  person: Person,
  proposalId: ProposalId,
  isOn: boolean,
): Promise<{ isOn: boolean }> {
  deps.database.transaction((tx) => {
    const { proposal } = authorise(tx, person, proposalId, 'proposal.manage');
    if (proposal.isNegotiated === isOn) return;
    updateProposal(tx, proposalId, { isNegotiated: isOn });
    const about = { actorId: person.userId, proposalId, target: 'negotiation' };
    recordAudit(deps, tx, { kind: 'setting.changed', ...about, data: { isOn } });
    const data = { change: isOn ? 'negotiated' : 'notNegotiated' };
    recordEntry(deps, tx, { ...about, kind: 'section', target: 'budget', data });
  });
  await deps.rooms.refreshRights(proposalId);
  deps.rooms.hint(proposalId, 'people');
  return { isOn };
}

function presentMove({ change, actorName }: ReturnType<typeof listLatestChanges>[number]): FigureMove {
  const { cell, at, actorId, after } = change;
  return { cell, at: iso(at), actorId: actorId as UserId, actorName, after };
}

function presentAgreement({ agreement, name }: ReturnType<typeof listAgreements>[number]): ColumnAgreement {
  const { organisationId, userId, at, figures } = agreement;
  return { organisationId: organisationId as OrganisationId, userId: userId as UserId, name, at: iso(at), figures };
}

function latestAgreements(tx: Tx, proposalId: string): ColumnAgreement[] {
  const found = new Map<string, ColumnAgreement>();
  for (const one of listAgreements(tx, proposalId).map(presentAgreement)) {
    if (!found.has(one.organisationId)) found.set(one.organisationId, one);
  }
  return [...found.values()];
}

export function getNegotiation(
  { database: { orm }, recordChanges }: Deps,
  person: Person,
  proposalId: ProposalId,
): { moves: FigureMove[]; agreements: ColumnAgreement[] } {
  authorise(orm, person, proposalId, 'timeline.read');
  recordChanges();
  const moves = listLatestChanges(orm, proposalId, [':proposed', ':counter', ':accepted']);
  return { moves: moves.map(presentMove), agreements: latestAgreements(orm, proposalId) };
}

interface Column {
  figures: ColumnFigures;
  isOpen: boolean;
}

/** The column as it is agreed now, and whether something is open in it. */
function columnReader(tx: Tx, { id, callId, sector }: ProposalRow, organisationId: string): (doc: Y.Doc) => Column {
  const call = callInSector(correctedCallOf(tx, callId), sector);
  const organisations = listOrganisations(tx, id).map(presentOrganisation);
  return (doc) => {
    const context = ruleContext({ call, sector, organisations, ...readDocument(doc) });
    const within = { rowIds: new Set(negotiableRows(context)), organisationIds: new Set([organisationId]) };
    const open = openNegotiations(context.budgetFields, within);
    return { figures: columnFigures(context.budget, organisationId), isOpen: open.length > 0 };
  };
}

/** What they agree to is what they saw: it is compared with what is there. */
export async function setAgreement(
  deps: Deps,
  person: Person,
  { proposalId, organisationId }: { proposalId: ProposalId; organisationId: OrganisationId },
  figures: ColumnFigures | null,
): Promise<ColumnAgreement> {
  const { database, rooms } = deps;
  const { proposal } = authoriseAgreeing(database.orm, person, proposalId, organisationId);
  if (figures) {
    const now = await rooms.read(proposalId, columnReader(database.orm, proposal, organisationId));
    if (now.isOpen || changedFigures(figures, now.figures).length > 0) throw new AppError('conflict');
  }
  const agreement = database.transaction((tx) => {
    authoriseAgreeing(tx, person, proposalId, organisationId);
    const row = must(findOrganisation(tx, proposalId, organisationId));
    const by = { userId: person.userId, at: deps.now() };
    insertAgreement(tx, { id: deps.newId(), organisationId, ...by, figures });
    const data = { change: figures ? 'columnAgreed' : 'columnNotAgreed', name: row.legalName };
    recordEntry(deps, tx, { proposalId, actorId: person.userId, kind: 'section', target: 'budget', data });
    tellOfAgreement(deps, tx, { proposalId, organisationId, actorId: person.userId, isAgreed: figures !== null });
    return must(latestAgreements(tx, proposalId).find((one) => one.organisationId === organisationId));
  });
  rooms.hint(proposalId, 'timeline');
  rooms.hint(proposalId, 'answers');
  return agreement;
}

function authoriseAgreeing(tx: Tx, person: Person, proposalId: ProposalId, organisationId: OrganisationId) {
  const access = authorise(tx, person, proposalId, 'content.writeAll');
  const mayNote = can(access.role, 'proposal.manage');
  if (!mayNote && access.organisationId !== organisationId) throw new AppError('forbidden');
  if (!findOrganisation(tx, proposalId, organisationId)) throw new AppError('not-found');
  return access;
}
