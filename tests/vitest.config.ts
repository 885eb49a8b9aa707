import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Unit, property and integration tests of every package, run from the root by `npm test`. */
export default defineConfig({
  root,
  test: {
    include: ['{shared,db,server,client,tests}/src/**/*.test.{ts,tsx}', 'tests/bench/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
