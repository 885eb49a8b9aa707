// Where one person may write in a proposal: their role first, then what narrows it: locks, sections, their budget column.
// The server refuses by it and the interface shows it, so that the two cannot differ. Knows no documents and no sockets.
import { z } from 'zod';
import { parseAnswerKey } from './answer-key.ts';
import { AMOUNT_COLUMN } from './budget/budget-cells.ts';
import { splitNegotiated } from './budget/negotiation.ts';
import { BUDGET, FACTS, PLAN, splitFieldKey } from './document.ts';
import type { Call } from './programme/schema.ts';
import { can, type Role } from './roles.ts';
import { splitQuantity } from './unit-costs/quantities.ts';

/**
 * What locks, owners and invitations name: a section of the form; the part of it that is one organisation's, work package's or
 * activity's (`<section>:<its id>`); the workplan; the budget.
 */
export const sectionIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,63}(?::[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})?$/, 'not a section');
export const PLAN_SECTION = 'plan';
export const BUDGET_SECTION = 'budget';

export interface SectionRight {
  sectionId: string;
  ownerId: string | null;
  writerIds: readonly string[];
  /** Only the owner, the co-writers and coordinators write here. */
  isExclusive: boolean;
  /** null: not locked. */
  lockedBy: string | null;
}

export interface Writer {
  userId: string;
  role: Role;
  organisationId: string | null;
  /** null: as the role says. */
  sectionIds: readonly string[] | null;
}

export interface WritingRules {
  call: Pick<Call, 'sections'>;
  /** In the budget, people below coordinator write in the column of their own organisation. */
  hasOwnColumns: boolean;
  /** In their own column they propose, and coordinators decide. */
  isNegotiated: boolean;
  sections: readonly SectionRight[];
  /** Nobody writes anywhere, not even who coordinates it. */
  isFrozen: boolean;
}

export type WritingRefusal = 'locked' | 'notAllowed' | 'frozen';

export interface WritingRights {
  /** Somewhere at least. */
  canWrite: boolean;
  /** Only suggestions in answers: what is there changes in nothing. */
  suggestsOnly?: boolean;
  /** Why nothing may be changed there, null where it may. Absent: everywhere it may. `mapKey` is null in an answer. */
  refusalAt?: (root: string, mapKey: string | null) => WritingRefusal | null;
}

interface Spot {
  /** '' for what no section has: the deadline of one's own, and questions that the form lost. */
  sectionId: string;
  /** The organisation, work package or activity that it is asked of. */
  objectId: string | null;
}

const sectionsOfQuestions = new WeakMap<object, ReadonlyMap<string, string>>();

/** Asked for each place of each update: looked up, not searched. */
function sectionsByQuestion({ sections }: Pick<Call, 'sections'>): ReadonlyMap<string, string> {
  const known = sectionsOfQuestions.get(sections);
  if (known) return known;
  const made = new Map<string, string>();
  for (const section of sections) {
    for (const { questions } of section.groups) for (const { id } of questions) made.set(id, section.id);
  }
  sectionsOfQuestions.set(sections, made);
  return made;
}

function spotOf(call: Pick<Call, 'sections'>, root: string, mapKey: string | null): Spot {
  if (root === PLAN) return { sectionId: PLAN_SECTION, objectId: null };
  if (root === BUDGET) return { sectionId: BUDGET_SECTION, objectId: null };
  const questions = sectionsByQuestion(call);
  if (root === FACTS) {
    const [questionId, part] = splitFieldKey(mapKey ?? '');
    return { sectionId: questions.get(questionId) ?? '', objectId: part.length === 36 ? part : null };
  }
  const answer = parseAnswerKey(root);
  return { sectionId: questions.get(answer?.questionId ?? '') ?? '', objectId: answer?.objectId ?? null };
}

/** @returns what the section is called that a place is in; '' for what no section has */
export const sectionAt = (call: Pick<Call, 'sections'>, root: string, mapKey: string | null): string =>
  spotOf(call, root, mapKey).sectionId;

/** The section itself, and the part of it that is the object's. */
function namesOf({ sectionId, objectId }: Spot): string[] {
  return objectId ? [sectionId, `${sectionId}:${objectId}`] : [sectionId];
}

const isWriterOf = ({ ownerId, writerIds }: SectionRight, userId: string): boolean =>
  ownerId === userId || writerIds.includes(userId);

/** Writes in what was given to them alone, whatever the others may. */
function isBound({ role, sectionIds }: Writer): boolean {
  return sectionIds !== null || !(can(role, 'content.writeAll') || suggestsOnly(role));
}

const suggestsOnly = (role: Role): boolean => can(role, 'content.suggest') && !can(role, 'content.write');

function hasSome(writer: Writer, { sections }: WritingRules): boolean {
  if (!isBound(writer)) return true;
  return (
    (writer.sectionIds?.length ?? 0) > 0 ||
    writer.organisationId !== null ||
    sections.some((one) => isWriterOf(one, writer.userId))
  );
}

/** @returns whether the sections say that this person writes there; locks are asked before. */
function isOpenTo(writer: Writer, spot: Spot, rights: readonly SectionRight[]): boolean {
  if (rights.some((one) => isWriterOf(one, writer.userId))) return true;
  if (rights.some(({ isExclusive }) => isExclusive)) return false;
  if (!isBound(writer)) return true;
  if (spot.objectId !== null && spot.objectId === writer.organisationId) return true;
  return namesOf(spot).some((name) => writer.sectionIds?.includes(name));
}

/** Amounts that belong to no organisation are everybody's. */
function isOtherColumn(mapKey: string | null, organisationId: string | null): boolean {
  const column = splitFieldKey(mapKey ?? '')[1];
  const owner = (splitQuantity(column) ?? splitNegotiated(column))?.organisationId ?? column;
  return column !== AMOUNT_COLUMN && owner !== organisationId;
}

/** An agreed amount or quantity, or an offer: a partner's own keys are what it proposes and which offer it takes. */
function isDecided(mapKey: string | null): boolean {
  const column = splitFieldKey(mapKey ?? '')[1];
  const part = splitNegotiated(column)?.part;
  return part === undefined ? column !== AMOUNT_COLUMN : !PARTNERS.has(part);
}

const PARTNERS: ReadonlySet<string> = new Set(['proposed', 'accepted']);

function isClosedColumn(mapKey: string | null, { organisationId }: Writer, rules: WritingRules): boolean {
  if (!rules.hasOwnColumns && !rules.isNegotiated) return false;
  return isOtherColumn(mapKey, organisationId) || (rules.isNegotiated && isDecided(mapKey));
}

export function writingRights(writer: Writer, rules: WritingRules): WritingRights {
  const rights = rightsUnfrozen(writer, rules);
  // What a welcome says stays as it is: nobody's connection has to end for it, and all are told why.
  return rules.isFrozen && rights.canWrite ? { ...rights, refusalAt: () => 'frozen' } : rights;
}

function rightsUnfrozen(writer: Writer, rules: WritingRules): WritingRights {
  // Before anything narrower: what an editor was kept to does not hold once they coordinate.
  if (can(writer.role, 'content.writeLocked')) return { canWrite: true };
  const isSuggester = suggestsOnly(writer.role);
  if (!(isSuggester || can(writer.role, 'content.write')) || !hasSome(writer, rules)) return { canWrite: false };
  const { call, sections } = rules;
  const hasColumns = rules.hasOwnColumns || rules.isNegotiated;
  const isNarrowed = hasColumns || sections.some((one) => one.lockedBy !== null || one.isExclusive);
  if (!isSuggester && !isBound(writer) && !isNarrowed) {
    return { canWrite: true };
  }
  const bySection = new Map(sections.map((one) => [one.sectionId, one]));
  const refusalAt = (root: string, mapKey: string | null): WritingRefusal | null => {
    if (isSuggester && parseAnswerKey(root) === null) return 'notAllowed';
    const spot = spotOf(call, root, mapKey);
    const rights = namesOf(spot).flatMap((name) => bySection.get(name) ?? []);
    if (rights.some(({ lockedBy }) => lockedBy !== null)) return 'locked';
    if (!isOpenTo(writer, spot, rights)) return 'notAllowed';
    return root === BUDGET && isClosedColumn(mapKey, writer, rules) ? 'notAllowed' : null;
  };
  return { canWrite: true, ...(isSuggester && { suggestsOnly: true }), refusalAt };
}

/** The lock that holds there, the section's before the part's; null for none. */
export function lockAt(
  { call, sections }: Pick<WritingRules, 'call' | 'sections'>,
  root: string,
  mapKey: string | null,
): SectionRight | null {
  const names = namesOf(spotOf(call, root, mapKey));
  const found = sections.filter(({ sectionId, lockedBy }) => lockedBy !== null && names.includes(sectionId));
  return found.sort((a, b) => a.sectionId.length - b.sectionId.length)[0] ?? null;
}

/** Is this something that the form has, or can have once there are objects? */
export function isSection({ sections }: Pick<Call, 'sections'>, sectionId: string): boolean {
  if (sectionId === PLAN_SECTION || sectionId === BUDGET_SECTION) return true;
  const [id, objectId] = sectionId.split(':');
  const section = sections.find((one) => one.id === id);
  if (!section) return false;
  return objectId === undefined || section.groups.some(({ repeat }) => repeat !== 'project');
}
