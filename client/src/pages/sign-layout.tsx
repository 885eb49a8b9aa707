// The frame of the pages before one is in: name of the product, one form, nothing else.
import { chooseLanguage } from '@adagia/shared/languages';
import { Center, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pageLanguages, setLanguage } from '../i18n/languages.ts';
import { LanguageSelect } from '../ui/language-select.tsx';

/** Here nobody is known yet: it is kept on the device, and mails that are asked for speak it too. */
function PageLanguage() {
  const { t, i18n } = useTranslation('inbox');
  const current = chooseLanguage(i18n.language, pageLanguages) ?? 'en';
  return (
    <LanguageSelect
      aria-label={t('language')}
      size="xs"
      variant="unstyled"
      w="fit-content"
      offered={pageLanguages}
      value={current}
      onChange={(language) => void setLanguage(language)}
    />
  );
}

export function SignLayout({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('shell');
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack w="100%" maw={400} gap="lg">
        <div>
          <Text fw={700} size="xl" c="var(--mantine-primary-color-light-color)">
            Adagia
          </Text>
          <Text c="dimmed" size="sm">
            {t('tagline')}
          </Text>
        </div>
        <Paper withBorder p="lg">
          <Title order={1} size="h3" mb="md">
            {title}
          </Title>
          {children}
        </Paper>
        <PageLanguage />
      </Stack>
    </Center>
  );
}
