import { queryLists } from '../../fixtures/query-lists.ts';
import type { Served } from './identity.ts';
import { servedTypes } from './servers.ts';

const bsnSystem = 'http://fhir.nl/fhir/NamingSystem/bsn';
/** Token parameters that are tried, with the element that they read: written here, so that both servers are asked the same without either's help. */
const tokens: Readonly<Record<string, readonly string[]>> = {
  Consent: ['category', 'status'], Observation: ['code', 'category', 'status'], Condition: ['code', 'category'], MedicationStatement: ['category', 'status'], MedicationRequest: ['category', 'status', 'intent'],
  MedicationDispense: ['category', 'status'], Immunization: ['status'], Encounter: ['class', 'status'], Procedure: ['category', 'code', 'status'], ProcedureRequest: ['status', 'code'], DocumentReference: ['status', 'type'],
  CareTeam: ['status'], Flag: ['category'], AllergyIntolerance: ['code'], NutritionOrder: ['status'], DeviceUseStatement: ['status'], Coverage: ['status'],
};
const includes: Readonly<Record<string, readonly string[]>> = {
  Patient: ['Patient:general-practitioner', 'Patient:general-practitioner:Practitioner', 'Patient:general-practitioner:Organization'],
  Coverage: ['Coverage:payor', 'Coverage:payor:Organization', 'Coverage:payor:Patient', 'Coverage:payor:RelatedPerson'],
  Observation: ['Observation:related-target', 'Observation:specimen', 'Patient:general-practitioner'], MedicationStatement: ['MedicationStatement:medication', 'MedicationStatement:medication:Medication'],
  MedicationRequest: ['MedicationRequest:medication'], MedicationDispense: ['MedicationDispense:medication'], DeviceUseStatement: ['DeviceUseStatement:device'], Procedure: ['Procedure:based-on'],
  CareTeam: ['CareTeam:participant', 'CareTeam:participant:Practitioner'], Encounter: ['Encounter:service-provider'], Condition: ['Condition:subject', 'Condition:asserter'],
};

/** All searches for one patient; `{Type}` stands for the id of the first resource of that type at the server that is asked. `dossier` gives the codes that occur; `bsn` is the patient's, `other` another's. */
export function queriesFor(dossier: readonly Served[], bsn: string, other: string): string[] {
  const identifier = (number: string): string => `${bsnSystem}|${number}`;
  const all: string[] = [];
  for (const list of Object.values(queryLists)) for (const { query } of list) all.push(query, ...spellings(query), withParameter(query, '_revinclude=Provenance:target'), withParameter(query, `patient.identifier=${identifier(bsn)}`));
  for (const type of servedTypes) {
    const own = dossier.filter(({ resourceType }) => resourceType === type);
    all.push(type, `${type}?_revinclude=Provenance:target`, `${type}?_count=1`, `${type}?_count=2&_revinclude=Provenance:target`, `${type}?_count=500`, `${type}?_count=veel`, `${type}?_count=0`, `${type}?_summary=count`, `${type}?_colour=red`, `${type}?colour=red`, `${type}?_id={${type}}`, `${type}?_id=nobody`, `${type}?_id=nobody,{${type}}`, `${type}?_include=`, `${type}?_include=${type}`);
    all.push(...patientSearches(type, identifier(bsn), identifier(other)));
    for (const include of includes[type] ?? []) all.push(`${type}?_include=${include}`, `${type}?_include=${include}&_revinclude=Provenance:target`, `${type}?_count=1&_include=${include}`, `${type}?_include:recurse=${include}`);
    for (const parameter of tokens[type] ?? []) all.push(...tokenSearches(type, parameter, own));
  }
  all.push(...observationSearches(dossier), 'Kleur', 'Kleur?code=x', 'patient', 'Patient/$everything', 'Condition/$lastn', 'Condition?code=%zz');
  return [...new Set(all)];
}
function withParameter(query: string, parameter: string): string { return `${query}${query.includes('?') ? '&' : '?'}${parameter}`; }
/** Spellings of twiin.md 5.2: with `|` and `:` encoded, and with the slash too. */
function spellings(query: string): string[] {
  return [query.replaceAll('|', '%7C'), query.replace(/=([^&]*)/g, (_all, value: string) => `=${encodeURIComponent(value)}`), query.replace(/=([^&]*)/g, (_all, value: string) => `=${encodeURIComponent(value).replaceAll('%2F', '/')}`)];
}
function patientSearches(type: string, own: string, other: string): string[] {
  if (type === 'Patient') return [`Patient?identifier=${own}`, `Patient?identifier=${other}`, `Patient?identifier=${own.split('|')[1]}`, `Patient?identifier=urn:other|${own.split('|')[1]}`, `Patient?identifier=${own}&_id={Patient}`];
  const names = type === 'Coverage' ? ['beneficiary'] : ['patient'];
  const more = ['Observation', 'Condition', 'Procedure', 'MedicationStatement', 'Encounter'].includes(type) ? ['subject', 'subject:Patient'] : [];
  return [...names, ...more].flatMap((name) => [`${type}?${name}=Patient/{Patient}`, `${type}?${name}={Patient}`, `${type}?${name}=Patient/nobody`, `${type}?${name}.identifier=${own}`, `${type}?${name}.identifier=${other}`, `${type}?${name}.identifier=${own}&_revinclude=Provenance:target`]);
}
function tokenSearches(type: string, parameter: string, own: readonly Served[]): string[] {
  const found = [...new Map(own.flatMap((resource) => codesOf(resource[parameter])).map((one) => [`${one.system}|${one.code}`, one])).values()].slice(0, 12);
  const full = found.map(({ system, code }) => (system === null ? code : `${system}|${code}`));
  const ask = (value: string): string => `${type}?${parameter}=${value}`;
  const single = found.flatMap(({ system, code }) => [ask(code), ask(`|${code}`), ask(`urn:other|${code}`), ask(code.toUpperCase() === code ? code.toLowerCase() : code.toUpperCase()), ...(system === null ? [] : [ask(`${system}|${code}`), ask(`${system}|`), ask(`${system}|none`), ask(`${system}%7C${code}`)])]);
  const pairs = full.slice(1).flatMap((one, index) => [ask(`${full[index]},${one}`), `${ask(full[index]!)}&${parameter}=${one}`, ask(`${full[index]},urn:other|x`)]);
  return [...single, ...pairs, ask(''), ask('a|b|c'), ask('\\'), ask(`${full[0] ?? 'x'},`), `${type}?${parameter}:not=${full[0] ?? 'x'}`, `${type}?${parameter}:missing=true`, `${type}?${parameter}:colour=x`, ...(full[0] === undefined ? [] : [`${ask(full[0])}&_count=1`, `${ask(full[0])}&_revinclude=Provenance:target`])];
}
function observationSearches(dossier: readonly Served[]): string[] {
  const observations = dossier.filter(({ resourceType }) => resourceType === 'Observation');
  const codes = [...new Set(observations.flatMap((one) => codesOf(one['code'])).map(({ system, code }) => `${system}|${code}`))].slice(0, 15);
  const categories = [...new Set(observations.flatMap((one) => codesOf(one['category'])).map(({ system, code }) => `${system}|${code}`))];
  const each = [...codes.map((code) => `code=${code}`), ...categories.map((category) => `category=${category}`)];
  return [
    'Observation/$lastn', 'Observation/$lastn?max=2', 'Observation/$lastn?max=x', 'Observation?max=2',
    ...each.flatMap((one) => [`Observation/$lastn?${one}`, `Observation/$lastn?${one}&max=2`, `Observation?${one}&_sort=-date`, `Observation?${one}&_sort=-date&_count=1`, `Observation?${one}&_sort=-date&_count=1&_revinclude=Provenance:target`, `Observation?${one}&_sort=date`, `Observation?${one}&date=ge2026-01-01`]),
  ];
}
interface Code { readonly system: string | null; readonly code: string }
function codesOf(value: any): Code[] {
  if (typeof value === 'string') return [{ system: null, code: value }];
  if (Array.isArray(value)) return value.flatMap(codesOf);
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value.coding)) return codesOf(value.coding);
  return typeof value.code === 'string' ? [{ system: typeof value.system === 'string' ? value.system : null, code: value.code }] : [];
}
