import type { TestPurpose } from '../../model/requirement.ts';
import type { Evidence, Finding } from '../../model/result.ts';
import type { Role } from '../../model/roles.ts';
import type { Passed, Unjudged } from '../judge/judge.ts';

/** What a sender's messages show besides their own purposes: it also serves data. Every role shows its own. */
const impliedBySender: readonly Role[] = ['bgz-holder', 'api-provider'];
/** Whether what a rule found of a message, or a trace, of this role says something about a purpose. */
export function serving(role: Role, purpose: TestPurpose, trace: boolean): boolean {
  if (role === purpose.role) return true;
  if (role === 'twiin-sender' && impliedBySender.includes(purpose.role)) return true;
  // A trace of a sender's or receiver's case also shows how it used the address book.
  return trace && purpose.role === 'zorgab-client' && (role === 'twiin-sender' || role === 'twiin-receiver');
}

/** Passes that show what a test purpose asks to be shown. */
export function evidenceFor(purpose: TestPurpose, passed: readonly Passed[], isTrace: (rule: string) => boolean): Evidence[] {
  return passed.filter((one) => matches(purpose, one, isTrace)).map((one) => ({ purpose: purpose.id, rule: one.rule, exchange: one.exchange, seen: one.seen }));
}
function matches(purpose: TestPurpose, one: Passed | Unjudged, isTrace: (rule: string) => boolean): boolean {
  if (one.rule !== purpose.rule || !one.requirements.includes(purpose.requirement)) return false;
  const trace = isTrace(one.rule);
  if (!serving(one.role, purpose, trace)) return false;
  if (purpose.stimulus.valid) return trace || one.stimulus === null;
  return one.stimulus === purpose.stimulus.name || (trace && one.stimulus === null);
}
export function unjudgedFor(purpose: TestPurpose, unjudged: readonly Unjudged[], isTrace: (rule: string) => boolean): Unjudged[] {
  return unjudged.filter((one) => matches(purpose, one, isTrace));
}
export function findingsFor(purpose: TestPurpose, findings: readonly Finding[], isTrace: (rule: string) => boolean): Finding[] {
  return findings.filter((one) => one.rule === purpose.rule && one.requirement === purpose.requirement && serving(one.role, purpose, isTrace(one.rule)));
}
