import { expect, it } from 'vitest';
import { calls } from '../programme/calls.ts';
import { writeRulesPage } from './write-rules-page.ts';

it('RULES.md says what the rules are (renew it with `vitest -u` and this file)', async () => {
  await expect(writeRulesPage(calls)).toMatchFileSnapshot('../../../RULES.md');
});
