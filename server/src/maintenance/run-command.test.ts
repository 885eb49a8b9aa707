import { expect, test } from 'vitest';
import { stamp } from './run-command.ts';

test('copies made within one second have names of their own, which sort', () => {
  const stamps = [41_123, 41_124, 42_000].map((ms) => stamp(new Date(ms)));
  expect(stamps).toEqual(['1970-01-01T00-00-41-123', '1970-01-01T00-00-41-124', '1970-01-01T00-00-42-000']);
});
