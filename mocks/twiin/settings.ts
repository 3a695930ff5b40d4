import type { JsonWebKeyLike } from '../../model/rule.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Stu3Resource } from '../../fixtures/stu3/index.ts';

/** What the Twiin nodes need to know. */
export interface TwiinSettings {
  readonly organisations: readonly Organisation[];
  /** Keys that the SUT's clients registered; an assertion must verify with one of them. */
  readonly clientKeys: () => readonly JsonWebKeyLike[];
  readonly tokenLifetimeSeconds: number;
  /** Dossier of a patient at our sender; empty for an unknown BSN. `base` is the FHIR base of the node. */
  readonly dossier: (bsn: string, organisation: Organisation, base: string) => readonly Stu3Resource[];
  /** Entries on a page of a searchset; default: all on one page. */
  readonly pageSize?: number;
  /** Public keys shown at `/jwks`; default none (access tokens are opaque). */
  readonly publicKeys?: () => readonly JsonWebKeyLike[];
  /** Signature algorithms taken in assertions; default every asymmetric one (twiin.md 4.3: the list of Twiin is not known). */
  readonly acceptedAlgorithms?: readonly string[];
  /** Seconds that an assertion may be past its `exp`; default 0. */
  readonly clockSkewSeconds?: number;
  /** Seeded misbehaviours, see mocks/defects.ts. */
  readonly defects?: readonly string[];
}
/** An access token that one of our nodes gave out. */
export interface IssuedToken {
  readonly value: string;
  /** URA of the node. */
  readonly node: string;
  /** URA of the organisation that asked, from `sub` of the grant assertion. */
  readonly organisation: string;
  readonly patientBsn: string | null;
  /** The grant assertion named a user (`user_id`). */
  readonly user: boolean;
  /** Identifier of the notification whose data it opens; null for a token to notify. */
  readonly notification: string | null;
  readonly expiresAt: number;
}
/** `…/twiin/<ura>/…`; also in the form of RFC 8414 section 3.1, with the well-known part in front. */
export function nodeOf(target: string): { readonly ura: string; readonly rest: string } | null {
  const path = target.split('?')[0]!;
  const match = /\/twiin\/(\d{8})(\/.*)?$/.exec(path);
  if (match && path.startsWith('/.well-known/')) return { ura: match[1]!, rest: '/.well-known/oauth-authorization-server' };
  return match ? { ura: match[1]!, rest: match[2] ?? '/' } : null;
}
