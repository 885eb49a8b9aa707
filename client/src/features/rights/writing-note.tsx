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
  const { canWrite, suggestsOnly } = useWritingRights();
  const isReady = useObservable(session.isReady);
  const sections = useMySections();
  // That it is frozen is said above, with all that it means.
  if (!isReady || proposal.freeze) return null;
  if (canWrite && !(suggestsOnly && sections === null)) {
    return sections ? (
      <Alert color="gray" py="xs">
        {t(suggestsOnly ? 'boundSuggester' : 'bound', { sections })}
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
  const { role } = proposal;
  // As in shared/src/writing-rights.ts: who only suggests does so everywhere, unless kept to sections.
  const isEverywhere = can(role, 'content.writeAll') || (can(role, 'content.suggest') && !can(role, 'content.write'));
  if (mine === null && isEverywhere) return null;
  const named = proposal.sections.filter((one) => one.ownerId === me.id || one.writerIds.includes(me.id));
  const ids = new Set<string>([...(mine ?? []), ...named.map(({ sectionId }) => sectionId)]);
  const names = [...ids].map(nameOf);
  if (proposal.organisationId) names.push(t('yourOrganisation'));
  return new Intl.ListFormat(i18n.language).format(names);
}
