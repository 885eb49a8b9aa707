// What a row begins after: the dependencies of the picture as a list, added and taken away here by keyboard. A circle is refused
// with the reason.
import { planKey } from '@adagia/shared/plan/plan-edits';
import { Button, CloseButton, Group, NativeSelect, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanObject } from './plan-cells.tsx';
import { useLivePlan, usePlan } from './plan-context.ts';
import classes from './plan-table.module.css';

export function DependenciesCell({ object }: { object: PlanObject }) {
  const { t } = useTranslation('plan');
  const { project } = usePlan();
  const { spans } = project;
  const before = object.after.flatMap((id) => spans.get(id) ?? []);
  const shown = before.map((one) => one.number).join(', ') || t('dependency.none');
  const label = t('dependency.label', { number: object.number, names: shown });
  if (!project.canWrite) return <Text size="sm">{shown}</Text>;
  return (
    <Popover position="bottom-end" withinPortal trapFocus returnFocus shadow="md" width={320}>
      <Popover.Target>
        <UnstyledButton data-place={`plan:${object.id}/after`} className={classes.input} aria-label={label}>
          {shown}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <DependencyList object={object} />
      </Popover.Dropdown>
    </Popover>
  );
}

function DependencyList({ object }: { object: PlanObject }) {
  const { t } = useTranslation('plan');
  const { project, actions } = useLivePlan();
  const [chosen, setChosen] = useState('');
  const [problem, setProblem] = useState('');
  const { spans } = project;
  const before = object.after.flatMap((id) => spans.get(id) ?? []);
  const options = [...spans.values()]
    .filter(({ id }) => id !== object.id && !object.after.includes(id))
    .map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }));
  const add = () => {
    const refusal = chosen ? actions.depend(chosen, object.id) : '';
    setProblem(refusal);
    if (!refusal) setChosen('');
  };
  return (
    <Stack gap="xs">
      {before.map(({ id, number, title }) => (
        <Group key={id} justify="space-between" wrap="nowrap" gap="xs">
          <Text size="sm">
            {number} {title}
          </Text>
          <CloseButton
            size="sm"
            aria-label={t('dependency.remove', { number: object.number, other: number })}
            onClick={() => actions.set({ [planKey(object.id, `after:${id}`)]: undefined })}
          />
        </Group>
      ))}
      <NativeSelect
        label={t('dependency.add', { number: object.number })}
        value={chosen}
        data={[{ value: '', label: t('dependency.choose') }, ...options]}
        error={problem}
        onChange={(event) => {
          setChosen(event.currentTarget.value);
          setProblem('');
        }}
      />
      <Button size="compact-sm" onClick={add} disabled={!chosen}>
        {t('dependency.store')}
      </Button>
    </Stack>
  );
}
