// What was removed from the plan and can come back, with its texts and amounts.
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePlan } from './plan-context.ts';

export function RemovedObjects() {
  const { t } = useTranslation('plan');
  const { project, actions } = usePlan();
  const { removed } = project.workplan;
  if (removed.length === 0 || !project.canWrite) return null;
  return (
    <details>
      <summary>{t('removed.heading', { count: removed.length })}</summary>
      <Stack gap="xs" mt="xs">
        <Text size="sm" c="dimmed">
          {t('removed.text')}
        </Text>
        {removed.map(({ id, kind, title }) => {
          const name = title || t('untitled');
          return (
            <Group key={id} gap="sm">
              <Text size="sm">
                {t(`removed.${kind === 'wp' ? 'workPackage' : kind}`)}: {name}
              </Text>
              <Button
                size="compact-sm"
                variant="light"
                leftSection={<IconArrowBackUp size={16} aria-hidden />}
                aria-label={t('removed.restore', { title: name })}
                onClick={() => actions.restore(id)}
              >
                {t('removed.undo')}
              </Button>
            </Group>
          );
        })}
      </Stack>
    </details>
  );
}
