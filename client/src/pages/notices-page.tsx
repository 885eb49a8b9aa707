// How I want to be told: mails at once, the daily summary, and where I am.
import { changeNoticeSettings, getNoticeSettings, type NoticeSettings } from '@adagia/shared/api/notices';
import { languages } from '@adagia/shared/languages';
import { Container, Select, Stack, Switch, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call.ts';
import { pageLanguages, setLanguage } from '../i18n/languages.ts';
import { AppHeader } from '../ui/app-header.tsx';
import { LanguageSelect } from '../ui/language-select.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { useTask } from '../ui/use-task.ts';
import { RequireMe, Waiting } from './require-me.tsx';

const SETTINGS = ['notice-settings'];

export function NoticesPage() {
  const { t } = useTranslation('inbox');
  useDocumentTitle(t('settings'));
  return (
    <RequireMe>
      {(me) => (
        <>
          <AppHeader me={me} />
          <Container component="main" id="content" size="sm" py="lg">
            <Title order={1} size="h2">
              {t('settings')}
            </Title>
            <Text c="dimmed" mb="lg">
              {t('settingsText')}
            </Text>
            <Settings />
          </Container>
        </>
      )}
    </RequireMe>
  );
}

function Settings() {
  const { t } = useTranslation('inbox');
  const client = useQueryClient();
  const { data } = useQuery({ queryKey: SETTINGS, queryFn: () => callApi(getNoticeSettings, {}, {}) });
  const [, run] = useTask();
  const change = (part: Partial<NoticeSettings>) =>
    run(async () => client.setQueryData(SETTINGS, await callApi(changeNoticeSettings, {}, part)));
  if (!data) return <Waiting />;
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Stack>
      <Switch
        label={t('immediate')}
        description={t('immediateHint')}
        checked={data.hasImmediate}
        onChange={(event) => change({ hasImmediate: event.currentTarget.checked })}
      />
      <Switch
        label={t('digest')}
        description={t('digestHint')}
        checked={data.hasDigest}
        onChange={(event) => change({ hasDigest: event.currentTarget.checked })}
      />
      <LanguageSelect
        label={t('language')}
        description={pageLanguages.some((one) => one === data.language) ? t('languageHint') : t('languageMails')}
        offered={languages}
        value={data.language}
        onChange={(language) => {
          change({ language });
          void setLanguage(language);
        }}
      />
      <Select
        label={t('timeZone')}
        description={here === data.timeZone ? t('timeZoneHint') : t('timeZoneOther', { zone: here })}
        data={Intl.supportedValuesOf('timeZone')}
        searchable
        allowDeselect={false}
        value={data.timeZone}
        onChange={(timeZone) => timeZone && change({ timeZone })}
      />
    </Stack>
  );
}
