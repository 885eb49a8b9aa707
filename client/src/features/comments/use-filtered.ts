// The threads that a list shows, and the sections that it can be narrowed to.
import type { Thread } from '@adagia/shared/api/review';
import { PARTNERS_SECTION, partOfTarget, placeIdOf } from '@adagia/shared/comment-places';
import { sectionOfAnswer } from '@adagia/shared/programme/outline';
import type { Call } from '@adagia/shared/programme/schema';
import { mentionsIn } from '@adagia/shared/text/mentions';
import { BUDGET_SECTION, PLAN_SECTION } from '@adagia/shared/writing-rights';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { type FilterInput, filterThreads } from './filter-threads.ts';
import { useNameable } from './use-nameable.ts';
import type { OrderedThreads } from './use-ordered-threads.ts';
import { useAllThreads } from './use-threads.ts';

function sectionOf(call: Call, { target }: Thread): string {
  const part = partOfTarget(target);
  if (part) return part;
  return 'key' in target ? sectionOfAnswer(call, target.key) : placeIdOf(target);
}

type Asked = Pick<FilterInput, 'filter' | 'organisationId' | 'sectionId' | 'search' | 'active'>;

export function useFiltered({ threads, gone }: OrderedThreads, asked: Asked): readonly Thread[] {
  const { me, proposal, call } = useProposal();
  const { people, groups } = useNameable();
  const { filter, organisationId, sectionId, search, active } = asked;
  const myOrganisationId = proposal.members.find(({ userId }) => userId === me.id)?.organisationId ?? null;
  return useMemo(
    () =>
      filterThreads(threads, {
        filter,
        organisationId,
        sectionId,
        search,
        active,
        gone,
        me: me.id,
        myOrganisationId,
        namesMe: (body) => mentionsIn(body, people, groups).has(me.id),
        sectionOf: (thread) => sectionOf(call, thread),
      }),
    [threads, gone, filter, organisationId, sectionId, search, active, me.id, myOrganisationId, people, groups, call],
  );
}

/** Those in which anything is said, in the order of the form. */
export function useCommentedSections(): { value: string; label: string }[] {
  const { t } = useTranslation('shell');
  const { call } = useProposal();
  const threads = useAllThreads();
  return useMemo(() => {
    const commented = new Set(threads.map((thread) => sectionOf(call, thread)));
    const ofForm = call.sections.map(({ id, title }) => ({ value: id, label: title }));
    const parts = [
      { value: PLAN_SECTION, label: t('plan') },
      { value: BUDGET_SECTION, label: t('budget') },
      { value: PARTNERS_SECTION, label: t('partners') },
    ];
    const all = new Map([...ofForm, ...parts].map((one) => [one.value, one]));
    return [...all.values()].filter(({ value }) => commented.has(value));
  }, [threads, call, t]);
}
