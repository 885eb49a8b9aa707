// Who wrote this: each section's texts as they are now, by person or by organisation.
import { parseAnswerKey } from '@adagia/shared/answer-key';
import { listAuthorship } from '@adagia/shared/api/versions';
import { sectionOf } from '@adagia/shared/programme/outline';
import { SegmentedControl, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { Waiting } from '../../pages/require-me.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { problemText } from '../../ui/show-problem.ts';
import { WideTable } from '../../ui/wide-table.tsx';
import { type SectionShares, sharesBySection } from './authorship-shares.ts';
import { Shares } from './shares.tsx';
import { useOrganisationOf } from './use-organisations.ts';
import classes from './versions.module.css';

export function Authorship() {
  const { t } = useTranslation('versions');
  const { proposal, call } = useProposal();
  const [isByOrganisation, setByOrganisation] = useState(false);
  const organisationOf = useOrganisationOf();
  const { data, error } = useQuery({
    queryKey: [proposal.id, 'versions', 'authorship'],
    queryFn: () => callApi(listAuthorship, { proposalId: proposal.id }, {}),
  });
  if (error && !data) return <EmptyState title={problemText(error)} />;
  if (!data) return <Waiting />;
  const personOf = (userId: string | null) =>
    data.people.find(({ id }) => id === userId) ?? { id: '', name: t('noAuthor') };
  const sections = sharesBySection(data.texts, {
    sectionOf: (root) => sectionOf(call, parseAnswerKey(root)?.questionId ?? ''),
    nameOf: isByOrganisation ? organisationOf : personOf,
  });
  const placeOf = ({ sectionId }: SectionShares) => call.sections.findIndex(({ id }) => id === sectionId);
  sections.sort((a, b) => placeOf(a) - placeOf(b));
  const titleOf = (id: string) => call.sections.find((section) => section.id === id)?.title ?? id;
  return (
    <>
      <Title order={2} size="h4">
        {t('whoWrote')}
      </Title>
      <Text c="dimmed" size="sm" mb="sm" maw={720}>
        {t('whoWroteText')}
      </Text>
      <SegmentedControl
        size="xs"
        mb="md"
        aria-label={t('whoWrote')}
        value={isByOrganisation ? 'organisation' : 'person'}
        onChange={(value) => setByOrganisation(value === 'organisation')}
        data={[
          { value: 'person', label: t('byPerson') },
          { value: 'organisation', label: t('byOrganisation') },
        ]}
      />
      {sections.length === 0 ? (
        <EmptyState title={t('nothingWritten')} />
      ) : (
        <SharesTable sections={sections} titleOf={titleOf} />
      )}
    </>
  );
}

function SharesTable({ sections, titleOf }: { sections: SectionShares[]; titleOf(id: string): string }) {
  const { t } = useTranslation('versions');
  return (
    <WideTable label={t('whoWrote')}>
      <Table.Thead className={classes.shareHead}>
        <Table.Tr>
          <Table.Th>{t('section')}</Table.Th>
          <Table.Th>{t('shares')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sections.map(({ sectionId, shares }) => (
          <Table.Tr key={sectionId} className={classes.shareRow}>
            <Table.Th scope="row" fw={500}>
              {titleOf(sectionId)}
            </Table.Th>
            <Table.Td>
              <Shares shares={shares} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
