// How the budget is looked at: as it is agreed, or as if what is open were settled. Only this screen; nothing is written.
import type { AsIf } from '@adagia/shared/budget/negotiation';
import { Alert, Anchor, Group, Radio, Stack } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { focusSoon } from '../../plan/focus-soon.ts';
import type { Project } from '../../plan/use-project.ts';
import { useOpenFigures } from './use-negotiation.ts';

export type BudgetView = 'agreed' | AsIf;

interface AsIfChoiceProps {
  project: Project;
  view: BudgetView;
  onChange(view: BudgetView): void;
}

export function AsIfChoice({ project, view, onChange }: AsIfChoiceProps) {
  const { t } = useTranslation('negotiation');
  const count = useOpenFigures(project).length;
  if (count === 0 && view === 'agreed') return null;
  return (
    <Stack gap="xs">
      <Radio.Group label={t('view')} value={view} onChange={onChange}>
        <Group mt={4} gap="lg">
          {(['agreed', 'proposed', 'countered'] as const).map((value) => (
            <Radio key={value} value={value} label={t(`view_${value}`)} />
          ))}
          {count > 0 && (
            <Anchor component="button" type="button" size="sm" onClick={() => focusSoon('negotiation')}>
              {t('goToOpen', { count })}
            </Anchor>
          )}
        </Group>
      </Radio.Group>
      {view !== 'agreed' && (
        <Alert color="blue" icon={<IconEye aria-hidden />} role="status">
          {t(`viewHint_${view}`)}
        </Alert>
      )}
    </Stack>
  );
}
