import { type Role, roleSchema } from '@adagia/shared/roles';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useOutline } from '../narrative/use-outline.ts';
import type { WordsContext } from './timeline-words.ts';

/** Names of everything that an entry can be about, as they are now. */
export function useWordsContext(): WordsContext {
  const { t, i18n } = useTranslation('timeline');
  const { t: people } = useTranslation('people');
  const { t: narrative } = useTranslation('narrative');
  const { call, proposal } = useProposal();
  const { workplan } = useOutline();
  const money = new Intl.NumberFormat(i18n.language, { style: 'currency', currency: 'EUR' });
  return {
    t,
    call,
    workplan,
    organisations: proposal.organisations,
    roleName: (role) => (roleSchema.options.some((one) => one === role) ? people(role as Role) : role),
    statusName: (status) => narrative(`status.${status}` as 'status.draft'),
    formatCents: (cents) => money.format(cents / 100),
  };
}
