// What else can be done with a row: move it without dragging, put it into another work package, copy it, say what an activity
// is, remove it.
import { planKey } from '@adagia/shared/plan/plan-edits';
import { activityTypes } from '@adagia/shared/plan/plan-fields';
import { type PlanActivity, type PlanPoint, planKindOf } from '@adagia/shared/plan/workplan';
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconCheck,
  IconCopy,
  IconDots,
  IconFolderSymlink,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PlanObject } from './plan-cells.tsx';
import { useLivePlan, usePlan } from './plan-context.ts';
import classes from './plan-table.module.css';

export function RowMenu({ object, isFixed }: { object: PlanObject; isFixed: boolean }) {
  const { t } = useTranslation('plan');
  const { actions } = usePlan();
  return (
    <Menu position="bottom-end" withinPortal shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('row.menu', { number: object.number })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        {!isFixed && (
          <>
            <Menu.Item leftSection={<IconArrowUp size={16} />} onClick={() => actions.step(object.id, -1)}>
              {t('row.up')}
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowDown size={16} />} onClick={() => actions.step(object.id, 1)}>
              {t('row.down')}
            </Menu.Item>
            <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => actions.duplicate(object.id)}>
              {t('row.duplicate')}
            </Menu.Item>
          </>
        )}
        {'workPackageId' in object && <HostItems item={object} />}
        {'venue' in object && <TypeItems activity={object} />}
        <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => actions.remove(object.id)}>
          {t('row.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function HostItems({ item }: { item: PlanActivity | PlanPoint }) {
  const { t } = useTranslation('plan');
  const { project, actions } = useLivePlan();
  const isActivity = planKindOf(item) === 'activity';
  const hosts = project.workplan.workPackages.filter(
    (one) => !(isActivity && one.isManagement) && one.id !== item.workPackageId,
  );
  return hosts.map((host) => (
    <Menu.Item
      key={host.id}
      leftSection={<IconFolderSymlink size={16} />}
      // Behind the last of its kind.
      onClick={() => actions.moveItem(item.id, { workPackageId: host.id, index: Number.MAX_SAFE_INTEGER })}
    >
      {t('row.moveTo', { number: host.number })}
    </Menu.Item>
  ));
}

/** The form knows activities only; which of them are meetings or learning is for the partners and the checks. */
function TypeItems({ activity }: { activity: PlanActivity }) {
  const { t } = useTranslation('plan');
  const { actions } = usePlan();
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('type.label')}</Menu.Label>
      {(['', ...activityTypes] as const).map((type) => (
        <Menu.Item
          key={type}
          role="menuitemradio"
          aria-checked={activity.type === type}
          leftSection={activity.type === type ? <IconCheck size={16} aria-hidden /> : <span style={{ width: 16 }} />}
          onClick={() => actions.set({ [planKey(activity.id, 'type')]: type })}
        >
          {t(`type.${type || 'activity'}`)}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}
