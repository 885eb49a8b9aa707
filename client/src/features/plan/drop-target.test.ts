import { nextdoor } from '@adagia/shared/budget/examples.fixture';
import { readWorkplan } from '@adagia/shared/plan/workplan';
import { describe, expect, it } from 'vitest';
import { dropTarget } from './drop-target.ts';

const plan = readWorkplan(nextdoor().plan);

describe('dropping a row of the plan', () => {
  it.each([
    [
      'an activity before another',
      'A2.1',
      'A3.2',
      true,
      { workPackageId: 'WP3', index: 1, rowId: 'A3.2', side: 'before' },
    ],
    [
      'an activity after another',
      'A2.1',
      'A3.2',
      false,
      { workPackageId: 'WP3', index: 2, rowId: 'A3.2', side: 'after' },
    ],
    ['an activity within its own', 'A2.1', 'A2.3', false, { workPackageId: 'WP2', index: 2 }],
    [
      'an activity onto a work package',
      'A2.1',
      'WP4',
      true,
      { workPackageId: 'WP4', index: 0, rowId: 'WP4', side: 'after' },
    ],
    ['a work package down', 'WP2', 'WP4', true, { kind: 'wp', index: 2, rowId: 'A4.3', side: 'after' }],
    [
      'a work package up, over an activity',
      'WP5',
      'A3.1',
      true,
      { kind: 'wp', index: 1, rowId: 'WP3', side: 'before' },
    ],
  ])('%s', (_, draggedId, overId, isUpperHalf, target) => {
    expect(dropTarget(plan, draggedId, overId, isUpperHalf)).toMatchObject(target);
  });

  it.each([
    ['an activity into project management', 'A2.1', 'WP1'],
    ['an activity onto itself', 'A2.1', 'A2.1'],
    ['a work package before project management', 'WP2', 'WP1'],
    ['anything onto a row that has gone', 'A2.1', 'gone'],
  ])('is not possible for %s', (_, draggedId, overId) => {
    expect(dropTarget(plan, draggedId, overId, true)).toBeNull();
  });
});
