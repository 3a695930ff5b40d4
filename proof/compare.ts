import type { RunResult } from '../model/result.ts';
import { breachPrefix } from '../run/result/simulator-breaches.ts';

/** What a run noticed, by requirement: the mildest difference that matters in a self-test. */
export interface Noticed {
  /** Requirements with a fail, a warning or a safety finding. */
  readonly violated: ReadonlySet<string>;
  readonly safety: ReadonlySet<string>;
  readonly remarks: ReadonlySet<string>;
  /** Automated requirements that could not be concluded, but for want of a FHIR package: the self-test uses none. */
  readonly open: ReadonlySet<string>;
  readonly simulator: ReadonlySet<string>;
  /** Without what `simulator` says already. */
  readonly errors: readonly string[];
}
export function noticed(result: RunResult): Noticed {
  const of = (keep: (finding: RunResult['findings'][number]) => boolean): Set<string> => new Set(result.findings.filter(keep).map((finding) => finding.requirement));
  return {
    violated: of((finding) => finding.severity !== 'remark' || finding.safety), safety: of((finding) => finding.safety), remarks: of((finding) => finding.severity === 'remark'),
    open: new Set(result.requirements.filter((one) => one.state !== 'planned' && one.lacks === undefined && (one.verdict === 'inconclusive' || one.verdict === 'not-tested')).map((one) => one.requirement.id)),
    simulator: new Set(result.simulatorFindings.map((finding) => finding.requirement)), errors: result.harnessErrors.filter((error) => !error.startsWith(breachPrefix)),
  };
}
export interface Declared { readonly id: string; readonly kills: readonly string[]; readonly alsoAffects: readonly { readonly requirement: string; readonly why: string }[] }
export interface Outcome { readonly id: string; readonly ok: boolean; readonly missed: readonly string[]; readonly undeclared: readonly string[]; readonly open: readonly string[]; readonly errors: readonly string[] }

/**
 * A defect must be noticed at everything that it kills, and violate nothing that it does not declare. What it makes
 * impossible to conclude is allowed only where it is declared to end the conversation (`stops`).
 */
export function compareDefect(defect: Declared, seen: Noticed, options: { readonly side?: 'sut' | 'simulator'; readonly stops?: boolean } = {}): Outcome {
  const found = options.side === 'simulator' ? seen.simulator : new Set([...seen.violated, ...seen.remarks]);
  const declared = new Set([...defect.kills, ...defect.alsoAffects.map((one) => one.requirement)]);
  const missed = defect.kills.filter((requirement) => !found.has(requirement));
  const undeclared = [...found].filter((requirement) => !declared.has(requirement)).sort();
  const open = options.side === 'simulator' ? [] : [...seen.open].filter((requirement) => !declared.has(requirement)).sort();
  // Nothing that the system under test does may make a simulator of ours break a requirement.
  const breaches = options.side === 'simulator' ? [] : [...seen.simulator].map((requirement) => `simulator broke ${requirement}`);
  const openAsDeclared = (options.stops === true) === (open.length > 0);
  return { id: defect.id, ok: missed.length === 0 && undeclared.length === 0 && openAsDeclared && seen.errors.length + breaches.length === 0, missed, undeclared, open: openAsDeclared ? [] : open, errors: [...seen.errors, ...breaches] };
}
/** A benign variant must give no fail, no safety finding and only the warnings that the notes ask for. */
export function compareVariant(variant: { readonly id: string; readonly expectedWarnings: readonly string[] }, seen: Noticed): Outcome {
  const allowed = new Set(variant.expectedWarnings);
  const undeclared = [...seen.violated].filter((requirement) => !allowed.has(requirement) || seen.safety.has(requirement)).sort();
  const missed = variant.expectedWarnings.filter((requirement) => !seen.violated.has(requirement) && !seen.remarks.has(requirement));
  return { id: variant.id, ok: missed.length === 0 && undeclared.length === 0 && seen.errors.length + seen.simulator.size === 0, missed, undeclared, open: [], errors: [...seen.errors, ...[...seen.simulator].map((requirement) => `simulator broke ${requirement}`)] };
}
