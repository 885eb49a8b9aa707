// One click: a mail to the people of an organisation that says what is missing, with the way to it. Counted, so that a second click
// is no second mail.

import { listAnswerStates } from '@adagia/db/repositories/answers';
import { findIntake, insertReminder } from '@adagia/db/repositories/intake';
import {
  findOrganisation,
  listOrganisations,
  type OrganisationRow,
  type ProposalRow,
} from '@adagia/db/repositories/proposals';
import { answerKey } from '@adagia/shared/answer-key';
import { answerStatusSchema } from '@adagia/shared/api/review';
import { must } from '@adagia/shared/assert';
import type { OrganisationId, ProposalId } from '@adagia/shared/ids';
import { type IntakeItem, intakeItems, isOpen, type TextFacts } from '@adagia/shared/intake/intake-items';
import { shownBlocks } from '@adagia/shared/references/shown-content';
import { measureText } from '@adagia/shared/text/count';
import { portalText } from '@adagia/shared/text/plain-text';
import { AppError } from '../http/app-error.ts';
import { postMail } from '../mail/post-mail.ts';
import { notify } from '../notices/notify.ts';
import { languageOfPerson } from '../notices/settings.ts';
import { authorise } from './access.ts';
import { countAttempt } from './attempt-limits.ts';
import type { Deps, Person } from './deps.ts';
import { readDocument } from './document-content.ts';
import { loadIntakes } from './intake.ts';
import { presentOrganisation } from './present-people.ts';
import { callOf } from './proposals.ts';
import { listReachable } from './reachable-people.ts';
import { reminderLetter } from './reminder-letter.ts';

/** What is asked of an organisation, as it stands at this moment. */
async function itemsOf(deps: Deps, proposal: ProposalRow, row: OrganisationRow): Promise<IntakeItem[]> {
  const { orm } = deps.database;
  const call = callOf(proposal.callId);
  const [intake] = loadIntakes(deps, proposal.id, [row]);
  const statuses = new Map(listAnswerStates(orm, proposal.id).map(({ key, status }) => [key, status]));
  const notNeeded = new Set(findIntake(orm, proposal.id).notNeeded);
  const questions = new Map(
    call.sections.flatMap(({ groups }) => groups.flatMap((group) => group.questions)).map((one) => [one.id, one]),
  );
  const organisations = listOrganisations(orm, proposal.id).map(presentOrganisation);
  return deps.rooms.read(proposal.id as ProposalId, (doc) => {
    const content = readDocument(doc);
    const { facts } = content;
    const blocksOf = shownBlocks({ call, sector: proposal.sector, organisations, ...content }, content.blocksOf);
    const textOf = (questionId: string): TextFacts => {
      const key = answerKey(questionId, row.id);
      const text = portalText(blocksOf(key));
      const { over } = measureText(text, questions.get(questionId)?.limit?.value ?? null);
      const status = answerStatusSchema.safeParse(statuses.get(key)).data ?? 'draft';
      return { isEmpty: text === '', isOver: over > 0, status };
    };
    return intakeItems({
      call,
      organisation: presentOrganisation(row),
      intake: must(intake),
      textOf,
      hasFact: (questionId) => facts.get(`${questionId}/${row.id}`) !== undefined,
      isNeeded: (item) => !notNeeded.has(`${row.id}/${item}`),
    });
  });
}

export async function sendReminder(
  deps: Deps,
  person: Person,
  { proposalId, organisationId }: { proposalId: ProposalId; organisationId: OrganisationId },
): Promise<{ recipients: number }> {
  const { orm } = deps.database;
  const { proposal } = authorise(orm, person, proposalId, 'organisation.manage');
  const row = findOrganisation(orm, proposalId, organisationId);
  if (!row) throw new AppError('not-found');
  const people = listReachable(orm, proposalId).filter((one) => one.organisationId === organisationId);
  if (people.length === 0) throw new AppError('nobody-to-remind');
  const missing = (await itemsOf(deps, proposal, row)).filter(isOpen);
  if (missing.length === 0) throw new AppError('nothing-missing');
  countAttempt(deps, 'reminder', organisationId);
  if (deps.mailer.delivery === 'smtp') for (const _ of people) countAttempt(deps, 'mail', person.userId);
  const intake = findIntake(orm, proposalId);
  const letters = people.map(({ userId, name, email }) => ({
    to: email,
    letter: reminderLetter({
      language: languageOfPerson(orm, userId),
      name,
      asker: person.name,
      organisation: row.legalName,
      title: proposal.acronym || proposal.title,
      missing,
      dueOn: intake.ownDueOn[organisationId] ?? intake.dueOn,
      link: `${deps.publicUrl}/p/${proposalId}/partners/${organisationId}`,
    }),
  }));
  deps.database.transaction((tx) => {
    authorise(tx, person, proposalId, 'organisation.manage');
    const sent = { id: deps.newId(), organisationId, sentBy: person.userId, sentAt: deps.now() };
    insertReminder(tx, { ...sent, recipients: people.length });
    const about = { proposalId, actorId: person.userId, target: organisationId };
    for (const { userId } of people) notify(deps, tx, { ...about, userId, kind: 'reminder', isMailed: true });
    for (const mail of letters) postMail(deps, tx, { proposalId, ...mail });
  });
  deps.jobs.wake();
  deps.rooms.hint(proposalId, 'people');
  return { recipients: people.length };
}
