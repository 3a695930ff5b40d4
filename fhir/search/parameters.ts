import type { Definitions } from '../definitions/definitions.ts';
import type { SearchParameterFacts } from '../definitions/search-parameter.ts';
import { isObject } from '../json.ts';
import type { FhirResource } from '../json.ts';
import type { FhirVersion } from '../version.ts';
import { createWalker } from './elements.ts';
import type { Element } from './elements.ts';
import { compileExpression } from './expression.ts';
import type { Extractor } from './expression.ts';

/** A search parameter that can be used on a resource type. */
export interface UsableParameter {
  readonly facts: SearchParameterFacts;
  readonly code: string;
  readonly type: SearchParameterFacts['type'];
  /** Types that its references lead to; null for any. */
  readonly targets: ReadonlySet<string> | null;
  /** Values in a resource; references that say that they lead to another type than its targets are none. */
  values(resource: FhirResource): readonly Element[];
  /** Only of a composite. */
  readonly components?: readonly Component[];
}
export interface Component { readonly type: SearchParameterFacts['type']; readonly extract: (root: Element) => Element[] }

export interface Parameters {
  /** Null when it does not exist, or its definition cannot be executed. */
  find(resourceType: string, code: string): UsableParameter | null;
  /** Reference parameters of a type, for `_include=Type:*`. */
  references(resourceType: string): readonly UsableParameter[];
  isResourceType(name: string): boolean;
  /** Root elements that a resource must have. */
  mandatory(resourceType: string): readonly string[];
  /** Whether a root element has its type in its name: `value` of Observation stands under `valueQuantity`. */
  isChoice(resourceType: string, element: string): boolean;
  readonly fhir: FhirVersion;
}

/** Search parameters of a FHIR version, compiled when first used; extra ones outweigh those of the definitions. Values are found once for each resource. */
export function createParameters(definitions: Definitions, extra: readonly SearchParameterFacts[]): Parameters {
  const walker = createWalker(definitions);
  const usable = new Map<string, UsableParameter | null>();
  const compiled = new Map<string, Extractor | null>();
  const known = new WeakMap<FhirResource, Map<string, readonly Element[]>>();
  const extractor = (expression: string): Extractor | null => {
    let found = compiled.get(expression);
    if (found === undefined) compiled.set(expression, found = compileExpression(expression));
    return found;
  };
  const factsOf = (resourceType: string): SearchParameterFacts[] => [...extra.filter(({ base }) => base.some((one) => one === resourceType || one === 'Resource' || one === 'DomainResource')), ...definitions.searchParameters(resourceType)];

  function build(resourceType: string, facts: SearchParameterFacts): UsableParameter | null {
    const extract = facts.expression === undefined || facts.type === 'special' ? null : extractor(facts.expression);
    if (extract === null) return null;
    const components = facts.type === 'composite' ? componentsOf(resourceType, facts) : undefined;
    if (components === null) return null;
    const targets = targetsOf(facts);
    const isValue = ({ value }: Element): boolean => {
      const type = isObject(value) && typeof value.reference === 'string' ? statedType(value.reference) : null;
      return type === null || targets === null || targets.has(type);
    };
    return {
      facts, code: facts.code, type: facts.type, targets,
      ...(components && { components }),
      values(resource) {
        const byUrl = known.get(resource) ?? new Map<string, readonly Element[]>();
        known.set(resource, byUrl);
        let values = byUrl.get(facts.url);
        if (values === undefined) byUrl.set(facts.url, values = extract(walker.root(resource), walker).filter(isValue));
        return values;
      },
    };
  }
  /** STU3 names some components by a URL that no parameter has (`Observation-code` for `clinical-code`): then its last part tells. */
  function componentsOf(resourceType: string, facts: SearchParameterFacts): Component[] | null {
    const all = factsOf(resourceType);
    const components = (facts.components ?? []).map(({ definition, expression }): Component | null => {
      const part = all.find(({ url }) => url === definition) ?? all.find(({ code }) => code === definition.replace(/^.*\/[A-Za-z]+-/, ''));
      const extract = extractor(expression);
      return part === undefined || extract === null ? null : { type: part.type, extract: (root) => extract(root, walker) };
    });
    return components.length < 2 || components.some((one) => one === null) ? null : components as Component[];
  }
  const find = (resourceType: string, code: string): UsableParameter | null => {
    const key = `${resourceType}:${code}`;
    let found = usable.get(key);
    if (found === undefined) {
      const facts = factsOf(resourceType).find((one) => one.code === code);
      usable.set(key, found = facts === undefined ? null : build(resourceType, facts));
    }
    return found;
  };
  return {
    find, fhir: definitions.fhir,
    isChoice: (resourceType, element) => definitions.type(resourceType)?.snapshot?.some(({ path }) => path === `${resourceType}.${element}[x]`) === true,
    references: (resourceType) => [...new Set(factsOf(resourceType).filter(({ type }) => type === 'reference').map(({ code }) => code))].map((code) => find(resourceType, code)).filter((one) => one !== null),
    isResourceType: (name) => /^[A-Z][A-Za-z]+$/.test(name) && definitions.type(name)?.kind === 'resource',
    mandatory(resourceType) {
      const depth = resourceType.length + 1;
      return (definitions.type(resourceType)?.snapshot ?? []).filter(({ path, min }) => path.startsWith(`${resourceType}.`) && !path.includes('.', depth) && (min ?? 0) > 0).map(({ path }) => path.slice(depth).replace('[x]', ''));
    },
  };
}

/** `patient` finds patients: its definition, shared by many types, names Group too because of elements that may hold one. */
function targetsOf({ type, code, targets }: SearchParameterFacts): ReadonlySet<string> | null {
  if (type !== 'reference' || targets === undefined || targets.includes('Resource') || targets.includes('Any')) return null;
  return new Set(code === 'patient' && targets.includes('Patient') ? ['Patient'] : targets);
}
/** Type that a literal reference leads to, if it says so. */
const statedType = (reference: string): string | null => /(?:^|\/)([A-Z][A-Za-z]+)\/[A-Za-z0-9.-]{1,64}(?:\/_history\/[^/]+)?$/.exec(reference)?.[1] ?? null;
