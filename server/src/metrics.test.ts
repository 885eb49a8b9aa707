import { expect, test } from 'vitest';
import { Metrics } from './metrics.ts';

test('a time that is negative, because the clock was set back meanwhile, counts as none', async () => {
  const metrics = new Metrics();
  metrics.committed(-3_600_000);
  metrics.acknowledged(-3_600_000);
  const page = await metrics.registry.metrics();
  for (const name of ['commit', 'acknowledgement']) {
    expect(page).toContain(`adagia_${name}_seconds_sum 0\n`);
    expect(page).toContain(`adagia_${name}_seconds_count 1\n`);
  }
});
