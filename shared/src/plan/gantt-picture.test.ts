import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextdoor } from '../budget/examples.fixture.ts';
import { comparePlans } from './baseline.ts';
import { ganttPicture, PICTURE_HEIGHT, PICTURE_WIDTH, type PictureInput } from './gantt-picture.ts';
import { planItems, readWorkplan } from './workplan.ts';

const pictured = (said: Partial<PictureInput> = {}) => {
  const { plan, organisations } = nextdoor();
  plan.set('A2.2/after:A2.1', true).set('D/kind', 'deliverable').set('D/wp', 'WP2').set('D/month', 6);
  plan.set('M/kind', 'milestone').set('M/month', 24);
  const input: PictureInput = {
    workplan: readWorkplan(plan),
    months: 24,
    duration: 24,
    organisations: organisations.map(({ id, legalName }) => ({ id, number: id, name: legalName })),
    title: 'Next Door',
    untitled: 'without a title',
    headings: [{ month: 1, span: 2, text: '2026' }],
    today: 3.5,
    legend: { critical: 'critical path', today: 'today', deliverable: 'deliverable', milestone: 'milestone' },
    ...said,
  };
  return { svg: ganttPicture(input), input };
};

/** x, y of every element that has both. */
const positions = (svg: string) =>
  [...svg.matchAll(/ (?:x|cx)="(-?[\d.]+)" (?:y|cy)="(-?[\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)] as const);

describe('the plan as one page', () => {
  it('has every part, its lead, links, today, and the end of the project', () => {
    const { svg, input } = pictured({ months: 30 });
    for (const { number } of planItems(input.workplan)) expect(svg).toContain(`>${number} `);
    for (const words of [
      'Next Door',
      '2026',
      'today',
      'P1 Thalassa',
      'milestone',
      'deliverable',
      'critical path',
      '#f1f3f5',
    ]) {
      expect(svg).toContain(words);
    }
    // A2.2 begins before A2.1 has ended.
    expect(svg.match(/stroke-dasharray="3 2"/g)).toHaveLength(1);
  });

  it('has the bars of a version behind those of now, says what has slipped, and lists what has gone', () => {
    const { input } = pictured();
    const then = nextdoor().plan;
    then
      .set('A2.1/to', 9)
      .set('X/kind', 'activity')
      .set('X/from', 2)
      .set('X/to', 4)
      .set('X/title', 'A visit that went');
    const was = { workplan: readWorkplan(then), startDate: null };
    const baseline = comparePlans(was, { workplan: input.workplan, startDate: null });
    const slipOf = ({ id }: { id: string }) => (baseline.slips.get(id)?.endMonths ? `slip of ${id}` : '');
    const { svg } = pictured({ baseline: { ...baseline, legend: 'As sent', slipOf } });
    expect(svg.match(/#868e96" stroke-width/g)).toHaveLength(
      [...baseline.slips.values()].filter(({ was: months }) => months).length + 2,
    );
    for (const words of ['As sent', 'slip of A2.1', 'A visit that went']) expect(svg).toContain(words);
    for (const [x, y] of positions(svg)) {
      expect(x).toBeLessThanOrEqual(PICTURE_WIDTH);
      expect(y).toBeLessThanOrEqual(PICTURE_HEIGHT);
    }
  });

  it.each([1, 40, 400])('fits on the page with %d parts', (count) => {
    const plan = new Map<string, string | number>();
    for (let index = 0; index < count; index += 1) {
      plan
        .set(`a${index}/kind`, 'activity')
        .set(`a${index}/from`, 1 + (index % 36))
        .set(`a${index}/to`, 36);
    }
    const { svg } = pictured({ workplan: readWorkplan(plan), months: 36 });
    expect(svg.match(/<rect [^>]*rx=/g)).toHaveLength(count);
    for (const [x, y] of positions(svg)) {
      expect(x >= 0 && x <= PICTURE_WIDTH && y >= 0 && y <= PICTURE_HEIGHT).toBe(true);
    }
  });

  it('is well-formed whatever a title holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (title) => {
        const { svg } = pictured({ title: `<b>"&${title}` });
        expect(svg).toContain('&lt;b&gt;');
        expect(svg).not.toMatch(/\p{Cc}|&(?!amp;|lt;|gt;|quot;)/u);
        expect(svg.match(/<text/g)?.length).toBe(svg.match(/<\/text>/g)?.length);
      }),
    );
  });
});
