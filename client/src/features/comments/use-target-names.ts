// What a thread is about, in words: as it is called now, or was called when somebody wrote about it.
import { parseAnswerKey } from '@adagia/shared/answer-key';
import type { CommentTarget } from '@adagia/shared/api/review';
import { findPlanItem } from '@adagia/shared/plan/workplan';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useFields } from '../../session/use-fields.ts';
import { workplanOf } from '../../session/workplan-of.ts';
import { useCellName } from '../budget/figures/use-cell-name.ts';
import { useOutline } from '../narrative/use-outline.ts';

type AboutPlan = Extract<CommentTarget, { kind: 'plan' }>;
type AboutOrganisation = Extract<CommentTarget, { kind: 'organisation' }>;

export function useTargetNames() {
  const { t } = useTranslation('comments');
  const { proposal, session } = useProposal();
  const { sections, answers } = useOutline();
  const cellName = useCellName();
  const plan = useFields(session, 'plan');
  const workplan = workplanOf(plan);
  const planName = ({ objectId, name }: AboutPlan) => {
    const item = findPlanItem(workplan, objectId);
    const title = item?.title || workplan.removed.find(({ id }) => id === objectId)?.title;
    return item ? `${item.number} ${item.title}`.trim() : title || name;
  };
  const organisationName = ({ organisationId, name }: AboutOrganisation) => {
    const index = proposal.organisations.findIndex(({ id }) => id === organisationId);
    return index < 0 ? name : `P${index + 1} ${proposal.organisations[index]?.legalName}`;
  };
  return {
    nameOf(target: CommentTarget): string {
      if (target.kind === 'cell') return t('aboutCell', { name: cellName(target.cell) ?? target.name });
      if (target.kind === 'plan') return t('aboutPlan', { name: planName(target) });
      if (target.kind === 'organisation') return t('aboutOrganisation', { name: organisationName(target) });
      if (target.kind === 'section') {
        const title = sections.find(({ section }) => section.id === target.sectionId)?.section.title;
        return t('aboutSection', { name: title ?? target.sectionId });
      }
      const answer = answers.find(({ key }) => key === target.key);
      const prompt = answer?.question.prompt ?? parseAnswerKey(target.key)?.questionId ?? '';
      return t('aboutQuestion', { name: answer?.object ? `${answer.object.number}: ${prompt}` : prompt });
    },
  };
}
