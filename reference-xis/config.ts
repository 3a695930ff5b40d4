import type { JWK } from 'jose';
import type { Persona } from '../model/persona.ts';

/** Algorithms that Twiin implementers use or that RFC 7518 recommends for asymmetric signing (twiin.md 4.3). */
export type SigningAlgorithm = 'ES256' | 'ES512' | 'PS256';
export const signingAlgorithms: readonly SigningAlgorithm[] = ['ES256', 'ES512', 'PS256'];

export interface SigningIdentity { readonly privateJwk: JWK; readonly alg: SigningAlgorithm }

/** The other side of an exchange when the addresses are configured by hand. Bases without trailing slash. */
export interface StaticParty {
  readonly ura: string;
  /** `[base]` of POST [base]/Task. */
  readonly notificationBase?: string;
  /** FHIR base of its resource server. */
  readonly fhirBase?: string;
  readonly tokenEndpoint?: string;
  /** Issuer URL of its authorization server; `aud` of the grant assertion. */
  readonly authorizationServer?: string;
}
export type Addressing =
  | { readonly kind: 'static'; readonly parties: readonly StaticParty[] }
  /** `base`: FHIR base of ZORG-AB, for example `https://host/zab-ro/fhir`. */
  | { readonly kind: 'zorg-ab'; readonly base: string };

/** A registered client of the other side: the organisation it may act for, and the public keys it signs with. */
export interface Partner { readonly ura: string; readonly issuer?: string; readonly keys: readonly JWK[] }

export interface XisConfig {
  readonly organisation: { readonly ura: string; readonly name: string; readonly systemOid: string };
  /** Port 0 takes a free one. `advertised` replaces `https://host:port` in what others see. */
  readonly listen: { readonly host: string; readonly port: number; readonly advertised?: string };
  readonly control: { readonly host: string; readonly port: number; readonly secret: string };
  /** PEM texts. `certificate` holds the leaf and its intermediates. */
  readonly tls: { readonly key: string; readonly certificate: string; readonly anchors: string; readonly crls: readonly string[] };
  readonly signing: { readonly sender: SigningIdentity; readonly receiver: SigningIdentity };
  readonly personas: readonly Persona[];
  /** Milliseconds since the epoch; the dossiers are dated relative to this day. */
  readonly runDay: number;
  readonly addressing: Addressing;
  readonly partners: readonly Partner[];
  readonly tokenLifetimeSeconds: number;
  readonly queryList: 'bgz-1' | 'bgz-2-alpha';
  readonly notificationContent: 'inline-inputs' | 'workflow-task' | 'both';
  /** Pull at once when a notification arrives, without a trigger. */
  readonly autoPull: boolean;
  /** Ids of `variants.ts`. */
  readonly variants: readonly string[];
  /** Ids of `defects.ts`. */
  readonly defects: readonly string[];
}
