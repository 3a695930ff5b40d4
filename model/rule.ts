import type { Exchange, JournalEntry } from './exchange.ts';
import type { Grant } from './grant.ts';
import type { Claim } from './claim.ts';
import type { FhirJudge } from './fhir-judgement.ts';
import type { Persona } from './persona.ts';
import type { Text } from './text.ts';

/** Where in a message something is: a FHIRPath-like path, a header, a claim, or a TLS fact. */
export interface Place {
  readonly exchange: string; readonly part: 'request' | 'response' | 'tls' | 'connection'; readonly path: string;
  /** Line and column in the message as it came, where known; both count from 1. */
  readonly position?: { readonly line: number; readonly column: number };
}

export type RuleOutcome =
  | { readonly kind: 'pass'; readonly seen: string; readonly exchange?: string; readonly requirements?: readonly string[] }
  | {
      readonly kind: 'violation';
      readonly place: Place;
      readonly expected: Text;
      /** What was found; never a BSN outside the table, never a whole token. */
      readonly actual: string;
      /** What to do next. */
      readonly next: Text;
      /** Milder than the severity table, with the reason in the rule's docstring. */
      readonly atMost?: 'warning' | 'remark';
      /** Data or a token was in fact given to a wrong party or patient, and so on (DESIGN, safety finding). */
      readonly harm?: Text;
      /** When a rule serves several requirements and only some are broken. */
      readonly requirements?: readonly string[];
    }
  | { readonly kind: 'not-applicable'; readonly why: string; readonly requirements?: readonly string[] }
  /** A fact that the rule needs is absent (TLS behind a proxy, XML not built): not tested, never a finding. */
  | {
      readonly kind: 'not-tested'; readonly why: Text; readonly requirements?: readonly string[];
      /** A FHIR package that the user can install; told apart because it is neither the product's doing nor ours. */
      readonly lacks?: 'package';
    };

/** What a rule may know besides the message. All of it is data. */
export interface RuleContext {
  readonly claim: Claim;
  /** Release of the Twiin agreements under test, for example `1.4`. */
  readonly now: number;
  readonly persona: Persona | null;
  /** Expected number of entries per BgZ block, when confirmed for this persona: literals, not computed. */
  readonly expectedCounts: Readonly<Record<string, number>> | null;
  readonly grants: readonly Grant[];
  /** Public keys registered for the SUT's clients. */
  readonly registeredKeys: readonly JsonWebKeyLike[];
  /** Token endpoint and authorization server URLs of our side for the exchange under judgement. */
  readonly audience: { readonly tokenEndpoint: string; readonly authorizationServer: string };
  /** URA of the organisation that the test case addresses. */
  readonly addressee: string | null;
  /** Reads and validates FHIR bodies with the packages of this run; absent: text and Dutch checks only, and validity is not tested. */
  readonly fhir?: FhirJudge;
  /** Named facts of the case: for example `caseKind`, `duplicatesPossible`. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}
export interface JsonWebKeyLike { readonly kty: string; readonly kid?: string; readonly [member: string]: unknown }

interface RuleBase {
  /** A sentence in kebab case: `notification-task-status-is-requested`. */
  readonly id: string;
  readonly title: Text;
  readonly requirements: readonly string[];
  /** Facts without which it answers not-tested. */
  readonly needs?: readonly ('tls' | 'json-body' | 'registered-keys')[];
}
/** Looks at one side of one exchange. */
export interface MessageRule extends RuleBase {
  readonly scope: 'message';
  readonly part: 'request' | 'response';
  /** Cheap selection; a rule that is not selected says nothing at all. */
  selects(exchange: Exchange): boolean;
  judge(exchange: Exchange, context: RuleContext): readonly RuleOutcome[];
}
/** Looks at request and response together, with TLS facts and stimulus. */
export interface ExchangeRule extends RuleBase {
  readonly scope: 'exchange';
  selects(exchange: Exchange): boolean;
  judge(exchange: Exchange, context: RuleContext): readonly RuleOutcome[];
}
/** Looks at an ordered slice of the journal: of one case attempt, or of the whole run. */
export interface TraceRule extends RuleBase {
  readonly scope: 'trace';
  readonly span: 'case' | 'run';
  judge(trace: readonly JournalEntry[], context: RuleContext): readonly RuleOutcome[];
}
export type Rule = MessageRule | ExchangeRule | TraceRule;
