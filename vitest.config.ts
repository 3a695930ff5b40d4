import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', 'dist/**', '.stryker-tmp/**'],
    // Files share a worker's modules: what is read once (tables, rules, plans) is read once, and a run takes a fraction of the time.
    // A test that changes something for the whole process puts it back.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
