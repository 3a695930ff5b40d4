import { isObject } from '../json.ts';
import type { FhirResource } from '../json.ts';
import { splitUnescaped } from './escape.ts';
import type { Filter, Scope } from './filter.ts';
import { isModifier, matcherOf } from './matchers.ts';
import type { UsableParameter } from './parameters.ts';
import { refuse, shown } from './request.ts';

/**
 * One selecting parameter as a filter over resources of a type: `code`, `code:modifier`, chains (`patient.identifier`,
 * `subject:Patient.name`) and `_has:Observation:patient:code`. Null when the type has no such parameter or none that can be
 * executed. @throws {SearchRefused} for a modifier that is not supported, an illegal value, or too much work.
 */
export function compileCriterion(scope: Scope, resourceType: string, name: string, value: string, depth = 0): Filter | null {
  if (depth > scope.limits.chain) refuse(name, 'too-costly', `A chain has at most ${scope.limits.chain} steps.`, `Een keten heeft hoogstens ${scope.limits.chain} stappen.`);
  if (name.startsWith('_has:')) return scope.offers(resourceType, '_has') ? compileHas(scope, resourceType, name, value, depth) : null;
  const dot = name.indexOf('.');
  const [code, modifier = null, ...more] = (dot < 0 ? name : name.slice(0, dot)).split(':');
  if (more.length > 0) return null;
  const parameter = scope.offers(resourceType, code!) ? scope.parameters.find(resourceType, code!) : null;
  if (parameter === null) return null;
  return dot < 0 ? compilePlain(scope, name, parameter, modifier, value) : compileChain(scope, name, parameter, modifier, name.slice(dot + 1), value, depth);
}
function compilePlain(scope: Scope, name: string, parameter: UsableParameter, modifier: string | null, value: string): Filter | null {
  const typed = modifier !== null && parameter.type === 'reference' && scope.parameters.isResourceType(modifier);
  if (modifier !== null && !typed && !isModifier(modifier, parameter.type, scope.definitions.fhir)) return refuseModifier(name, modifier);
  if (value === '') return refuse(name, 'invalid', `${shown(name)} has no value.`, `${shown(name)} heeft geen waarde.`);
  if (modifier === 'missing') {
    if (value !== 'true' && value !== 'false') return refuse(name, 'value', `${name}=${shown(value)}: expected true or false.`, `${name}=${shown(value)}: verwacht true of false.`);
    return (resource) => (parameter.values(resource).length === 0) === (value === 'true');
  }
  const values = splitUnescaped(value, ',').filter((one) => one !== '');
  if (values.length === 0) return refuse(name, 'invalid', `${name}=${shown(value)} has no value.`, `${name}=${shown(value)} heeft geen waarde.`);
  if (values.length > scope.limits.values) return refuse(name, 'too-costly', `${name} has ${values.length} values; at most ${scope.limits.values} are taken.`, `${name} heeft ${values.length} waarden; hoogstens ${scope.limits.values} worden genomen.`);
  const match = matcherOf({ name, parameter, modifier, values }, parameter.type, scope);
  if (match === null) return null;
  const any: Filter = (resource) => parameter.values(resource).some((element) => match(element, resource));
  return modifier === 'not' ? (resource) => !any(resource) : any;
}
function refuseModifier(name: string, modifier: string): never {
  // Servers refuse what they cannot execute here: a modifier changes what is asked for (FHIR STU3 and R4, Search, Modifiers).
  return refuse(name, 'not-supported', `Modifier :${shown(modifier)} is not supported on ${shown(name.split(':')[0]!)}.`, `Modifier :${shown(modifier)} wordt niet ondersteund op ${shown(name.split(':')[0]!)}.`);
}

/** Follows references to resources that answer the rest of the chain; each type that a target may have is asked. */
function compileChain(scope: Scope, name: string, parameter: UsableParameter, modifier: string | null, rest: string, value: string, depth: number): Filter | null {
  if (parameter.type !== 'reference') return null;
  if (modifier !== null && !scope.parameters.isResourceType(modifier)) return refuseModifier(name, modifier);
  const next = memo((type: string): Filter | null => compileCriterion(scope, type, rest, value, depth + 1));
  const types = modifier !== null ? [modifier] : parameter.targets === null ? null : [...parameter.targets];
  // With a list of targets it is known before looking whether any of them has the parameter.
  if (types !== null && types.map(next).every((filter) => filter === null)) return null;
  if (types === null && next('Patient') === null && scope.index.types().map(next).every((filter) => filter === null)) return null;
  const answered = memo((target: FhirResource): boolean => {
    if (types !== null && !types.includes(target.resourceType)) return false;
    return next(target.resourceType)?.(target) === true;
  });
  return (resource) => parameter.values(resource).some(({ value: reference }) => {
    const text = isObject(reference) ? reference.reference : reference;
    const target = typeof text === 'string' ? scope.index.resolve(text, resource, scope.base) : undefined;
    return target !== undefined && answered(target);
  });
}

/** `_has:Type:parameter:rest`: resources that a resource of the type refers to, which itself answers the rest. */
function compileHas(scope: Scope, resourceType: string, name: string, value: string, depth: number): Filter | null {
  const [, type, code, ...more] = name.split(':');
  const rest = more.join(':');
  if (type === undefined || code === undefined || rest === '') return refuse(name, 'invalid', `${shown(name)} is not _has:Type:reference:parameter.`, `${shown(name)} is niet _has:Type:verwijzing:parameter.`);
  const reference = scope.offers(type, code) ? scope.parameters.find(type, code) : null;
  if (reference === null || reference.type !== 'reference' || (reference.targets !== null && !reference.targets.has(resourceType))) return null;
  const filter = compileCriterion(scope, type, rest, value, depth + 1);
  if (filter === null) return null;
  let found: Set<FhirResource> | undefined;
  const referred = (): Set<FhirResource> => new Set(scope.index.ofType(type).filter(filter).flatMap((resource) => reference.values(resource)
    .map(({ value: one }) => (isObject(one) && typeof one.reference === 'string' ? scope.index.resolve(one.reference, resource, scope.base) : undefined)).filter((one) => one !== undefined)));
  return (resource) => (found ??= referred()).has(resource);
}
function memo<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key)!;
  };
}
