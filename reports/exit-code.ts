import type { CaseResult, Finding, RequirementResult } from '../model/result.ts';
import type { Text } from '../model/text.ts';

export type ExitCode = 0 | 1 | 2 | 3 | 4;
export interface ExitInput {
  readonly harnessErrors: readonly string[];
  /** A configuration check that went well (`ok: true`) is no problem. */
  readonly configurationProblems: readonly (string | { readonly check: string; readonly ok?: boolean; readonly detail?: string })[];
  readonly findings: readonly Finding[];
  readonly requirements: readonly RequirementResult[];
  readonly cases: readonly CaseResult[];
  /** A demonstration without FHIR packages is no failure: what lacks them is named and counted, and does not change the code. */
  readonly packagesOptional?: boolean;
}

/**
 * What the process ends with, and why. The first that applies: 3 an error of the harness; 2 the configuration; 1 a failed
 * requirement or a safety finding; 4 something of the claim that is built is inconclusive, waits or was not executed; 0 otherwise.
 * Warnings, remarks and requirements that are not built yet do not change it.
 */
export function exitCodeOf(input: ExitInput): { readonly code: ExitCode; readonly reason: Text } {
  const errors = input.harnessErrors.length;
  if (errors > 0) return { code: 3, reason: counted(errors, 'fout van de testopstelling zelf', 'fouten van de testopstelling zelf', 'error of the harness itself', 'errors of the harness itself') };

  const problems = input.configurationProblems.filter((problem) => typeof problem === 'string' || problem.ok !== true).length;
  if (problems > 0) return { code: 2, reason: counted(problems, 'probleem in de configuratie', 'problemen in de configuratie', 'problem in the configuration', 'problems in the configuration') };

  const safety = input.findings.filter((finding) => finding.safety).length;
  const failed = input.requirements.filter((each) => each.verdict === 'fail').length + orphans(input);
  if (safety + failed > 0) return { code: 1, reason: failure(safety, failed) };

  const open = input.requirements.filter((each) => each.state !== 'planned' && !(input.packagesOptional === true && each.lacks === 'package') && (each.verdict === 'inconclusive' || each.verdict === 'not-tested')).length;
  const unfinished = input.cases.filter((each) => UNFINISHED.has(each.state)).length;
  if (open + unfinished > 0) return { code: 4, reason: incomplete(open, unfinished) };

  return { code: 0, reason: { nl: 'geen gefaalde eis en geen veiligheidsbevinding; alles wat gebouwd is, is uitgevoerd', en: 'no failed requirement and no safety finding; everything that is built was executed' } };
}

const UNFINISHED: ReadonlySet<string> = new Set(['waiting', 'running', 'not-started', 'error']);

/** A fail that no requirement of the result accounts for must not get lost. */
function orphans(input: ExitInput): number {
  const known = new Set(input.requirements.map((each) => each.requirement.id));
  return new Set(input.findings.filter((finding) => !finding.safety && finding.severity === 'fail' && !known.has(finding.requirement)).map((finding) => finding.requirement)).size;
}

function failure(safety: number, failed: number): Text {
  const parts: Text[] = [];
  if (safety > 0) parts.push(counted(safety, 'veiligheidsbevinding', 'veiligheidsbevindingen', 'safety finding', 'safety findings'));
  if (failed > 0) parts.push(counted(failed, 'gefaalde eis', 'gefaalde eisen', 'failed requirement', 'failed requirements'));
  return join(parts);
}

function incomplete(open: number, unfinished: number): Text {
  const parts: Text[] = [];
  if (open > 0) parts.push(counted(open, 'eis is nog onbeslist of niet uitgevoerd', 'eisen zijn nog onbeslist of niet uitgevoerd', 'requirement is inconclusive or was not executed', 'requirements are inconclusive or were not executed'));
  if (unfinished > 0) parts.push(counted(unfinished, 'testgeval is niet afgerond', 'testgevallen zijn niet afgerond', 'test case did not finish', 'test cases did not finish'));
  return join(parts);
}

function join(parts: readonly Text[]): Text {
  return { nl: parts.map((part) => part.nl).join(' en '), en: parts.map((part) => part.en).join(' and ') };
}
function counted(n: number, nlOne: string, nlMore: string, enOne: string, enMore: string): Text {
  return { nl: `${n} ${n === 1 ? nlOne : nlMore}`, en: `${n} ${n === 1 ? enOne : enMore}` };
}
