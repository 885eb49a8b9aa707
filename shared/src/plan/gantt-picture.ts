// The plan as one picture on one page: an SVG for export, print and PNG, in the proportions of A4 across. Pure: the words are the
// caller's, and the colours those of paper, whatever the screen has.
import { colourAt } from '../person-colour.ts';
import { type Baseline, monthsOf } from './baseline.ts';
import { criticalPath, gapMonths, type PlanSpan, planSpans, readDependencies } from './dependencies.ts';
import { type PlanItem, planItems, planKindOf, type Workplan } from './workplan.ts';

export interface PictureInput {
  workplan: Workplan;
  /** Last month of the axis. */
  months: number;
  /** Last month of the project, where it is known. */
  duration: number | null;
  /** In the order of their numbers: P1 first. */
  organisations: readonly { id: string; number: string; name: string }[];
  title: string;
  untitled: string;
  /** Above the months: years, or whatever stands over more than one. */
  headings: readonly { month: number; span: number; text: string }[];
  /** The month that is now, with a fraction for the day; null when it is not on the axis. */
  today: number | null;
  /** The plan of a version, behind the bars of now; what has gone since is below them. */
  baseline?: Pick<Baseline, 'slips' | 'gone'> & {
    legend: string;
    /** Beside a bar: how it has slipped, in few letters. '' where it has not. */
    slipOf(item: PlanItem): string;
  };
  legend: { critical: string; today: string; deliverable: string; milestone: string };
}

/** A4 across, four units a millimetre. */
export const PICTURE_WIDTH = 1188;
export const PICTURE_HEIGHT = 840;
const MARGIN = 32;
const HEAD = 92;
const FOOT = 56;
const LABELS = 300;
/** A row of a plan with few parts; with many they shrink until all fit on the page. */
const ROW_MAX = 24;

interface Scale {
  row: number;
  month: number;
  font: number;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** XML knows no control characters, not even escaped. */
const safe = (text: string): string =>
  text.replaceAll(/[\p{Cc}\uD800-\uDFFF\uFFFE\uFFFF]/gu, ' ').replaceAll(/[&<>"]/g, (one) => escapes[one] ?? one);
const round = (value: number): number => Math.round(value * 100) / 100;

type Attributes = Readonly<Record<string, string | number | undefined>>;

function element(name: string, attributes: Attributes, content = ''): string {
  const all = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const written = all.map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : safe(value ?? '')}"`,
  );
  return `<${name}${written.join('')}${content ? `>${content}</${name}>` : '/>'}`;
}

const text = (x: number, y: number, size: number, words: string, more: Attributes = {}): string =>
  element('text', { x, y, 'font-size': size, ...more }, safe(words));

/** Letters are about half as wide as they are high. */
function shortened(words: string, width: number, size: number): string {
  const most = Math.max(3, Math.floor(width / (size * 0.52)));
  return words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;
}

const xOf = (month: number, { month: width }: Scale): number => MARGIN + LABELS + (month - 1) * width;
const yOf = (row: number, { row: height }: Scale): number => MARGIN + HEAD + row * height;

function axis({ months, duration, headings, today, legend }: PictureInput, rows: number, scale: Scale): string {
  const [top, bottom] = [yOf(0, scale), yOf(rows, scale)];
  const lines = Array.from({ length: months + 1 }, (_, index) => {
    const x = xOf(index + 1, scale);
    return element('line', { x1: x, x2: x, y1: top, y2: bottom, stroke: '#dee2e6', 'stroke-width': 0.5 });
  });
  const numbers = Array.from({ length: months }, (_, index) =>
    text(xOf(index + 1.5, scale), top - 6, 9, index === 0 ? 'M1' : String(index + 1), { 'text-anchor': 'middle' }),
  );
  const years = headings.map((one) => text(xOf(one.month, scale) + 2, top - 20, 10, one.text, { 'font-weight': 700 }));
  const beyond =
    duration === null || duration >= months
      ? ''
      : element('rect', {
          x: xOf(duration + 1, scale),
          y: top,
          width: (months - duration) * scale.month,
          height: bottom - top,
          fill: '#f1f3f5',
        });
  const x = today === null ? 0 : xOf(today, scale);
  const now =
    today === null
      ? ''
      : element('line', { x1: x, x2: x, y1: top - 4, y2: bottom, stroke: '#c92a2a', 'stroke-dasharray': '4 2' }) +
        text(x, top - 32, 9, legend.today, { 'text-anchor': 'middle', fill: '#c92a2a' });
  return beyond + lines.join('') + numbers.join('') + years.join('') + now;
}

interface Row {
  item: PlanItem;
  index: number;
  isCritical: boolean;
}

function label({ item, index }: Row, { untitled }: PictureInput, scale: Scale, isGone = false): string {
  const isHost = 'isManagement' in item;
  const x = MARGIN + (isHost ? 0 : 12);
  const words = shortened(`${item.number} ${item.title || untitled}`, LABELS - (isHost ? 8 : 20), scale.font);
  const baseline = yOf(index, scale) + scale.row / 2 + scale.font * 0.35;
  return text(x, baseline, scale.font, words, {
    'font-weight': isHost && !isGone ? 700 : undefined,
    'text-decoration': isGone ? 'line-through' : undefined,
    fill: isGone ? '#868e96' : undefined,
  });
}

function mark(row: Row, input: PictureInput, scale: Scale): string {
  const { item, index, isCritical } = row;
  const lead = input.organisations.findIndex((one) => one.id === item.lead && one.id !== '');
  const fill = lead < 0 ? '#495057' : colourAt(lead);
  const outline: Attributes = isCritical ? { stroke: '#000000', 'stroke-width': 2 } : {};
  const middle = yOf(index, scale) + scale.row / 2;
  if ('month' in item)
    return item.month === null ? '' : point(item.kind, xOf(item.month + 1, scale), middle, scale, outline);
  if (item.from === null || item.to === null) return '';
  const [first, last] = [Math.min(item.from, item.to), Math.max(item.from, item.to)];
  const height = scale.row * (planKindOf(item) === 'wp' ? 0.8 : 0.66);
  const [x, width] = [xOf(first, scale), (last - first + 1) * scale.month];
  const bar = element('rect', {
    x,
    y: middle - height / 2,
    width,
    height,
    rx: Math.min(3, height / 3),
    fill,
    ...outline,
  });
  const size = height * 0.7;
  const number = input.organisations[lead]?.number ?? '';
  const hasRoom = number !== '' && size >= 4 && width > number.length * size;
  const words = { fill: '#ffffff', 'text-anchor': 'middle' };
  return bar + (hasRoom ? text(x + width / 2, middle + size * 0.35, size, number, words) : '');
}

const GHOST: Attributes = { fill: '#dee2e6', stroke: '#868e96', 'stroke-width': 0.75, 'stroke-dasharray': '3 2' };

/** Months that something had in the baseline: higher than its bar, which is drawn over it. */
function ghost(item: PlanItem, index: number, { baseline, months }: PictureInput, scale: Scale): string {
  const was = baseline?.slips.get(item.id)?.was ?? (baseline?.gone.includes(item) ? monthsOf(item) : null);
  if (!was) return '';
  const [first, last] = [Math.min(was.from, months), Math.min(was.to, months)];
  const x = 'month' in item ? last : first;
  const y = yOf(index, scale) + scale.row * 0.04;
  return element('rect', {
    x: xOf(x, scale),
    y,
    width: (last - x + 1) * scale.month,
    height: scale.row * 0.92,
    ...GHOST,
  });
}

/** Behind the bar where there is room, else before it. */
function slipText({ item, index }: Row, { baseline }: PictureInput, scale: Scale): string {
  const words = baseline?.slipOf(item) ?? '';
  const is = monthsOf(item);
  if (!words || !is) return '';
  const last = Math.max(is.to, baseline?.slips.get(item.id)?.was?.to ?? 0) + 1;
  const size = scale.font * 0.8;
  const hasRoom = xOf(last, scale) + words.length * size * 0.6 < PICTURE_WIDTH - MARGIN;
  const x = hasRoom ? xOf(last, scale) + 3 : xOf(is.from, scale) - 3;
  const y = yOf(index, scale) + scale.row / 2 + size * 0.35;
  return text(x, y, size, words, { 'text-anchor': hasRoom ? 'start' : 'end', 'font-style': 'italic' });
}

/** At the end of its month. */
function point(kind: 'deliverable' | 'milestone', x: number, y: number, { row }: Scale, outline: Attributes): string {
  const half = Math.min(7, row * 0.36);
  if (kind === 'deliverable') return element('circle', { cx: x - half, cy: y, r: half, fill: '#212529', ...outline });
  const corners = [
    `${round(x - 2 * half)},${round(y)}`,
    `${round(x - half)},${round(y - half)}`,
    `${round(x)},${round(y)}`,
  ];
  return element('polygon', {
    points: [...corners, `${round(x - half)},${round(y + half)}`].join(' '),
    fill: '#212529',
    ...outline,
  });
}

function link(before: PlanSpan, after: PlanSpan, rows: readonly [number, number], scale: Scale): string {
  const gap = gapMonths(before, after);
  if (gap === null || before.to === null || after.from === null) return '';
  const [y1, y2] = rows.map((row) => yOf(row + 0.5, scale)) as [number, number];
  const [x1, x2] = [xOf(before.to + 1, scale), xOf(after.isPoint ? after.from + 1 : after.from, scale)];
  const turn = y1 + (y2 > y1 ? 0.5 : -0.5) * scale.row;
  const path = `M ${round(x1)} ${round(y1)} h 3 V ${round(turn)} H ${round(x2 - 4)} V ${round(y2)} h 4 m -3 -2.5 l 3 2.5 l -3 2.5`;
  const late = gap < 0 ? { stroke: '#c92a2a', 'stroke-dasharray': '3 2' } : { stroke: '#343a40' };
  return element('path', { d: path, fill: 'none', 'stroke-width': 1, ...late });
}

function legend({ organisations, legend: words, baseline }: PictureInput, hasCritical: boolean, scale: Scale): string {
  const y = PICTURE_HEIGHT - MARGIN - 8;
  const cell = (PICTURE_WIDTH - 2 * MARGIN) / Math.max(1, organisations.length);
  const leads = organisations.map(({ number, name }, index) => {
    const x = MARGIN + index * cell;
    const box = element('rect', { x, y: y - 24, width: 10, height: 10, fill: colourAt(index) });
    return box + text(x + 14, y - 15, 9, shortened(`${number} ${name}`, cell - 18, 9));
  });
  const signs = [
    point('deliverable', MARGIN + 10, y - 3, { ...scale, row: 14 }, {}) + text(MARGIN + 14, y, 9, words.deliverable),
    point('milestone', MARGIN + 150, y - 3, { ...scale, row: 14 }, {}) + text(MARGIN + 154, y, 9, words.milestone),
  ];
  const frame = { x: MARGIN + 280, y: y - 8, width: 14, height: 8, fill: 'none', stroke: '#000000', 'stroke-width': 2 };
  const critical = hasCritical ? element('rect', frame) + text(MARGIN + 300, y, 9, words.critical) : '';
  const x = MARGIN + 620;
  const then = baseline
    ? element('rect', { x, y: y - 9, width: 18, height: 10, ...GHOST }) +
      text(x + 24, y, 9, shortened(baseline.legend, PICTURE_WIDTH - MARGIN - x - 24, 9))
    : '';
  return leads.join('') + signs.join('') + critical + then;
}

/** @returns a whole SVG document; every part of the plan has its row on the one page */
export function ganttPicture(input: PictureInput): string {
  const items = planItems(input.workplan);
  const space = PICTURE_HEIGHT - 2 * MARGIN - HEAD - FOOT;
  const gone = input.baseline?.gone ?? [];
  const count = items.length + gone.length;
  const row = Math.min(ROW_MAX, space / Math.max(1, count));
  const month = (PICTURE_WIDTH - 2 * MARGIN - LABELS) / input.months;
  const scale: Scale = { row, month, font: Math.min(11, row * 0.72) };
  const spans = planSpans(input.workplan);
  const dependencies = readDependencies(spans);
  const critical = criticalPath(spans, dependencies);
  const rows = items.map((item, index): Row => ({ item, index, isCritical: critical.has(item.id) }));
  const rowOf = new Map(items.map((item, index) => [item.id, index]));
  const links = dependencies.map((one) => {
    const [before, after] = [spans.get(one.before), spans.get(one.after)];
    const at = [rowOf.get(one.before) ?? 0, rowOf.get(one.after) ?? 0] as const;
    return before && after ? link(before, after, at, scale) : '';
  });
  const parts = [
    element('rect', { width: PICTURE_WIDTH, height: PICTURE_HEIGHT, fill: '#ffffff' }),
    text(MARGIN, MARGIN + 18, 18, shortened(input.title, PICTURE_WIDTH - 2 * MARGIN, 18), { 'font-weight': 700 }),
    axis(input, count, scale),
    ...rows.map(
      (one) =>
        label(one, input, scale) +
        ghost(one.item, one.index, input, scale) +
        mark(one, input, scale) +
        slipText(one, input, scale),
    ),
    ...gone.map((item, at) => {
      const index = items.length + at;
      return label({ item, index, isCritical: false }, input, scale, true) + ghost(item, index, input, scale);
    }),
    ...links,
    legend(input, critical.size > 0, scale),
  ];
  const size = { width: PICTURE_WIDTH, height: PICTURE_HEIGHT, viewBox: `0 0 ${PICTURE_WIDTH} ${PICTURE_HEIGHT}` };
  const font = { 'font-family': 'system-ui, sans-serif', fill: '#212529' };
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size, ...font }, parts.join(''));
}
