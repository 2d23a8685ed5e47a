import { defineConfig } from 'playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  // One window at a time: focus and clipboard belong to the whole display.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  // Only reached when something hangs: an office PC or a busy machine may take several times what a quiet one does.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: { trace: 'off', screenshot: 'only-on-failure' },
})
