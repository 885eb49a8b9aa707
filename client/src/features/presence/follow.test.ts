import { expect, it } from 'vitest';
import { nextAttention } from './follow.ts';
import { userId } from './testing/bare-session.ts';

it('51: the first click jumps, the second follows, the third stops', () => {
  const ana = userId('ana');
  const jumped = nextAttention(null, ana);
  expect(jumped).toEqual({ userId: ana, isFollowing: false });
  const following = nextAttention(jumped, ana);
  expect(following).toEqual({ userId: ana, isFollowing: true });
  expect(nextAttention(following, ana)).toBeNull();
});

it('a click on somebody else jumps to them and follows nobody', () => {
  const ben = userId('ben');
  expect(nextAttention({ userId: userId('ana'), isFollowing: true }, ben)).toEqual({ userId: ben, isFollowing: false });
});
