// One row of the plan's table: a work package or an activity, every cell editable where it stands.

import type { PlanObjectId } from '@adagia/shared/ids';
import { type PlanActivity, planKindOf } from '@adagia/shared/plan/workplan';
import { isWritten } from '@adagia/shared/programme/outline';
import type { Call } from '@adagia/shared/programme/schema';
import { Tooltip } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useViolationText } from '../budget/use-violation-text.ts';
import { ObjectButton } from '../comments/objects/object-button.tsx';
import { SlipCell } from './baseline/baseline-cells.tsx';
import { CellsInWords } from './cells-in-words.tsx';
import { DependenciesCell } from './dependencies-cell.tsx';
import { ParticipantsCell } from './participants-cell.tsx';
import { AmountCell, LeadCell, MonthCell, type PlanObject, TextCell } from './plan-cells.tsx';
import { RowPlanContext, usePlan } from './plan-context.ts';
import classes from './plan-table.module.css';
import { planTarget } from './plan-target.ts';
import { BroughtByCell, PointMonthCell } from './point-cells.tsx';
import { RowHandle } from './row-handle.tsx';
import { RowMenu } from './row-menu.tsx';
import { useHasBeenNear } from './use-has-been-near.ts';
import { useKeptPlan } from './use-kept-plan.ts';
import type { RowDrag } from './use-row-drag.ts';

interface PlanRowProps {
  object: PlanObject;
  drag: RowDrag;
  /** Drawn whole at once, wherever it is. */
  isFirst: boolean;
}

/** Whole as soon as somebody could come to it within a moment, and from then on; in words before. */
export function PlanRow({ object, drag, isFirst }: PlanRowProps) {
  const { session } = useProposal();
  const kept = useKeptPlan(object);
  const ref = useRef<HTMLTableRowElement>(null);
  const isWhole = useHasBeenNear(ref, isFirst);
  const drop = drag.target?.rowId === object.id ? drag.target.side : undefined;
  return (
    <tr
      ref={ref}
      className={classes.row}
      data-plan-row={object.id}
      data-kind={planKindOf(object)}
      data-drop={drop}
      data-dragged={drag.draggedId === object.id || undefined}
      data-holds={isWhole ? undefined : `plan:${object.id}/`}
      onFocus={() => session.setPlace({ kind: 'plan', objectId: object.id as PlanObjectId })}
    >
      <RowPlanContext value={kept.value}>
        {isWhole ? <Cells object={kept.object} onDrag={drag.start} /> : <CellsInWords object={kept.object} />}
      </RowPlanContext>
    </tr>
  );
}

const Cells = memo(function Cells({ object, onDrag }: { object: PlanObject; onDrag: RowDrag['start'] }) {
  const { t } = useTranslation('plan');
  const { project } = usePlan();
  const isActivity = 'venue' in object;
  const isPoint = 'month' in object;
  const isFixed = 'isManagement' in object && object.isManagement;
  const isResult = isPoint && object.kind === 'deliverable';
  const isMilestone = isPoint && object.kind === 'milestone';
  return (
    <>
      <th scope="row" className={classes.number}>
        <span className={classes.numberLine}>
          {project.canWrite && !isFixed ? (
            <RowHandle object={object} onDrag={onDrag} />
          ) : (
            <span className={classes.noHandle} />
          )}
          {object.number}
          <RowProblems object={object} />
        </span>
        {isActivity && object.type && <span className={classes.type}>{t(`type.${object.type}`)}</span>}
      </th>
      <td className={classes.title} data-label={t('table.titleColumn')}>
        <TextCell object={object} field="title" />
      </td>
      <td className={classes.month} data-label={isPoint ? '' : t('table.from')}>
        {!isPoint && <MonthCell object={object} end="from" />}
      </td>
      <td className={classes.month} data-label={isPoint ? t('table.month') : t('table.to')}>
        {isPoint ? <PointMonthCell point={object} /> : <MonthCell object={object} end="to" />}
      </td>
      <td className={classes.venue} data-label={isActivity ? t('table.venue') : isResult ? t('table.broughtBy') : ''}>
        {isActivity && <TextCell object={object} field="venue" />}
        {isResult && <BroughtByCell point={object} />}
      </td>
      <td className={classes.lead} data-label={isMilestone ? '' : t('table.lead')}>
        {!isMilestone && <LeadCell object={object} />}
      </td>
      <td className={classes.participants} data-label={isActivity ? t('table.participants') : ''}>
        {isActivity && <ParticipantsCell activity={object} />}
      </td>
      <td className={classes.after} data-label={t('table.after')}>
        <DependenciesCell object={object} />
      </td>
      <td className={classes.money} data-label={isPoint ? '' : t('table.amount')}>
        {!isPoint && <AmountCell object={object} />}
      </td>
      <td className={classes.actions}>
        <span className={classes.numberLine}>
          {isActivity && <ResultsLink object={object} />}
          <ObjectButton target={planTarget(object)} />
          {project.canWrite && <RowMenu object={object} isFixed={isFixed} />}
        </span>
      </td>
      <SlipCell object={object} />
    </>
  );
});

/** What is written of an activity: its expected results, or the first that its form asks of this kind. null: nothing. */
function textQuestion({ sections, activityParts }: Call, { part }: PlanActivity): string | null {
  const repeat = activityParts ? part : 'activity';
  const groups = sections.flatMap((section) => section.groups.filter((group) => group.repeat === repeat));
  const ids = groups.flatMap(({ questions }) => questions.filter(isWritten).map(({ id }) => id));
  return ids.find((id) => id === 'act_results') ?? ids[0] ?? null;
}

/** What an activity is expected to bring is text, written in the narrative. */
function ResultsLink({ object }: { object: PlanActivity }) {
  const { t } = useTranslation('plan');
  const { proposal, call } = useProposal();
  const questionId = textQuestion(call, object);
  if (!questionId) return null;
  const isResults = questionId === 'act_results';
  return (
    <Link
      to="/p/$proposalId/write"
      params={{ proposalId: proposal.id }}
      id={`plan:${object.id}/results`}
      hash={`answer:${questionId}:${object.id}`}
      className={classes.link}
      aria-label={t(isResults ? 'row.results' : 'row.text', { number: object.number })}
    >
      {t(isResults ? 'row.resultsLink' : 'row.textLink')}
    </Link>
  );
}

function RowProblems({ object }: { object: PlanObject }) {
  const { project } = usePlan();
  const textOf = useViolationText();
  const texts = (project.violationsOf.get(object.id) ?? []).map(textOf);
  if (texts.length === 0) return null;
  const text = texts.join(' ');
  return (
    <Tooltip label={text} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
      <span className={classes.problem} role="img" aria-label={text}>
        <IconAlertTriangle size={16} aria-hidden />
      </span>
    </Tooltip>
  );
}
