// Plans what would be undone as things stand now, says it in numbers, and does it: keeps what it is now first.
import { type TracedPerson, tracePerson } from '@adagia/shared/api/undo-person';
import type { UserId } from '@adagia/shared/ids';
import { can } from '@adagia/shared/roles';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../../api/call.ts';
import { useProposal } from '../../../app/proposal-context.ts';
import { useWritingRights } from '../../../app/use-writing-rights.ts';
import { momentFormat } from '../../../i18n/time-zone.ts';
import { lastRestored } from '../restoring/last-restored.ts';
import { useKeepPresent, useShowNow } from '../use-versions.ts';
import { asShown, type Choice } from './as-shown.ts';
import { type PersonUndoPlan, planPersonUndo } from './plan-person-undo.ts';
import { undoPerson } from './write-person-undo.ts';

/** Characters of a version's name (api/versions.ts). */
const NAME_MAX = 120;

const kinds = ['removed', 'returned', 'reformatted', 'suggestions'] as const;

export function usePersonUndo(traced: TracedPerson, person: UserId) {
  const { t, i18n } = useTranslation('undoPerson');
  const { session, proposal, call } = useProposal();
  const rights = useWritingRights();
  const keepPresent = useKeepPresent();
  const showNow = useShowNow();
  const name = traced.people.find(({ id }) => id === person)?.name ?? '';
  const planOf = (now: TracedPerson): PersonUndoPlan => {
    const organisationIds = proposal.organisations.map(({ id }) => id);
    return planPersonUndo({ doc: session.doc, call, organisationIds, rights, traced: now }, person);
  };
  const countsOf = ({ answers, fields }: Pick<PersonUndoPlan, 'answers' | 'fields'>): string[] => {
    const counted = kinds.map((kind) => [kind, answers.reduce((sum, { change }) => sum + change[kind], 0)] as const);
    const all = [...counted, ['fields', fields.length] as const];
    return all.flatMap(([kind, count]) => (count > 0 ? [t(`counts.${kind}`, { count })] : []));
  };
  return {
    name,
    plan: () => planOf(traced),
    countsOf,
    /**
     * Others go on meanwhile: it is traced anew for the same time, and done only if it still is what was shown.
     * @returns false: it is something else by now, and nothing is changed
     * @throws what the server says; then nothing is changed
     */
    async undo(chosen: Choice): Promise<boolean> {
      await keepPresent(can(proposal.role, 'version.name') ? t('beforeUndoing', { name }).slice(0, NAME_MAX) : null);
      const { since, until } = traced;
      const anew = await callApi(tracePerson, { proposalId: proposal.id, userId: person }, { since, until });
      if (!session.canWrite.get()) return false;
      const now = planOf(anew);
      const same = asShown(now, chosen);
      if (!same) return false;
      const when = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
      const counts = new Intl.ListFormat(i18n.language).format(countsOf(same));
      const title = t('done', { name, when: when.format(new Date(since)), counts });
      lastRestored(session).set({ ...undoPerson(session.doc, { ...same, how: now.how }), title });
      showNow();
      return true;
    },
  };
}
