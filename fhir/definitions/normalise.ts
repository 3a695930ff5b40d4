import type { FhirVersion } from '../version.ts';
import { fhirVersionOf } from '../version.ts';
import { isObject } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import { elementIds } from './element-ids.ts';
import type { BindingFacts, ConstraintFacts, ElementFacts, ExtensionContext, SlicingFacts, Structure, TypeFacts, TypedValue } from './structure.ts';

const fhirType = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type';
const jsonType = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-json-type';
const maxValueSet = 'http://hl7.org/fhir/StructureDefinition/elementdefinition-maxValueSet';
const regexes = ['http://hl7.org/fhir/StructureDefinition/regex', 'http://hl7.org/fhir/StructureDefinition/structuredefinition-regex'];

const text = (value: Json | undefined): string | undefined => typeof value === 'string' ? value : undefined;
const list = (value: Json | undefined): readonly JsonObject[] => Array.isArray(value) ? value.filter(isObject) : [];
const strings = (value: Json | undefined): string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
/** Leaves undefined members out, so that compact tables stay compact and comparisons are plain. */
function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}
const extension = (value: JsonObject, url: string): JsonObject | undefined => list(value.extension).find((one) => one.url === url);

/**
 * Reduces a StructureDefinition (FHIR JSON shape, STU3 or R4) to a `Structure`.
 * @throws {TypeError} with a sentence for people when it is no StructureDefinition, lacks url or type, or is of another FHIR version.
 */
export function normalise(definition: JsonObject): Structure {
  const url = text(definition.url);
  if (definition.resourceType !== 'StructureDefinition' || url === undefined) throw new TypeError('not a StructureDefinition with a url');
  const fhir = fhirVersionOf(text(definition.fhirVersion) ?? '');
  if (fhir === null) throw new TypeError(`${url}: fhirVersion ${JSON.stringify(definition.fhirVersion)} is neither 3.0.x nor 4.0.x`);
  const kind = text(definition.kind) as Structure['kind'];
  // The abstract STU3 types Element and Resource have no `type`.
  const type = text(definition.type) ?? text(definition.name);
  if (type === undefined) throw new TypeError(`${url}: no type`);
  const views = (['differential', 'snapshot'] as const).map((view) => {
    const elements = list((definition[view] as JsonObject | undefined)?.element);
    return elements.length === 0 ? undefined : normaliseElements(elements, fhir);
  });
  const derivation = definition.derivation === 'constraint' ? 'constraint' : 'specialization';
  return compact<Structure>({
    url, version: text(definition.version), name: text(definition.name) ?? type, fhir, kind,
    abstract: definition.abstract === true, type, base: text(definition.baseDefinition),
    derivation,
    context: contexts(definition), contextInvariants: strings(definition.contextInvariant).length > 0 ? strings(definition.contextInvariant) : undefined,
    differential: views[0], snapshot: derivation === 'specialization' ? views[1]?.map(withBase) : views[1],
  });
}

/** STU3 leaves `base` out where an element is first defined. */
function withBase(element: ElementFacts): ElementFacts {
  return element.base !== undefined ? element : { ...element, base: { path: element.path, min: element.min ?? 0, max: element.max ?? '*' } };
}

function contexts(definition: JsonObject): ExtensionContext[] | undefined {
  if (definition.type !== 'Extension') return undefined;
  if (Array.isArray(definition.context)) {
    const found: ExtensionContext[] = [];
    for (const one of definition.context) {
      if (typeof one === 'string') found.push({ kind: definition.contextType === 'extension' ? 'extension' : 'element', expression: one });
      else if (isObject(one)) found.push({ kind: one.type as ExtensionContext['kind'], expression: text(one.expression) ?? '' });
    }
    return found;
  }
  return undefined;
}

/** Elements of one view, in order, with R4-style ids. */
export function normaliseElements(elements: readonly JsonObject[], fhir: FhirVersion): ElementFacts[] {
  const ids = elementIds(elements.map((element) => ({ id: text(element.id), path: text(element.path) ?? '', sliceName: text(element.sliceName) })));
  return elements.map((element, index) => normaliseElement(element, ids[index]!, fhir));
}

function normaliseElement(element: JsonObject, id: string, fhir: FhirVersion): ElementFacts {
  const path = text(element.path) ?? '';
  const max = text(element.max);
  const representation = strings(element.representation).find((one) => one === 'xmlAttr' || one === 'xhtml') as ElementFacts['representation'];
  const regex = list(element.type).flatMap((type) => list(type.extension)).find((one) => regexes.includes(text(one.url) ?? ''));
  return compact<ElementFacts>({
    id, path, sliceName: text(element.sliceName),
    min: typeof element.min === 'number' ? element.min : undefined,
    max: max === undefined ? undefined : max === '*' ? '*' : Number(max),
    types: types(element), contentReference: text(element.contentReference)?.replace(/^.*#/, ''),
    fixed: typed(element, 'fixed'), pattern: typed(element, 'pattern'), minValue: typed(element, 'minValue'), maxValue: typed(element, 'maxValue'),
    maxLength: typeof element.maxLength === 'number' ? element.maxLength : undefined,
    binding: binding(element.binding), constraints: constraints(element), slicing: slicing(element.slicing),
    isModifier: element.isModifier === true ? true : undefined, mustSupport: element.mustSupport === true ? true : undefined,
    base: base(element.base), representation, regex: regex === undefined ? undefined : text(regex.valueString),
  });
}

function base(value: Json | undefined): ElementFacts['base'] {
  if (!isObject(value)) return undefined;
  return { path: text(value.path) ?? '', min: value.min as number, max: value.max === '*' ? '*' : Number(value.max) };
}

/** STU3 repeats a type for each target profile; R4 lists them. One entry a code and type profile here. */
function types(element: JsonObject): TypeFacts[] | undefined {
  const given = list(element.type);
  if (given.length === 0) return undefined;
  const found = new Map<string, { code: string; profiles: string[]; targets: string[]; aggregation: string[] }>();
  for (const type of given) {
    const code = typeCode(type, primitiveValue.test(text(element.path) ?? ''));
    const profiles = strings(type.profile);
    const one = found.get(code) ?? { code, profiles: [], targets: [], aggregation: [] };
    found.set(code, one);
    for (const profile of profiles) if (!one.profiles.includes(profile)) one.profiles.push(profile);
    for (const target of strings(type.targetProfile)) if (!one.targets.includes(target)) one.targets.push(target);
    for (const aggregation of strings(type.aggregation)) if (!one.aggregation.includes(aggregation)) one.aggregation.push(aggregation);
  }
  return [...found.values()].map((one) => compact<TypeFacts>({
    code: one.code, profiles: one.profiles.length > 0 ? one.profiles : undefined, targets: one.targets.length > 0 ? one.targets : undefined,
    aggregation: one.aggregation.length > 0 ? one.aggregation as NonNullable<TypeFacts['aggregation']> : undefined,
  }));
}

/** `boolean.value`: types whose names begin with a small letter are primitive. */
const primitiveValue = /^[a-z]\w*\.value$/;
/** R4 names FHIRPath system types with the FHIR type in an extension; STU3 leaves the code out and names the JSON type. */
function typeCode(type: JsonObject, ofPrimitive: boolean): string {
  const code = text(type.code);
  if (code?.startsWith('http://hl7.org/fhirpath/') === true) {
    const named = ofPrimitive ? undefined : extension(type, fhirType);
    const fhirName = named === undefined ? undefined : text(named.valueUrl) ?? text(named.valueUri) ?? text(named.valueString);
    return fhirName ?? code.slice('http://hl7.org/fhirpath/'.length);
  }
  if (code !== undefined) return code;
  const json = isObject(type._code) ? text(extension(type._code, jsonType)?.valueString) : undefined;
  return json === 'boolean' ? 'System.Boolean' : json === 'number' ? 'System.Decimal' : 'System.String';
}

/** `fixedCode`, `patternCodeableConcept`, `minValueInteger` and their kin. Base elements named alike do not exist. */
function typed(element: JsonObject, prefix: string): TypedValue | undefined {
  for (const [key, value] of Object.entries(element)) {
    if (!key.startsWith(prefix) || value === undefined || key.length === prefix.length) continue;
    const suffix = key.slice(prefix.length);
    if (!/^[A-Z]/.test(suffix)) continue;
    return { type: typeOfSuffix(suffix), value };
  }
  return undefined;
}
const primitives = ['boolean', 'integer', 'decimal', 'uri', 'url', 'canonical', 'string', 'instant', 'date', 'dateTime', 'time', 'code', 'oid', 'id', 'markdown', 'unsignedInt', 'positiveInt', 'uuid', 'base64Binary'];
/** `DateTime` → `dateTime`, `CodeableConcept` stays: primitive type names begin with a small letter. */
export function typeOfSuffix(suffix: string): string {
  const small = suffix[0]!.toLowerCase() + suffix.slice(1);
  return primitives.includes(small) ? small : suffix;
}

function binding(value: Json | undefined): BindingFacts | undefined {
  if (!isObject(value)) return undefined;
  const reference = isObject(value.valueSetReference) ? text(value.valueSetReference.reference) : undefined;
  const max = extension(value, maxValueSet);
  return compact<BindingFacts>({
    strength: value.strength as BindingFacts['strength'], valueSet: text(value.valueSet) ?? text(value.valueSetUri) ?? reference,
    maxValueSet: max === undefined ? undefined : text(max.valueCanonical) ?? text(max.valueUri) ?? (isObject(max.valueReference) ? text(max.valueReference.reference) : undefined),
  });
}

function constraints(element: JsonObject): ConstraintFacts[] | undefined {
  const found = list(element.constraint).filter((one) => one.key !== 'ele-1' && one.key !== 'ext-1').map((one) => compact<ConstraintFacts>({
    key: text(one.key) ?? '', severity: one.severity === 'warning' ? 'warning' : 'error', expression: text(one.expression), source: text(one.source),
  }));
  return found.length > 0 ? found : undefined;
}

function slicing(value: Json | undefined): SlicingFacts | undefined {
  if (!isObject(value)) return undefined;
  return {
    discriminators: list(value.discriminator).map((one) => ({ type: (text(one.type) ?? 'value') as SlicingFacts['discriminators'][number]['type'], path: text(one.path) ?? '$this' })),
    rules: (text(value.rules) ?? 'open') as SlicingFacts['rules'], ordered: value.ordered === true,
  };
}
