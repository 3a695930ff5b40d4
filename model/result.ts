import type { Ics } from './claim.ts';
import type { Place } from './rule.ts';
import type { Requirement, Severity, TestPurpose } from './requirement.ts';
import type { Text } from './text.ts';
import type { Role } from './roles.ts';

export type Verdict = 'pass' | 'fail' | 'warning' | 'inconclusive' | 'not-applicable' | 'not-tested';
/** Of anything that is not a pass. `undetermined` is the default. */
export type Cause = 'product' | 'configuration' | 'harness' | 'specification' | 'undetermined';

/** A violation that a rule found, with everything a reader needs. */
export interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly requirement: string;
  readonly role: Role;
  readonly severity: Severity;
  /** Heads the report and makes the run non-zero. */
  readonly safety: boolean;
  readonly harm?: Text;
  readonly title: Text;
  readonly place: Place;
  readonly expected: Text;
  readonly actual: string;
  readonly next: Text;
  readonly exchanges: readonly string[];
  readonly case: { readonly id: string; readonly attempt: number } | null;
  readonly at: number;
  readonly cause: Cause;
}
export interface Evidence { readonly purpose: string; readonly rule: string; readonly exchange: string; readonly seen: string }
export interface PurposeResult {
  readonly purpose: TestPurpose;
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
  /** Why it is not a pass; null for pass. */
  readonly reason: Text | null;
  readonly cause: Cause | null;
  /** Not tested because of something that the user can install. */
  readonly lacks?: 'package';
}
export interface RequirementResult {
  readonly requirement: Requirement;
  readonly roles: readonly Role[];
  /** What a violation may become. */
  readonly severity: Severity;
  readonly state: 'automated' | 'attested' | 'planned';
  readonly verdict: Verdict;
  readonly cause: Cause | null;
  /** Why it is not a pass; null for pass. */
  readonly reason: Text | null;
  readonly purposes: readonly PurposeResult[];
  readonly findings: readonly string[];
  /** Not tested because of something that the user can install. */
  readonly lacks?: 'package';
}
export type CaseState = 'not-started' | 'running' | 'waiting' | 'finished' | 'not-applicable' | 'error';
export interface CaseResult {
  readonly id: string;
  readonly title: Text;
  readonly role: Role;
  readonly state: CaseState;
  readonly attempts: number;
  readonly scenario: string | null;
  readonly waiting: WaitResult | null;
  readonly exchanges: readonly string[];
  readonly findings: readonly string[];
  readonly reason: Text | null;
}
/** Who must act, with which exact values, what was seen instead, and until when. */
export interface WaitResult {
  readonly id: string;
  readonly for: 'message' | 'answer' | 'time';
  readonly who: Text;
  readonly what: Text;
  readonly values: Readonly<Record<string, string>>;
  readonly seenInstead: readonly string[];
  readonly until: number;
}
/** One recorded exchange, redacted: nothing in it can be replayed. */
export interface ExchangeView {
  readonly id: string;
  readonly at: number;
  readonly durationMs: number | null;
  readonly direction: 'sut-to-simulator' | 'probe-to-sut' | 'connection';
  readonly endpoint: string;
  readonly role: Role;
  readonly organisation: string;
  readonly method: string;
  readonly target: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody: string;
  readonly status: number | null;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody: string;
  readonly transport: string;
  readonly tls: string;
  readonly stimulus: string | null;
  readonly fault: string | null;
  readonly case: { readonly id: string; readonly attempt: number } | null;
  /** JWTs of the request, header and claims decoded, signature left out. */
  readonly tokens: readonly { readonly name: string; readonly header: unknown; readonly claims: unknown }[];
}
export interface RunResult {
  readonly schema: 'toetssteen-result-1';
  readonly run: {
    readonly id: string;
    readonly startedAt: number;
    readonly finishedAt: number;
    readonly toetssteen: string;
    readonly continuations: number;
    readonly witnessedBy: string | null;
    readonly clockOffsetMs: number | null;
    readonly node: string;
    readonly virtualTime: boolean;
  };
  readonly ics: Ics;
  readonly organisation: { readonly ura: string; readonly name: string };
  readonly configuration: readonly { readonly check: string; readonly ok: boolean; readonly detail: string }[];
  /** FHIR packages that messages were judged with, besides the core tables of the product. */
  readonly packages: readonly { readonly name: string; readonly version: string; readonly sha256: string }[];
  readonly sources: readonly { readonly document: string; readonly version: string; readonly url: string; readonly requirements: number }[];
  readonly summary: {
    readonly verdicts: Readonly<Record<Verdict, number>>;
    readonly safetyFindings: number;
    readonly warnings: number;
    readonly remarks: number;
    /** Requirements of the claim that are not built yet. */
    readonly planned: number;
    /** Requirements of the claim. */
    readonly claimed: number;
    readonly exitCode: 0 | 1 | 2 | 3 | 4;
    readonly exitReason: Text;
  };
  readonly requirements: readonly RequirementResult[];
  readonly cases: readonly CaseResult[];
  readonly findings: readonly Finding[];
  readonly exchanges: readonly ExchangeView[];
  /** Messages that no case claimed. */
  readonly tray: readonly { readonly exchange: string; readonly why: Text }[];
  /** What our own simulators did wrong and no armed fault announces: should be empty. */
  readonly simulatorFindings: readonly Finding[];
  readonly harnessErrors: readonly string[];
}
