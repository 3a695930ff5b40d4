import type { Stimulus } from './stimulus.ts';
import type { TlsFacts } from './tls.ts';
import type { Role } from './roles.ts';
import type { TriggerAction } from './trigger.ts';

/** Header names in lower case; repeated headers joined with ", ". */
export type Headers = Readonly<Record<string, string>>;

export interface RequestFacts {
  readonly method: string;
  /** Request target exactly as received or sent, for example `/t/fhir/Condition?code=a%7Cb`. */
  readonly target: string;
  /** Absolute URL, target included unchanged. */
  readonly url: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
}
export interface ResponseFacts {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** What an endpoint is for; decides which rules look at an exchange. */
export type Endpoint =
  | 'token' | 'metadata' | 'notification' | 'resource' | 'workflow-task' | 'directory' | 'access-log' | 'trigger' | 'other';

/**
 * How an exchange ended. `answered`; `refused` during TLS or by an alert before any HTTP answer;
 * `reset` connection broke after the request went out; `timeout`; `unreachable` no TCP connection or name.
 */
export type TransportOutcome = 'answered' | 'refused' | 'reset' | 'timeout' | 'unreachable';

/** One recorded request with its response. `simulator`: the SUT called us; `probe`: we called the SUT. */
export interface Exchange {
  readonly kind: 'exchange';
  readonly id: string;
  /** Order in the journal; grows, has gaps. */
  readonly seq: number;
  readonly side: 'simulator' | 'probe';
  /** Which of our parties took part: `twiin`, `zorg-ab`. */
  readonly simulator: string;
  /** URA of the organisation that our side plays; empty for ZORG-AB. */
  readonly organisation: string;
  readonly endpoint: Endpoint;
  /** Role that the SUT plays in this exchange. */
  readonly role: Role;
  readonly tenant: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly request: RequestFacts;
  readonly response: ResponseFacts | null;
  readonly transport: { readonly outcome: TransportOutcome; readonly detail?: string };
  readonly tls: TlsFacts;
  readonly stimulus: Stimulus;
  /** Id of the fault that was armed and used for this answer. */
  readonly fault: string | null;
  /** Attribution; null while unclaimed (then it stands in the tray). */
  readonly case: CaseRef | null;
  /** Set when the message was refused before writing (BSN outside the table): body and target are withheld. */
  readonly withheld?: { readonly place: string; readonly reason: string; readonly keyedHash: string };
}
export interface CaseRef { readonly id: string; readonly attempt: number }

/** A TLS connection to one of our hosts that never came to a request. */
export interface ConnectionEvent {
  readonly kind: 'connection';
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  readonly host: string;
  readonly remote: string;
  readonly tls: TlsFacts;
  /** Why it was refused, or how the peer ended it: for example `no-client-certificate`, `expired`, `peer-alert:unknown_ca`. */
  readonly reason: string;
  readonly detail: string;
  readonly case: CaseRef | null;
}

/** The harness asked the SUT to act (webhook, command) or a person to make it act. */
export interface TriggerEvent {
  readonly kind: 'trigger';
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  readonly action: TriggerAction;
  readonly outcome: 'done' | 'accepted' | 'cannot' | 'failed';
  readonly message: string;
  readonly case: CaseRef | null;
}
/** What a person answered to a question of the harness. */
export interface Attestation {
  readonly kind: 'attestation';
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  /** Requirement id, for example `ZAB-028`. */
  readonly question: string;
  readonly answer: 'yes' | 'no' | 'not-applicable';
  readonly by: string;
  readonly note: string;
  readonly case: CaseRef | null;
}
export type JournalEntry = Exchange | ConnectionEvent | TriggerEvent | Attestation;
