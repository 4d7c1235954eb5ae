import { defineConfig } from 'vitest/config'

// Two projects: `fast` is the test command (minutes); `long` holds what takes more than seconds: faults, soaks, guides, random messages.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          // Files share a process and its modules, which hold nothing but caches: loading them for each file took a third of the time.
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.long.test.ts'],
          // Some start the command line several times, which a busy machine makes slow.
          testTimeout: 120_000,
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'long',
          include: ['tests/**/*.long.test.ts'],
          expect: { poll: { timeout: 10_000 } },
          testTimeout: process.env['RUNG_TEST_FULL'] === '1' ? 4 * 3_600_000 : 900_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
