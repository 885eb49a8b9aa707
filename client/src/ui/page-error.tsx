// What a page shows when something in it broke: what was typed is safe, and the way on.
import { Button, Center, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function PageError({ reset }: { error: unknown; reset?: (() => void) | undefined }) {
  const { t } = useTranslation('common');
  return (
    <Center mih="60vh" p="md">
      <Stack align="center" maw={480} role="alert">
        <Title order={1} size="h3">
          {t('brokenTitle')}
        </Title>
        <Text ta="center">{t('brokenText')}</Text>
        <Group>
          {reset && <Button onClick={reset}>{t('tryAgain')}</Button>}
          <Button variant="light" onClick={() => location.reload()}>
            {t('reload')}
          </Button>
        </Group>
      </Stack>
    </Center>
  );
}
