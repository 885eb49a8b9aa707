import { expect, test } from 'vitest';
import { PARTNERS_SECTION } from './comment-places.ts';
import { noticePath } from './notice-path.ts';
import { BUDGET_SECTION, PLAN_SECTION } from './writing-rights.ts';

test.each([
  ['mention', 'thread-1', 'relevance', '/p/x/write#comment%3Athread-1'],
  ['reply', 'thread-1', 'relevance', '/p/x/write#comment%3Athread-1'],
  ['reply', 'thread-1', BUDGET_SECTION, '/p/x/budget#comment%3Athread-1'],
  ['task', 'thread-1', 'relevance', '/p/x/write#comment%3Athread-1'],
  ['reply', 'thread-1', PLAN_SECTION, '/p/x/plan#comment%3Athread-1'],
  ['mention', 'thread-1', PARTNERS_SECTION, '/p/x/partners#comment%3Athread-1'],
  ['assigned', 'answer:motivation', 'relevance', '/p/x/write#answer%3Amotivation'],
  ['assigned', 'relevance', 'relevance', '/p/x/write#section%3Arelevance'],
  ['assigned', PLAN_SECTION, PLAN_SECTION, '/p/x/plan'],
  ['assigned', BUDGET_SECTION, BUDGET_SECTION, '/p/x/budget'],
  ['request', 'request-1', '', '/p/x/people'],
  ['reminder', 'organisation-1', '', '/p/x/partners/organisation-1'],
  ['role', '', '', '/p/x/write'],
  ['of a newer version', 'y', 'z', '/p/x/write'],
])('%s of %s in %s leads to its place', (kind, target, sectionId, path) => {
  expect(noticePath({ kind, proposalId: 'x', target, sectionId })).toBe(path);
});
