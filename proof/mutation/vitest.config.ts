import { defineConfig } from 'vitest/config';

/** The unit tests of one area (areas.ts); the mutation run names them. Threads start faster than processes, and there are thousands of starts. */
export default defineConfig({
  test: {
    include: (process.env.TOETSSTEEN_MUTATION_TESTS ?? '').split(',').filter((one) => one !== ''),
    // Proofs judge hundreds of whole resources a test: a mutation run would take hours.
    exclude: ['node_modules/**', '.stryker-tmp/**', 'fhir/proof/**'],
    pool: 'threads',
    // Each mutant starts a worker of its own; within it the test files share what they load.
    isolate: false,
    testTimeout: 30_000,
  },
});
