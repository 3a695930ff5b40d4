import { z } from 'zod';
import type { Requirement } from '../model/requirement.ts';

const filled = z.string().trim().min(1, 'must not be empty');

/**
 * One entry of `requirements/*.yaml` as it is written there. Strict: a field that is not listed here would be lost
 * without a sound, so it is refused.
 */
export const requirementEntry = z.strictObject({
  id: z.string().regex(/^[A-Z]+(-[A-Z0-9]+)*-[0-9]+[a-z]?$/, 'must look like TWIIN-NET-01: capitals, hyphens, a number'),
  source: z.strictObject({ document: filled, version: filled, section: filled, url: z.string().min(1) }),
  clause: filled.nullable().optional(),
  actor: filled,
  level: z.enum(['MUST', 'SHOULD', 'MAY']),
  basis: z.enum(['published', 'reported', 'draft', 'inferred']),
  confidence: z.enum(['high', 'medium', 'low']),
  basis_note: filled.optional(),
  statement: filled,
  check: filled,
  use_case: filled,
  subject: z.enum(['sut', 'simulator', 'organisation', 'harness']),
  observe: z.enum(['request', 'response', 'tls', 'trace', 'readout', 'attest', 'none']),
  roles: z.array(filled).refine((roles) => new Set(roles).size === roles.length, 'must not name a role twice'),
  safety: z.boolean(),
  profile: filled,
  negative: z.boolean(),
  review: filled.optional(),
});

export type RequirementEntry = z.infer<typeof requirementEntry>;

/** From the names of the files to the names of the model. `clause` is null unless a norm holder filled it. */
export function toRequirement(entry: RequirementEntry): Requirement {
  const { use_case: useCase, basis_note: basisNote, clause, review, ...same } = entry;
  return {
    ...same,
    clause: clause ?? null,
    useCase,
    ...(basisNote === undefined ? {} : { basisNote }),
    ...(review === undefined ? {} : { review }),
  };
}
