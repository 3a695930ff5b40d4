import { Decimal } from '../decimal.ts';
import { objectOf, textOf } from '../messages.ts';
import type { Json, JsonObject } from '../messages.ts';
import { factsOf, fhirNamespace, isPrimitive, xhtmlNamespace } from './elements.ts';
import type { ElementFact, TypeFacts } from './elements.ts';
import { readTree } from './tree.ts';

export interface WriteStyle {
  /** Namespace prefix with its colon; with one, there are comments and single quotes too. */
  readonly prefix?: 'f:';
  /** Seeded defect: elements outside the namespace of FHIR. */
  readonly withoutNamespace?: boolean;
}

/**
 * A resource in the XML of FHIR STU3: elements in the order of the definitions, decimals as they are. What the
 * definitions do not know, as seeded defects have it, follows after what they know. Names that XML does not allow and
 * narrative that is no XHTML are left out: others write them, and they would break the text.
 */
export function writeXml(resource: JsonObject, style: WriteStyle = {}): string {
  const prefix = style.prefix ?? '';
  const quote = prefix === '' ? '"' : "'";
  const comment = prefix === '' ? '' : '<!-- made by the reference XIS -->';
  const namespace = style.withoutNamespace ? '' : attribute(prefix === '' ? 'xmlns' : 'xmlns:f', fhirNamespace);
  return `<?xml version="1.0" encoding="UTF-8"?>${comment}${resourceElement(resource, namespace, comment)}`;

  function resourceElement(object: JsonObject, attributes = '', first = ''): string {
    const stated = textOf(object['resourceType']) ?? '';
    const type = xmlName.test(stated) ? stated : 'Resource';
    const { resourceType: _type, ...members } = object;
    return element(type, attributes, first + children(members, factsOf(type)).content);
  }
  function element(name: string, attributes: string, content: string): string {
    return content === '' ? `<${prefix}${name}${attributes}/>` : `<${prefix}${name}${attributes}>${content}</${prefix}${name}>`;
  }
  function attribute(name: string, value: string): string {
    const escaped = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(quote, quote === '"' ? '&quot;' : '&apos;')
      .replaceAll(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll(notXml, '\ufffd');
    return ` ${name}=${quote}${escaped}${quote}`;
  }

  /** Attributes and child elements of an object. */
  function children(object: JsonObject, facts: TypeFacts | undefined): { readonly attributes: string; readonly content: string } {
    const names = [...new Set(Object.keys(object).filter((name) => object[name] !== undefined).map((name) => (name.startsWith('_') ? name.slice(1) : name)))].filter((name) => xmlName.test(name));
    const last = Number.MAX_SAFE_INTEGER;
    const sorted = names.toSorted((one, other) => (facts?.get(one)?.position ?? last) - (facts?.get(other)?.position ?? last));
    let attributes = '';
    let content = '';
    for (const name of sorted) {
      const fact = facts?.get(name);
      if (fact?.attribute) attributes += attribute(name, String(object[name]));
      else content += repeated(name, fact, object[name], object[`_${name}`]);
    }
    return { attributes, content };
  }
  function repeated(name: string, fact: ElementFact | undefined, value: Json | undefined, extra: Json | undefined): string {
    if (!Array.isArray(value) && !Array.isArray(extra)) return single(name, fact, value, extra);
    const [values, extras] = [Array.isArray(value) ? value : [], Array.isArray(extra) ? extra : []];
    return Array.from({ length: Math.max(values.length, extras.length) }, (_, index) => single(name, fact, values[index], extras[index])).join('');
  }
  function single(name: string, fact: ElementFact | undefined, value: Json | undefined, extra: Json | undefined): string {
    const object = objectOf(value);
    if (fact?.type === 'Resource') return element(name, '', object ? resourceElement(object) : '');
    if (fact?.type === 'xhtml') return typeof value === 'string' && isDiv(value) ? value : '';
    if (object && !(fact && isPrimitive(fact.type))) {
      const inner = children(object, fact ? factsOf(fact.type) : undefined);
      return element(name, inner.attributes, inner.content);
    }
    const more = children(objectOf(extra) ?? {}, factsOf('Element'));
    const shown = value === undefined || value === null ? '' : attribute('value', value instanceof Decimal ? value.text : String(value));
    return element(name, more.attributes + shown, more.content);
  }
}
/** Names that stand in XML as they are. */
const xmlName = /^[A-Za-z][A-Za-z0-9._-]*$/;
function isDiv(text: string): boolean {
  try {
    const { name, namespace } = readTree(text);
    return name === 'div' && namespace === xhtmlNamespace && !text.trimStart().startsWith('<?');
  } catch { return false; }
}
/** Characters that XML 1.0 cannot hold. */
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
