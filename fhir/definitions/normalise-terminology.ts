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
  const under = new Map<string, string[]>();
  collect(list(definition.concept), undefined, codes, under, options);
  return compact<CodeSystemFacts>({
    url, version: text(definition.version), content: (text(definition.content) ?? 'complete') as CodeSystemFacts['content'],
    caseSensitive: typeof definition.caseSensitive === 'boolean' ? definition.caseSensitive : undefined, codes: withParents(codes, under), supplements: text(definition.supplements),
  });
}
const subsumes = 'http://hl7.org/fhir/StructureDefinition/codesystem-subsumes';
function collect(concepts: readonly JsonObject[], parent: string | undefined, into: CodeFacts[], under: Map<string, string[]>, options: TerminologyOptions): void {
  const put = (child: string | undefined, above: string | undefined): void => {
    if (child === undefined || above === undefined) return;
    const known = under.get(child);
    if (known === undefined) under.set(child, [above]); else known.push(above);
  };
  for (const concept of concepts) {
    const code = text(concept.code);
    if (code === undefined) continue;
    const properties = propertiesOf(concept);
    const abstract = properties.notSelectable === 'true' || properties.abstract === 'true';
    for (const property of list(concept.property)) {
      if (property.code === 'child') put(text(property.valueCode), code);
      else if (property.code === 'parent' || property.code === 'subsumedBy') put(code, text(property.valueCode));
    }
    for (const one of [...list(concept.extension), ...list(concept.modifierExtension)]) if (one.url === subsumes) put(text(one.valueCode), code);
    into.push(compact<CodeFacts>({
      code, parent, abstract: abstract ? true : undefined, display: options.displays ? text(concept.display) : undefined, designations: options.displays ? designations(concept) : undefined,
      properties: Object.keys(properties).length > 0 ? properties : undefined,
    }));
    collect(list(concept.concept), code, into, under, options);
  }
}
/** Parents beside the one in whose list a concept stands. */
function withParents(codes: readonly CodeFacts[], under: ReadonlyMap<string, readonly string[]>): CodeFacts[] {
  return codes.map((one) => {
    const others = [...new Set(under.get(one.code))].filter((parent) => parent !== one.parent && parent !== one.code);
    return others.length === 0 ? one : { ...one, alsoUnder: others };
  });
}
function designations(concept: JsonObject): string[] | undefined {
  const found = [...new Set(list(concept.designation).flatMap((one) => text(one.value) ?? []))].filter((value) => value !== concept.display);
  return found.length > 0 ? found : undefined;
}
/** Only codes and booleans can be filtered on here; dates of deprecation and the like are left out. */
function propertiesOf(concept: JsonObject): Record<string, string> {
  const found: Record<string, string> = {};
  for (const property of list(concept.property)) {
    const code = text(property.code);
    if (code === undefined || code === 'child' || code === 'parent' || code === 'subsumedBy') continue;
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
  const partial = contains.length > 0 && isObject(definition.expansion) && isPartial(definition.expansion, contains.length);
  return compact<ValueSetFacts>({
    url, version: text(definition.version), include: list(compose.include).map((part) => normalisePart(part, options)),
    exclude: exclude.length > 0 ? exclude : undefined, expansion: contains.length > 0 ? contains : undefined, expansionPartial: partial ? true : undefined,
  });
}
function normalisePart(part: JsonObject, options: TerminologyOptions): ValueSetPart {
  const concepts = list(part.concept).flatMap((one) => {
    const code = text(one.code);
    return code === undefined ? [] : [compact({ code, display: options.displays ? text(one.display) : undefined, designations: options.displays ? designations(one) : undefined })];
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
const partialMarks = ['http://hl7.org/fhir/StructureDefinition/valueset-unclosed', 'http://hl7.org/fhir/StructureDefinition/valueset-toocostly'];
function isPartial(expansion: JsonObject, given: number): boolean {
  if (typeof expansion.total === 'number' && expansion.total > given) return true;
  if (typeof expansion.offset === 'number' && expansion.offset > 0) return true;
  return list(expansion.extension).some((one) => partialMarks.includes(text(one.url) ?? '') && one.valueBoolean !== false);
}
