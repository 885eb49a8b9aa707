// What else can be done with a row: move it without dragging, put it into another work package, remove it.
import type { PlanActivity } from '@adagia/shared/plan/workplan';
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconFolderSymlink, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PlanObject } from './plan-cells.tsx';
import { usePlan } from './plan-context.ts';

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
      <Menu.Dropdown>
        {!isFixed && (
          <>
            <Menu.Item leftSection={<IconArrowUp size={16} />} onClick={() => actions.step(object.id, -1)}>
              {t('row.up')}
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowDown size={16} />} onClick={() => actions.step(object.id, 1)}>
              {t('row.down')}
            </Menu.Item>
          </>
        )}
        {'venue' in object && <HostItems activity={object} />}
        <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => actions.remove(object.id)}>
          {t('row.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function HostItems({ activity }: { activity: PlanActivity }) {
  const { t } = useTranslation('plan');
  const { project, actions } = usePlan();
  const hosts = project.workplan.workPackages.filter((one) => !one.isManagement && one.id !== activity.workPackageId);
  return hosts.map((host) => (
    <Menu.Item
      key={host.id}
      leftSection={<IconFolderSymlink size={16} />}
      onClick={() => actions.moveItem(activity.id, { workPackageId: host.id, index: host.activities.length })}
    >
      {t('row.moveTo', { number: host.number })}
    </Menu.Item>
  ));
}
