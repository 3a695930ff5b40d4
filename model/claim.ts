import type { Role, Profile } from './roles.ts';

/** Implementation conformance statement (ISO/IEC 9646-7): what the vendor says that the product is and does. */
export interface Ics {
  readonly product: string;
  readonly version: string;
  readonly supplier: string;
  /** Parts of the chain and who supplies them. */
  readonly parts: readonly { readonly name: string; readonly supplier: string; readonly version?: string }[];
  readonly roles: readonly Role[];
  readonly profiles: readonly Profile[];
  readonly options: {
    readonly addressing: 'zorg-ab' | 'static' | 'other';
    readonly workflowTask: boolean;
    readonly authorizationBase: boolean;
    readonly cancellation: boolean;
    readonly renewal: boolean;
    readonly notificationContent: 'inline-inputs' | 'workflow-task' | 'both';
    readonly formats: readonly ('json' | 'xml')[];
    /** Which published query list a sender offers. */
    readonly queryList: 'bgz-1' | 'bgz-2-alpha' | 'own';
    /** Receiver: may two Tasks with one identifier exist? */
    readonly duplicatesPossible: boolean;
    readonly showsMap: boolean;
  };
  /** Fictitious BSNs beside the table, under somebody's name. */
  readonly extraBsns: readonly { readonly bsn: string; readonly declaredBy: string }[];
}

/** Addresses of the SUT that the probe calls. */
export interface SutEndpoints {
  /** Notification endpoint base, `[base]` of POST [base]/Task (receiver). */
  readonly notificationBase?: string;
  /** FHIR base of the resource server (sender). */
  readonly resourceBase?: string;
  /** Token endpoint for notifications (receiver). */
  readonly notifyTokenEndpoint?: string;
  /** Token endpoint for the pull (sender). */
  readonly pullTokenEndpoint?: string;
  /** `aud` of the grant assertion; defaults to the token endpoint's origin. */
  readonly authorizationServer?: string;
  readonly accessLog?: string;
}

export type TriggerConfig =
  | { readonly kind: 'webhook'; readonly url: string; readonly secretFile?: string; readonly secret?: string }
  | { readonly kind: 'command'; readonly command: readonly string[] }
  | { readonly kind: 'manual' };

/** Extra information for testing. */
export interface Ixit {
  readonly organisation: { readonly ura: string; readonly name: string; readonly systemId: string };
  readonly endpoints: SutEndpoints;
  /** Trust anchors of the SUT's server certificate, PEM file; absent: the harness's own test CA. */
  readonly trustAnchors?: string;
  /** Keys with which the SUT's clients sign assertions: a JWKS file, URL or inline set, and the issuers they use. */
  readonly clients: readonly { readonly role: Role; readonly issuer?: string; readonly jwksFile?: string; readonly jwksUrl?: string; readonly jwks?: { readonly keys: readonly unknown[] } }[];
  /** How our clients introduce themselves to the SUT's authorization server. */
  readonly ourClient: {
    readonly issuer?: string;
    readonly clientId?: string;
    readonly algorithm: 'ES512' | 'ES256' | 'PS256';
    readonly clientAudience: 'token-endpoint' | 'authorization-server';
    readonly scope?: string;
  };
  readonly personas: readonly { readonly key: string; readonly bsn?: string; readonly contentConfirmed: boolean }[];
  readonly triggers: { readonly 'twiin-sender'?: TriggerConfig; readonly 'twiin-receiver'?: TriggerConfig };
  readonly tls: { readonly endsAtProxy: boolean };
  readonly listen: { readonly host: string; readonly port: number; readonly advertised?: string };
  /**
   * Observation windows in milliseconds. `leeway`: how long after its end a token is tried; a server may take it for a few minutes more
   * (RFC 7519 4.1.4), so that one that is asked sooner can be warned only.
   */
  readonly windows: { readonly notification: number; readonly pull: number; readonly absence: number; readonly leeway: number; readonly trigger: number; readonly attest: number };
}
/** Exactly which FHIR package messages are judged with; `sha256` of the archive, hex. */
export interface PinnedPackage { readonly name: string; readonly version: string; readonly sha256: string }

export interface Claim {
  /** FHIR packages of profiles that messages are judged with, besides FHIR itself; absent: none. */
  readonly packages?: readonly PinnedPackage[];
  /** FHIR base of a terminology server that is asked about codes that cannot be checked here; absent: nothing is asked. */
  readonly terminologyServer?: string;
  readonly ics: Ics;
  readonly ixit: Ixit;
  readonly releases: { readonly twiin: string; readonly bgz: string };
}
