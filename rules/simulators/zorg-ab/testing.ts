import type { Exchange } from '../../../model/exchange.ts';
import { probe, type ExchangeSettings } from '../../testing.ts';

/** A question of the harness at its own address book. */
export function asked(path: string, settings: ExchangeSettings = {}): Exchange {
  return probe('directory', { role: 'simulator', simulator: 'zorg-ab', organisation: '', target: `/t1/zorg-ab/zab-ro/fhir/${path}`, headers: {}, ...settings });
}
export const zuid = 'identifier=http://fhir.nl/fhir/NamingSystem/ura%7C90000022';
