import { personaByKey, personas } from '../../fixtures/personas/index.ts';
import type { Claim } from '../../model/claim.ts';
import type { Persona } from '../../model/persona.ts';

/** Who plays a part: the persona with the BSN under which this claim knows it, and whether its content was confirmed. */
export interface Cast { readonly key: string; readonly persona: Persona; readonly bsn: string; readonly contentConfirmed: boolean }

/** Published patients that can stand in for ours, best first: small, full, and deceased with a name outside ASCII. */
const standIns: Readonly<Record<string, readonly string[]>> = {
  minimaal: ['nictiz-c', 'nictiz-e'], volledig: ['nictiz-a', 'nictiz-b', 'nictiz-g'], zwaar: ['nictiz-d', 'nictiz-f'],
};

/** The one who is asked for, or a published patient of the same kind, among those that the claim lists; else null. */
export function fitting(claim: Claim, part: string): Cast | null {
  const listed = claim.ixit.personas;
  const entry = [part, ...standIns[part] ?? []].map((key) => listed.find((one) => one.key === key)).find((one) => one !== undefined);
  return entry === undefined ? null : castOf(entry);
}
/** Who plays a part in this claim: the fitting one, else anybody whom the claim lists, for only these are in the system. */
export function cast(claim: Claim, part: string): Cast {
  const found = fitting(claim, part) ?? claim.ixit.personas.map(castOf).find((one) => one !== null);
  if (found) return found;
  const persona = personaByKey(part) ?? personas[0]!;
  return { key: persona.key, persona, bsn: persona.patient.bsn, contentConfirmed: false };
}
/** The persona that this claim knows under a BSN, with that BSN in its data; null for a BSN of nobody. */
export function personaOfBsn(claim: Claim, bsn: string): Persona | null {
  const entry = claim.ixit.personas.find((one) => castOf(one)?.bsn === bsn);
  const persona = entry === undefined ? [...personas].find((one) => one.patient.bsn === bsn) : castOf(entry)?.persona;
  return persona === undefined ? null : { ...persona, patient: { ...persona.patient, bsn } };
}
function castOf({ key, bsn, contentConfirmed }: Claim['ixit']['personas'][number]): Cast | null {
  const persona = personaByKey(key);
  return persona === undefined ? null : { key, persona, bsn: bsn ?? persona.patient.bsn, contentConfirmed };
}
