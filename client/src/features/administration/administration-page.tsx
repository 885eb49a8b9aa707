// The administrator's page. Whoever is not one sees that it is not theirs; the server refuses every request behind it anyway.
import { Container, Tabs, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../api/account-queries.ts';
import { RequireMe, Waiting } from '../../pages/require-me.tsx';
import { AppHeader } from '../../ui/app-header.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { AuditList } from './audit-list.tsx';
import { FigureList } from './figure-list.tsx';
import { PeopleTable, useAccounts } from './people-table.tsx';
import { ProposalTable } from './proposal-table.tsx';
import { SystemPart } from './system-part.tsx';

export function AdministrationPage() {
  const { t } = useTranslation('administration');
  useDocumentTitle(t('title'));
  return (
    <RequireMe>
      {(me) => (
        <>
          <AppHeader me={me} />
          <Container component="main" id="content" size="lg" py="lg">
            <Title order={1} size="h2">
              {t('title')}
            </Title>
            <Text c="dimmed" mb="md">
              {t('intro')}
            </Text>
            <ForAdministrators />
          </Container>
        </>
      )}
    </RequireMe>
  );
}

const parts = ['system', 'people', 'proposals', 'figures', 'audit'] as const;

function ForAdministrators() {
  const { t } = useTranslation('administration');
  const { data } = useAccount();
  if (!data) return <Waiting />;
  if (!data.isAdministrator) return <EmptyState title={t('notYours')} />;
  return (
    <Tabs defaultValue="system" keepMounted={false}>
      <Tabs.List mb="md">
        {parts.map((part) => (
          <Tabs.Tab key={part} value={part}>
            {t(part)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="system">
        <SystemPart />
      </Tabs.Panel>
      <Tabs.Panel value="people">
        <PeopleTable />
      </Tabs.Panel>
      <Tabs.Panel value="proposals">
        <ProposalTable />
      </Tabs.Panel>
      <Tabs.Panel value="figures">
        <FigureList />
      </Tabs.Panel>
      <Tabs.Panel value="audit">
        <WholeAudit />
      </Tabs.Panel>
    </Tabs>
  );
}

function WholeAudit() {
  const { data = [] } = useAccounts();
  return (
    <AuditList
      proposalId={null}
      people={data.map(({ id, name, email }) => ({ value: id, label: email ? `${name} (${email})` : name }))}
    />
  );
}
