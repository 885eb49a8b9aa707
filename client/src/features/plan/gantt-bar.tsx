// One bar of the picture: months of a work package or an activity. A slider for screen readers, with its dates read aloud.
import type { PlanObjectId } from '@adagia/shared/ids';
import { colourAt } from '@adagia/shared/person-colour';
import type { Period } from '@adagia/shared/plan/period';
import { planKindOf } from '@adagia/shared/plan/workplan';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { isShortcut } from '../../editor/ui/shortcuts.ts';
import { useViolationText } from '../budget/use-violation-text.ts';
import { useOpenThreads, useThreadsOf } from '../comments/objects/place-threads.tsx';
import type { PersonHere } from '../presence/people-here.ts';
import { slipWords } from './baseline/slip-words.ts';
import { focusSoon } from './focus-soon.ts';
import classes from './gantt.module.css';
import { periodWords } from './month-words.ts';
import type { PlanObject } from './plan-cells.tsx';
import { usePlan } from './plan-context.ts';
import { planTarget } from './plan-target.ts';
import { type BarPart, periodAfter, useBarDrag } from './use-bar-drag.ts';
import { useLinkDrag } from './use-link-drag.ts';

interface GanttBarProps {
  object: PlanObject;
  period: Period;
  holder: PersonHere['user'] | undefined;
}

/** Up and down go through the bars in the order of the picture. */
function focusNeighbour(bar: Element, step: 1 | -1): void {
  const bars = [...(bar.closest('[data-gantt]')?.querySelectorAll<HTMLElement>('[role="slider"]') ?? [])];
  bars[bars.findIndex((one) => one === bar) + step]?.focus();
}

export function GanttBar({ object, period, holder }: GanttBarProps) {
  const { session } = useProposal();
  const { project } = usePlan();
  const threads = useThreadsOf(object.id);
  const { label, valueText, problems } = useBarWords(object, period, { holder, comments: threads.length });
  const openThreads = useOpenThreads();
  const keys = useBarKeys(object, period, () => openThreads(planTarget(object), threads));
  const startDrag = useBarDrag();
  const grip = (part: BarPart) => (event: PointerEvent<HTMLElement>) => {
    const track = event.currentTarget.closest<HTMLElement>('[data-track]');
    if (track) startDrag(event, track, { id: object.id, part, period });
  };
  const isPoint = 'month' in object;
  const lead = project.organisations.findIndex((one) => one.id === object.lead);
  const first = Math.min(period.from, period.to);
  const last = Math.max(period.from, period.to);
  return (
    <div
      id={`gantt:${object.id}`}
      className={classes.bar}
      data-kind={planKindOf(object)}
      data-bar={object.id}
      data-critical={project.critical.has(object.id) || undefined}
      data-problem={problems > 0 || undefined}
      data-held={holder ? true : undefined}
      data-readonly={!project.canWrite || undefined}
      style={{
        gridColumn: `${first} / ${last + 1}`,
        ...(lead >= 0 && !isPoint && { '--lead': colourAt(lead) }),
        ...(holder && { outlineColor: holder.colour }),
      }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={1}
      aria-valuemax={project.axisMonths}
      aria-valuenow={first}
      aria-valuetext={valueText}
      aria-readonly={!project.canWrite}
      aria-describedby="gantt-keys"
      title={valueText}
      onKeyDown={keys.pressed}
      onFocus={() => {
        keys.remember();
        session.setPlace({ kind: 'plan', objectId: object.id as PlanObjectId });
      }}
      onPointerDown={grip('move')}
    >
      {!isPoint && <span className={classes.grip} data-end="start" onPointerDown={grip('start')} aria-hidden />}
      {lead >= 0 && !isPoint && (
        <span className={classes.lead} aria-hidden>
          {project.organisations[lead]?.number}
        </span>
      )}
      {problems > 0 && <IconAlertTriangle size={14} className={classes.mark} aria-hidden />}
      {!isPoint && <span className={classes.grip} data-end="end" onPointerDown={grip('end')} aria-hidden />}
      {project.canWrite && <LinkHandle object={object} />}
      {holder && (
        <span className={classes.holder} style={{ backgroundColor: holder.colour }} aria-hidden>
          {holder.name}
        </span>
      )}
    </div>
  );
}

/** By pointer alone, be it a finger: by keyboard dependencies are made in the table. */
function LinkHandle({ object }: { object: PlanObject }) {
  const { t } = useTranslation('plan');
  const start = useLinkDrag(object.id);
  return (
    <span
      className={classes.linkHandle}
      title={t('dependency.handle', { number: object.number })}
      onPointerDown={start}
      aria-hidden
    />
  );
}

function kindWords({ number, ...object }: PlanObject, t: TFunction<'plan'>): string {
  if ('venue' in object) return t('gantt.activity', { number: number.slice(1) });
  if ('isManagement' in object) return t('gantt.workPackage', { number: number.slice(2) });
  return t(`gantt.${object.kind}`, { number: number.slice(object.kind === 'milestone' ? 2 : 1) });
}

interface BesideBar extends Pick<GanttBarProps, 'holder'> {
  /** How many are open. */
  comments: number;
}

function useBarWords(object: PlanObject, period: Period, { holder, comments }: BesideBar) {
  const { t, i18n } = useTranslation(['plan', 'comments']);
  const { t: ofBaseline } = useTranslation('planBaseline');
  const { project, baseline } = usePlan();
  const textOf = useViolationText();
  const kind = kindWords(object, t);
  const texts = (project.violationsOf.get(object.id) ?? []).map(textOf);
  const words = [periodWords(period, project.project.startDate, i18n.language)];
  const before = object.after.flatMap((id) => project.spans.get(id)?.number ?? []);
  if (before.length > 0) words.push(t('gantt.after', { numbers: before.join(', ') }));
  if (project.critical.has(object.id)) words.push(t('gantt.critical'));
  if (texts.length > 0) words.push(t('gantt.problems', { count: texts.length, text: texts.join(' ') }));
  const slip = baseline?.slips.get(object.id);
  if (baseline && slip) {
    words.push(ofBaseline('since', { name: baseline.name, text: slipWords(ofBaseline, slip, 'month' in object) }));
  }
  if (comments > 0) words.push(t('openCount', { ns: 'comments', count: comments }));
  if (holder) words.push(t('gantt.held', { name: holder.name }));
  const label = t('gantt.bar', { kind, title: object.title || t('untitled') });
  return { label, valueText: words.join('; '), problems: texts.length };
}

function partOf(event: KeyboardEvent, object: PlanObject): BarPart {
  if ('month' in object) return 'move';
  return event.shiftKey ? 'end' : event.altKey ? 'start' : 'move';
}

function useBarKeys(object: PlanObject, period: Period, comment: () => void) {
  const { t, i18n } = useTranslation('plan');
  const { project, actions, announce, holdBriefly } = usePlan();
  const remembered = useRef(period);
  const cancel = () => {
    const { from, to } = remembered.current;
    if (from === period.from && to === period.to) return;
    actions.setPeriod(object.id, remembered.current);
    announce(t('gantt.cancelled', { text: periodWords(remembered.current, project.project.startDate, i18n.language) }));
  };
  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    if (isShortcut(event.nativeEvent, 'comment') || (event.key === 'F2' && event.shiftKey)) {
      event.preventDefault();
      return comment();
    }
    if (event.ctrlKey || event.metaKey) return;
    const months = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (months !== 0) {
      event.preventDefault();
      if (!project.canWrite) return;
      holdBriefly();
      actions.setPeriod(object.id, periodAfter(partOf(event, object), period, months, project.axisMonths));
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      focusNeighbour(event.currentTarget, event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.key === 'Escape') cancel();
    else if (event.key.toLowerCase() === 'c') comment();
    else if (event.key.toLowerCase() === 'd') focusSoon(`plan:${object.id}/after`);
    else if (event.key === 'Enter') focusSoon(`plan:${object.id}/${'month' in object ? 'month' : 'from'}`);
  };
  return { pressed, remember: () => void (remembered.current = period) };
}
