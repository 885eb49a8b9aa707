// What a timeline entry says, in words: pure, so that every kind is one line in a table. Names and numbers are those of now.
import { parseAnswerKey } from '@adagia/shared/answer-key';
import type { Organisation } from '@adagia/shared/api/people';
import type { TimelineEntry } from '@adagia/shared/api/review';
import { AMOUNT_COLUMN } from '@adagia/shared/budget/budget-cells';
import { splitNegotiated } from '@adagia/shared/budget/negotiation';
import { TOTAL_COLUMN } from '@adagia/shared/budget/rule';
import { type FieldValue, OWN_DEADLINE, splitFieldKey } from '@adagia/shared/document';
import { questionsOf } from '@adagia/shared/exchange/proposal-file-names';
import { parseWaiver, WHOLE_PLAN } from '@adagia/shared/plan/waivers';
import type { Workplan } from '@adagia/shared/plan/workplan';
import type { Call } from '@adagia/shared/programme/schema';
import { isCostRow, isCount, splitQuantity } from '@adagia/shared/unit-costs/quantities';
import { BUDGET_SECTION, PLAN_SECTION } from '@adagia/shared/writing-rights';
import type { TFunction } from 'i18next';

export interface WordsContext {
  t: TFunction<'timeline'>;
  roleName(role: string): string;
  statusName(status: string): string;
  formatCents(cents: number): string;
  call: Call;
  workplan: Workplan;
  organisations: readonly Organisation[];
}

type Quantity = NonNullable<ReturnType<typeof splitQuantity>>;

export interface EntryWords {
  title: string;
  detail: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

function objectName({ t, workplan, organisations }: WordsContext, id: string): string {
  const { workPackages, activities, deliverables, milestones } = workplan;
  const inPlan = [...workPackages, ...activities, ...deliverables, ...milestones].find((one) => one.id === id);
  if (id === WHOLE_PLAN) return t('wholePlan');
  if (inPlan) return [inPlan.number, inPlan.title].filter(Boolean).join(' ');
  const index = organisations.findIndex((one) => one.id === id);
  return organisations[index] ? `P${index + 1} ${organisations[index].legalName}` : t('removedObject');
}

/** An answer key, a field of a map, or a section, as people call it. */
export function targetName(context: WordsContext, { kind, target }: Pick<TimelineEntry, 'kind' | 'target'>): string {
  const { call, t } = context;
  const answer = parseAnswerKey(target);
  if (answer) {
    const question = questionsOf(call).get(answer.questionId)?.prompt ?? answer.questionId;
    return answer.objectId ? `“${question}” (${objectName(context, answer.objectId)})` : `“${question}”`;
  }
  if (kind === 'section') return wholeSection(context, target);
  const [owner, field] = splitFieldKey(target);
  if (kind === 'plan') return `${planField(context, field)}, ${objectName(context, owner)}`;
  // Comments are about cells too, also about totals, which nobody types.
  const isCell = kind === 'budget' || (kind === 'comment' && field !== '');
  if (isCell) {
    const row = isCostRow(owner) ? '' : objectName(context, owner);
    if (field === AMOUNT_COLUMN || field === TOTAL_COLUMN) return t('budgetCell', { row });
    const negotiated = splitNegotiated(field);
    const figure = negotiated?.figure ?? field;
    const quantity = splitQuantity(figure);
    const cell = quantity
      ? quantityName(context, owner, quantity)
      : t('budgetCellOf', { row, organisation: objectName(context, figure) });
    // Which proposal an offer answers is told with the offer.
    return negotiated && negotiated.part !== 'answered' ? t(`part_${negotiated.part}`, { cell }) : cell;
  }
  // About a section, or about an object of the plan or an organisation.
  if (kind === 'comment' && UUID.test(target)) return objectName(context, target);
  if (kind === 'fact' && owner === OWN_DEADLINE) return t('deadline');
  if (kind === 'fact') return `“${questionsOf(call).get(owner)?.prompt ?? owner}”`;
  return `“${call.sections.find((section) => section.id === target)?.title ?? target}”`;
}

/** "Days of managers of P2 Scoala (O1 Handbook)". */
function quantityName(context: WordsContext, row: string, { organisationId, name }: Quantity): string {
  const { t } = context;
  const organisation = objectName(context, organisationId);
  if (isCostRow(row)) return t('realCost', { cost: t(`row.${row}`, { ns: 'cells' }), organisation });
  const quantity = t(`costs.quantity.${name}`, { ns: 'budget' });
  return t('quantity', { quantity, organisation, row: objectName(context, row) });
}

/** A section, or one organisation's, work package's or activity's part of it. */
function wholeSection(context: WordsContext, sectionId: string): string {
  const { call, t } = context;
  if (sectionId === PLAN_SECTION) return t('wholePlan');
  if (sectionId === BUDGET_SECTION) return t('wholeBudget');
  const [id = '', objectId] = sectionId.split(':');
  const title = `“${call.sections.find((section) => section.id === id)?.title ?? id}”`;
  return objectId ? `${title} (${objectName(context, objectId)})` : title;
}

function planField(context: WordsContext, field: string): string {
  const { t } = context;
  if (field.startsWith('org:')) return t('plan_org', { organisation: objectName(context, field.slice(4)) });
  if (field.startsWith('after:')) return t('plan_after', { object: objectName(context, field.slice(6)) });
  if (field.startsWith('waived:')) return t('plan_waived');
  const known = ['title', 'from', 'to', 'month', 'type', 'of', 'venue', 'lead', 'deleted', 'management'] as const;
  const name = known.find((one) => one === field);
  return name ? t(`plan_${name}`) : field;
}

/** A value of a field, as people read it. */
export function valueName(
  context: WordsContext,
  { kind, target }: Pick<TimelineEntry, 'kind' | 'target'>,
  value: FieldValue | null | undefined,
): string {
  const { t, call } = context;
  if (value === null || value === undefined || value === '') return t('nothing');
  if (kind === 'budget' && typeof value === 'number') {
    return isCount(target) ? String(value) : context.formatCents(value);
  }
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no', { ns: 'common' });
  if (kind === 'plan' && target.endsWith('/lead')) return objectName(context, String(value));
  if (kind === 'plan' && target.endsWith('/of')) return objectName(context, String(value));
  if (kind === 'plan' && target.includes('/waived:')) return parseWaiver(value)?.reason ?? '';
  if (kind === 'plan' && typeof value === 'number') return `M${value}`;
  if (target === OWN_DEADLINE) return String(value).replace('T', ' ');
  const option = questionsOf(call)
    .get(target)
    ?.options?.find(({ id }) => id === value);
  return option?.label ?? String(value);
}

function detailOf(context: WordsContext, entry: TimelineEntry): string {
  const { t } = context;
  const { data, kind } = entry;
  if (kind === 'text') return t('textCount', { added: Number(data.added), removed: Number(data.removed) });
  if (kind === 'status') {
    return t('fieldValues', { old: context.statusName(String(data.old)), new: context.statusName(String(data.new)) });
  }
  if ('overtaken' in data) {
    const value = valueName(context, entry, data.overtaken);
    return t('overtaken', { value, current: valueName(context, entry, data.new) });
  }
  if (kind === 'section' && data.note) return `“${String(data.note)}”`;
  if (!('old' in data) || kind === 'member') return '';
  return t('fieldValues', { old: valueName(context, entry, data.old), new: valueName(context, entry, data.new) });
}

const commentChanges = [
  'added',
  'replied',
  'edited',
  'resolved',
  'reopened',
  'attached',
  'assigned',
  'unassigned',
] as const;
const memberChanges = ['joined', 'left', 'removed', 'role'] as const;
const sectionChanges = [
  'locked',
  'unlocked',
  'owner',
  'writers',
  'ownColumns',
  'allColumns',
  'negotiated',
  'notNegotiated',
  'columnAgreed',
  'columnNotAgreed',
  'frozen_reading',
  'frozen_submission',
  'unfrozen',
  'packed',
] as const;
const organisationChanges = ['added', 'changed', 'removed'] as const;

function among<T extends string>(values: readonly T[], value: unknown, otherwise: T): T {
  return values.find((one) => one === value) ?? otherwise;
}

function titleOf(context: WordsContext, entry: TimelineEntry): string {
  const { t } = context;
  const { kind, data } = entry;
  const name = entry.actorName || t('somebody');
  const target = () => targetName(context, entry);
  switch (kind) {
    case 'text':
      return t('text', { name, target: target() });
    case 'fact':
    case 'plan':
    case 'budget':
      return t('field', { name, target: target() });
    case 'comment':
      return t(`comment_${among(commentChanges, data.change, 'edited')}`, { name, target: target() });
    case 'status':
      return t('status', { name, target: target() });
    case 'owner':
      return t('owner', { name, target: target() });
    case 'carried-over':
      return t(data.done === true ? 'carriedOver' : 'carriedBack', { name, target: target() });
    case 'member':
      return t(`member_${among(memberChanges, data.change, 'role')}`, {
        name,
        person: String(data.name ?? ''),
        role: context.roleName(String(data.new ?? '')),
      });
    case 'invitation':
      return t('invitation', {
        name,
        person: String(data.email || t('someoneByLink')),
        role: context.roleName(String(data.role ?? '')),
      });
    case 'organisation':
      return t(`organisation_${among(organisationChanges, data.change, 'changed')}`, {
        name,
        organisation: String(data.name ?? ''),
      });
    case 'section':
      return t(`section_${among(sectionChanges, data.change, 'writers')}`, {
        name,
        target: target(),
        person: String(data.name || t('nobody')),
      });
    case 'created':
      return t('created', { name });
  }
}

export function entryWords(context: WordsContext, entry: TimelineEntry): EntryWords {
  return { title: titleOf(context, entry), detail: detailOf(context, entry) };
}
