import type { FindingCode } from '../finding-codes.ts';
import type { JsonPath } from '../json.ts';
import type { Report } from './findings.ts';
import { setLexical } from './lexical.ts';
import type { Limits } from './limits.ts';
import { fhirNamespace, schemaInstanceNamespace, xhtmlNamespace } from './namespaces.ts';
import type { NotePlace } from './places.ts';
import type { ChildPlan, Plans, TypePlan } from './plan.ts';
import { readXml } from './xml-reader.ts';
import type { XmlHandler, XmlTag } from './xml-reader.ts';
import { standAlone } from './xhtml.ts';

type Members = Record<string, unknown>;

/**
 * Reads a resource in XML to its JSON shape, element by element along the plans of its types (STU3 and R4, XML page and
 * JSON page). What has no place in that shape is reported here and left out: unknown elements and attributes, foreign
 * namespaces, text, order, a second value where one can stand. Never throws.
 * @returns the resource, `null` when the text holds none or breaks off; what was read of it until then, to name places; and the offset of its start tag
 */
export function decodeXml(text: string, plans: Plans, limits: Limits, report: Report, note?: NotePlace): { readonly resource: Members | null; readonly partial: Members | null; readonly offset: number } {
  const decoder = new XmlDecoder(text, plans, report, note);
  const whole = readXml(text, limits, report, decoder);
  return { resource: whole ? decoder.resource : null, partial: decoder.resource, offset: decoder.offset };
}

/** An open element. */
interface Frame {
  readonly parent: Frame | null;
  /** `holder` stands around a resource; below `skip` and in `xhtml` nothing is read. */
  readonly kind: 'complex' | 'primitive' | 'holder' | 'skip' | 'xhtml';
  readonly child: ChildPlan | null;
  /** Index in the list of its name; -1 when the element does not repeat. */
  readonly index: number;
  readonly plan: TypePlan | null;
  readonly tag: XmlTag;
  readonly start: number;
  /** Members read so far; of a primitive its `_` object, once it has one. */
  members: Members | null;
  filled: boolean;
  /** Highest place of a child so far; `disordered` once one came too late. */
  order: number;
  disordered: boolean;
  texted: boolean;
  /** Elements open below a skipped element or XHTML. */
  below: number;
  prefixed: boolean;
}

const jsonLike = /^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

class XmlDecoder implements XmlHandler {
  resource: Members | null = null;
  offset = 0;
  #top: Frame | null = null;
  #namespace = fhirNamespace;
  readonly #text: string;
  readonly #plans: Plans;
  readonly #report: Report;
  readonly #note: NotePlace | undefined;
  constructor(text: string, plans: Plans, report: Report, note: NotePlace | undefined) {
    this.#text = text;
    this.#plans = plans;
    this.#report = report;
    this.#note = note;
  }

  open(tag: XmlTag, start: number): void {
    const top = this.#top;
    if (top === null) { this.#root(tag, start); return; }
    switch (top.kind) {
      case 'skip': top.below += 1; return;
      case 'xhtml': top.below += 1; top.prefixed ||= hasPrefix(tag); return;
      case 'holder': this.#held(top, tag, start); return;
      default: this.#element(top, tag, start);
    }
  }

  close(end: number): void {
    const top = this.#top!;
    if (top.below > 0) { top.below -= 1; return; }
    this.#top = top.parent;
    if (top.kind === 'xhtml') this.#closeXhtml(top, end);
    else if ((top.kind === 'primitive' && !top.filled && top.members === null) || (top.kind === 'holder' && !top.filled)) {
      this.#see('empty-element', this.#path(top), `<${top.tag.name}>`, top.kind === 'holder' ? { nl: 'een resource', en: 'a resource' } : { nl: 'een waarde of een extensie', en: 'a value or an extension' }, top.start);
    }
  }

  text(text: string, offset: number): void {
    const top = this.#top;
    if (top === null || top.kind === 'skip' || top.kind === 'xhtml' || top.texted || !/[^ \t\r\n]/.test(text)) return;
    top.texted = true;
    this.#see('unexpected-text', this.#path(top), text.trim(), { nl: 'alleen elementen; een waarde staat in het attribuut value', en: 'elements only; a value stands in the attribute value' }, offset + text.length - text.trimStart().length);
  }

  #root(tag: XmlTag, start: number): void {
    this.offset = start;
    const plan = this.#plans.resource(tag.local);
    if (tag.uri !== fhirNamespace) this.#see('wrong-namespace', [], tag.uri, { nl: fhirNamespace, en: fhirNamespace }, start);
    if (plan === null) {
      const known = tag.uri === fhirNamespace;
      this.#see(known ? 'unknown-resource-type' : 'not-a-resource', [], tag.name, resourceOf(this.#plans), start);
      this.#skip(null, tag, start);
      return;
    }
    // The one mistake is told once: the rest of the message may share it.
    this.#namespace = tag.uri;
    this.resource = { resourceType: tag.local };
    this.#top = frame(null, 'complex', null, -1, plan, tag, start, this.resource);
    this.#noAttributes(this.#top, tag, start);
  }

  /** The element around a resource: its one child names the type. */
  #held(holder: Frame, tag: XmlTag, start: number): void {
    const path = this.#path(holder);
    if (holder.filled) {
      this.#see('too-many', path, `<${tag.name}>`, { nl: 'één resource', en: 'one resource' }, start);
      this.#skip(holder, tag, start);
      return;
    }
    if (tag.uri !== fhirNamespace && tag.uri !== this.#namespace) {
      this.#see('wrong-namespace', path, tag.uri, { nl: fhirNamespace, en: fhirNamespace }, start);
      holder.filled = true;
      this.#skip(holder, tag, start);
      return;
    }
    holder.filled = true;
    const plan = this.#plans.resource(tag.local);
    if (plan === null) {
      this.#see('unknown-resource-type', path, tag.name, resourceOf(this.#plans), start);
      this.#skip(holder, tag, start);
      return;
    }
    const members: Members = { resourceType: tag.local };
    this.#place(holder.parent!.members!, holder.child!, members, holder.start);
    this.#top = frame(holder, 'complex', null, -1, plan, tag, start, members);
    this.#noAttributes(this.#top, tag, start);
  }

  #element(parent: Frame, tag: XmlTag, start: number): void {
    const child = parent.plan?.children.get(tag.local);
    if (child === undefined || child.isAttribute) {
      const foreign = tag.uri !== fhirNamespace && tag.uri !== this.#namespace;
      this.#see(foreign ? 'wrong-namespace' : 'unknown-element', [...this.#path(parent), tag.local], foreign ? tag.uri : `<${tag.name}>`, foreign ? { nl: fhirNamespace, en: fhirNamespace } : elementOf(parent), start);
      this.#skip(parent, tag, start);
      return;
    }
    const wanted = child.kind === 'xhtml' ? xhtmlNamespace : fhirNamespace;
    if (tag.uri !== wanted && (child.kind === 'xhtml' || tag.uri !== this.#namespace)) {
      this.#see('wrong-namespace', [...this.#path(parent), child.name], tag.uri, { nl: wanted, en: wanted }, start);
      // A narrative that forgot its namespace is still the narrative; an element of another standard is not ours.
      if (child.kind !== 'xhtml') { this.#skip(parent, tag, start); return; }
    }
    this.#checkOrder(parent, child, tag, start);
    const members = parent.members ??= this.#extras(parent);
    const index = child.isArray ? lengthOf(members, child) : -1;
    if (index === -1 && (members[child.name] !== undefined || members[`_${child.name}`] !== undefined)) {
      this.#see('too-many', [...this.#path(parent), child.name], `<${tag.name}>`, { nl: 'dit element één keer', en: 'this element once' }, start);
      this.#skip(parent, tag, start);
      return;
    }
    switch (child.kind) {
      case 'primitive': this.#primitive(parent, members, child, index, tag, start); return;
      case 'xhtml':
        this.#top = frame(parent, 'xhtml', child, index, null, tag, start, null);
        this.#top.prefixed = hasPrefix(tag);
        return;
      case 'resource':
        this.#top = frame(parent, 'holder', child, index, null, tag, start, null);
        this.#noAttributes(this.#top, tag, start);
        return;
      default: this.#complex(parent, members, child, index, tag, start);
    }
  }

  #complex(parent: Frame, members: Members, child: ChildPlan, index: number, tag: XmlTag, start: number): void {
    const own: Members = {};
    this.#place(members, child, own, start);
    const top = frame(parent, 'complex', child, index, child.plan, tag, start, own);
    this.#top = top;
    const attributes = tag.attributes;
    for (const name in attributes) {
      const attribute = attributes[name]!;
      if (attribute.uri === '' && child.plan?.children.get(name)?.isAttribute === true) {
        own[name] = attribute.value;
        this.#note?.(own, name, start);
      } else this.#attribute(top, attribute, start);
    }
  }

  #primitive(parent: Frame, members: Members, child: ChildPlan, index: number, tag: XmlTag, start: number): void {
    const top = frame(parent, 'primitive', child, index, child.plan, tag, start, null);
    this.#top = top;
    const attributes = tag.attributes;
    for (const name in attributes) {
      const attribute = attributes[name]!;
      if (name === 'value') {
        this.#value(members, child, index, attribute.value, start);
        top.filled = true;
      } else if (name === 'id') {
        top.members ??= this.#extras(top);
        top.members.id = attribute.value;
        this.#note?.(top.members, 'id', start);
      } else this.#attribute(top, attribute, start);
    }
  }

  /** A value that is no number or boolean by its text stays text: the validator says what is wrong with it. */
  #value(members: Members, child: ChildPlan, index: number, text: string, start: number): void {
    const value = child.json === 'string' ? text
      : child.json === 'boolean' ? (text === 'true' ? true : text === 'false' ? false : text)
      : jsonLike.test(text) ? Number(text) : text;
    const container = index === -1 ? members : this.#list(members, child.name, index, start);
    const key = index === -1 ? child.name : index;
    (container as Record<string | number, unknown>)[key] = value;
    if (typeof value === 'number') setLexical(container, key, text);
    this.#note?.(container, key, start);
    if (index === -1) return;
    const extras = members[`_${child.name}`] as unknown[] | undefined;
    if (extras !== undefined && extras.length === index) extras.push(null);
  }

  /** The `_` object of an open primitive, in its place. */
  #extras(primitive: Frame): Members {
    const { child, index, start } = primitive;
    const holder = primitive.parent!.members!;
    const extras: Members = {};
    const name = `_${child!.name}`;
    if (index === -1) {
      holder[name] = extras;
      this.#note?.(holder, name, start);
      return extras;
    }
    const list = this.#list(holder, name, index, start);
    list[index] = extras;
    this.#note?.(list, index, start);
    const values = holder[child!.name] as unknown[] | undefined;
    if (values !== undefined && values.length === index) values.push(null);
    return extras;
  }

  /** The list of that name, with `null` for each item before this one that is not in it. */
  #list(members: Members, name: string, index: number, start: number): unknown[] {
    let list = members[name] as unknown[] | undefined;
    if (list === undefined) {
      members[name] = list = [];
      this.#note?.(members, name, start);
    }
    while (list.length < index) list.push(null);
    return list;
  }

  #place(members: Members, child: ChildPlan, value: unknown, start: number): void {
    if (!child.isArray) {
      members[child.name] = value;
      this.#note?.(members, child.name, start);
      return;
    }
    const list = this.#list(members, child.name, 0, start);
    list.push(value);
    this.#note?.(list, list.length - 1, start);
  }

  #closeXhtml(div: Frame, end: number): void {
    const source = this.#text.slice(div.start, end);
    const declares = div.tag.uri === xhtmlNamespace && div.tag.attributes.xmlns !== undefined;
    const value = declares && !div.prefixed ? source : standAlone(source, !div.prefixed, declares, namespacesAround(div));
    this.#place(div.parent!.members!, div.child!, value, div.start);
  }

  #checkOrder(parent: Frame, child: ChildPlan, tag: XmlTag, start: number): void {
    if (child.order >= parent.order) { parent.order = child.order; return; }
    if (parent.disordered) return;
    // One misplaced element displaces all that follow: told once an element.
    parent.disordered = true;
    this.#see('element-order', [...this.#path(parent), child.name], `<${tag.name}>`, { nl: 'elementen in de volgorde van de specificatie', en: 'elements in the order of the specification' }, start);
  }

  #noAttributes(top: Frame, tag: XmlTag, start: number): void {
    for (const name in tag.attributes) this.#attribute(top, tag.attributes[name]!, start);
  }
  #attribute(top: Frame, attribute: XmlTag['attributes'][string], start: number): void {
    if (attribute.prefix === 'xmlns' || attribute.name === 'xmlns') return;
    // Exchanged content shall not name its schema (XML page, schemas); it changes nothing in what is said.
    const schema = attribute.uri === schemaInstanceNamespace && /^(noNamespaceS|s)chemaLocation$/.test(attribute.local);
    this.#report({
      code: 'unknown-attribute', severity: schema ? 'warning' : 'error', path: this.#path(top), actual: `@${attribute.name}`,
      expected: top.kind === 'primitive' ? { nl: 'alleen id en value', en: 'id and value only' } : { nl: 'geen ander attribuut dan FHIR kent', en: 'no attribute but those of FHIR' }, offset: start,
    });
  }

  #skip(parent: Frame | null, tag: XmlTag, start: number): void {
    this.#top = frame(parent, 'skip', null, -1, null, tag, start, null);
  }
  #see(code: FindingCode, path: JsonPath, actual: string, expected: { nl: string; en: string }, offset: number): void {
    this.#report({ code, path, actual, expected, offset });
  }

  /** Place of an open element in the JSON shape; children of a primitive stand below its `_` name. */
  #path(top: Frame): (string | number)[] {
    const path: (string | number)[] = [];
    for (let one: Frame | null = top; one !== null; one = one.parent) {
      if (one.child === null) continue;
      if (one.index !== -1) path.push(one.index);
      path.push(one.kind === 'primitive' && one !== top ? `_${one.child.name}` : one.child.name);
    }
    return path.reverse();
  }
}

function frame(parent: Frame | null, kind: Frame['kind'], child: ChildPlan | null, index: number, plan: TypePlan | null, tag: XmlTag, start: number, members: Members | null): Frame {
  return { parent, kind, child, index, plan, tag, start, members, filled: false, order: 0, disordered: false, texted: false, below: 0, prefixed: false };
}

/** Items of a repeating element so far: a primitive may have them in either list. */
function lengthOf(members: Members, child: ChildPlan): number {
  const values = members[child.name] as unknown[] | undefined;
  if (child.kind !== 'primitive') return values?.length ?? 0;
  const extras = members[`_${child.name}`] as unknown[] | undefined;
  return Math.max(values?.length ?? 0, extras?.length ?? 0);
}

function hasPrefix(tag: XmlTag): boolean {
  if (tag.prefix !== '') return true;
  for (const name in tag.attributes) {
    const { prefix } = tag.attributes[name]!;
    if (prefix !== '' && prefix !== 'xml' && prefix !== 'xmlns') return true;
  }
  return false;
}

function namespacesAround(div: Frame): Map<string, string> {
  const found = new Map<string, string>();
  for (let one = div.parent; one !== null; one = one.parent) for (const [prefix, uri] of Object.entries(one.tag.ns)) if (!found.has(prefix)) found.set(prefix, uri);
  return found;
}

const elementOf = (parent: Frame): { nl: string; en: string } => {
  const name = parent.plan?.name ?? parent.tag.local;
  return { nl: `een element van ${name}`, en: `an element of ${name}` };
};
const resourceOf = (plans: Plans): { nl: string; en: string } => {
  const version = plans.definitions.fhir.toUpperCase();
  return { nl: `een resource van FHIR ${version}`, en: `a resource of FHIR ${version}` };
};
