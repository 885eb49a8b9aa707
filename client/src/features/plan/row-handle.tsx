// The handle of a row: takes the row to another place by arrow keys or by dragging it.
import { UnstyledButton } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { focusSoon } from './focus-soon.ts';
import type { PlanObject } from './plan-cells.tsx';
import { usePlan } from './plan-context.ts';
import classes from './plan-table.module.css';

interface RowHandleProps {
  object: PlanObject;
  onDrag(event: PointerEvent<HTMLElement>, object: PlanObject): void;
}

export function RowHandle({ object, onDrag }: RowHandleProps) {
  const { t } = useTranslation('plan');
  const { actions } = usePlan();
  const id = `plan:${object.id}/handle`;
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    actions.step(object.id, event.key === 'ArrowUp' ? -1 : 1);
    // The row was moved in the page, which takes the focus away from it.
    requestAnimationFrame(() => focusSoon(id));
  };
  return (
    <UnstyledButton
      id={id}
      className={classes.handle}
      aria-label={t('row.move', { number: object.number })}
      onKeyDown={pressed}
      onPointerDown={(event) => onDrag(event, object)}
    >
      <IconGripVertical size={16} aria-hidden />
    </UnstyledButton>
  );
}
