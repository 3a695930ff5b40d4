/** A part of the house whose tests are put to the proof. Patterns are from the project's root. */
export interface Area {
  /** Source files that are mutated; a leading `!` leaves files out. */
  readonly mutate: readonly string[];
  /** The unit tests that must notice. End-to-end and start-up tests stay out: they would make the run take hours. */
  readonly tests: readonly string[];
  /** Lowest share of mutants noticed, in percent. */
  readonly atLeast: number;
}
/** Tests, and what only tests use. */
const tests = ['!**/*.test.ts', '!**/testing.ts', '!rules/well-formed.ts', '!**/tools/**'];

/** A new area is one entry here, and its remaining survivors in survivors.yaml. */
export const areas: Readonly<Record<string, Area>> = {
  rules: {
    mutate: ['rules/**/*.ts', 'run/verdicts/*.ts', ...tests],
    tests: ['rules/**/*.test.ts', 'run/verdicts/*.test.ts'],
    atLeast: 90,
  },
  fhir: {
    mutate: ['fhir/validate/**/*.ts', 'fhir/snapshot/**/*.ts', 'fhir/codec/**/*.ts', ...tests],
    tests: ['fhir/**/*.test.ts'],
    atLeast: 90,
  },
};
