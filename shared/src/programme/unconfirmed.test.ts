import { expect, test } from 'vitest';
import { calls } from './calls.ts';
import { uncertainFigures } from './unconfirmed.ts';

test.each(calls.map((call) => [call.id, call] as const))(
  '%s: every figure that is not sourced is found once',
  (_, call) => {
    const figures = uncertainFigures(call);
    const written = JSON.stringify(call).match(/"confidence":"(?:unconfirmed|sourced-secondary)"/g) ?? [];
    expect(figures).toHaveLength(written.length);
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.every(({ path, value }) => path !== '' && value !== '')).toBe(true);
  },
);
