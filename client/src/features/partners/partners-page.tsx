// The partnership: who is in and from where, whether it may apply, and what to look for.
import { Container, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RulesPanel } from '../budget/rules-panel.tsx';
import { AllComments } from '../comments/comment-buttons.tsx';
import { ObjectComments } from '../comments/objects/object-comments.tsx';
import { ProvidePlaceThreads } from '../comments/objects/place-threads.tsx';
import { useFocusFromAddress } from '../plan/go-to-place.ts';
import { CollectSummary } from './collect-summary.tsx';
import { FlagRow } from './flag-row.tsx';
import { OrganisationList } from './organisation-list.tsx';
import classes from './partners.module.css';
import { Suggestions } from './suggestions.tsx';
import { useConsortium } from './use-consortium.ts';

export function PartnersPage() {
  const { t } = useTranslation('partners');
  const { report, suggestions } = useConsortium();
  useFocusFromAddress();
  return (
    <Container size="xl" py="lg">
      <Stack gap="xl">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Title order={1} size="h2">
              {t('title')}
            </Title>
            <Text c="dimmed">{t('intro')}</Text>
          </div>
          <AllComments page="partners" />
        </Group>
        <FlagRow />
        <Suggestions suggestions={suggestions} />
        <CollectSummary />
        <div className={classes.layout}>
          <ProvidePlaceThreads>
            <OrganisationList />
          </ProvidePlaceThreads>
          <RulesPanel report={report} title={t('check.title')} green={t('check.green')} isConsortium />
        </div>
      </Stack>
      <ObjectComments page="partners" />
    </Container>
  );
}
