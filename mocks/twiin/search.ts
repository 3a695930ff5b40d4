import type { Stu3Resource } from '../../fixtures/stu3/index.ts';

export interface Parameter { readonly name: string; readonly value: string }
export interface Query { readonly type: string; readonly lastN: boolean; readonly parameters: readonly Parameter[] }

/** Reads a search as received: `Observation/$lastn?code=a%7Cb`. Plus signs are blanks, as in a form. */
export function parseQuery(target: string): Query | null {
  const [path, text = ''] = splitOnce(target, '?');
  const match = /^\/?([A-Z][A-Za-z]+)(\/\$lastn)?$/.exec(decode(path));
  if (match === null) return null;
  const parameters = text === '' ? [] : text.split('&').map((part) => {
    const [name, value = ''] = splitOnce(part, '=');
    return { name: decode(name), value: decode(value) };
  });
  return { type: match[1]!, lastN: match[2] !== undefined, parameters };
}
/** Steers the answer and selects nothing. */
const steering = new Set(['_include', '_revinclude', '_count', '_sort', '_offset', '_format', '_pretty', 'max']);
const patientParameters = new Set(['patient', 'patient.identifier', 'subject', 'subject.identifier', 'beneficiary', 'beneficiary.identifier']);

/** The parameters that select within the patient's dossier. */
export function selects(query: Query): readonly Parameter[] {
  return query.parameters.filter((one) => !steering.has(one.name) && !namesPatient(query, one.name));
}
/** `identifier` is the patient's only on Patient. */
function namesPatient(query: Query, name: string): boolean {
  return patientParameters.has(name.replace(/:Patient$|:identifier$/, '')) || (name === 'identifier' && query.type === 'Patient');
}
/** The query itself asks for somebody else than the patient of the grant, by BSN or by reference. */
export function namesAnother(query: Query, bsn: string, dossier: readonly Stu3Resource[]): boolean {
  const own = new Set([bsn, bsn.replace(/^0+/, ''), ...dossier.filter((one) => one.resourceType === 'Patient').flatMap((one) => [one.id, keyOf(one)])]);
  return query.parameters.filter((one) => namesPatient(query, one.name))
    .some(({ value }) => !value.split(',').some((one) => own.has(one.split('|').at(-1)!) || own.has(one.split('/').slice(-2).join('/'))));
}
export const keyOf = (resource: Stu3Resource): string => `${resource.resourceType}/${resource.id}`;
const elements: Readonly<Record<string, string>> = { category: 'category', code: 'code', status: 'status', class: 'class', type: 'type' };

/** Resources of one dossier that a query selects; null names a parameter that is not supported. */
export function matchesOf(query: Query, dossier: readonly Stu3Resource[]): readonly Stu3Resource[] | { readonly unsupported: string } {
  let found = dossier.filter((resource) => resource.resourceType === query.type);
  for (const { name, value } of selects(query)) {
    const element = elements[name];
    if (element === undefined) return { unsupported: name };
    const wanted = value.split(',').map(token);
    found = found.filter((resource) => codesIn(resource[element]).some((code) => wanted.some((one) => one.code === code.code && (one.system === null || one.system === code.system || code.system === null))));
  }
  if (query.lastN) return lastPerCode(found, countOf(query, 'max') ?? 1);
  const sorted = query.parameters.some((one) => one.name === '_sort' && one.value === '-date') ? [...found].sort(byDate) : found;
  const limited = sorted === found ? undefined : countOf(query, '_count');
  return limited === undefined ? sorted : sorted.slice(0, limited);
}
interface Code { readonly system: string | null; readonly code: string }
function token(value: string): Code {
  const [system, code] = splitOnce(value, '|');
  return code === undefined ? { system: null, code: system } : { system, code };
}
function codesIn(value: unknown): Code[] {
  if (typeof value === 'string') return [{ system: null, code: value }];
  if (Array.isArray(value)) return value.flatMap(codesIn);
  if (value === null || typeof value !== 'object') return [];
  const { coding, system, code } = value as Record<string, unknown>;
  if (coding !== undefined) return codesIn(coding);
  return typeof code === 'string' ? [{ system: typeof system === 'string' ? system : null, code }] : [];
}
function dateOf(resource: Stu3Resource): string {
  const period = resource['effectivePeriod'] as { start?: string } | undefined;
  return String(resource['effectiveDateTime'] ?? period?.start ?? '');
}
const byDate = (a: Stu3Resource, b: Stu3Resource): number => dateOf(b).localeCompare(dateOf(a));
function lastPerCode(found: readonly Stu3Resource[], max: number): Stu3Resource[] {
  const perCode = new Map<string, number>();
  return [...found].sort(byDate).filter((resource) => {
    const code = codesIn(resource['code'])[0];
    const key = `${code?.system}|${code?.code}`;
    const seen = perCode.get(key) ?? 0;
    perCode.set(key, seen + 1);
    return seen < max;
  });
}
/** A positive whole number in a parameter, or undefined. */
export function countOf(query: Query, name: string): number | undefined {
  const value = query.parameters.find((one) => one.name === name)?.value ?? '';
  return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : undefined;
}

/** Resources that `_include` and `_revinclude` add to the matches. */
export function includesOf(query: Query, matches: readonly Stu3Resource[], dossier: readonly Stu3Resource[]): Stu3Resource[] {
  const added = new Map<string, Stu3Resource>();
  const byReference = new Map(dossier.map((resource) => [keyOf(resource), resource]));
  const own = new Set(matches.map(keyOf));
  const add = (resource: Stu3Resource | undefined): void => {
    if (resource === undefined) return;
    const key = keyOf(resource);
    if (!own.has(key)) added.set(key, resource);
  };
  for (const { name, value } of query.parameters) {
    const [type, parameter, target] = value.split(':');
    if (name === '_include' && type === query.type) {
      for (const match of matches) {
        for (const reference of referencesAt(match, parameter ?? '')) if (target === undefined || reference.startsWith(`${target}/`)) add(byReference.get(reference));
      }
    }
    if (name === '_revinclude') {
      for (const other of dossier) if (other.resourceType === type && referencesAt(other, parameter ?? '').some((reference) => own.has(reference))) add(other);
    }
  }
  return [...added.values()];
}
const includePaths: Readonly<Record<string, readonly string[]>> = {
  'general-practitioner': ['generalPractitioner'], payor: ['payor'], medication: ['medicationReference'], device: ['device', 'codeReference'], specimen: ['specimen'],
  'related-target': ['related', 'target'], 'based-on': ['basedOn'], participant: ['participant', 'member'], target: ['target'],
};
function referencesAt(resource: Stu3Resource, parameter: string): string[] {
  const path = includePaths[parameter];
  return path === undefined ? [] : referencesIn(path.reduce<unknown>((at, step) => (Array.isArray(at) ? at.flatMap((one) => (one as any)?.[step] ?? []) : (at as any)?.[step]), resource));
}
export function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (value === null || typeof value !== 'object') return [];
  const { reference } = value as { reference?: unknown };
  return [...(typeof reference === 'string' ? [reference] : []), ...Object.values(value).flatMap((one) => (typeof one === 'object' ? referencesIn(one) : []))];
}
function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
function decode(text: string): string {
  try { return decodeURIComponent(text.replaceAll('+', ' ')); } catch { return text; }
}
