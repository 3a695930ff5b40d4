import type { Clock } from './clock.ts';
import type { Endpoint, Headers } from './exchange.ts';
import type { Role } from './roles.ts';
import type { TlsFacts } from './tls.ts';

/** A request as plain data (DESIGN, rule 1): no Fetch objects. */
export interface SimRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
  readonly tls: TlsFacts;
}
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  /** Run by the kernel on its clock, after the answer left. */
  readonly effects?: readonly Effect[];
}
/** Work that a simulator asks for later: survives a restart because it is stored before the answer leaves. */
export interface Effect { readonly name: string; readonly afterMs: number; readonly data: unknown }

/** How an answer travels when a transport fault is armed. */
export interface TransportPlan {
  readonly reply: Reply;
  /** Wait before the first byte. */
  readonly delayMs?: number;
  /** Send the body in this many pieces with `chunkDelayMs` between. */
  readonly chunks?: number;
  readonly chunkDelayMs?: number;
  /** Close after this many body bytes although Content-Length promised more. */
  readonly cutAfter?: number;
  /** Reset the connection without an answer. */
  readonly reset?: boolean;
  /** Never answer; the peer has to time out. */
  readonly hang?: boolean;
}

/** Durable when a run hosts the simulators, in memory under MSW. Values are JSON. */
export interface Store {
  get<T>(collection: string, key: string): T | undefined;
  put(collection: string, key: string, value: unknown): void;
  delete(collection: string, key: string): void;
  list<T>(collection: string): readonly { readonly key: string; readonly value: T }[];
}

export interface SimContext {
  readonly clock: Clock;
  readonly store: Store;
  readonly tenant: string;
  /** Random UUID v4; injected so that virtual runs can be compared. */
  uuid(): string;
  /** Base URL under which the SUT reaches this simulator, without trailing slash. */
  readonly baseUrl: string;
  /** Absolute `https://host:port` of the host, for addresses of the other simulators. */
  readonly origin: string;
}

/** What a simulator says about a request before it answers it; used for the journal. */
export interface Classification { readonly endpoint: Endpoint; readonly role: Role; readonly organisation: string }

/** How a FHIR simulator, written for JSON, speaks both formats. `otherwise`: what an Accept that names no FHIR format gets, the server's default or 406. */
export interface FormatPolicy { readonly fhir: 'stu3' | 'r4'; readonly otherwise: 'default' | 'refuse' }

export interface Simulator {
  readonly name: string;
  /** Absent: it is no FHIR service, or it sees to formats itself. */
  readonly formats?: FormatPolicy;
  /** True when the path (after the tenant) is this simulator's. */
  matches(path: string): boolean;
  classify(request: SimRequest, context: SimContext): Classification;
  handle(request: SimRequest, context: SimContext): Promise<Reply> | Reply;
}
