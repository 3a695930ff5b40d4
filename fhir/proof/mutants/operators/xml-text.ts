import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import type { Document, Element } from '@xmldom/xmldom';
import { serialize } from '../../../codec/serialize.ts';
import type { FhirResource, JsonPath } from '../../../json.ts';
import type { Definitions } from '../../../definitions/definitions.ts';
import type { Expected, Operator, Site } from '../operator.ts';
import type { Occurrence, Subject } from '../subject.ts';

const xml = 'FHIR STU3 and R4, XML Representation';
const fhir = 'http://hl7.org/fhir';
const childrenOf = (element: Element): Element[] => Array.from(element.childNodes).filter((one): one is Element => one.nodeType === 1);

/** The element of a place in the JSON shape; null for what is an attribute in XML. A resource inside stands in an element around it. */
export function elementAt(root: Element, path: JsonPath): Element | null {
  let element = root;
  for (const [depth, step] of path.entries()) {
    if (typeof step === 'number') continue;
    const name = step.startsWith('_') ? step.slice(1) : step;
    // Below a holder (`contained`, `entry.resource`) the resource comes first.
    const inside = childrenOf(element);
    const from = inside.length === 1 && /^[A-Z]/.test(inside[0]!.localName ?? '') ? inside[0]! : element;
    const next = path[depth + 1];
    const found = childrenOf(from).filter((one) => one.localName === name)[typeof next === 'number' ? next : 0];
    if (found === undefined) return null;
    element = found;
  }
  return element;
}
function written(resource: FhirResource, definitions: Definitions, change: (document: Document) => void): string {
  const document = new DOMParser().parseFromString(serialize(resource, { format: 'xml', definitions }), 'text/xml');
  change(document);
  return new XMLSerializer().serializeToString(document);
}
/** Occurrences that are elements in XML, not attributes and not inside a narrative. */
function* elements(subject: Subject): Iterable<Occurrence> {
  for (const one of subject.occurrences) if (one.member.element.representation === undefined && one.member.type !== 'xhtml' && one.value !== undefined) yield one;
}
function onElements(name: string, rule: string, expected: Expected, says: string, when: (occurrence: Occurrence, subject: Subject) => boolean, change: (element: Element, document: Document) => void): Operator {
  return {
    name, rule: `${rule} (${xml})`,
    *sites(subject): Iterable<Site> {
      for (const occurrence of elements(subject)) {
        if (!when(occurrence, subject)) continue;
        yield {
          at: occurrence.path, says, expected,
          make: () => ({ text: written(subject.resource, subject.definitions, (document) => { change(elementAt(document.documentElement!, occurrence.path)!, document); }), format: 'xml' }),
        };
      }
    },
  };
}
const always = (): boolean => true;
const isPrimitive = ({ member }: Occurrence, subject: Subject): boolean => subject.facts.isPrimitive(member.type);
const isComplex = ({ member }: Occurrence, subject: Subject): boolean => !subject.facts.isPrimitive(member.type) && !subject.facts.isResource(member.type);

export const xmlTextOperators: readonly Operator[] = [
  onElements('xml-element-twice', 'max 1: an element that cannot repeat stands once', { codes: ['too-many'] }, 'the element twice', ({ member }) => !member.list, (element) => { element.parentNode!.insertBefore(element.cloneNode(true), element); }),
  onElements('xml-wrong-namespace', 'elements are in the namespace of FHIR', { codes: ['wrong-namespace'] }, 'in namespace urn:other', ({ node }) => node.object === node.resource, (element, document) => {
    const other = document.createElementNS('urn:other', element.localName!);
    for (const attribute of Array.from(element.attributes)) other.setAttribute(attribute.name, attribute.value);
    while (element.firstChild !== null) other.appendChild(element.firstChild);
    element.parentNode!.replaceChild(other, element);
  }),
  onElements('xml-unknown-attribute', 'no attributes but value, id and url', { codes: ['unknown-attribute'] }, 'an attribute valeu', always, (element) => { element.setAttribute('valeu', 'x'); }),
  onElements('xml-text-in-element', 'no text but in narrative', { codes: ['unexpected-text'] }, 'text in the element', isComplex, (element, document) => { element.appendChild(document.createTextNode('text')); }),
  onElements('xml-value-as-text', 'the value of a primitive is an attribute', { codes: ['unexpected-text'] }, 'the value as text', isPrimitive, (element, document) => { element.appendChild(document.createTextNode(element.getAttribute('value') ?? 'x')); element.removeAttribute('value'); }),
  onElements('xml-empty-value', 'attributes are never empty', { codes: ['empty-string', 'illegal-value'] }, 'value=""', isPrimitive, (element) => { element.setAttribute('value', ''); }),
  onElements('xml-no-value', 'an element has a value or children', { codes: ['empty-element', 'empty-object', 'element-missing'] }, 'no value attribute', (one, subject) => isPrimitive(one, subject) && one.side === undefined, (element) => { element.removeAttribute('value'); }),
  onElements('xml-unknown-element', 'only elements of the definition', { codes: ['unknown-element'] }, 'an element remark inside', isComplex, (element, document) => { element.appendChild(document.createElementNS(fhir, 'remark')); }),
  {
    name: 'xml-wrong-order', rule: `elements stand in the order of the definition (${xml})`,
    *sites(subject) {
      for (const node of subject.nodes) {
        if (node.inSide) continue;
        const order = [...subject.facts.membersOf(node.spot).values()];
        const present = order.filter((one) => one.element.representation === undefined && node.object[one.json] !== undefined);
        for (const [index, first] of present.entries()) {
          const second = present[index + 1];
          if (second === undefined || second.element === first.element) continue;
          yield {
            // The one that now comes too late.
            at: [...node.path, first.json], says: `${second.json} before ${first.json}`, expected: { codes: ['element-order'] },
            make: () => ({
              text: written(subject.resource, subject.definitions, (document) => {
                const one = elementAt(document.documentElement!, [...node.path, first.json])!;
                const other = elementAt(document.documentElement!, [...node.path, second.json])!;
                one.parentNode!.insertBefore(other, one);
              }), format: 'xml',
            }),
          };
        }
      }
    },
  },
  {
    name: 'xml-root-namespace', rule: `the root is in the namespace of FHIR (${xml})`,
    *sites(subject) {
      for (const namespace of ['', 'urn:hl7-org:v3', 'http://hl7.org/fhir/']) {
        yield {
          at: [], says: `xmlns="${namespace}"`, expected: { codes: ['wrong-namespace', 'not-a-resource'] },
          make: () => ({ text: serialize(subject.resource, { format: 'xml', definitions: subject.definitions }).replace(` xmlns="${fhir}"`, namespace === '' ? '' : ` xmlns="${namespace}"`), format: 'xml' }),
        };
      }
    },
  },
  {
    name: 'xml-doctype', rule: `no document type, and so no entities (${xml})`,
    *sites(subject) {
      yield { at: [], says: 'a DOCTYPE with an entity', expected: { codes: ['doctype'] }, make: () => ({ text: serialize(subject.resource, { format: 'xml', definitions: subject.definitions }).replace(/(<[A-Z])/, '<!DOCTYPE x [<!ENTITY a "b">]>$1'), format: 'xml' }) };
    },
  },
  {
    name: 'xml-breaks-off', rule: 'well-formed XML 1.0',
    *sites(subject) {
      for (const part of [0.3, 0.7, 0.95]) {
        yield { at: [], says: `the first ${part * 100} % of the text`, expected: { codes: ['not-well-formed'] }, make: () => { const text = serialize(subject.resource, { format: 'xml', definitions: subject.definitions }); return { text: text.slice(0, Math.floor(text.length * part)), format: 'xml' }; } };
      }
    },
  },
];
