import { Decimal, decimalForm } from '../decimal.ts';
import type { Json, JsonObject } from '../messages.ts';
import { factsOf, fhirNamespace, isPrimitive, isResourceType, xhtmlNamespace } from './elements.ts';
import type { ElementFact } from './elements.ts';
import { NotXml, readTree } from './tree.ts';
import type { XmlElement } from './tree.ts';

export type ReadXml = { readonly ok: true; readonly resource: JsonObject } | { readonly ok: false; readonly why: string };

/** The resource in an XML text of FHIR STU3, in the shape of JSON with decimals as written; or why there is none. */
export function readXml(text: string): ReadXml {
  try {
    return { ok: true, resource: resourceOf(readTree(text)) };
  } catch (error) {
    if (error instanceof NotXml) return { ok: false, why: error.message };
    throw error;
  }
}

const fail = (why: string): never => { throw new NotXml(why.slice(0, 200)); };
const schemaInstance = '{http://www.w3.org/2001/XMLSchema-instance}';

function resourceOf(element: XmlElement): JsonObject {
  if (element.namespace !== fhirNamespace) fail(`element ${element.name} is not in the namespace of FHIR`);
  if (!isResourceType(element.name)) fail(`${element.name} is no resource that is read here`);
  return { resourceType: element.name, ...membersOf(element, element.name) };
}

function membersOf(element: XmlElement, type: string): JsonObject {
  const facts = factsOf(type) ?? fail(`the type ${type} is not read here`);
  const members: JsonObject = {};
  for (const [name, value] of element.attributes) {
    if (name.startsWith(schemaInstance)) continue;
    if (!facts.get(name)?.attribute) fail(`attribute ${name} does not exist on ${type}`);
    members[name] = value;
  }
  let position = -1;
  for (const child of elementsIn(element)) {
    const fact = facts.get(child.name);
    if (!fact || fact.attribute || (fact.type !== 'xhtml' && child.namespace !== fhirNamespace)) return fail(`element ${child.name} does not exist on ${type}`);
    if (fact.position < position) fail(`element ${child.name} of ${type} stands in the wrong place`);
    if (fact.position === position && !fact.many) fail(`element ${child.name} of ${type} stands there twice`);
    position = fact.position;
    add(members, fact, child);
  }
  return members;
}
/** Child elements; text between them may be space only. */
function elementsIn(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => {
    if (typeof child === 'string' && /\S/.test(child)) fail(`there is text in element ${element.name}`);
    return typeof child !== 'string';
  }) as XmlElement[];
}

function add(members: JsonObject, fact: ElementFact, child: XmlElement): void {
  if (!isPrimitive(fact.type)) return put(members, fact, contentOf(fact, child));
  if (fact.type === 'xhtml') {
    if (child.namespace !== xhtmlNamespace || child.name !== 'div') fail('the narrative is no div of XHTML');
    return put(members, fact, xhtml(child, true));
  }
  const { value, ...more } = primitiveMembers(fact, child);
  const hasMore = Object.keys(more).length > 0;
  if (!fact.many) {
    if (value !== null) members[fact.name] = value;
    if (hasMore) members[`_${fact.name}`] = more;
    return;
  }
  const values = (members[fact.name] ??= []) as Json[];
  values.push(value);
  const extras = members[`_${fact.name}`] as Json[] | undefined;
  if (extras) extras.push(hasMore ? more : null);
  else if (hasMore) members[`_${fact.name}`] = [...Array<Json>(values.length - 1).fill(null), more];
}
function put(members: JsonObject, fact: ElementFact, value: Json): void {
  if (fact.many) ((members[fact.name] ??= []) as Json[]).push(value);
  else members[fact.name] = value;
}
function contentOf(fact: ElementFact, child: XmlElement): JsonObject {
  if (fact.type !== 'Resource') return filled(child, membersOf(child, fact.type));
  const inside = elementsIn(child);
  if (inside.length !== 1) fail(`element ${child.name} holds ${inside.length} resources instead of one`);
  return resourceOf(inside[0]!);
}
function filled(element: XmlElement, members: JsonObject): JsonObject {
  return Object.keys(members).length > 0 ? members : fail(`element ${element.name} is empty`);
}

function primitiveMembers(fact: ElementFact, child: XmlElement): JsonObject & { readonly value: Json } {
  const { value, ...others } = Object.fromEntries(child.attributes);
  const extra = membersOf({ ...child, attributes: new Map(Object.entries(others)) }, 'Element');
  if (value === undefined && extra['extension'] === undefined) fail(`element ${child.name} has no value`);
  return { ...extra, value: value === undefined ? null : typed(value, fact, child.name) };
}
function typed(text: string, { type }: ElementFact, name: string): Json {
  if (text === '') fail(`element ${name} has an empty value`);
  if (type === 'boolean') return text === 'true' || text === 'false' ? text === 'true' : fail(`${name} is neither true nor false`);
  if (type === 'decimal') return decimalForm.test(text) ? new Decimal(text) : fail(`${name} is no decimal`);
  if (type !== 'integer' && type !== 'unsignedInt' && type !== 'positiveInt') return text;
  const lowest = { integer: -2147483648, unsignedInt: 0, positiveInt: 1 }[type];
  const number = /^(-?[1-9][0-9]*|0)$/.test(text) ? Number(text) : Number.NaN;
  return number >= lowest && number <= 2147483647 ? number : fail(`${name} is no ${type}`);
}

/** Narrative as text, so that it goes out as it came in. */
function xhtml(element: XmlElement, first = false): string {
  if (element.namespace !== xhtmlNamespace) fail('there is something else than XHTML in the narrative');
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const attributes = [...first ? [['xmlns', xhtmlNamespace] as const] : [], ...element.attributes].map(([name, value]) => {
    if (name.startsWith('{') && !name.startsWith('{http://www.w3.org/XML/1998/namespace}')) fail('the narrative has an attribute of another namespace');
    return ` ${name.replace(/^\{.*\}/, 'xml:')}="${escape(value).replaceAll('"', '&quot;')}"`;
  }).join('');
  const content = element.children.map((child) => (typeof child === 'string' ? escape(child) : xhtml(child))).join('');
  return content === '' ? `<${element.name}${attributes}/>` : `<${element.name}${attributes}>${content}</${element.name}>`;
}
