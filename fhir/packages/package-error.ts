import type { Text } from '../../model/text.ts';

/** Why a package was not taken in. */
export type PackageProblem =
  | 'not-found' | 'not-a-package' | 'too-large' | 'too-many-files' | 'name-unknown' | 'fhir-version-unknown' | 'illegal-name'
  | 'already-installed' | 'not-installed' | 'hash-differs' | 'server-refused' | 'server-unreachable' | 'server-answer-malformed' | 'version-unknown' | 'wrong-package';

/** A package that can't be taken in, with a sentence for people and what to do. */
export class PackageError extends Error {
  readonly problem: PackageProblem;
  readonly text: Text;
  constructor(problem: PackageProblem, text: Text) {
    super(text.en);
    this.name = 'PackageError';
    this.problem = problem;
    this.text = text;
  }
}
