// What a person does on the plan page, as commands: each is one transaction, so one undo step, and says what happened.
import type { Violation } from '@adagia/shared/budget/rule';
import { PLAN } from '@adagia/shared/document';
import type { Period } from '@adagia/shared/plan/period';
import * as edits from '@adagia/shared/plan/plan-edits';
import { PLAN_OBJECTS_MAX } from '@adagia/shared/plan/plan-fields';
import { subjectOf } from '@adagia/shared/plan/waived-violations';
import { waiverKey, writeWaiver } from '@adagia/shared/plan/waivers';
import { readWorkplan, type Workplan } from '@adagia/shared/plan/workplan';
import type { ActivityPart } from '@adagia/shared/programme/schema';
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { t } from 'i18next';
import { useMemo } from 'react';
import { uuidv7 } from 'uuidv7';
import { useProposal } from '../../app/proposal-context.ts';
import type { ProposalSession } from '../../session/proposal-session.ts';
import { setFields } from '../../session/use-fields.ts';
import { focusSoon } from './focus-soon.ts';

export interface PlanActions {
  addWorkPackage(isManagement?: boolean): void;
  addActivity(workPackageId: string | null, part?: ActivityPart): void;
  remove(id: string): void;
  restore(id: string): void;
  /** One place up or down. */
  step(id: string, step: 1 | -1): void;
  moveItem(id: string, to: { workPackageId: string | null; index: number }): void;
  moveWorkPackage(id: string, index: number): void;
  setPeriod(id: string, period: Period): void;
  set(changes: edits.FieldChanges): void;
  /** In my name, seen by all; undefined takes it back. @returns whether the reason will do */
  waive(violation: Violation, by: string, reason: string | undefined): boolean;
}

const WAIVER_ORIGIN = Symbol('waiver');

const planOf = (session: ProposalSession): Workplan =>
  readWorkplan(new Map(session.doc.getMap<string | number | boolean>(PLAN).entries()));

const numberOf = (plan: Workplan, id: string): string =>
  [...plan.workPackages, ...plan.activities].find((one) => one.id === id)?.number ?? '';

/** An activity begins with the months of its work package: nearer to what will be typed than nothing. */
function startingPeriod(plan: Workplan, workPackageId: string | null): Period | null {
  const host = plan.workPackages.find((one) => one.id === workPackageId);
  return host?.from && host.to ? { from: host.from, to: host.to } : null;
}

function hasRoom(plan: Workplan): boolean {
  const objects = plan.workPackages.length + plan.activities.length + plan.removed.length;
  if (objects < PLAN_OBJECTS_MAX) return true;
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

function createActions(session: ProposalSession, announce: (text: string) => void): PlanActions {
  const write = (changes: edits.FieldChanges) => setFields(session, PLAN, changes);
  const add = (id: string, changes: edits.FieldChanges) => {
    write(changes);
    focusSoon(`plan:${id}/title`);
  };
  /** Numbers are computed: what somebody moves gets another one, and is told so. */
  const move = (id: string, changes: edits.FieldChanges) => {
    const before = numberOf(planOf(session), id);
    write(changes);
    const after = numberOf(planOf(session), id);
    if (before !== after) announce(t('plan:row.moved', { before, after }));
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
    setPeriod: (id, period) => write(edits.setPeriod(id, period)),
    set: write,
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
  return useMemo(() => createActions(session, announce), [session, announce]);
}
