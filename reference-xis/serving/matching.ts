import type { StoredResource } from '../dossier/store.ts';
import { objectOf, objectsOf, textOf } from '../messages.ts';
import type { Json, JsonObject } from '../messages.ts';
import { isPatientParameter, isShaping } from './query.ts';
import type { Query } from './query.ts';

interface Token { readonly system: string | undefined; readonly code: string }

/** Search parameters of the BgZ query sets (bgz-nen7540.md 5), by resource type: where the tokens stand. */
const tokenParameters: Readonly<Record<string, (resource: JsonObject) => Token[]>> = {
  'category': (resource) => concepts(resource['category']),
  'code': (resource) => concepts(resource['code']),
  'class': (resource) => codings([resource['class']]),
  'status': (resource) => code(resource['status']),
  'intent': (resource) => code(resource['intent']),
  'type': (resource) => concepts(resource['type']),
  'identifier': (resource) => objectsOf(resource['identifier']).flatMap((entry) => token(textOf(entry['system']), textOf(entry['value']))),
  '_id': (resource) => code(resource['id']),
};
const supported: Readonly<Record<string, readonly string[]>> = {
  Consent: ['category', 'status'], Observation: ['code', 'category', 'status'], Condition: ['code', 'category'],
  MedicationStatement: ['category', 'status'], MedicationRequest: ['category', 'status', 'intent'], MedicationDispense: ['category', 'status'],
  Immunization: ['status'], Encounter: ['class', 'status'], Procedure: ['category', 'code', 'status'], ProcedureRequest: ['status', 'code'],
  DeviceRequest: ['status'], Appointment: ['status'], ImmunizationRecommendation: [], DocumentReference: ['status', 'type'], CareTeam: ['status', 'category'],
  Flag: ['category'], AllergyIntolerance: ['code'], Coverage: ['status'], Patient: [], NutritionOrder: ['status'], DeviceUseStatement: ['status'], Provenance: [],
};
/** Resource types that can be searched. */
export const searchableTypes: ReadonlySet<string> = new Set(Object.keys(supported));

/** The first parameter that this server does not know or cannot read, with the reason; undefined when all are fine. */
export function unusable(query: Query): string | undefined {
  for (const { name, value } of query.parameters) {
    const bare = name.split(':')[0]!;
    if (name === '_count' || name === '_offset' || name === 'max') {
      if (!/^\d{1,6}$/.test(value)) return `${name} must be a whole number`;
    } else if (name === '_sort') {
      if (!/^-?[a-z_-]+(,-?[a-z_-]+)*$/i.test(value)) return '_sort must name search parameters';
    } else if (bare === '_include' || bare === '_revinclude') {
      if (!/^[A-Z][A-Za-z]*:[a-z-]+(:[A-Z][A-Za-z]*)?$/.test(value)) return `${name} must be Type:parameter`;
    } else if (!isShaping(name) && !isPatientParameter(query, name) && !['identifier', '_id', ...supported[query.type] ?? []].includes(name)) {
      return `search parameter "${name.slice(0, 40)}" is not supported on ${query.type}`;
    }
  }
  return undefined;
}

/** Whether a record answers all filters of the query. Values after a comma are alternatives. */
export function matches(entry: StoredResource, query: Query): boolean {
  return query.parameters.every(({ name, value }) => {
    const tokens = isShaping(name) || isPatientParameter(query, name) ? undefined : tokenParameters[name];
    if (!tokens) return true;
    const present = tokens(entry.resource);
    return value.split(',').some((wanted) => present.some((given) => fits(given, wanted)));
  });
}
function fits(given: Token, wanted: string): boolean {
  const bar = wanted.lastIndexOf('|');
  if (bar < 0) return given.code === wanted;
  const [system, code] = [wanted.slice(0, bar), wanted.slice(bar + 1)];
  return (code === '' || given.code === code) && (system === '' ? given.system === undefined : given.system === system);
}

const list = (value: Json | undefined): (Json | undefined)[] => (Array.isArray(value) ? value : [value]);
function concepts(value: Json | undefined): Token[] {
  return list(value).flatMap((entry) => codings(list(objectOf(entry)?.['coding'])));
}
function codings(values: readonly (Json | undefined)[]): Token[] {
  return values.flatMap((value) => { const coding = objectOf(value); return coding ? token(textOf(coding['system']), textOf(coding['code'])) : []; });
}
const code = (value: Json | undefined) => token(undefined, textOf(value));
const token = (system: string | undefined, value: string | undefined): Token[] => (value === undefined ? [] : [{ system, code: value }]);

/** Date of a record for `_sort=-date` and `$lastn`; ISO texts sort as they are. */
export function dateOf(resource: JsonObject): string {
  const period = objectOf(resource['effectivePeriod']) ?? objectOf(resource['period']) ?? objectOf(resource['performedPeriod']);
  return textOf(resource['effectiveDateTime']) ?? textOf(resource['date']) ?? textOf(period?.['start']) ?? '';
}
/** The last `max` records of each code of each patient, newest first (Observation/$lastn). */
export function lastOfEachCode(entries: readonly StoredResource[], max: number): StoredResource[] {
  const perCode = new Map<string, StoredResource[]>();
  for (const entry of entries.toSorted((one, other) => dateOf(other.resource).localeCompare(dateOf(one.resource)))) {
    const key = `${entry.bsn} ` + concepts(entry.resource['code']).map((given) => `${given.system}|${given.code}`).toSorted().join();
    perCode.set(key, [...perCode.get(key) ?? [], entry]);
  }
  return [...perCode.values()].flatMap((group) => group.slice(0, max));
}
