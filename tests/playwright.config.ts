// Browser tests: a real Chromium, a real server process on its own port with its own data folder per test file.
import { defineConfig } from '@playwright/test';
import { chromiumFlags, chromiumPath } from './e2e/support/chromium-path.ts';

const executablePath = await chromiumPath();

export default defineConfig({
  testDir: './e2e',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: false,
  // Two people's browsers and a server already fill two cores.
  workers: 1,
  // A machine that others use now and then does two things in an order that no person would. What fails twice fails; what failed
  // once is listed as flaky, and is to be mended.
  retries: process.env.CI === undefined ? 0 : 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    headless: true,
    launchOptions: { executablePath, args: chromiumFlags },
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Athens',
    // Recording takes nearly as long again as the test itself: only what failed once is recorded. By hand: `--trace on`.
    trace: 'on-first-retry',
    actionTimeout: 15_000,
  },
});
