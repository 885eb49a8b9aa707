// What a person does on the plan page, as commands: each is one transaction, so one undo step, and says what happened.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { Violation } from '@adagia/shared/budget/rule';
import { type Fields, PLAN } from '@adagia/shared/document';
import { checkDependency, planSpans } from '@adagia/shared/plan/dependencies';
import { duplicateObject } from '@adagia/shared/plan/duplicate-object';
import type { Period } from '@adagia/shared/plan/period';
import * as edits from '@adagia/shared/plan/plan-edits';
import { PLAN_OBJECTS_MAX } from '@adagia/shared/plan/plan-fields';
import { subjectOf } from '@adagia/shared/plan/waived-violations';
import { waiverKey, writeWaiver } from '@adagia/shared/plan/waivers';
import { findPlanItem, type PlanPoint, planItems, type Workplan } from '@adagia/shared/plan/workplan';
import type { ActivityPart } from '@adagia/shared/programme/schema';
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { t } from 'i18next';
import { useMemo } from 'react';
import { uuidv7 } from 'uuidv7';
import { useProposal } from '../../app/proposal-context.ts';
import { useWritingRights } from '../../app/use-writing-rights.ts';
import type { ProposalSession } from '../../session/proposal-session.ts';
import { fieldsNow, setFields } from '../../session/use-fields.ts';
import { workplanOf } from '../../session/workplan-of.ts';
import { copyTexts } from './copy-texts.ts';
import { focusSoon } from './focus-soon.ts';

export interface PlanActions {
  addWorkPackage(isManagement?: boolean): void;
  addActivity(workPackageId: string | null, part?: ActivityPart): void;
  addPoint(kind: PlanPoint['kind'], workPackageId: string | null): void;
  /** With its texts, where they may be written, and without amounts. */
  duplicate(id: string): void;
  remove(id: string): void;
  restore(id: string): void;
  /** One place up or down. */
  step(id: string, step: 1 | -1): void;
  moveItem(id: string, to: { workPackageId: string | null; index: number }): void;
  moveWorkPackage(id: string, index: number): void;
  setPeriod(id: string, period: Period): void;
  set(changes: edits.FieldChanges): void;
  /** What `after` names begins after what `before` names has ended. @returns why it cannot, in words; '' where it can */
  depend(before: string, after: string): string;
  /** In my name, seen by all; undefined takes it back. @returns whether the reason will do */
  waive(violation: Violation, by: string, reason: string | undefined): boolean;
}

const WAIVER_ORIGIN = Symbol('waiver');

const fieldsOf = (session: ProposalSession): Fields => fieldsNow(session, PLAN);
const planOf = (session: ProposalSession): Workplan => workplanOf(fieldsOf(session));

const numberOf = (plan: Workplan, id: string): string => findPlanItem(plan, id)?.number ?? '';

/** An activity begins with the months of its work package: nearer to what will be typed than nothing. */
function startingPeriod(plan: Workplan, workPackageId: string | null): Period | null {
  const host = plan.workPackages.find((one) => one.id === workPackageId);
  return host?.from && host.to ? { from: host.from, to: host.to } : null;
}

/** @param count of new objects */
function hasRoom(plan: Workplan, count = 1): boolean {
  if (planItems(plan).length + plan.removed.length + count <= PLAN_OBJECTS_MAX) return true;
  notifications.show({ color: 'red', message: t('plan:full', { max: PLAN_OBJECTS_MAX }) });
  return false;
}

function showRemoved(number: string, activities: number, restore: () => void): void {
  const message =
    activities > 0 ? t('plan:removed.doneWith', { number, count: activities }) : t('plan:removed.done', { number });
  const id = notifications.show({
    autoClose: 12_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            restore();
            notifications.hide(id);
          }}
        >
          {t('plan:removed.undo')}
        </Button>
      </Group>
    ),
  });
}

interface Acting {
  session: ProposalSession;
  announce(text: string): void;
  mayWrite(key: AnswerKey): boolean;
}

type Adding = Pick<PlanActions, 'addWorkPackage' | 'addActivity' | 'addPoint' | 'duplicate'>;

/** What makes something new: it takes the focus. */
function createAdding({ session, announce, mayWrite }: Acting): Adding {
  const add = (id: string, changes: edits.FieldChanges) => {
    setFields(session, PLAN, changes);
    focusSoon(`plan:${id}/title`);
  };
  return {
    addWorkPackage(isManagement = false) {
      const plan = planOf(session);
      const id = uuidv7();
      const title = isManagement ? { title: t('plan:managementTitle') } : {};
      if (hasRoom(plan)) add(id, edits.addWorkPackage(plan, { id, ...title }, isManagement));
    },
    addActivity(workPackageId, part = 'activity') {
      const plan = planOf(session);
      const id = uuidv7();
      const object = { id, part, period: startingPeriod(plan, workPackageId) };
      if (hasRoom(plan)) add(id, edits.addActivity(plan, object, workPackageId));
    },
    addPoint(kind, workPackageId) {
      const plan = planOf(session);
      const id = uuidv7();
      if (hasRoom(plan)) add(id, edits.addPoint(plan, { id, kind, workPackageId }));
    },
    duplicate(id) {
      const plan = planOf(session);
      const titleOf = (title: string) => t('plan:row.copyOf', { title: title || t('plan:untitled') });
      const copy = duplicateObject(id, { fields: fieldsOf(session), plan, newId: uuidv7, titleOf });
      if (!copy || !hasRoom(plan, copy.copies.size) || !session.canWrite.get()) return;
      const refused = copyTexts(session.doc, copy.copies, mayWrite);
      if (refused > 0) notifications.show({ message: t('plan:row.textsLeft', { count: refused }) });
      setFields(session, PLAN, copy.changes);
      // The focus stays with the menu, which takes it back anyway.
      announce(t('plan:row.copied', { number: numberOf(planOf(session), copy.copies.get(id) ?? '') }));
    },
  };
}

function createActions(acting: Acting): PlanActions {
  const { session, announce } = acting;
  const write = (changes: edits.FieldChanges) => setFields(session, PLAN, changes);
  /** Numbers are computed: what somebody moves gets another one, and is told so. */
  const move = (id: string, changes: edits.FieldChanges) => {
    const before = numberOf(planOf(session), id);
    write(changes);
    const after = numberOf(planOf(session), id);
    if (before !== after) announce(t('plan:row.moved', { before, after }));
  };
  return {
    ...createAdding(acting),
    remove(id) {
      const plan = planOf(session);
      const { changes, ids } = edits.removeObject(plan, id);
      write(changes);
      showRemoved(numberOf(plan, id), ids.length - 1, () => write(edits.restoreObjects(ids)));
    },
    restore(id) {
      const plan = planOf(session);
      write(edits.restoreObjects(edits.restoredWith(plan, id)));
      const title = plan.removed.find((one) => one.id === id)?.title || t('plan:untitled');
      announce(t('plan:removed.restored', { title }));
      focusSoon(`plan:${id}/title`);
    },
    step: (id, step) => move(id, edits.stepObject(planOf(session), id, step)),
    moveItem: (id, to) => move(id, edits.moveItem(planOf(session), id, to)),
    moveWorkPackage: (id, index) => move(id, edits.moveWorkPackage(planOf(session), id, index)),
    setPeriod(id, period) {
      const item = findPlanItem(planOf(session), id);
      if (item) write(edits.placeItem(item, period));
    },
    set: write,
    depend(before, after) {
      const plan = planOf(session);
      const refusal = checkDependency(planSpans(plan), before, after);
      const numbers = { before: numberOf(plan, before), after: numberOf(plan, after) };
      if (refusal) return t(`plan:dependency.refused.${refusal}`, numbers);
      write({ [edits.planKey(after, `after:${before}`)]: true });
      announce(t('plan:dependency.made', numbers));
      return '';
    },
    waive(violation, by, reason) {
      const value = reason === undefined ? undefined : writeWaiver({ at: new Date().toISOString(), by, reason });
      if (value === null) return false;
      // Not undone with other steps: an undo would write a waiver of somebody else anew, in their name.
      setFields(session, PLAN, { [waiverKey(subjectOf(violation), violation.rule)]: value }, WAIVER_ORIGIN);
      return true;
    },
  };
}

export function usePlanActions(announce: (text: string) => void): PlanActions {
  const { session } = useProposal();
  const rights = useWritingRights();
  return useMemo(() => {
    const mayWrite = (key: AnswerKey) => rights.canWrite && (rights.refusalAt?.(key, null) ?? null) === null;
    return createActions({ session, announce, mayWrite });
  }, [session, announce, rights]);
}
