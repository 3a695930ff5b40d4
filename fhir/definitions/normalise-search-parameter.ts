import { isObject } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import type { SearchParameterFacts } from './search-parameter.ts';

const text = (value: Json | undefined): string | undefined => typeof value === 'string' ? value : undefined;
const strings = (value: Json | undefined): string[] => Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** A SearchParameter (FHIR JSON shape, STU3 or R4) as facts. @throws {TypeError} without url, code or type. */
export function normaliseSearchParameter(definition: JsonObject): SearchParameterFacts {
  const url = text(definition.url);
  const code = text(definition.code);
  const type = text(definition.type);
  if (definition.resourceType !== 'SearchParameter' || url === undefined || code === undefined || type === undefined) throw new TypeError('not a SearchParameter with url, code and type');
  const components = (Array.isArray(definition.component) ? definition.component.filter(isObject) : []).map((one) => ({
    definition: text(one.definition) ?? (isObject(one.definition) ? text(one.definition.reference) : undefined) ?? '', expression: text(one.expression) ?? '',
  }));
  const expression = text(definition.expression);
  const targets = strings(definition.target);
  return {
    url, code, base: strings(definition.base), type: type as SearchParameterFacts['type'],
    ...(expression !== undefined && { expression }), ...(targets.length > 0 && { targets }), ...(components.length > 0 && { components }),
  };
}
