import { isObject } from '../json.ts';
import type { FhirResource } from '../json.ts';
import type { Scope } from './filter.ts';
import type { UsableParameter } from './parameters.ts';
import { refuse, shown } from './request.ts';

/** One `_include` or `_revinclude`, read. */
export interface Include {
  readonly reverse: boolean;
  /** Applied to what was included too: `:recurse` in STU3, `:iterate` in R4. */
  readonly again: boolean;
  /** Type that has the reference; `*` for all. */
  readonly source: string;
  readonly parameter: string;
  readonly target: string | null;
}
/** Reads one; null when it names a type or parameter that is not there. @throws {SearchRefused} for a modifier of another version. */
export function readInclude(scope: Scope, name: string, value: string): Include | null {
  const [kind, modifier] = name.split(':');
  const again = scope.definitions.fhir === 'stu3' ? 'recurse' : 'iterate';
  if (modifier !== undefined && modifier !== again) refuse(name, 'not-supported', `Modifier :${shown(modifier)} is not supported on ${kind}; in this FHIR version it is :${again}.`, `Modifier :${shown(modifier)} wordt niet ondersteund op ${kind}; in deze FHIR-versie is het :${again}.`);
  const base = { reverse: kind === '_revinclude', again: modifier !== undefined };
  if (value === '*') return { ...base, source: '*', parameter: '*', target: null };
  const match = /^([A-Z][A-Za-z]{1,63}):(\*|[A-Za-z][A-Za-z0-9_-]{0,63})(?::([A-Z][A-Za-z]{1,63}))?$/.exec(value);
  if (match === null) return refuse(name, 'invalid', `${name}=${shown(value)} is not Type:parameter or Type:parameter:TargetType.`, `${name}=${shown(value)} is niet Type:parameter of Type:parameter:Doeltype.`);
  const [, source, parameter, target = null] = match as unknown as [string, string, string, string?];
  if (!scope.parameters.isResourceType(source) || (target !== null && !scope.parameters.isResourceType(target))) return null;
  const found = parameter === '*' ? null : scope.offers(source, parameter) ? scope.parameters.find(source, parameter) : null;
  if (parameter !== '*' && found?.type !== 'reference') return null;
  return { ...base, source, parameter, target };
}
/** A forward include lists what the matches refer to, a reverse one what refers to them. Matches themselves are left out. */
export function includesOf(scope: Scope, includes: readonly Include[], matches: readonly FhirResource[]): FhirResource[] {
  const present = new Set(matches);
  const added: FhirResource[] = [];
  const take = (resource: FhirResource | undefined): void => {
    if (resource === undefined || present.has(resource)) return;
    present.add(resource);
    added.push(resource);
    if (added.length > scope.limits.includes) refuse('_include', 'too-costly', `This search would include more than ${scope.limits.includes} resources.`, `Deze zoekvraag zou meer dan ${scope.limits.includes} resources meenemen.`);
  };
  const reversed = new Map<Include, Map<FhirResource, FhirResource[]>>();
  let round: readonly FhirResource[] = matches;
  for (let first = true; round.length > 0; first = false) {
    const from = added.length;
    for (const include of includes) {
      if (!first && !include.again) continue;
      for (const resource of round) {
        if (!include.reverse) { for (const target of targetsOf(scope, include, resource)) take(target); continue; }
        let referring = reversed.get(include);
        if (referring === undefined) reversed.set(include, referring = referringTo(scope, include));
        for (const other of referring.get(resource) ?? []) take(other);
      }
    }
    round = added.slice(from);
  }
  return added;
}
function parametersOf(scope: Scope, { source, parameter }: Include, type: string): readonly UsableParameter[] {
  if (source !== '*' && source !== type) return [];
  if (parameter === '*') return scope.parameters.references(type).filter(({ code }) => scope.offers(type, code));
  const found = scope.parameters.find(type, parameter);
  return found === null ? [] : [found];
}
function targetsOf(scope: Scope, include: Include, resource: FhirResource): FhirResource[] {
  return parametersOf(scope, include, resource.resourceType).flatMap((parameter) => parameter.values(resource)).flatMap(({ value }) => {
    const reference = isObject(value) ? value.reference : value;
    // What is contained comes along by itself.
    if (typeof reference !== 'string' || reference.startsWith('#')) return [];
    const target = scope.index.resolve(reference, resource, scope.base);
    return target !== undefined && (include.target === null || include.target === target.resourceType) ? [target] : [];
  });
}
function referringTo(scope: Scope, include: Include): Map<FhirResource, FhirResource[]> {
  const found = new Map<FhirResource, FhirResource[]>();
  for (const type of include.source === '*' ? scope.index.types() : [include.source]) {
    for (const resource of scope.index.ofType(type)) for (const target of new Set(targetsOf(scope, include, resource))) {
      const list = found.get(target);
      if (list) list.push(resource); else found.set(target, [resource]);
    }
  }
  return found;
}
