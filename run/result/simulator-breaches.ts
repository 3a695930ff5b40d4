import { faultById } from '../../mocks/faults/index.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Finding } from '../../model/result.ts';

/** True when the answer in question was given under an armed fault that announces a violation of this very requirement. */
export function isAnnounced(finding: Pick<Finding, 'requirement' | 'place'>, entry: (id: string) => Pick<Exchange, 'fault'> | undefined): boolean {
  const fault = entry(finding.place.exchange)?.fault ?? null;
  return fault !== null && faultById(fault)?.definition.violates.includes(finding.requirement) === true;
}
/** Marks a harness error that says: a simulator of ours broke a requirement and nothing announced it. */
export const breachPrefix = 'simulator: ';

/** What our simulators did wrong without being told to (DESIGN, rule 2): an error of the harness, for what the SUT met was not what the test says. */
export function breachesOf(findings: readonly Finding[]): string[] {
  return findings.map((one) => `${breachPrefix}${one.requirement} at ${one.place.exchange}: ${one.title.en}: ${one.actual}`);
}
