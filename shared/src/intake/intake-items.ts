// What is asked of each organisation, item by item, and how far each has come: behind the intake page, the board of what is still
// missing, and the reminders. Pure; texts are given as what is known of them.
import type { OrganisationIntake } from '../api/intake.ts';
import type { Organisation } from '../api/people.ts';
import type { AnswerStatus } from '../api/review.ts';
import { isForeignScript } from '../consortium/foreign-script.ts';
import { isIdOfKind } from '../consortium/organisation-id.ts';
import { isWritten } from '../programme/outline.ts';
import type { Call, DocumentKind, Question } from '../programme/schema.ts';

export type ItemState = 'missing' | 'begun' | 'done' | 'not-needed';

export type ItemGroup = 'data' | 'representative' | 'contact' | 'text' | 'projects' | 'document';

export interface IntakeItem {
  /** 'data', 'text:org_present', 'document:mandate': stable, part of what is kept about it. */
  id: string;
  group: ItemGroup;
  state: ItemState;
  /** Fields of the card and of the representative that are empty. */
  lacks: string[];
  /** Of texts and facts. */
  question: Question | null;
  /** Of documents: any of them will do. */
  kinds: readonly DocumentKind[];
}

export interface TextFacts {
  isEmpty: boolean;
  /** Above its limit. */
  isOver: boolean;
  status: AnswerStatus;
}

export interface ItemInput {
  call: Call;
  organisation: Organisation;
  intake: Omit<OrganisationIntake, 'organisationId' | 'ownDueOn' | 'lastReminderAt' | 'reachable'>;
  /** By question id, of this organisation. */
  textOf(questionId: string): TextFacts;
  /** Whether a question that is no text has an answer. */
  hasFact(questionId: string): boolean;
  isNeeded(itemId: string): boolean;
}

const plain = (group: ItemGroup, lacks: string[], isBegun: boolean): IntakeItem => ({
  id: group,
  group,
  state: lacks.length === 0 ? 'done' : isBegun ? 'begun' : 'missing',
  lacks,
  question: null,
  kinds: [],
});

function dataItem({ call, organisation: one }: ItemInput): IntakeItem {
  const isFull = one.role !== 'associated';
  const idKind = call.organisationId.value;
  const lacks = [
    isForeignScript(one.legalName) && !one.legalNameLatin && 'legalNameLatin',
    !one.city && 'city',
    isFull && !isIdOfKind(idKind, one.oid) && idKind,
    isFull && !one.type && 'type',
    isFull && one.type === 'EPLUS-EDU-HEI' && !one.charter && 'charter',
    isFull && !one.established && 'established',
    isFull && one.publicBody === null && 'publicBody',
    isFull && one.nonProfit === null && 'nonProfit',
  ].filter((field) => field !== false);
  return plain('data', lacks, true);
}

function representativeItem({ intake }: ItemInput): IntakeItem {
  const fields = ['representativeName', 'representativePosition', 'representativeEmail'] as const;
  const lacks = fields.filter((field) => intake[field] === '');
  return plain('representative', lacks, lacks.length < fields.length);
}

/** Somebody who can be written to. */
function contactItem({ intake }: ItemInput): IntakeItem {
  const contacts = intake.records.filter((record) => record.kind === 'contact');
  const isDone = contacts.some(({ email }) => email !== '');
  return plain('contact', isDone ? [] : ['contact'], contacts.length > 0);
}

/** A newcomer has none, and whoever has none says so. */
function projectsItem({ organisation, intake }: ItemInput): IntakeItem {
  const isDone =
    organisation.newcomer || intake.pastProjectsNone || intake.records.some(({ kind }) => kind === 'project');
  return plain('projects', isDone ? [] : ['projects'], false);
}

/** What the form asks of each organisation, and wants answered. */
export function askedQuestions(call: Call): Question[] {
  const groups = call.sections.flatMap((section) => section.groups);
  return groups
    .filter((group) => group.repeat === 'organisation')
    .flatMap((group) => group.questions)
    .filter((question) => !question.optional && !question.isAutomatic && !question.onlyIfNotEnglish)
    .filter((question) => isWritten(question) || question.type === 'int');
}

function textState({ isEmpty, isOver, status }: TextFacts): ItemState {
  if (isEmpty) return 'missing';
  return isOver || status === 'draft' ? 'begun' : 'done';
}

function questionItem(input: ItemInput, question: Question): IntakeItem {
  const written = isWritten(question);
  const state = written
    ? textState(input.textOf(question.id))
    : input.hasFact(question.id)
      ? ('done' as const)
      : ('missing' as const);
  return { id: `text:${question.id}`, group: 'text', state, lacks: [], question, kinds: [] };
}

function documentItems({ call, organisation, intake }: ItemInput): IntakeItem[] {
  return call.signedDocuments
    .filter(({ from }) => from === organisation.role)
    .map(({ kinds }) => {
      const isThere = intake.documents.some(({ kind }) => kinds.includes(kind));
      const id = `document:${kinds[0] ?? ''}`;
      return { id, group: 'document', state: isThere ? 'done' : 'missing', lacks: [], question: null, kinds };
    });
}

/** In the order of the intake page. Associated partners are asked for their data and a contact alone. */
export function intakeItems(input: ItemInput): IntakeItem[] {
  const isFull = input.organisation.role !== 'associated';
  const items = [
    dataItem(input),
    ...(isFull ? [representativeItem(input)] : []),
    contactItem(input),
    ...(isFull ? askedQuestions(input.call).map((question) => questionItem(input, question)) : []),
    ...(isFull ? [projectsItem(input)] : []),
    ...documentItems(input),
  ];
  return items.map((item) =>
    item.state === 'done' || input.isNeeded(item.id) ? item : { ...item, state: 'not-needed' as const },
  );
}

/** What somebody still has to do something about. */
export const isOpen = ({ state }: IntakeItem): boolean => state === 'missing' || state === 'begun';
