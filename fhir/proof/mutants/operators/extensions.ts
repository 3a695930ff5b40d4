import { isObject } from '../../../json.ts';
import type { Json } from '../../../json.ts';
import { dummyOf } from '../dummy.ts';
import { brief, edited, replaced } from '../edit.ts';
import type { Operator } from '../operator.ts';
import type { Node, Subject } from '../subject.ts';

const extensibility = 'FHIR STU3 and R4, Extensibility';
const valueOf = (node: Node): string | undefined => Object.keys(node.object).find((key) => /^_?value[A-Z]/.test(key));
function* extensions(subject: Subject): Iterable<Node> { for (const node of subject.nodes) if (node.type === 'Extension' && !node.inSide) yield node; }
/** Objects that may have a member, with what is there already. */
function* holders(subject: Subject, name: 'extension' | 'modifierExtension'): Iterable<Node & { readonly there: readonly Json[] }> {
  for (const node of subject.nodes) {
    if (!subject.facts.membersOf(node.spot).has(name)) continue;
    const there = node.object[name];
    yield { ...node, there: Array.isArray(there) ? there as readonly Json[] : [] };
  }
}
const absolute = (url: Json | undefined): boolean => typeof url === 'string' && /^[a-z]+:/i.test(url);

/** Core extensions with a narrow context, the same in STU3 and R4, and a legal value. */
const placed: readonly { readonly url: string; readonly on: string; readonly value: Record<string, Json> }[] = [
  { url: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace', on: 'Patient', value: { valueAddress: { text: 'x' } } },
  { url: 'http://hl7.org/fhir/StructureDefinition/patient-cadavericDonor', on: 'Patient', value: { valueBoolean: true } },
  { url: 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-use', on: 'HumanName', value: { valueCode: 'I' } },
  { url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden', on: 'Questionnaire', value: { valueBoolean: true } },
];

export const extensionOperators: readonly Operator[] = [
  {
    name: 'extension-without-url', rule: `an extension has a url (${extensibility})`, jsonOnly: true,
    *sites(subject) {
      for (const node of extensions(subject)) {
        yield { at: [...node.path, 'url'], says: 'url removed', expected: { codes: ['element-missing'] }, make: () => ({ resource: edited(subject.resource, node.path, (object) => { delete object.url; }) }) };
      }
    },
  },
  {
    name: 'extension-with-value-and-parts', rule: `ext-1: a value or extensions, not both (${extensibility})`,
    *sites(subject) {
      for (const node of extensions(subject)) {
        const value = valueOf(node);
        if (value === undefined || node.object.extension !== undefined) continue;
        yield {
          at: node.path, says: `an extension beside ${value}`, expected: { codes: ['invariant-violated'], invariant: 'ext-1' },
          make: () => ({ resource: edited(subject.resource, node.path, (object) => { object.extension = [{ url: 'http://example.org/part', valueString: 'x' }]; }) }),
        };
      }
    },
  },
  {
    name: 'extension-with-nothing', rule: `ext-1: a value or extensions (${extensibility})`,
    *sites(subject) {
      for (const node of extensions(subject)) {
        yield {
          at: node.path, says: 'only its url left', expected: { codes: ['invariant-violated'], invariant: 'ext-1' },
          make: () => ({ resource: edited(subject.resource, node.path, (object) => { for (const key of Object.keys(object)) if (key !== 'url' && key !== 'id') delete object[key]; }) }),
        };
      }
    },
  },
  {
    name: 'extension-with-relative-url', rule: `the url of an extension is absolute, but inside an extension that defines the name (${extensibility})`,
    *sites(subject) {
      for (const { path, there } of holders(subject, 'extension')) {
        if (subject.nodes.some((node) => node.type === 'Extension' && node.path === path)) continue;
        yield {
          at: [...path, 'extension', there.length], says: 'an extension with url "mutant" added', expected: { codes: ['url-not-absolute'] },
          make: () => ({ resource: edited(subject.resource, path, (object) => { object.extension = [...there, { url: 'mutant', valueString: 'x' }]; }) }),
        };
      }
    },
  },
  {
    name: 'extension-with-unknown-part', rule: `the parts of an extension are those that it defines (${extensibility})`,
    *sites(subject) {
      for (const node of extensions(subject)) {
        const { url, extension } = node.object;
        if (!Array.isArray(extension) || !absolute(url) || subject.snapshots.of(url as string).kind !== 'ok') continue;
        const parts = extension as readonly Json[];
        if (!parts.some((one) => isObject(one) && !absolute(one.url))) continue;
        yield {
          at: [...node.path, 'extension', parts.length], says: 'part "mutant" added', expected: { codes: ['url-not-absolute', 'slice-unmatched', 'too-many'] },
          make: () => ({ resource: replaced(subject.resource, [...node.path, 'extension'], [...parts, { url: 'mutant', valueString: 'x' }]) }),
        };
      }
    },
  },
  {
    name: 'extension-of-wrong-type', rule: 'the value of an extension has a type that its definition allows (FHIR STU3 and R4, Defining Extensions)',
    *sites(subject) {
      for (const node of extensions(subject)) {
        const value = valueOf(node);
        if (value === undefined || value.startsWith('_') || !absolute(node.object.url)) continue;
        const answer = subject.snapshots.of(node.object.url as string);
        if (answer.kind !== 'ok' || answer.structure.type !== 'Extension') continue;
        const allowed = answer.structure.snapshot!.filter((one) => one.path === 'Extension.value[x]').flatMap((one) => one.types ?? []).map((one) => one.code);
        if (allowed.length === 0 || allowed.length > 20) continue;
        for (const type of ['string', 'boolean', 'Quantity', 'CodeableConcept', 'dateTime', 'Period']) {
          if (allowed.includes(type) || subject.facts.lineage(type).some((one) => allowed.includes(one))) continue;
          const json = `value${type[0]!.toUpperCase()}${type.slice(1)}`;
          yield {
            at: [...node.path, json], says: `${value} → ${json}, of ${allowed.join(', ')}`, expected: { codes: ['type-not-allowed'] },
            make: () => ({ resource: edited(subject.resource, node.path, (object) => { delete object[value]; object[json] = dummyOf(type); }) }),
          };
        }
      }
    },
  },
  {
    name: 'extension-in-wrong-place', rule: 'an extension stands where its context allows (FHIR STU3 and R4, Defining Extensions)',
    *sites(subject) {
      for (const { path, type, spot, there, inSide } of holders(subject, 'extension')) {
        if (inSide || type === 'Extension') continue;
        for (const { url, on, value } of placed) {
          const contexts = subject.definitions.structure(url)?.context ?? [];
          if (contexts.length === 0 || !contexts.every((one) => one.kind === 'element' && one.expression.startsWith(on)) || type === on || spot.path.startsWith(on)) continue;
          yield {
            at: [...path, 'extension', there.length], says: `${url} on ${spot.path}`, expected: { codes: ['extension-not-allowed-here'] },
            make: () => ({ resource: edited(subject.resource, path, (object) => { object.extension = [...there, { url, ...value }]; }) }),
          };
        }
      }
    },
  },
  {
    name: 'plain-extension-as-modifier', rule: `only an extension that is defined as modifier stands in modifierExtension (${extensibility})`,
    *sites(subject) {
      const url = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
      const facts = subject.definitions.structure(url);
      if (facts?.snapshot?.[0]?.isModifier === true || facts === null) return;
      for (const { path, there } of holders(subject, 'modifierExtension')) {
        yield {
          at: [...path, 'modifierExtension', there.length], says: 'data-absent-reason as modifier', expected: { codes: ['modifier-extension-misused'] },
          make: () => ({ resource: edited(subject.resource, path, (object) => { object.modifierExtension = [...there, { url, valueCode: 'unknown' }]; }) }),
        };
      }
    },
  },
  {
    name: 'unknown-modifier', rule: `a modifier that is not known makes the element unclear: never passed over (${extensibility})`,
    *sites(subject) {
      for (const { path, there } of holders(subject, 'modifierExtension')) {
        yield {
          at: [...path, 'modifierExtension', there.length], says: 'an unknown modifierExtension added', expected: { codes: ['unknown-extension'], severity: 'not-checked' },
          make: () => ({ resource: edited(subject.resource, path, (object) => { object.modifierExtension = [...there, { url: 'http://example.org/mutant', valueBoolean: true }]; }) }),
        };
      }
    },
  },
  {
    name: 'extension-of-primitive-without-content', rule: `ext-1 holds for extensions of primitives too (${extensibility})`,
    *sites(subject) {
      for (const { node, member, path, value, side } of subject.occurrences) {
        if (value === undefined || side !== undefined || member.list || member.type === 'xhtml' || !subject.facts.isPrimitive(member.type) || member.type.startsWith('System.') || member.element.representation !== undefined) continue;
        yield {
          at: [...path.slice(0, -1), `_${member.json}`, 'extension', 0], says: `_${member.json} with an extension that has nothing, beside ${brief(value)}`, expected: { codes: ['invariant-violated'], invariant: 'ext-1' },
          make: () => ({ resource: edited(subject.resource, node.path, (object) => { object[`_${member.json}`] = { extension: [{ url: 'http://example.org/mutant' }] }; }) }),
        };
      }
    },
  },
];
