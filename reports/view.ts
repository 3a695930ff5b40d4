import type { Text } from '../model/text.ts';
import type { CaseResult, Finding, RequirementResult, RunResult, Verdict } from '../model/result.ts';

/** Where a finding stands in a report; each finding stands in exactly one place. */
export type Section = 'safety' | 'fail' | 'inconclusive' | 'warning' | 'remark';

/** Findings that say the same thing about one requirement: shown once, with the places where it was seen. */
export interface FindingGroup {
  /** In the order of the run; the first is shown in full. */
  readonly findings: readonly [Finding, ...Finding[]];
  readonly requirement: RequirementResult | null;
}

/** One reason for which requirements are inconclusive or, though built, not tested. */
export interface OpenReason { readonly verdict: 'inconclusive' | 'not-tested'; readonly reason: Text | null; readonly requirements: readonly [RequirementResult, ...RequirementResult[]] }

/** A result, ordered the way a reader wants it: gravest first, like with like. */
export interface ResultView {
  readonly groups: Readonly<Record<Section, readonly FindingGroup[]>>;
  readonly byVerdict: Readonly<Record<Verdict, readonly RequirementResult[]>>;
  /** Failed on something else than a finding: an attestation answered with no, for example. */
  readonly failedWithoutFinding: readonly RequirementResult[];
  readonly notTestedPlanned: readonly RequirementResult[];
  readonly notTestedOther: readonly RequirementResult[];
  /** Why requirements that are built have no verdict: equal reasons together, the most frequent first. */
  readonly openReasons: readonly OpenReason[];
  readonly waiting: readonly CaseResult[];
  /** Requirements with a judgement that rests on what was seen. */
  readonly tested: number;
}

/**
 * The section of a finding. A finding that could fail a requirement, but whose cause left that requirement inconclusive,
 * stands with the inconclusive ones: the verdict is merged in the run, never here.
 */
export function sectionOf(finding: Finding, requirement: RequirementResult | null): Section {
  if (finding.safety) return 'safety';
  if (finding.severity !== 'fail') return finding.severity === 'warning' ? 'warning' : 'remark';
  return requirement?.verdict === 'inconclusive' && finding.cause !== 'product' ? 'inconclusive' : 'fail';
}

export function viewOfResult(result: RunResult): ResultView {
  const requirements = new Map(result.requirements.map((each) => [each.requirement.id, each]));
  const groups: Record<Section, FindingGroup[]> = { safety: [], fail: [], inconclusive: [], warning: [], remark: [] };
  const known = new Map<string, { findings: [Finding, ...Finding[]] }>();
  for (const finding of result.findings) {
    const requirement = requirements.get(finding.requirement) ?? null;
    const section = sectionOf(finding, requirement);
    const key = JSON.stringify([section, finding.requirement, finding.rule, finding.role, finding.cause, finding.title.nl]);
    const group = known.get(key);
    if (group !== undefined) {
      group.findings.push(finding);
      continue;
    }
    const fresh = { findings: [finding] as [Finding, ...Finding[]], requirement };
    known.set(key, fresh);
    groups[section].push(fresh);
  }
  const byVerdict: Record<Verdict, RequirementResult[]> = { pass: [], fail: [], warning: [], inconclusive: [], 'not-applicable': [], 'not-tested': [] };
  // A verdict that is none of the six (a damaged result) is shown as inconclusive rather than dropped.
  for (const each of result.requirements) (byVerdict[each.verdict] ?? byVerdict.inconclusive).push(each);
  const found = new Set(result.findings.map((finding) => finding.requirement));
  const notTestedOther = byVerdict['not-tested'].filter((each) => each.state !== 'planned');
  return {
    groups,
    byVerdict,
    failedWithoutFinding: byVerdict.fail.filter((each) => !found.has(each.requirement.id)),
    notTestedPlanned: byVerdict['not-tested'].filter((each) => each.state === 'planned'),
    notTestedOther,
    openReasons: openReasons('inconclusive', byVerdict.inconclusive).concat(openReasons('not-tested', notTestedOther)),
    waiting: result.cases.filter((each) => each.state === 'waiting' || each.waiting !== null),
    tested: byVerdict.pass.length + byVerdict.fail.length + byVerdict.warning.length,
  };
}

function openReasons(verdict: OpenReason['verdict'], results: readonly RequirementResult[]): OpenReason[] {
  const byReason = Map.groupBy(results, (each) => each.reason?.nl ?? '');
  return [...byReason.values()].map(([first, ...others]) => ({ verdict, reason: first!.reason, requirements: [first!, ...others] as const }))
    .sort((a, b) => b.requirements.length - a.requirements.length);
}
