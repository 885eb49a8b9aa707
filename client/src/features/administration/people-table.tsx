// Everybody with an account: shut out, let in again, end sessions, name administrators.
import {
  type AccountRow,
  endSessionsOf,
  listAccounts,
  setAdministrator,
  setDisabled,
} from '@adagia/shared/api/installation';
import { ActionIcon, Badge, Group, Menu, Table, Text, TextInput } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { useMe } from '../../api/queries.ts';
import { momentFormat } from '../../i18n/time-zone.ts';
import { Waiting } from '../../pages/require-me.tsx';
import { askFirst } from '../../ui/ask-first.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { problemText } from '../../ui/show-problem.ts';
import { useTask } from '../../ui/use-task.ts';
import { WideTable } from '../../ui/wide-table.tsx';

const ACCOUNTS = ['installation', 'people'];

export function useAccounts() {
  return useQuery({ queryKey: ACCOUNTS, queryFn: () => callApi(listAccounts, {}, {}) });
}

export function PeopleTable() {
  const { t } = useTranslation('administration');
  const { data, error } = useAccounts();
  const [wanted, setWanted] = useState('');
  if (error && !data) return <EmptyState title={problemText(error)} />;
  if (!data) return <Waiting />;
  const found = data.filter(({ name, email }) =>
    `${name} ${email}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  return (
    <>
      <TextInput
        label={t('search')}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        maw={320}
        mb="sm"
      />
      <WideTable label={t('people')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('person')}</Table.Th>
            <Table.Th>{t('since')}</Table.Th>
            <Table.Th>{t('lastUsed')}</Table.Th>
            <Table.Th>{t('sessions')}</Table.Th>
            <Table.Th>{t('proposals')}</Table.Th>
            <Table.Th aria-label={t('actions')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {found.map((account) => (
            <Row key={account.id} account={account} />
          ))}
        </Table.Tbody>
      </WideTable>
    </>
  );
}

function Row({ account }: { account: AccountRow }) {
  const { t, i18n } = useTranslation('administration');
  const date = momentFormat(i18n.language, { dateStyle: 'medium' });
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={6}>
          <Text size="sm" fw={600}>
            <bdi>{account.name}</bdi>
          </Text>
          {account.isAdministrator && (
            <Badge variant="light" tt="none">
              {t('administrator')}
            </Badge>
          )}
          {account.isGuest && (
            <Badge variant="light" color="gray" tt="none">
              {t('guest')}
            </Badge>
          )}
          {account.isDisabled && (
            <Badge variant="light" color="red" tt="none">
              {t('disabled')}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          <bdi>{account.email}</bdi>
        </Text>
      </Table.Td>
      <Table.Td>{date.format(new Date(account.createdAt))}</Table.Td>
      <Table.Td>{account.lastUsedAt ? date.format(new Date(account.lastUsedAt)) : ''}</Table.Td>
      <Table.Td>{account.sessions}</Table.Td>
      <Table.Td>{account.proposals}</Table.Td>
      <Table.Td>
        <Actions account={account} />
      </Table.Td>
    </Table.Tr>
  );
}

function Actions({ account }: { account: AccountRow }) {
  const { t } = useTranslation('administration');
  const client = useQueryClient();
  const { data: me } = useMe();
  const [isBusy, run] = useTask();
  const params = { userId: account.id };
  const { name, isAdministrator, isDisabled } = account;
  const then = (work: () => Promise<unknown>) =>
    run(() => work().then(() => client.invalidateQueries({ queryKey: ACCOUNTS })));
  const disable = () =>
    askFirst({
      title: t('disableTitle', { name }),
      text: t('disableText'),
      confirm: t('disable'),
      onConfirm: () => then(() => callApi(setDisabled, params, { isDisabled: true })),
    });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" loading={isBusy} aria-label={t('actionsFor', { name })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!account.isGuest && (
          <Menu.Item
            onClick={() => then(() => callApi(setAdministrator, params, { isAdministrator: !isAdministrator }))}
          >
            {isAdministrator ? t('removeAdministrator') : t('makeAdministrator')}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => then(() => callApi(endSessionsOf, params, {}))}>{t('endSessions')}</Menu.Item>
        {isDisabled ? (
          <Menu.Item onClick={() => then(() => callApi(setDisabled, params, { isDisabled: false }))}>
            {t('enable')}
          </Menu.Item>
        ) : (
          account.id !== me?.id && (
            <Menu.Item color="red" onClick={disable}>
              {t('disable')}
            </Menu.Item>
          )
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
