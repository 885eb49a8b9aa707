// The plan as one page, drawn from what is on the screen now.
import { ganttPicture } from '@adagia/shared/plan/gantt-picture';
import { monthAt } from '@adagia/shared/plan/project-facts';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { fileNameOf } from '../../ui/save-file.ts';
import { startWords } from './baseline/slip-words.ts';
import { yearsOf } from './gantt-axis.tsx';
import { usePlan } from './plan-context.ts';

/** @returns draws it */
export function usePicture(): { draw(): string; name: string } {
  const { t, i18n } = useTranslation(['planPicture', 'plan']);
  const { proposal } = useProposal();
  const { t: ofBaseline } = useTranslation('planBaseline');
  const { project, baseline } = usePlan();
  const { startDate, duration } = project.project;
  const name = proposal.acronym || proposal.title;
  const signed = new Intl.NumberFormat(i18n.language, { signDisplay: 'always' });
  const draw = () =>
    ganttPicture({
      workplan: project.workplan,
      months: project.axisMonths,
      duration,
      organisations: project.organisations.map(({ id, number, legalName }) => ({ id, number, name: legalName })),
      title: t('pictureTitle', { name }),
      untitled: t('plan:untitled'),
      headings: startDate ? yearsOf(startDate, project.axisMonths) : [],
      today: monthAt(startDate, new Date(), project.axisMonths),
      ...(baseline && {
        baseline: {
          slips: baseline.slips,
          gone: baseline.gone,
          legend: [ofBaseline('legend', { name: baseline.name }), startWords(ofBaseline, baseline)].join(' '),
          slipOf: ({ id }) => {
            const slip = baseline.slips.get(id);
            if (slip?.isNew) return ofBaseline('isNew');
            const months = slip?.endMonths || slip?.startMonths;
            return months ? ofBaseline('short', { months: signed.format(months) }) : '';
          },
        },
      }),
      legend: {
        critical: t('critical'),
        today: t('today'),
        deliverable: t('deliverable'),
        milestone: t('milestone'),
      },
    });
  return { draw, name: t('fileName', { name: fileNameOf(name) }) };
}
