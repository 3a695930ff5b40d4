/** Snapshots from differentials, STU3 and R4. `docs/fhir-snapshots.md` tells the whole. */
export type { ElementNode } from './element-node.ts';
export { snapshotIssueTexts, type SnapshotIssue, type SnapshotIssueCode } from './issue.ts';
export type { NotTested } from './not-tested.ts';
export { createSnapshots, type SnapshotOptions, type SnapshotResult, type Snapshots } from './snapshots.ts';
