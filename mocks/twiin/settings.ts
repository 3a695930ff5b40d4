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
  /** Identifier of the notification whose data it opens; null for a token to notify. */
  readonly notification: string | null;
  readonly expiresAt: number;
}
/** `…/twiin/<ura>/…` */
export function nodeOf(target: string): { readonly ura: string; readonly rest: string } | null {
  const match = /\/twiin\/(\d{8})(\/.*)?$/.exec(target.split('?')[0]!);
  return match ? { ura: match[1]!, rest: match[2] ?? '/' } : null;
}
