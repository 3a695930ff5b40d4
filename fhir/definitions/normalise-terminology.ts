import { isObject } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import type { CodeFacts, CodeSystemFacts, ValueSetFacts, ValueSetPart } from './terminology.ts';

const text = (value: Json | undefined): string | undefined => typeof value === 'string' ? value : undefined;
const list = (value: Json | undefined): readonly JsonObject[] => Array.isArray(value) ? value.filter(isObject) : [];
const strings = (value: Json | undefined): string[] => Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}
/** `displays: false` leaves out what only people read, for compact tables. */
export interface TerminologyOptions { readonly displays: boolean }

/** A CodeSystem (FHIR JSON shape) as facts; its tree becomes a list with parents. @throws {TypeError} without url. */
export function normaliseCodeSystem(definition: JsonObject, options: TerminologyOptions): CodeSystemFacts {
  const url = text(definition.url);
  if (definition.resourceType !== 'CodeSystem' || url === undefined) throw new TypeError('not a CodeSystem with a url');
  const codes: CodeFacts[] = [];
  collect(list(definition.concept), undefined, codes, options);
  return compact<CodeSystemFacts>({
    url, version: text(definition.version), content: (text(definition.content) ?? 'complete') as CodeSystemFacts['content'],
    caseSensitive: typeof definition.caseSensitive === 'boolean' ? definition.caseSensitive : undefined, codes, supplements: text(definition.supplements),
  });
}
function collect(concepts: readonly JsonObject[], parent: string | undefined, into: CodeFacts[], options: TerminologyOptions): void {
  for (const concept of concepts) {
    const code = text(concept.code);
    if (code === undefined) continue;
    const properties = propertiesOf(concept);
    const abstract = properties.notSelectable === 'true' || properties.abstract === 'true';
    into.push(compact<CodeFacts>({
      code, parent, abstract: abstract ? true : undefined, display: options.displays ? text(concept.display) : undefined,
      properties: Object.keys(properties).length > 0 ? properties : undefined,
    }));
    collect(list(concept.concept), code, into, options);
  }
}
/** Only codes and booleans can be filtered on here; dates of deprecation and the like are left out. */
function propertiesOf(concept: JsonObject): Record<string, string> {
  const found: Record<string, string> = {};
  for (const property of list(concept.property)) {
    const code = text(property.code);
    if (code === undefined || code === 'child') continue;
    const value = text(property.valueCode) ?? text(property.valueString) ?? (typeof property.valueBoolean === 'boolean' ? String(property.valueBoolean) : undefined);
    if (value !== undefined) found[code] = value;
  }
  return found;
}

/** A ValueSet (FHIR JSON shape) as facts: its compose, or only its expansion. @throws {TypeError} without url. */
export function normaliseValueSet(definition: JsonObject, options: TerminologyOptions): ValueSetFacts {
  const url = text(definition.url);
  if (definition.resourceType !== 'ValueSet' || url === undefined) throw new TypeError('not a ValueSet with a url');
  const compose = isObject(definition.compose) ? definition.compose : {};
  const exclude = list(compose.exclude).map((part) => normalisePart(part, options));
  const contains = isObject(definition.expansion) ? expanded(list(definition.expansion.contains)) : [];
  return compact<ValueSetFacts>({
    url, version: text(definition.version), include: list(compose.include).map((part) => normalisePart(part, options)),
    exclude: exclude.length > 0 ? exclude : undefined, expansion: contains.length > 0 ? contains : undefined,
  });
}
function normalisePart(part: JsonObject, options: TerminologyOptions): ValueSetPart {
  const concepts = list(part.concept).flatMap((one) => {
    const code = text(one.code);
    return code === undefined ? [] : [compact({ code, display: options.displays ? text(one.display) : undefined })];
  });
  const filters = list(part.filter).map((one) => ({ property: text(one.property) ?? '', op: text(one.op) ?? '', value: text(one.value) ?? '' }));
  const valueSets = strings(part.valueSet);
  return compact<ValueSetPart>({
    system: text(part.system), version: text(part.version), concepts: concepts.length > 0 ? concepts : undefined,
    filters: filters.length > 0 ? filters : undefined, valueSets: valueSets.length > 0 ? valueSets : undefined,
  });
}
function expanded(contains: readonly JsonObject[]): { system: string; code: string; version?: string }[] {
  return contains.flatMap((one) => {
    const system = text(one.system);
    const code = text(one.code);
    const own = system === undefined || code === undefined || one.abstract === true ? [] : [compact({ system, code, version: text(one.version) })];
    return [...own, ...expanded(list(one.contains))];
  });
}
