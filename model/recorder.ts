import type { CaseRef, Endpoint, Exchange, RequestFacts, ResponseFacts, TransportOutcome } from './exchange.ts';
import type { Role } from './roles.ts';
import type { Classification, SimRequest } from './simulator.ts';
import type { Stimulus } from './stimulus.ts';
import type { TlsFacts } from './tls.ts';

/** May this message be written? `place` and `reason` never hold the value itself. */
export type Admission = { readonly ok: true } | { readonly ok: false; readonly place: string; readonly reason: string };

/** Where the kernel and the probe commit what they see. Synchronous: committed means on disk when it returns. */
export interface Recorder {
  admit(request: Pick<SimRequest, 'target' | 'headers' | 'body'>): Admission;
  /** Before the simulator handles the request. Returns the exchange id. */
  arrived(entry: {
    readonly request: SimRequest; readonly url: string; readonly about: Classification; readonly simulator: string;
    readonly tenant: string; readonly at: number; readonly admission: Admission;
  }): string;
  /** Before the answer leaves. */
  answered(id: string, answer: { readonly response: ResponseFacts; readonly fault: string | null; readonly at: number }): void;
  /** When the transport ended otherwise than planned or answered (peer gone, armed reset). */
  ended(id: string, end: { readonly outcome: TransportOutcome; readonly detail: string; readonly at: number }): void;
  /** A TLS connection that never came to a request. */
  connectionRefused(event: {
    readonly host: string; readonly remote: string; readonly tls: TlsFacts; readonly reason: string; readonly detail: string; readonly at: number;
  }): void;
}

/** What the probe records: begun before the first byte leaves, ended with whatever came back. */
export interface ProbeRecorder {
  begin(entry: {
    readonly simulator: string; readonly organisation: string; readonly endpoint: Endpoint; readonly role: Role; readonly tenant: string;
    readonly at: number; readonly request: RequestFacts; readonly stimulus: Stimulus; readonly case: CaseRef | null;
  }): string;
  end(id: string, end: {
    readonly at: number; readonly response: ResponseFacts | null; readonly transport: Exchange['transport']; readonly tls: TlsFacts;
  }): Exchange;
}
