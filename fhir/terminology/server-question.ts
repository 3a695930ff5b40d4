import type { ValueSetFacts, ValueSetPart } from '../definitions/terminology.ts';
import type { JsonObject } from '../json.ts';
import type { FhirVersion } from '../version.ts';
import type { CodeToCheck } from './answer.ts';

/** A code with its system: without one a server can't be asked (FHIR R4, ValueSet `$validate-code`). */
export interface CodedValue extends CodeToCheck { readonly system: string }

/** Input parameters of `$validate-code` in the words of each FHIR version. The display is not sent: a server may answer `false` for a display alone. */
export function questionParameters(fhir: FhirVersion, valueSet: string, code: CodedValue): readonly (readonly [name: string, type: 'valueUri' | 'valueString' | 'valueCode', value: string])[] {
  const [url, version] = valueSet.split('|') as [string, string?];
  return [
    // STU3 has no parameter for the version of the value set; its canonical may carry it.
    ['url', 'valueUri', fhir === 'stu3' ? valueSet : url],
    ...(fhir === 'r4' && version !== undefined ? [['valueSetVersion', 'valueString', version] as const] : []),
    ['system', 'valueUri', code.system], ['code', 'valueCode', code.code],
    ...(code.version !== undefined ? [[fhir === 'stu3' ? 'version' : 'systemVersion', 'valueString', code.version] as const] : []),
  ];
}
export function questionAddress(base: string, fhir: FhirVersion, valueSet: string, code: CodedValue): string {
  const query = questionParameters(fhir, valueSet, code).map(([name, , value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${base}/ValueSet/$validate-code?${query}`;
}
export function questionBody(fhir: FhirVersion, valueSet: string, code: CodedValue): JsonObject {
  return { resourceType: 'Parameters', parameter: questionParameters(fhir, valueSet, code).map(([name, type, value]) => ({ name, [type]: value })) };
}
/** The question with the value set itself, for a server that has the code systems but not this value set. */
export function questionWithValueSet(fhir: FhirVersion, facts: ValueSetFacts, code: CodedValue): JsonObject {
  const rest = questionParameters(fhir, facts.url, code).filter(([name]) => name !== 'url').map(([name, type, value]) => ({ name, [type]: value }));
  return { resourceType: 'Parameters', parameter: [{ name: 'valueSet', resource: valueSetResource(facts) }, ...rest] };
}
/** Only a value set that stands by itself can be sent: one that is built from others would need those too. */
export const standsAlone = (facts: ValueSetFacts): boolean => facts.include.length > 0 && [...facts.include, ...facts.exclude ?? []].every((part) => part.valueSets === undefined && part.system !== undefined);

function valueSetResource(facts: ValueSetFacts): JsonObject {
  return {
    resourceType: 'ValueSet', url: facts.url, ...(facts.version !== undefined && { version: facts.version }), status: 'active',
    compose: { include: facts.include.map(partResource), ...(facts.exclude !== undefined && { exclude: facts.exclude.map(partResource) }) },
  };
}
function partResource(part: ValueSetPart): JsonObject {
  return {
    system: part.system!, ...(part.version !== undefined && { version: part.version }),
    ...(part.concepts !== undefined && { concept: part.concepts.map((one) => ({ code: one.code })) }),
    ...(part.filters !== undefined && { filter: part.filters.map((one) => ({ property: one.property, op: one.op, value: one.value })) }),
  };
}
