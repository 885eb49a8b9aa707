// What somebody is invited to, by whom, and what they may do there.
import type { previewInvitation } from '@adagia/shared/api/people';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';

export type InvitationPreview = z.output<(typeof previewInvitation)['response']>;

export function InvitationWords({ preview }: { preview: InvitationPreview }) {
  const { t } = useTranslation('shell');
  const { t: people } = useTranslation('people');
  const { t: entering } = useTranslation('entering');
  const { invitedBy, acronym, proposalTitle, role, organisationName, sections } = preview;
  const names = sections.map(({ id, title }) => title || entering(id === 'budget' ? 'budget' : 'plan'));
  return (
    <div>
      <Text>{t('joinText', { name: invitedBy, title: acronym || proposalTitle })}</Text>
      {acronym && (
        <Text c="dimmed" size="sm">
          <bdi>{proposalTitle}</bdi>
        </Text>
      )}
      {organisationName && (
        <Text c="dimmed" size="sm">
          {t('joinFor', { organisation: organisationName })}
        </Text>
      )}
      <Text c="dimmed" size="sm">
        {t('joinAs', { role: people(role) })}
      </Text>
      {names.length > 0 && (
        <Text c="dimmed" size="sm">
          {entering('writesIn', { sections: names.join(', ') })}
        </Text>
      )}
    </div>
  );
}
