// Who wrote this: each section's texts as they are now, by person or by organisation.
import { parseAnswerKey } from '@adagia/shared/answer-key';
import { listAuthorship } from '@adagia/shared/api/versions';
import { personColour } from '@adagia/shared/person-colour';
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
import { type SectionShares, type Share, sharesBySection } from './authorship-shares.ts';
import classes from './versions.module.css';

export function Authorship() {
  const { t } = useTranslation('versions');
  const { proposal, call } = useProposal();
  const [isByOrganisation, setByOrganisation] = useState(false);
  const { data, error } = useQuery({
    queryKey: [proposal.id, 'versions', 'authorship'],
    queryFn: () => callApi(listAuthorship, { proposalId: proposal.id }, {}),
  });
  if (error && !data) return <EmptyState title={problemText(error)} />;
  if (!data) return <Waiting />;
  const organisationOf = (userId: string | null) => {
    const id = proposal.members.find((member) => member.userId === userId)?.organisationId;
    const index = proposal.organisations.findIndex((one) => one.id === id);
    const organisation = proposal.organisations[index];
    return organisation ? { id: organisation.id as string, name: `P${index + 1} ${organisation.legalName}` } : null;
  };
  const personOf = (userId: string | null) => data.people.find(({ id }) => id === userId) ?? null;
  const unknown = (userId: string | null) => ({ id: '', name: t(userId === null ? 'noAuthor' : 'noOrganisation') });
  const sections = sharesBySection(data.texts, {
    sectionOf: (root) => sectionOf(call, parseAnswerKey(root)?.questionId ?? ''),
    nameOf: (userId) => (isByOrganisation ? organisationOf(userId) : personOf(userId)) ?? unknown(userId),
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

function Shares({ shares }: { shares: Share[] }) {
  const { t, i18n } = useTranslation('versions');
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <>
      <div className={classes.bar} aria-hidden>
        {shares.map(({ id, share }) => (
          <span
            key={id}
            style={{ flexGrow: share, background: id ? personColour(id) : 'var(--mantine-color-gray-5)' }}
          />
        ))}
      </div>
      <ul className={classes.shares}>
        {shares.map(({ id, name, share, characters }) => (
          <li key={id}>
            <Text size="sm">
              <bdi>{name}</bdi> {percent.format(share)}{' '}
              <Text span size="xs" c="dimmed">
                {t('characters', { count: characters })}
              </Text>
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}
