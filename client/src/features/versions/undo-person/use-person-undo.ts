// Plans what would be undone as things stand now, says it in numbers, and does it: keeps what it is now first.
import type { TracedPerson } from '@adagia/shared/api/undo-person';
import { can } from '@adagia/shared/roles';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { useWritingRights } from '../../../app/use-writing-rights.ts';
import { momentFormat } from '../../../i18n/time-zone.ts';
import { lastRestored } from '../restoring/last-restored.ts';
import { useKeepPresent, useShowNow } from '../use-versions.ts';
import { type PersonUndoPlan, planPersonUndo } from './plan-person-undo.ts';
import { undoPerson } from './write-person-undo.ts';

/** Characters of a version's name (api/versions.ts). */
const NAME_MAX = 120;

const kinds = ['removed', 'returned', 'reformatted', 'suggestions'] as const;

export function usePersonUndo(traced: TracedPerson, person: string) {
  const { t, i18n } = useTranslation('undoPerson');
  const { session, proposal, call } = useProposal();
  const rights = useWritingRights();
  const keepPresent = useKeepPresent();
  const showNow = useShowNow();
  const name = traced.people.find(({ id }) => id === person)?.name ?? '';
  const plan = (): PersonUndoPlan => {
    const organisationIds = proposal.organisations.map(({ id }) => id);
    return planPersonUndo({ doc: session.doc, call, organisationIds, rights, traced }, person);
  };
  const countsOf = ({ answers, fields }: Pick<PersonUndoPlan, 'answers' | 'fields'>): string[] => {
    const counted = kinds.map((kind) => [kind, answers.reduce((sum, { change }) => sum + change[kind], 0)] as const);
    const all = [...counted, ['fields', fields.length] as const];
    return all.flatMap(([kind, count]) => (count > 0 ? [t(`counts.${kind}`, { count })] : []));
  };
  return {
    name,
    plan,
    countsOf,
    /** @param left roots that stay as they are @throws what the server says; then nothing is changed */
    async undo(left: ReadonlySet<string>): Promise<void> {
      await keepPresent(can(proposal.role, 'version.name') ? t('beforeUndoing', { name }).slice(0, NAME_MAX) : null);
      if (!session.canWrite.get()) return;
      const { answers, fields, whose } = plan();
      const chosen = {
        answers: answers.filter(({ root }) => !left.has(root)),
        fields: fields.filter(({ map }) => !left.has(map)),
      };
      const when = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
      const counts = new Intl.ListFormat(i18n.language).format(countsOf(chosen));
      const title = t('done', { name, when: when.format(new Date(traced.since)), counts });
      lastRestored(session).set({ ...undoPerson(session.doc, { ...chosen, whose }), title });
      showNow();
    },
  };
}
