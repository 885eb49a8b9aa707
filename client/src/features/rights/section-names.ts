// What people call a section that has rights of its own: of the form, a part of it for one object, the workplan, the budget.
import { outlineGroups } from '@adagia/shared/programme/outline';
import { BUDGET_SECTION, PLAN_SECTION } from '@adagia/shared/writing-rights';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useOutline } from '../narrative/use-outline.ts';

export interface SectionChoice {
  value: string;
  label: string;
}

/** Every section that the form has now, in its order, parts beneath. */
export function useSectionChoices(): SectionChoice[] {
  const { t } = useTranslation('rights');
  const { call, proposal } = useProposal();
  const { workplan } = useOutline();
  const { organisations } = proposal;
  return useMemo(() => {
    const groups = outlineGroups({ call, organisations, workplan });
    const choices = call.sections.flatMap((section): SectionChoice[] => {
      const parts = new Map<string, string>();
      for (const { object } of groups.filter((one) => one.section === section)) {
        if (object)
          parts.set(`${section.id}:${object.id}`, `${section.title}: ${object.number} ${object.title}`.trim());
      }
      const own = [...parts].map(([value, label]) => ({ value, label }));
      return [{ value: section.id, label: section.title }, ...own];
    });
    const maps = [
      { value: PLAN_SECTION, label: t('plan') },
      { value: BUDGET_SECTION, label: t('budget') },
    ];
    return [...choices, ...maps];
  }, [call, organisations, workplan, t]);
}

/** @returns the name, or the id of something that is not there any more */
export function useSectionName(): (sectionId: string) => string {
  const choices = useSectionChoices();
  return useCallback(
    (sectionId) => choices.find(({ value }) => value === sectionId)?.label ?? sectionId.split(':')[0] ?? sectionId,
    [choices],
  );
}
