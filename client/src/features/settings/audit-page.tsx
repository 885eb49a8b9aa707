// Who was given or lost which right in this proposal, for its coordinators.
import { Container, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { AuditList } from '../administration/audit-list.tsx';

export function AuditPage() {
  const { t } = useTranslation('home');
  const { proposal } = useProposal();
  const people = proposal.members.map(({ userId, name }) => ({ value: userId, label: name }));
  return (
    <Container size="lg" py="lg">
      <Title order={1} size="h2">
        {t('audit')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('auditText')}
      </Text>
      <AuditList proposalId={proposal.id} people={people} />
    </Container>
  );
}
