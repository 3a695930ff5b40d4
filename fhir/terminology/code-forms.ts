import { passesLuhn, passesVerhoeff } from './check-digits.ts';
import { unitSymbols } from './ucum.ts';

/**
 * What the form of a code tells of it, in systems that are not enumerated here.
 * `known`: it is a code of the system. `impossible`: it can't be one. `possible`: the form fits, whether it exists is another matter.
 */
export type Form = 'known' | 'impossible' | 'possible';
export interface FormRule {
  /** Whether case matters, as the system itself says. */
  readonly caseSensitive: boolean;
  form(code: string): Form;
}

const intl = (key: 'currency' | 'timeZone'): ReadonlySet<string> => new Set(Intl.supportedValuesOf(key));
let currencies: ReadonlySet<string> | undefined;
let zones: ReadonlySet<string> | undefined;
let languageNames: Intl.DisplayNames | undefined;

/** SNOMED CT concept identifiers (check digit by Verhoeff, partition 00 or 10) and expressions: FHIR, "Using SNOMED CT with HL7 standards". */
function snomed(code: string): Form {
  if (/[:+|=(){},]/.test(code)) return 'possible';
  if (!/^[1-9]\d{5,17}$/.test(code) || !passesVerhoeff(code)) return 'impossible';
  const partition = code.slice(-3, -1);
  return partition === '00' || partition === '10' ? 'possible' : 'impossible';
}
/** LOINC terms end in a check digit; parts, answers and groups (`LP`, `LA`, `LL`, `LG`) look alike. */
function loinc(code: string): Form {
  if (/^\d{1,7}-\d$/.test(code)) return passesLuhn(code.replace('-', '')) ? 'possible' : 'impossible';
  return /^(L[A-Z]|MTHU)\d+(-\d)?$/i.test(code) ? 'possible' : 'impossible';
}
const topLevelTypes = /^(application|audio|font|haptics|image|message|model|multipart|text|video)\//i;
const restrictedName = "[A-Za-z0-9][A-Za-z0-9!#$&\\-^_.+]{0,126}";
const parameter = "\\s*;\\s*[A-Za-z0-9!#$%&'*+\\-.^_`|~]+=(?:[A-Za-z0-9!#$%&'*+\\-.^_`|~:/]+|\"[^\"\\\\\\r\\n]*\")";
const mediaType = new RegExp(`^${restrictedName}/${restrictedName}(?:${parameter}){0,10}\\s*;?$`);
/** Grammar of RFC 6838 (section 4.2) and RFC 2045 (section 5.1); the top-level types registered at IANA. FHIR itself uses `xml` and `json` as short forms. */
function mime(code: string): Form {
  if (code.length > 500) return 'impossible';
  if (mediaType.test(code)) return topLevelTypes.test(code) ? 'known' : 'possible';
  return ['xml', 'json', 'ttl', 'html'].includes(code) ? 'possible' : 'impossible';
}
const languageTag = /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+)$/i;
const grandfathered = new Set(['en-gb-oed', 'i-ami', 'i-bnn', 'i-default', 'i-enochian', 'i-hak', 'i-klingon', 'i-lux', 'i-mingo', 'i-navajo', 'i-pwn', 'i-tao', 'i-tay', 'i-tsu', 'sgn-be-fr', 'sgn-be-nl', 'sgn-ch-de', 'art-lojban', 'cel-gaulish', 'no-bok', 'no-nyn', 'zh-guoyu', 'zh-hakka', 'zh-min', 'zh-min-nan', 'zh-xiang']);
/** Grammar of RFC 5646 (section 2.1); of the subtags only language and region are looked up, in Unicode CLDR as Node.js carries it. */
function language(code: string): Form {
  if (code.length > 100) return 'impossible';
  if (grandfathered.has(code.toLowerCase())) return 'known';
  if (!languageTag.test(code)) return 'impossible';
  const parts = /^([A-Za-z]{2,3})(?:-[A-Za-z]{2})?$/.exec(code);
  if (parts === null) return 'possible';
  languageNames ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return languageNames.of(code) !== undefined ? 'known' : 'possible';
}
/** Codes of ISO 4217 as Unicode CLDR has them, as Node.js carries it; withdrawn ones (NLG) are not among them. */
function currency(code: string): Form {
  if (!/^([A-Z]{3}|\d{3})$/.test(code)) return 'impossible';
  return (currencies ??= intl('currency')).has(code) ? 'known' : 'possible';
}
/** ISO 3166-1 alpha-2, alpha-3, numeric, and ISO 3166-2. Which codes exist is told by FHIR's own value sets, where they are enumerated. */
const country = (code: string): Form => /^([A-Z]{2}|[A-Z]{3}|\d{3}|[A-Z]{2}-[A-Z\d]{1,3})$/.test(code) ? 'possible' : 'impossible';
const subdivision = (code: string): Form => /^[A-Z]{2}-[A-Z\d]{1,3}$/.test(code) ? 'possible' : 'impossible';
const zone = (code: string): Form => (zones ??= intl('timeZone')).has(code) ? 'known' : 'possible';
const uri = (code: string): Form => /\s/.test(code) ? 'impossible' : /^[A-Za-z][A-Za-z\d+.-]*:.+$/.test(code) ? 'known' : 'possible';

/**
 * UCUM by its grammar. A unit is `known` when FHIR's list of common units has it, or has all its symbols: `attested` tells which those are.
 */
export function ucumRule(attested: () => ReadonlySet<string>): FormRule {
  let units: ReadonlySet<string> | undefined;
  let symbols: ReadonlySet<string> | undefined;
  return {
    caseSensitive: true,
    form(code) {
      units ??= attested();
      // Two units of the list (`{G}U`, `{Ehrlich'U}/100g`) do not follow the grammar.
      if (units.has(code)) return 'known';
      const own = unitSymbols(code);
      if (own === null) return 'impossible';
      symbols ??= new Set([...units].flatMap((unit) => [...unitSymbols(unit) ?? []]));
      for (const one of own) if (!symbols.has(one)) return 'possible';
      return 'known';
    },
  };
}
export const formRules: ReadonlyMap<string, FormRule> = new Map([
  ['http://snomed.info/sct', { caseSensitive: true, form: snomed }],
  ['http://loinc.org', { caseSensitive: false, form: loinc }],
  ['urn:ietf:bcp:13', { caseSensitive: false, form: mime }],
  ['http://www.rfc-editor.org/bcp/bcp13.txt', { caseSensitive: false, form: mime }],
  ['urn:ietf:bcp:47', { caseSensitive: false, form: language }],
  ['urn:iso:std:iso:4217', { caseSensitive: true, form: currency }],
  ['urn:iso:std:iso:3166', { caseSensitive: true, form: country }],
  ['urn:iso:std:iso:3166:-2', { caseSensitive: true, form: subdivision }],
  ['https://www.iana.org/time-zones', { caseSensitive: true, form: zone }],
  ['urn:ietf:rfc:3986', { caseSensitive: true, form: uri }],
]);
export const ucumSystem = 'http://unitsofmeasure.org';
