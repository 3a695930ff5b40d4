import type { Addressing } from './config.ts';
import type { Caller } from './caller.ts';
import type { Behaviour } from './behaviour.ts';
import type { Clock } from '../model/clock.ts';
import { NoAddress } from './no-address.ts';
import { findAtZorgAb } from './zorg-ab.ts';

/** Where the other side is reached. Bases without trailing slash. */
export interface Addresses {
  /** URA to write as owner: the addressee's own. */
  readonly ura: string;
  readonly tokenEndpoint: string;
  /** `aud` of the grant assertion. */
  readonly authorizationServer: string;
  /** Present for the purpose that was asked. */
  readonly notificationBase?: string;
  readonly fhirBase?: string;
}
export type Purpose = 'notify' | 'pull';

/** Finds the organisation with this URA: in the configuration, or in ZORG-AB. */
export async function findAddresses(
  ura: string, purpose: Purpose, addressing: Addressing, deps: { readonly directory: () => Caller; readonly clock: Clock; readonly behaviour: Behaviour },
): Promise<Addresses> {
  const found = addressing.kind === 'static' ? fromConfiguration(ura, addressing) : await findAtZorgAb(ura, purpose, addressing.base, deps);
  const base = purpose === 'notify' ? found.notificationBase : found.fhirBase;
  if (!base || !found.tokenEndpoint) throw new NoAddress(`No ${base ? 'token endpoint' : purpose === 'notify' ? 'notification endpoint' : 'FHIR endpoint'} is known for URA ${ura}.`);
  return { ...found, tokenEndpoint: found.tokenEndpoint, authorizationServer: found.authorizationServer ?? found.tokenEndpoint };
}

type Found = Partial<Addresses> & { readonly ura: string };

function fromConfiguration(ura: string, addressing: Extract<Addressing, { kind: 'static' }>): Found {
  const party = addressing.parties.find((entry) => entry.ura === ura);
  if (!party) throw new NoAddress(`URA ${ura} does not stand in the configured addresses.`);
  const trimmed = (address: string | undefined) => address?.replace(/\/+$/, '');
  return {
    ura, notificationBase: trimmed(party.notificationBase), fhirBase: trimmed(party.fhirBase), tokenEndpoint: party.tokenEndpoint,
    authorizationServer: trimmed(party.authorizationServer),
  };
}
