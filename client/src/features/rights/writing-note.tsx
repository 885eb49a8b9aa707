// Above each page, for those who do not write everywhere: what their role lets them do, and where they may write.
import { can } from '@adagia/shared/roles';
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useWritingRights } from '../../app/use-writing-rights.ts';
import { useObservable } from '../../session/observable.ts';
import { useSectionName } from './section-names.ts';

export function WritingNote() {
  const { t } = useTranslation('rights');
  const { session, proposal } = useProposal();
  const { canWrite } = useWritingRights();
  const isReady = useObservable(session.isReady);
  const sections = useMySections();
  if (!isReady) return null;
  if (canWrite) {
    return sections ? (
      <Alert color="gray" py="xs">
        {t('bound', { sections })}
      </Alert>
    ) : null;
  }
  const { role } = proposal;
  return (
    <Alert color="gray" py="xs">
      {t(
        role === 'suggester' || role === 'commenter' || role === 'viewer' || role === 'guest'
          ? `note_${role}`
          : 'note_other',
      )}
    </Alert>
  );
}

/** @returns null for who writes everywhere */
function useMySections(): string | null {
  const { t, i18n } = useTranslation('rights');
  const { proposal, me } = useProposal();
  const nameOf = useSectionName();
  const mine = proposal.members.find(({ userId }) => userId === me.id)?.sectionIds ?? null;
  if (mine === null && can(proposal.role, 'content.writeAll')) return null;
  const named = proposal.sections.filter((one) => one.ownerId === me.id || one.writerIds.includes(me.id));
  const ids = new Set<string>([...(mine ?? []), ...named.map(({ sectionId }) => sectionId)]);
  const names = [...ids].map(nameOf);
  if (proposal.organisationId) names.push(t('yourOrganisation'));
  return new Intl.ListFormat(i18n.language).format(names);
}
