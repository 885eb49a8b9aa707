// The state of the installation: storage, mail, who may sign up, backups.
import * as routes from '@adagia/shared/api/installation';
import { Alert, Button, SimpleGrid, Stack, Switch, Table, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { momentFormat } from '../../i18n/time-zone.ts';
import { Waiting } from '../../pages/require-me.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { problemText } from '../../ui/show-problem.ts';
import { useTask } from '../../ui/use-task.ts';
import { WideTable } from '../../ui/wide-table.tsx';
import { useBytes } from './use-bytes.ts';

const STATE = ['installation', 'state'];
const BACKUPS = ['installation', 'backups'];

/** Bytes. Below that a backup and a day of writing may not fit any more. */
const FREE_MIN = 500_000_000;

export function SystemPart() {
  const { data, error } = useQuery({ queryKey: STATE, queryFn: () => callApi(routes.getInstallation, {}, {}) });
  if (error && !data) return <EmptyState title={problemText(error)} />;
  if (!data) return <Waiting />;
  return (
    <Stack gap="xl">
      <Storage state={data} />
      <SignUp state={data} />
      <Mail state={data} />
      <Backups />
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}

function Storage({ state }: { state: routes.Installation }) {
  const { t } = useTranslation('administration');
  const bytes = useBytes();
  const isShort = state.freeBytes < FREE_MIN;
  const figures: [string, string][] = [
    [t('database'), bytes(state.databaseBytes)],
    [t('uploaded'), bytes(state.uploadedBytes)],
    [t('free'), bytes(state.freeBytes)],
    [t('jobs'), t('jobsCount', state.jobs)],
    [t('version'), state.version],
  ];
  return (
    <Part title={t('storage')}>
      <Stack gap="sm">
        {state.storage === 'failing' && <Alert color="red">{t('storageFailing')}</Alert>}
        {state.damagedRows > 0 && <Alert color="red">{t('storageDamaged', { count: state.damagedRows })}</Alert>}
        {isShort && <Alert color="orange">{t('storageShort')}</Alert>}
        {state.storage === 'ok' && state.damagedRows === 0 && !isShort && (
          <Alert color="green">{t('storageGood')}</Alert>
        )}
        <SimpleGrid cols={{ base: 2, sm: 5 }}>
          {figures.map(([label, value]) => (
            <div key={label}>
              <Text size="xs" c="dimmed">
                {label}
              </Text>
              <Text fw={600}>{value}</Text>
            </div>
          ))}
        </SimpleGrid>
      </Stack>
    </Part>
  );
}

function SignUp({ state }: { state: routes.Installation }) {
  const { t } = useTranslation('administration');
  const client = useQueryClient();
  const [, run] = useTask();
  const change = (isInvited: boolean) =>
    run(async () => {
      await callApi(routes.setSignUpPolicy, {}, { signUp: isInvited ? 'invited' : 'open' });
      await client.invalidateQueries({ queryKey: STATE });
    });
  return (
    <Part title={t('signUp')}>
      <Switch
        label={t('signUpInvited')}
        description={t('signUpInvitedHint')}
        checked={state.signUp === 'invited'}
        onChange={(event) => change(event.currentTarget.checked)}
      />
    </Part>
  );
}

function Mail({ state }: { state: routes.Installation }) {
  const { t } = useTranslation('administration');
  const [isBusy, run] = useTask();
  const [result, setResult] = useState('');
  const test = () =>
    run(async () => {
      const { outcome, to, reason } = await callApi(routes.testMail, {}, {});
      setResult(t(`mail_${outcome}`, { to, reason }));
    });
  return (
    <Part title={t('mail')}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{state.mail.delivery === 'smtp' ? t('mailSmtp') : t('mailMailbox')}</Text>
        {state.mail.failed > 0 && <Text size="sm">{t('mailFailed', { count: state.mail.failed })}</Text>}
        <Button variant="light" loading={isBusy} onClick={test}>
          {t('mailTest')}
        </Button>
        <Text size="sm" role="status">
          {result}
        </Text>
      </Stack>
    </Part>
  );
}

function Backups() {
  const { t, i18n } = useTranslation('administration');
  const client = useQueryClient();
  const bytes = useBytes();
  const [isBusy, run] = useTask();
  const [result, setResult] = useState<{ isDone: boolean; message: string } | null>(null);
  const { data = [] } = useQuery({ queryKey: BACKUPS, queryFn: () => callApi(routes.listBackups, {}, {}) });
  const when = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const make = () =>
    run(async () => {
      setResult(await callApi(routes.makeBackup, {}, {}));
      await client.invalidateQueries({ queryKey: BACKUPS });
    });
  return (
    <Part title={t('backups')}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm" c="dimmed">
          {t('backupsText')}
        </Text>
        <Button variant="light" loading={isBusy} onClick={make}>
          {t('backupNow')}
        </Button>
        {result && (
          <Alert color={result.isDone ? 'green' : 'red'} role="status">
            {result.isDone ? t('backupDone') : result.message}
          </Alert>
        )}
        {data.length === 0 ? (
          <Text size="sm">{t('backupsNone')}</Text>
        ) : (
          <WideTable label={t('backups')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('backup')}</Table.Th>
                <Table.Th>{t('made')}</Table.Th>
                <Table.Th>{t('size')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map(({ name, madeAt, bytes: size, isDamaged }) => (
                <Table.Tr key={name}>
                  <Table.Td>
                    {name} {isDamaged && `(${t('backupDamaged')})`}
                  </Table.Td>
                  <Table.Td>{when.format(new Date(madeAt))}</Table.Td>
                  <Table.Td>{bytes(size)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </WideTable>
        )}
      </Stack>
    </Part>
  );
}
