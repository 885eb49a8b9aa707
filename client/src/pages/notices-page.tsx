// How I want to be told: mails at once, the daily summary, and where I am.
import { changeNoticeSettings, getNoticeSettings, type NoticeSettings } from '@adagia/shared/api/notices';
import { languages } from '@adagia/shared/languages';
import { Container, Select, Stack, Switch, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { callApi } from '../api/call.ts';
import { pageLanguages, setLanguage } from '../i18n/languages.ts';
import { deviceTimeZone, followTimeZone } from '../i18n/time-zone.ts';
import { AppHeader } from '../ui/app-header.tsx';
import { LanguageSelect } from '../ui/language-select.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { useTask } from '../ui/use-task.ts';
import { RequireMe, Waiting } from './require-me.tsx';

const SETTINGS = ['notice-settings'];
type Change = z.input<typeof changeNoticeSettings.body>;

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
  const change = (part: Change) =>
    run(async () => client.setQueryData(SETTINGS, await callApi(changeNoticeSettings, {}, part)));
  if (!data) return <Waiting />;
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
      <TimeZoneSelect settings={data} change={change} />
    </Stack>
  );
}

interface SettingProps {
  settings: NoticeSettings;
  change(part: Change): void;
}

/** Stands for wherever the device is; no time zone is called so. */
const DEVICE = 'device';

function TimeZoneSelect({ settings: { timeZone, followsDevice }, change }: SettingProps) {
  const { t } = useTranslation('inbox');
  const here = deviceTimeZone();
  const choose = (zone: string) => {
    const isDevice = zone === DEVICE;
    followTimeZone({ place: { timeZone: zone, followsDevice: isDevice }, isGuest: false });
    change(isDevice ? { followsDevice: true, deviceTimeZone: here } : { timeZone: zone });
  };
  // One that only browsers know by this name stays what it is.
  const zones = [...new Set([timeZone, ...Intl.supportedValuesOf('timeZone')])].sort();
  return (
    <Select
      label={t('timeZone')}
      description={followsDevice ? t('timeZoneHint') : t('timeZoneOther', { zone: here })}
      data={[{ value: DEVICE, label: t('timeZoneDevice', { zone: here }) }, ...zones]}
      searchable
      allowDeselect={false}
      value={followsDevice ? DEVICE : timeZone}
      onChange={(zone) => zone && choose(zone)}
    />
  );
}
