// An object of the plan as what a comment is about, with the name that is shown when it is gone.
import type { CommentTarget } from '@adagia/shared/api/review';
import type { PlanObjectId } from '@adagia/shared/ids';
import type { PlanObject } from './plan-cells.tsx';

/** As the contract has it. */
const NAME_MAX = 600;

export function planTarget({ id, number, title }: PlanObject): Extract<CommentTarget, { kind: 'plan' }> {
  return { kind: 'plan', objectId: id as PlanObjectId, name: `${number} ${title}`.trim().slice(0, NAME_MAX) };
}
