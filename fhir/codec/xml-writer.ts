import type { JsonPath } from '../json.ts';
import { escapeAttribute, fitsInXml } from './escape.ts';
import { numberText } from './lexical.ts';
import { fhirNamespace } from './namespaces.ts';
import type { ChildPlan, Plans, TypePlan } from './plan.ts';
import { deepestWritten } from './too-deep.ts';
import { divForXml } from './xhtml.ts';

type Members = Readonly<Record<string, unknown>>;
/** Told of each value that has no place in XML, or could not stay as it was. */
export type Lost = (path: JsonPath) => void;

/**
 * XML text of a resource: elements in the order of the definitions, FHIR as default namespace, narrative as it is.
 * What the definitions do not know has no form in XML; it is left out, and told to `lost`.
 * @throws RangeError when it nests deeper than any message may (or refers to itself), or when its type is unknown
 */
export function writeXml(resource: Members, plans: Plans, pretty = false, lost: Lost = () => {}): string {
  const writer = new XmlWriter(plans, lost);
  return `<?xml version="1.0" encoding="UTF-8"?>${pretty ? '\n' : ''}${writer.root(resource, pretty ? '\n' : '')}`;
}

class XmlWriter {
  readonly #plans: Plans;
  readonly #lost: Lost;
  readonly #path: (string | number)[] = [];
  constructor(plans: Plans, lost: Lost) {
    this.#plans = plans;
    this.#lost = lost;
  }

  root(resource: Members, line: string): string {
    const type = typeOf(resource);
    const plan = type === undefined ? null : this.#plans.resource(type);
    if (plan === null) throw new RangeError(`No resource type of FHIR ${this.#plans.definitions.fhir.toUpperCase()}: ${JSON.stringify(type)?.slice(0, 80) ?? 'none'}`);
    return this.#element(type!, ` xmlns="${fhirNamespace}"`, resource, plan, line, 0);
  }

  /** `line` is the line break with the indent of this element; empty when not pretty. */
  #element(name: string, attributes: string, members: Members, plan: TypePlan | null, line: string, depth: number): string {
    deepestWritten(depth);
    const inner = line === '' ? '' : `${line}  `;
    let open = `<${name}${attributes}`;
    let content = '';
    for (const child of this.#children(members, plan)) {
      if (child.isAttribute) { open += this.#attribute(members, child); continue; }
      content += this.#child(members, child, inner, depth);
    }
    return content === '' ? `${open}/>` : `${open}>${content}${line}</${name}>`;
  }

  /** The members that have a plan, each element once, in the order of the definitions. */
  #children(members: Members, plan: TypePlan | null): ChildPlan[] {
    const children: ChildPlan[] = [];
    let sorted = true;
    for (const key of Object.keys(members)) {
      if (members[key] === undefined || key === 'resourceType' && plan?.resource === true) continue;
      const name = key.startsWith('_') ? key.slice(1) : key;
      const child = plan?.children.get(name);
      if (child === undefined || (name !== key && child.kind !== 'primitive')) { this.#lose(key); continue; }
      if (name !== key && members[name] !== undefined) continue;
      if (children.length > 0 && children[children.length - 1]!.order > child.order) sorted = false;
      children.push(child);
    }
    return sorted ? children : children.sort((one, other) => one.order - other.order);
  }

  #attribute(members: Members, child: ChildPlan): string {
    const text = this.#text(members, child.name);
    if (members[`_${child.name}`] !== undefined) this.#lose(`_${child.name}`);
    return text === null ? '' : ` ${child.name}="${text}"`;
  }

  #child(members: Members, child: ChildPlan, line: string, depth: number): string {
    const value = members[child.name];
    const extras = child.kind === 'primitive' ? members[`_${child.name}`] : undefined;
    if (!Array.isArray(value) && !Array.isArray(extras)) return this.#item(members, child.name, members, `_${child.name}`, child, line, depth);
    const values = Array.isArray(value) ? value : value === undefined ? [] : [value];
    const others = Array.isArray(extras) ? extras : extras === undefined ? [] : [extras];
    let out = '';
    for (let index = 0; index < Math.max(values.length, others.length); index += 1) {
      this.#path.push(child.name);
      out += this.#item(values, index, others, index, child, line, depth);
      this.#path.pop();
    }
    return out;
  }

  #item(container: object, key: string | number, extrasIn: object, extrasKey: string | number, child: ChildPlan, line: string, depth: number): string {
    const value = (container as Record<string | number, unknown>)[key];
    if (child.kind === 'primitive') return this.#primitive(container, key, (extrasIn as Record<string | number, unknown>)[extrasKey], child, line, depth);
    if (value === null || value === undefined) return '';
    if (child.kind === 'xhtml') return line + this.#xhtml(value, key);
    if (!isMembers(value)) { this.#lose(key); return ''; }
    this.#path.push(key);
    const out = child.kind === 'resource' ? this.#resource(child.name, value, line, depth) : line + this.#element(child.name, '', value, child.plan, line, depth + 1);
    this.#path.pop();
    return out;
  }

  #primitive(container: object, key: string | number, extras: unknown, child: ChildPlan, line: string, depth: number): string {
    const value = (container as Record<string | number, unknown>)[key];
    const text = value === null || value === undefined ? null : this.#text(container, key);
    const more = isMembers(extras) ? extras : null;
    if (text === null && more === null) return '';
    const attribute = text === null ? '' : ` value="${text}"`;
    if (more === null) return `${line}<${child.name}${attribute}/>`;
    this.#path.push(typeof key === 'number' ? key : `_${key}`);
    const out = line + this.#element(child.name, attribute, more, child.plan, line, depth + 1);
    this.#path.pop();
    return out;
  }

  #resource(name: string, value: Members, line: string, depth: number): string {
    const type = typeOf(value);
    const plan = type === undefined ? null : this.#plans.resource(type);
    if (plan === null) { this.#lost([...this.#path]); return ''; }
    const inner = line === '' ? '' : `${line}  `;
    return `${line}<${name}>${inner}${this.#element(type!, '', value, plan, inner, depth + 2)}${line}</${name}>`;
  }

  #xhtml(value: unknown, key: string | number): string {
    const { xml, kept } = divForXml(typeof value === 'string' ? value : '');
    if (!kept) this.#lose(key);
    return xml;
  }

  /** Escaped text of a primitive value; a value of another kind has none. */
  #text(container: object, key: string | number): string | null {
    const value = (container as Record<string | number, unknown>)[key];
    if (typeof value === 'string') {
      if (!fitsInXml(value)) this.#lose(key);
      return escapeAttribute(value);
    }
    if (typeof value === 'number') return numberText(container, key, value);
    if (typeof value === 'boolean') return String(value);
    this.#lose(key);
    return null;
  }

  #lose(key: string | number): void { this.#lost([...this.#path, key]); }
}

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
function typeOf(members: Members): string | undefined {
  return Object.hasOwn(members, 'resourceType') && typeof members.resourceType === 'string' ? members.resourceType : undefined;
}
