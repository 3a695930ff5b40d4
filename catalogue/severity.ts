import type { Basis, Confidence, Level, Requirement, Severity } from '../model/requirement.ts';
import type { Profile } from '../model/roles.ts';
import { profilesSelecting } from './roles.ts';

/** What a violation may become, by basis and confidence, before the level makes it milder (spec README, "Reading a requirement"). */
export const byBasis: Readonly<Record<Basis, Readonly<Record<Confidence, Severity>>>> = {
  published: { high: 'fail', medium: 'fail', low: 'warning' },
  reported: { high: 'fail', medium: 'warning', low: 'warning' },
  /** Only when the tested profile is that draft; `warning` otherwise. */
  draft: { high: 'fail', medium: 'fail', low: 'warning' },
  inferred: { high: 'warning', medium: 'warning', low: 'warning' },
};
export const mildestByLevel: Readonly<Record<Level, Severity>> = { MUST: 'fail', SHOULD: 'warning', MAY: 'remark' };
const order: readonly Severity[] = ['remark', 'warning', 'fail'];
/** The milder of two. */
export const milder = (one: Severity, other: Severity): Severity => (order.indexOf(one) <= order.indexOf(other) ? one : other);

/** The one severity table: level, basis, confidence and profile decide what a violation of a requirement may become. */
export function severityOf(requirement: Pick<Requirement, 'level' | 'basis' | 'confidence' | 'profile'>, claimed: readonly Profile[]): Severity {
  const base = byBasis[requirement.basis][requirement.confidence];
  // A draft is judged hard only where the claim names it as the profile under test.
  const drafted = requirement.basis === 'draft' && (requirement.profile === 'default' || !profilesSelecting(requirement.profile).some((profile) => claimed.includes(profile)));
  const byText = drafted ? 'warning' : base;
  return milder(byText, mildestByLevel[requirement.level]);
}
