import type { JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import { passesElevenTest } from './eleven-test.ts';
import { agb, bsn, isOf, ura, uziPerson, type NamingSystem } from './naming-systems.ts';
import { filled, type Problem } from './problem.ts';

/**
 * Dutch numbers in an Identifier: a BSN under its system and passing the 11-test, and the form of URA, AGB and UZI
 * number (test-identifiers.md; zorg-ab.md: URA and AGB 8 digits, UZI number of a person 9; twiin.md 3.1). What is seen
 * of a BSN is described, never repeated.
 */
export function identifierForms(identifier: JsonObject): Problem[] {
  const { system, value } = identifier;
  if (!filled(value)) return [];
  if (isOf(bsn, system)) return [...bsnForm(value), ...(system === bsn.oid ? [oidSpelling()] : [])];
  const wrong = wrongBsnSystem(identifier, value);
  if (wrong !== null) return [wrong];
  for (const [naming, rule] of forms) if (isOf(naming, system)) return digits(value, rule);
  return [];
}

function bsnForm(value: string): Problem[] {
  if (passesElevenTest(value)) return [];
  return [{
    code: 'bsn-fails-eleven-test', severity: 'error', actual: /^\d+$/.test(value) ? `${value.length} digits${value.length === 9 ? ', 11-test fails' : ''}` : `${value.length} characters, not all digits`,
    expected: { nl: 'Een BSN van negen cijfers, voorloopnul mee, dat de 11-proef doorstaat.', en: 'A BSN of nine digits, leading zero included, that passes the 11-test.' },
  }];
}
function oidSpelling(): Problem {
  return {
    code: 'bsn-wrong-system', severity: 'information', actual: bsn.oid,
    expected: { nl: `Liever ${bsn.uri}: dezelfde registratie, maar profielen en zoekvragen noemen deze URI.`, en: `Rather ${bsn.uri}: the same register, but profiles and searches name this URI.` },
  };
}

/**
 * A BSN that nobody will find: the system misspelt, or a BSN by its type under another system.
 * Only a misspelling is surely wrong; a foreign system may be right and its type wrong (systems of fictitious BSNs exist).
 */
function wrongBsnSystem(identifier: JsonObject, value: string): Problem | null {
  const { system } = identifier;
  const misspelt = typeof system === 'string' && isMisspelt(system);
  if (!misspelt && !(/^\d{8,9}$/.test(value) && typedAsBsn(identifier))) return null;
  return {
    code: 'bsn-wrong-system', severity: misspelt ? 'error' : 'warning', actual: typeof system === 'string' ? system : 'no system',
    expected: { nl: `Een BSN heeft als system ${bsn.uri}.`, en: `A BSN has the system ${bsn.uri}.` },
  };
}
/** The URI with other case, scheme, `www.` or a slash at the end; the OID bare or with a wrong prefix. */
function isMisspelt(system: string): boolean {
  const plain = system.trim().toLowerCase().replace(/\/+$/, '');
  return /^(https?:\/\/)?(www\.)?fhir\.nl\/fhir\/namingsystem\/bsn$/.test(plain) || /^(urn:|oid:|urn:oid:)?2\.16\.840\.1\.113883\.2\.4\.6\.3$/.test(plain);
}
/** Type NNNLD (national person identifier of NLD, table 0203 of HL7 v2), or the word BSN. */
function typedAsBsn(identifier: JsonObject): boolean {
  const { type } = identifier;
  if (!isObject(type)) return false;
  const codings = Array.isArray(type.coding) ? type.coding.filter(isObject) : [];
  if (codings.some((coding) => coding.code === 'NNNLD' && typeof coding.system === 'string' && /\/v2[/-]0203$/.test(coding.system))) return true;
  return [type.text, ...codings.map((coding) => coding.display)].some((words) => typeof words === 'string' && /^(bsn|burgerservicenummer)\b/i.test(words));
}

interface Form { readonly code: Problem['code']; readonly name: string; readonly length: number; /** Also what is no number at all only warns: published fixtures hold such values. */ readonly mild?: true }
const forms: readonly (readonly [NamingSystem, Form])[] = [
  [ura, { code: 'ura-malformed', name: 'URA', length: 8 }],
  [agb, { code: 'agb-malformed', name: 'AGB', length: 8 }],
  [uziPerson, { code: 'uzi-malformed', name: 'UZI', length: 9, mild: true }],
];
/** Dropped leading zeros are seen in published examples (zorg-ab.md 8) and so only warn. */
function digits(value: string, { code, name, length, mild }: Form): Problem[] {
  if (/^\d+$/.test(value) && value.length === length) return [];
  const short = /^\d+$/.test(value) && value.length < length;
  return [{
    code, severity: short || mild === true ? 'warning' : 'error', actual: value.slice(0, 40),
    expected: { nl: `Een ${name}-nummer van ${length} cijfers, voorloopnullen mee.`, en: `A ${name} number of ${length} digits, leading zeros included.` },
  }];
}
