// Bars of the baseline: behind the bar of now, and below the plan where what they stood for has gone. For the eye: their words are
// those of the bar in front, and of the table.
import { monthsOf } from '@adagia/shared/plan/baseline';
import { type PlanItem, planKindOf } from '@adagia/shared/plan/workplan';
import { useTranslation } from 'react-i18next';
import classes from '../gantt.module.css';
import { usePlan } from '../plan-context.ts';
import { goneWords, slipWords } from './slip-words.ts';

function Ghost({ from, to, kind, title }: { from: number; to: number; kind: string; title: string }) {
  const { project } = usePlan();
  // What lay beyond the end of the axis then is cut at it.
  const [first, last] = [Math.min(from, project.axisMonths), Math.min(to, project.axisMonths)];
  return (
    <span
      className={classes.ghost}
      data-ghost={kind}
      style={{ gridColumn: `${first} / ${last + 1}` }}
      title={title}
      aria-hidden
    />
  );
}

export function BaselineBar({ object }: { object: PlanItem }) {
  const { t } = useTranslation('planBaseline');
  const { baseline } = usePlan();
  const slip = baseline?.slips.get(object.id);
  if (!slip?.was) return null;
  return <Ghost {...slip.was} kind={planKindOf(object)} title={slipWords(t, slip, 'month' in object)} />;
}

/** Rows of what is not in the plan any more, under all others. */
export function GoneRows() {
  const { t } = useTranslation(['planBaseline', 'plan']);
  const { baseline } = usePlan();
  return baseline?.gone.map((item) => {
    const was = monthsOf(item);
    return (
      <div key={item.id} className={classes.row} data-kind="gone">
        <div className={classes.label} title={item.title}>
          <s className={classes.labelNumber}>{item.number}</s>
          <span className={classes.labelTitle}>{item.title || t('plan:untitled')}</span>
        </div>
        <div className={classes.track}>
          {was && <Ghost {...was} kind={planKindOf(item)} title={goneWords(t, item)} />}
        </div>
      </div>
    );
  });
}
