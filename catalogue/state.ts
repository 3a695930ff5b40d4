import type { PurposeState, TestPurpose } from '../model/requirement.ts';

/** State of a requirement: planned when nothing or not all is built, attested when people say, else automated. */
export function stateOf(requirement: string, purposes: readonly TestPurpose[]): PurposeState {
  const own = purposes.filter((purpose) => purpose.requirement === requirement);
  if (own.length === 0 || own.some((purpose) => purpose.state === 'planned')) return 'planned';
  return own.every((purpose) => purpose.state === 'attested') ? 'attested' : 'automated';
}
