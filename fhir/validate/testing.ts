import type { CodeSystemFacts, ValueSetFacts } from '../definitions/terminology.ts';
import type { Definitions } from '../definitions/definitions.ts';
import type { Structure } from '../definitions/structure.ts';
import type { FhirFinding } from '../finding.ts';
import type { FhirResource, Json, JsonObject } from '../json.ts';
import { createSnapshots } from '../snapshot/index.ts';
import { definitionsWith } from '../snapshot/testing.ts';
import { createTerminology } from '../terminology/terminology.ts';
import type { FhirVersion } from '../version.ts';
import { Item } from './item.ts';
import { ResourceScope } from './scope.ts';
import { createValidator } from './validator.ts';
import type { ValidateOptions, Validator } from './validator.ts';

/** Core with small profiles and value sets on top, for the tests of this room. */
export { core, own, profile } from '../snapshot/testing.ts';
export interface Extra { readonly structures?: readonly Structure[]; readonly valueSets?: readonly ValueSetFacts[]; readonly codeSystems?: readonly CodeSystemFacts[] }

const bare = new Map<FhirVersion, Validator>();
export function validatorWith(extra: Extra = {}, fhir: FhirVersion = 'r4'): Validator {
  const below = definitionsWith(extra.structures ?? [], fhir);
  const definitions: Definitions = {
    ...below,
    valueSet: (canonical) => extra.valueSets?.find((one) => one.url === canonical.split('|')[0]) ?? below.valueSet(canonical),
    codeSystem: (url) => extra.codeSystems?.find((one) => one.url === url) ?? below.codeSystem(url),
  };
  return createValidator({ definitions, snapshots: createSnapshots(definitions), terminology: createTerminology(definitions) });
}
/** A validator of base FHIR, made once for each version. */
export function baseValidator(fhir: FhirVersion = 'r4'): Validator {
  let known = bare.get(fhir);
  if (known === undefined) bare.set(fhir, known = validatorWith({}, fhir));
  return known;
}

/** A finding in one line: severity, code, expression, and the invariant or slice where there is one. */
export const brief = (one: FhirFinding): string => `${one.severity} ${one.code} ${one.expression}${one.invariant === undefined ? '' : ` ${one.invariant}`}${one.slice === undefined ? '' : ` :${one.slice}`}`;
/** What base FHIR, and any profile asked for, says of a resource; dom-6 (no narrative) left out, as nearly all of these have none. */
export function says(resource: JsonObject, validator: Validator = baseValidator(), options: ValidateOptions = {}): string[] {
  return validator.validate(resource as FhirResource, options).filter((one) => one.invariant !== 'dom-6').map(brief);
}
export const saysStu3 = (resource: JsonObject, options: ValidateOptions = {}): string[] => says(resource, baseValidator('stu3'), options);

/** The smallest valid Observation, with more. */
export const observation = (more: JsonObject = {}): FhirResource => ({ resourceType: 'Observation', status: 'final', code: { text: 'x' }, ...more });
export const patient = (more: JsonObject = {}): FhirResource => ({ resourceType: 'Patient', ...more });
export const bundle = (type: string, ...entry: readonly JsonObject[]): FhirResource => ({ resourceType: 'Bundle', type, ...(entry.length > 0 && { entry }) });
export const div = (inside = 'x'): string => `<div xmlns="http://www.w3.org/1999/xhtml">${inside}</div>`;
export const coded = (system: string, code: string): JsonObject => ({ coding: [{ system, code }] });

/** The root item of a resource, as the validator makes it. */
export function rootItem(resource: FhirResource, validator: Validator = baseValidator(), outside?: (reference: string) => FhirResource | null): Item {
  return new Item(null, '', resource.resourceType, -1, resource, undefined, resource.resourceType, validator.environment.base.type(resource.resourceType)!, new ResourceScope(resource, null, null, undefined, outside));
}
export const json = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
