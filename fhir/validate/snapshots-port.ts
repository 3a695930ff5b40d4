import type { Structure } from '../definitions/structure.ts';

/** What validation asks of `fhir/snapshot`. */
export interface SnapshotsPort {
  of(canonical: string): SnapshotAnswer;
}
export type SnapshotAnswer =
  | { readonly kind: 'ok'; readonly structure: Structure; readonly notTested: readonly { readonly element: string; readonly canonical: string }[] }
  | { readonly kind: 'unknown'; readonly canonical: string }
  | { readonly kind: 'broken'; readonly canonical: string; readonly why: string };
