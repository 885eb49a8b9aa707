// Plans what would be restored of a version as things stand now, says it in numbers, and does it: keeps what it is now first.
import { BUDGET, FACTS, PLAN, splitFieldKey } from '@adagia/shared/document';
import { can } from '@adagia/shared/roles';
import type { VersionPart } from '@adagia/shared/versions/version-part';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { useWritingRights } from '../../../app/use-writing-rights.ts';
import { useKeepPresent, useShowNow } from '../use-versions.ts';
import { lastRestored } from './last-restored.ts';
import { planRestoring, type RestoringPlan } from './plan-restoring.ts';
import { writeRestoring } from './write-restoring.ts';

/** Characters of a version's name (api/versions.ts). */
const NAME_MAX = 120;

export interface Source {
  title: string;
  parts: ReadonlyMap<string, VersionPart>;
}

export function useRestoring({ title, parts }: Source) {
  const { t, i18n } = useTranslation('versions');
  const { session, proposal, call } = useProposal();
  const rights = useWritingRights();
  const keepPresent = useKeepPresent();
  const showNow = useShowNow();
  const plan = (sectionId: string | null): RestoringPlan => {
    const organisationIds = proposal.organisations.map(({ id }) => id);
    return planRestoring({ doc: session.doc, call, organisationIds, rights }, parts, sectionId);
  };
  const countsOf = ({ answers, fields }: RestoringPlan): string[] => {
    const of = (name: string) => fields.filter(({ map }) => map === name);
    const counted = {
      answers: answers.length,
      facts: of(FACTS).length,
      rows: new Set(of(PLAN).map(({ key }) => splitFieldKey(key)[0])).size,
      figures: of(BUDGET).length,
    };
    const names = ['answers', 'facts', 'rows', 'figures'] as const;
    return names.flatMap((name) => (counted[name] > 0 ? [t(`counts.${name}`, { count: counted[name] })] : []));
  };
  return {
    plan,
    countsOf,
    /** @throws what the server says; then nothing is changed */
    async restore(sectionId: string | null): Promise<void> {
      // Before the version is kept: what is written after that is in neither, and stays.
      const planned = plan(sectionId);
      const name = t('beforeRestoring', { version: title }).slice(0, NAME_MAX);
      await keepPresent(can(proposal.role, 'version.name') ? name : null);
      if (!session.canWrite.get()) return;
      const counts = new Intl.ListFormat(i18n.language).format(countsOf(planned));
      const said = t('restoredTitle', { version: title, counts });
      lastRestored(session).set({ ...writeRestoring(session.doc, planned), title: said });
      showNow();
    },
  };
}
