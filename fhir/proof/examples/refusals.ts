import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { FhirFinding } from '../../finding.ts';

/**
 * A finding on an official resource that is right, read by hand beside the definition that asks. `resources` is a regular expression on
 * `package/…/name`; `count`, where given, is how many resources have it, so that one more is noticed.
 */
export interface Refusal {
  readonly resources: string;
  readonly code: string;
  readonly invariant?: string;
  /** Canonical, without version, of the definition that asks. */
  readonly profile?: string;
  readonly element?: string;
  readonly count: number;
  readonly why: string;
}
const refusal = z.strictObject({
  resources: z.string(), code: z.string(), invariant: z.string().optional(), profile: z.string().optional(), element: z.string().optional(), count: z.int().positive(), why: z.string().min(20),
});

/** The data file. @throws {Error} when it is not of its form */
export function readRefusals(text: string = readFileSync(new URL('refusals.yaml', import.meta.url), 'utf8')): readonly Refusal[] {
  return z.array(refusal).parse(parse(text)) as readonly Refusal[];
}
/** Whether a refusal explains a finding on a resource. */
export function explains(one: Refusal, resource: string, finding: FhirFinding): boolean {
  return one.code === finding.code && (one.invariant === undefined || one.invariant === finding.invariant) && (one.element === undefined || one.element === finding.element)
    && (one.profile === undefined || one.profile === finding.profile?.split('|')[0]) && new RegExp(one.resources).test(resource);
}
