import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/{shared,main,architecture,acceptance,documents,renderer,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Forks, not threads: the driver of SQLite is native code, and a test that brings it down must only
    // take its own process with it.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A `test.only` left behind would make the rest of the file look green.
    allowOnly: false,
  },
})
