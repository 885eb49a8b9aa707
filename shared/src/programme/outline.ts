// Which answers a proposal has, in portal order: the form's questions, repeated for its organisations, work packages and
// activities. The one list behind the narrative, the portal page, the exports and the counts.
import { type AnswerKey, answerKey, parseAnswerKey } from '../answer-key.ts';
import type { PlanActivity, PlanWorkPackage, Workplan } from '../plan/workplan.ts';
import type { ActivityPart, Call, FormSection, Question, QuestionGroup } from './schema.ts';

/** What a group repeats for. `number` is P2, WP3, A3.1 or O2: it may change, the id never does. */
export interface RepeatObject {
  kind: 'organisation' | 'work_package' | ActivityPart;
  id: string;
  number: string;
  title: string;
}

export interface OutlineGroup {
  section: FormSection;
  group: QuestionGroup;
  object: RepeatObject | null;
}

export interface OutlineAnswer extends OutlineGroup {
  question: Question;
  key: AnswerKey;
}

export interface OutlineInput {
  call: Call;
  /** Associated partners have their number, and no questions: the form asks nothing of them. */
  organisations: readonly { id: string; legalName: string; role?: string }[];
  workplan: Workplan;
}

function workPackageObject(workPackage: PlanWorkPackage): RepeatObject {
  return { kind: 'work_package', id: workPackage.id, number: workPackage.number, title: workPackage.title };
}

function activityObject(activity: PlanActivity): RepeatObject {
  return { kind: activity.part, id: activity.id, number: activity.number, title: activity.title };
}

/**
 * Groups in portal order. Where a section has groups for work packages and for activities (KA220), they come work
 * package by work package: its own questions, its activities, then what is asked once about them.
 */
export function outlineGroups({ call, organisations, workplan }: OutlineInput): OutlineGroup[] {
  const groups: OutlineGroup[] = [];
  for (const section of call.sections) {
    const once = section.groups.filter((group) => group.repeat === 'project');
    const repeated = section.groups.filter((group) => group.repeat !== 'project');
    const firstRepeated = section.groups.findIndex((group) => group.repeat !== 'project');
    const before = firstRepeated < 0 ? once : once.filter((group) => section.groups.indexOf(group) < firstRepeated);
    for (const group of before) groups.push({ section, group, object: null });
    for (const [index, organisation] of organisations.entries()) {
      if (organisation.role === 'associated') continue;
      for (const group of repeated.filter((one) => one.repeat === 'organisation')) {
        const { id, legalName: title } = organisation;
        groups.push({ section, group, object: { kind: 'organisation', id, number: `P${index + 1}`, title } });
      }
    }
    groups.push(...planGroups(section, repeated, workplan), ...typedGroups(call, section, repeated, workplan));
    for (const group of once.filter((one) => !before.includes(one))) groups.push({ section, group, object: null });
  }
  return groups;
}

function planGroups(section: FormSection, repeated: QuestionGroup[], workplan: Workplan): OutlineGroup[] {
  const groups: OutlineGroup[] = [];
  const ofActivity = repeated.filter((group) => group.repeat === 'activity');
  for (const workPackage of workplan.workPackages.filter((one) => !one.isManagement)) {
    let hasActivities = false;
    for (const group of repeated) {
      if (group.repeat === 'work_package') groups.push({ section, group, object: workPackageObject(workPackage) });
      if (group.repeat !== 'activity' || hasActivities) continue;
      hasActivities = true;
      for (const activity of workPackage.activities) {
        for (const one of ofActivity) groups.push({ section, group: one, object: activityObject(activity) });
      }
    }
  }
  return groups;
}

/** Activities without a work package: all of them, or each type by the groups of its own where the call tells them apart. */
function typedGroups(call: Call, section: FormSection, repeated: QuestionGroup[], workplan: Workplan): OutlineGroup[] {
  const groupOf = (activity: PlanActivity) => (call.activityParts ? activity.part : 'activity');
  return workplan.activities
    .filter((one) => one.workPackageId === null)
    .flatMap((activity) =>
      repeated
        .filter((group) => group.repeat === groupOf(activity))
        .map((group) => ({ section, group, object: activityObject(activity) })),
    );
}

/** Text questions, and the text beside a yes or no: those that are written in an editor. */
export function isWritten(question: Question): boolean {
  return question.type === 'text' || question.type === 'yesno';
}

/** @param language of the form, 'EN' by default: the English translations are asked for other languages only. */
export function outlineAnswers(input: OutlineInput, language = 'EN'): OutlineAnswer[] {
  return outlineGroups(input).flatMap((entry) =>
    entry.group.questions
      .filter((question) => isWritten(question) && isAsked(question, language))
      .map((question) => ({ ...entry, question, key: answerKey(question.id, entry.object?.id) })),
  );
}

export function isAsked(question: Question, language: string): boolean {
  return !question.onlyIfNotEnglish || question.type === 'line' || language !== 'EN';
}

/** The section that a question belongs to, '' when the call has no such question. */
export function sectionOf(call: Call, questionId: string): string {
  const section = call.sections.find((one) =>
    one.groups.some((group) => group.questions.some((question) => question.id === questionId)),
  );
  return section?.id ?? '';
}

/** Of a key that the form can have: '' for an unknown question, and where the object is missing or too much. */
export function sectionOfAnswer(call: Call, key: AnswerKey): string {
  const parsed = parseAnswerKey(key);
  const groups = call.sections.flatMap((section) => section.groups);
  const group = groups.find((one) => one.questions.some(({ id }) => id === parsed?.questionId));
  if (!parsed || !group || (group.repeat === 'project') !== (parsed.objectId === null)) return '';
  return sectionOf(call, parsed.questionId);
}
