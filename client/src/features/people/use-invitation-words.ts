// What an invitation is called in lists, and what it gives, in words.
import type { Invitation } from '@adagia/shared/api/people';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { momentFormat } from '../../i18n/time-zone.ts';

/** Names that are told for one link; the rest is a number. */
const NAMES_MAX = 8;

export function useInvitationWords() {
  const { t, i18n } = useTranslation('people');
  const { proposal } = useProposal();
  const date = momentFormat(i18n.language, { dateStyle: 'medium' });
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });

  const titleOf = ({ email, label, usesMax, returnsUserId }: Invitation): string => {
    const guest = proposal.members.find(({ userId }) => userId === returnsUserId);
    if (returnsUserId) return t('wayBack', { name: guest?.name ?? '' });
    return email || label || t(usesMax === 1 ? 'byLink' : 'linkOpen');
  };
  const usedOf = ({ usedCount: count, usesMax: max }: Invitation): string => {
    if (max === 1) return '';
    return max === null ? t('usedCount', { count }) : t('usedOf', { count, max });
  };
  const detailOf = (invitation: Invitation): string => {
    const { role, organisationId, sectionIds, allowsGuests, expiresAt } = invitation;
    const organisation = proposal.organisations.find(({ id }) => id === organisationId)?.legalName;
    const parts = [
      t(role),
      organisation,
      sectionIds && t('sectionCount', { count: sectionIds.length }),
      allowsGuests && t('withoutAccount'),
      usedOf(invitation),
      t('until', { when: date.format(new Date(expiresAt)) }),
    ];
    return parts.filter(Boolean).join(', ');
  };
  const usersOf = ({ uses, usedCount }: Invitation): string => {
    if (uses.length === 0) return '';
    const names = [...new Set(uses.map(({ name }) => name))];
    const rest = usedCount - uses.length + Math.max(0, names.length - NAMES_MAX);
    return t('usedBy', { names: list.format([...names.slice(0, NAMES_MAX), ...(rest > 0 ? [`+${rest}`] : [])]) });
  };
  return { titleOf, detailOf, usersOf };
}
