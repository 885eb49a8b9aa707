// What would change if a version, or a section of it, were what holds now: only where it differs, only what this person may write. What
// the version did not know (a partner who joined later, a new work package) keeps its texts and figures. Writes nothing.
import { type AnswerKey, answerKeySchema, parseAnswerKey } from '@adagia/shared/answer-key';
import { splitNegotiated } from '@adagia/shared/budget/negotiation';
import {
  BUDGET,
  FACTS,
  type FieldValue,
  type MapName,
  mapNames,
  OWN_DEADLINE,
  PLAN,
  splitFieldKey,
} from '@adagia/shared/document';
import { isDocumentField } from '@adagia/shared/document-fields';
import { questionsOf } from '@adagia/shared/exchange/proposal-file-names';
import { isWaiverKey } from '@adagia/shared/plan/waivers';
import type { Call } from '@adagia/shared/programme/schema';
import { splitQuantity } from '@adagia/shared/unit-costs/quantities';
import { PEOPLE_ROOT, type TextPart, type VersionPart } from '@adagia/shared/versions/version-part';
import { sectionAt, type WritingRights } from '@adagia/shared/writing-rights';
import type * as Y from 'yjs';
import { type AttributedText, readAttributedText } from '../../../editor/binding/attributed-text.ts';
import { type Restoring, restoringOf } from '../restore-text.ts';

export interface RestoringContext {
  doc: Y.Doc;
  call: Call;
  organisationIds: readonly string[];
  rights: WritingRights;
}

export interface AnswerRestoring {
  root: AnswerKey;
  seen: AttributedText;
  changes: Restoring;
}

export interface FieldRestoring {
  map: MapName;
  key: string;
  /** What it was when somebody decided so. */
  seen: FieldValue | undefined;
  value: FieldValue | undefined;
}

/** A place, as rights name it: `key` is null in an answer. */
export interface Closed {
  root: string;
  key: string | null;
}

export interface RestoringPlan {
  answers: AnswerRestoring[];
  fields: FieldRestoring[];
  /** It differs too, and is not this person's to write. */
  closed: Closed[];
  /** Answers that there is no place for any more, as they were: to copy out. */
  homeless: { root: string; part: TextPart }[];
}

type Values = Readonly<Record<string, FieldValue>>;
type Parts = ReadonlyMap<string, VersionPart>;

const valuesOf = (parts: Parts, root: string): Values => {
  const part = parts.get(root);
  return part?.kind === 'fields' ? part.fields : {};
};

/** What is looked up again and again. */
interface Sides extends RestoringContext {
  parts: Parts;
  /** What the plan will be. */
  plan: Values;
  /** Some of its questions are not on the form: it is of another call, and that it has no answer says nothing. */
  isOtherForm: boolean;
  questionIds: ReadonlySet<string>;
}

const hadObject = ({ parts }: Sides, id: string): boolean =>
  `${id}/kind` in valuesOf(parts, PLAN) || `${id}/name` in valuesOf(parts, PEOPLE_ROOT);

function hasPlace({ questionIds, plan, organisationIds }: Sides, root: string): boolean {
  const { questionId, objectId } = parseAnswerKey(root) ?? {};
  if (questionId === undefined || !questionIds.has(questionId)) return false;
  if (!objectId || organisationIds.includes(objectId)) return true;
  return `${objectId}/kind` in plan && plan[`${objectId}/deleted`] !== true;
}

/** The version has no such text: then it was empty, unless what it is about, or its question, was not there yet. */
function wasKnown(sides: Sides, root: string): boolean {
  if (sides.parts.has(root)) return true;
  const objectId = parseAnswerKey(root)?.objectId;
  return !sides.isOtherForm && (!objectId || hadObject(sides, objectId));
}

const isWords = ({ ops }: TextPart): boolean => ops.some(({ insert }) => insert.trim() !== '');

function planAnswers(sides: Sides, isChosen: (root: string) => boolean): Pick<RestoringPlan, 'answers' | 'homeless'> {
  const { doc, parts } = sides;
  const roots = new Set([...parts.keys(), ...doc.share.keys()].filter((root) => parseAnswerKey(root)));
  const [answers, homeless]: [AnswerRestoring[], RestoringPlan['homeless']] = [[], []];
  for (const root of [...roots].sort()) {
    const part = parts.get(root);
    const text = part?.kind === 'text' ? part : null;
    if (!hasPlace(sides, root)) {
      const wasRemoved = valuesOf(parts, PLAN)[`${parseAnswerKey(root)?.objectId}/deleted`] === true;
      if (text && isWords(text) && !wasRemoved) homeless.push({ root, part: text });
    } else if (isChosen(root) && wasKnown(sides, root)) {
      const seen = readAttributedText(doc.getText(root));
      const changes = restoringOf(seen, text);
      if (changes) answers.push({ root: answerKeySchema.parse(root), seen, changes });
    }
  }
  return { answers, homeless };
}

/** An object that the version did not have is removed as people remove it, so that it can come back. */
function wantedInPlan(sides: Sides, now: Values): Record<string, FieldValue | undefined> {
  const was = valuesOf(sides.parts, PLAN);
  const wanted: Record<string, FieldValue | undefined> = {};
  for (const key of new Set([...Object.keys(was), ...Object.keys(now)])) {
    const [id, field] = splitFieldKey(key);
    // Who waives a rule signs for it: nobody else puts the name there again.
    if (isWaiverKey(key)) continue;
    const isNew = `${id}/kind` in now && !(`${id}/kind` in was);
    if (!isNew) wanted[key] = was[key];
    else if (field === 'kind') wanted[`${id}/deleted`] = true;
  }
  return wanted;
}

const organisationOf = (column: string): string =>
  (splitQuantity(column) ?? splitNegotiated(column))?.organisationId ?? column;

function wantedElsewhere(sides: Sides, map: MapName, now: Values): Record<string, FieldValue | undefined> {
  const was = valuesOf(sides.parts, map);
  const wanted: Record<string, FieldValue | undefined> = {};
  for (const key of new Set([...Object.keys(was), ...Object.keys(now)])) {
    const [owner, field] = splitFieldKey(key);
    const isNew = !(key in was);
    if (map === FACTS && owner !== OWN_DEADLINE && (!sides.questionIds.has(owner) || (isNew && sides.isOtherForm))) {
      continue;
    }
    const later = map === BUDGET && isNew && [owner, organisationOf(field)].some((id) => isLater(sides, id));
    if (!later) wanted[key] = was[key];
  }
  return wanted;
}

const isLater = (sides: Sides, id: string): boolean =>
  !hadObject(sides, id) && (sides.organisationIds.includes(id) || sides.doc.getMap(PLAN).has(`${id}/kind`));

function planFields(sides: Sides, map: MapName): FieldRestoring[] {
  const now = sides.doc.getMap<FieldValue>(map).toJSON() as Values;
  const wanted = map === PLAN ? wantedInPlan(sides, now) : wantedElsewhere(sides, map, now);
  return Object.entries(wanted)
    .filter(([key, value]) => now[key] !== value && (value === undefined || isDocumentField(map, key, value)))
    .map(([key, value]) => ({ map, key, seen: now[key], value }));
}

/** @param sectionId of the form, `plan` or `budget`; null: all of it */
export function planRestoring(context: RestoringContext, parts: Parts, sectionId: string | null): RestoringPlan {
  const { call, doc, rights } = context;
  const questionIds = new Set(questionsOf(call).keys());
  const isOther = (root: string) => {
    const answer = parseAnswerKey(root);
    return answer !== null && !questionIds.has(answer.questionId);
  };
  const isChosen = (root: string, key: string | null = null) =>
    sectionId === null || sectionAt(call, root, key) === sectionId;
  const isOpen = (root: string, key: string | null) =>
    rights.canWrite && !rights.suggestsOnly && (rights.refusalAt?.(root, key) ?? null) === null;
  const isPlanBack = isChosen(PLAN, '') && isOpen(PLAN, '');
  const plan = isPlanBack ? valuesOf(parts, PLAN) : (doc.getMap<FieldValue>(PLAN).toJSON() as Values);
  const sides: Sides = { ...context, parts, plan, questionIds, isOtherForm: [...parts.keys()].some(isOther) };
  const { answers, homeless } = planAnswers(sides, (root) => isChosen(root));
  const fields = mapNames.flatMap((map) => planFields(sides, map)).filter(({ map, key }) => isChosen(map, key));
  return {
    answers: answers.filter(({ root }) => isOpen(root, null)),
    fields: fields.filter(({ map, key }) => isOpen(map, key)),
    closed: [
      ...answers.filter(({ root }) => !isOpen(root, null)).map(({ root }) => ({ root, key: null })),
      ...fields.filter(({ map, key }) => !isOpen(map, key)).map(({ map, key }) => ({ root: map, key })),
    ],
    homeless: homeless.filter(({ root }) => sectionId === null || isOther(root) || isChosen(root)),
  };
}
