import { describe, expect, it } from 'vitest';
import type { FhirResource, Json } from '../../../json.ts';
import type { FhirVersion } from '../../../version.ts';
import { benchOf, patientProfile, sitesOf } from '../testing.ts';

/** Places of an operator in a resource: `name.0.given`. */
function places(operator: string, resource: Record<string, Json>, fhir: FhirVersion = 'r4'): string[] {
  return [...new Set(sitesOf(operator, benchOf(fhir).subject(resource as FhirResource)).map((site) => site.at.join('.')))];
}
const patient = (more: Record<string, Json>): Record<string, Json> => ({ resourceType: 'Patient', ...more });
const observation = (more: Record<string, Json> = {}): Record<string, Json> => ({ resourceType: 'Observation', status: 'final', code: { text: 'x' }, ...more });
const practitioner = { reference: 'Practitioner/1' };
const marital = { coding: [{ system: 'http://example.org/marital', code: 'M' }] };
const own = { system: 'http://example.org/own', value: '1' };
/** Valid by the profile of the bench. */
const profiled = (more: Record<string, Json> = {}): Record<string, Json> => patient({ meta: { profile: [patientProfile] }, identifier: [own], name: [{ use: 'official', text: 'x' }], birthDate: '1970', ...more });

/** Operator, what is in force where, the resource, the places; each first where the rule is in force, then where it is not. */
const cases: readonly (readonly [operator: string, what: string, resource: Record<string, Json>, places: readonly string[], fhir?: FhirVersion])[] = [
  ['required-element-removed', 'elements with a minimum', observation({ valueString: 'x' }), ['status', 'code']],
  ['required-element-removed', 'of backbone elements and extensions too', patient({ link: [{ type: 'refer', other: { display: 'x' } }], extension: [{ url: 'http://example.org/x', valueIdentifier: { period: { start: '2020' } } }] }), ['link.0.type', 'link.0.other', 'extension.0.url']],
  ['more-than-max', 'elements with a maximum', patient({ active: true, name: [{ text: 'x' }] }), ['active', 'name.0.text']],
  ['single-value-for-list', 'lists of one', patient({ active: true, name: [{ given: ['a', 'b'] }] }), ['name']],
  ['list-for-single-value', 'elements that cannot repeat', patient({ active: true, name: [{ given: ['a'] }] }), ['active']],
  ['null-for-value', 'values without a sibling', patient({ birthDate: '1970', _birthDate: { id: 'a' }, active: true }), ['_birthDate.id', 'active']],
  ['null-added-to-list', 'lists without siblings', patient({ name: [{ given: ['a'], _given: [{ id: 'a' }] }] }), ['name.1']],
  ['underscore-beside-object', 'complex values outside lists', patient({ maritalStatus: { text: 'x' }, name: [{ text: 'x' }] }), ['_maritalStatus']],
  ['underscore-of-wrong-type', 'primitives outside lists, not narrative', patient({ active: true, text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">x</div>' } }), ['_active', 'text._status']],
  ['date-not-in-calendar', 'dates only', patient({ birthDate: '1970-01-01', active: true, name: [{ text: '1970-01-01' }] }), ['birthDate']],
  ['date-with-time', 'a date, not a dateTime', patient({ birthDate: '1970-01-01', deceasedDateTime: '2020-01-01' }), ['birthDate']],
  ['instant-without-time', 'an instant, not a dateTime', observation({ issued: '2020-01-01T00:00:00Z', effectiveDateTime: '2020-01-01' }), ['issued']],
  ['id-illegal', 'ids of resources, not of elements', patient({ id: 'a', name: [{ id: 'b c', text: 'x' }] }), ['id']],
  ['number-not-positive', 'positiveInt, not integer', patient({ multipleBirthInteger: 1, telecom: [{ system: 'phone', value: '1', rank: 1 }] }), ['telecom.0.rank']],
  ['code-with-white-space', 'codes, not strings', patient({ gender: 'female', name: [{ text: 'x' }] }), ['gender']],
  ['unknown-element', 'objects and siblings', patient({ name: [{ text: 'x' }], active: true, _active: { id: 'a' } }), ['remark', 'name.0.remark', '_active.remark']],
  ['element-of-other-fhir-version', 'types that both versions have', patient({ name: [{ text: 'x' }] }), ['animal']],
  ['two-types-of-a-choice', 'choices', patient({ active: true, deceasedBoolean: true }), ['deceasedDateTime']],
  ['choice-without-type', 'choices', patient({ active: true, multipleBirthInteger: 1 }), ['multipleBirth']],
  ['reference-to-wrong-type', 'literal references with targets', observation({ subject: { reference: 'Patient/1' }, performer: [{ display: 'x' }], specimen: { identifier: { value: 'x' } } }), ['subject.reference']],
  ['reference-to-wrong-type', 'not where any resource may be the target', { resourceType: 'Basic', code: { text: 'x' }, subject: practitioner }, []],
  ['contained-not-there', 'literal references', observation({ subject: { reference: 'Patient/1' }, performer: [{ display: 'x' }] }), ['subject.reference']],
  ['contained-with-narrative', 'dom-1 of STU3', patient({}), ['contained'], 'stu3'],
  ['contained-with-narrative', 'R4 allows it', patient({}), []],
  ['contained-with-security', 'dom-5 of R4', patient({}), ['contained']],
  ['contained-with-security', 'STU3 has no dom-5', patient({}), [], 'stu3'],
  ['code-outside-value-set', 'required bindings to value sets that are here', patient({ gender: 'female', language: 'nl' }), ['gender']],
  ['coding-outside-value-set', 'required bindings of concepts', { resourceType: 'Condition', subject: { display: 'x' }, clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }] }, severity: { coding: [{ code: 'x', system: 'http://example.org' }] } }, ['clinicalStatus']],
  ['code-not-in-its-system', 'codings of a system that is here whole', observation({ category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }, { system: 'http://loinc.org', code: 'x' }] }] }), ['category.0.coding.0.code']],
  ['code-outside-extensible-value-set', 'extensible bindings to what is here whole', patient({ maritalStatus: { text: 'x' } }), ['maritalStatus']],
  ['code-outside-extensible-value-set', 'not preferred ones', observation({ category: [{ text: 'x' }] }), []],
  ['text-for-required-code', 'not for extensible bindings', observation({ category: [{ coding: [{ system: 'http://example.org', code: 'x' }] }] }), []],
  ['extension-in-wrong-place', 'not on the type that the extension is for', patient({}), ['extension.0']],
  ['extension-with-unknown-part', 'extensions that define their parts', patient({ extension: [{ url: 'http://example.org/none', extension: [{ url: 'a', valueString: 'x' }] }] }), []],
  ['extension-of-wrong-type', 'extensions that are defined', patient({ extension: [{ url: 'http://example.org/none', valueString: 'x' }] }), []],
  ['invariant-none-of', 'invariants of that form', observation({ referenceRange: [{ text: 'x', appliesTo: [{ text: 'x' }] }] }), ['referenceRange.0']],
  ['invariant-none-of', 'not where nothing would be left', observation({ referenceRange: [{ text: 'x' }] }), []],
  ['invariant-with-what-it-excludes', 'obs-6: where one is there', observation({ valueString: 'x' }), ['']],
  ['invariant-with-what-it-excludes', 'obs-6: not where neither is', observation(), []],
  ['profile-invariant', 'what the profile adds', profiled({ contact: [{ name: { text: 'x' }, gender: 'male' }] }), ['contact.0']],
  ['profile-invariant', 'without profile nothing', patient({ contact: [{ name: { text: 'x' }, gender: 'male' }] }), []],
  ['invariant-con-5', 'R4', { resourceType: 'Condition', subject: { display: 'x' }, clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }] } }, ['']],
  ['invariant-per-1', 'a start or an end', observation({ effectivePeriod: { start: '2020' } }), ['effectivePeriod']],
  ['invariant-org-2', 'addresses of organizations only', patient({ address: [{ text: 'x' }] }), []],
  ['bundle-total-outside-searchset', 'collections and documents', { resourceType: 'Bundle', type: 'collection' }, ['total']],
  ['bundle-total-outside-searchset', 'a searchset has a total', { resourceType: 'Bundle', type: 'searchset' }, []],
  ['document-without-timestamp', 'bdl-10 of R4', { resourceType: 'Bundle', type: 'collection' }, []],
  ['bundle-request-not-asked', 'a batch has requests', { resourceType: 'Bundle', type: 'batch', entry: [{ request: { method: 'GET', url: 'Patient/1' } }] }, []],
  ['profile-required-removed', 'what the profile asks beyond base', profiled({ active: true }), ['name', 'birthDate']],
  ['profile-required-removed', 'without profile nothing', patient({ name: [{ text: 'x' }], birthDate: '1970' }), []],
  ['slice-removed', 'slices with a minimum', profiled(), ['identifier']],
  ['slice-required-element-removed', 'elements of slices that do not decide', profiled(), ['identifier.0.value']],
  ['slice-too-often', 'slices with a maximum', profiled(), ['identifier']],
  ['profile-too-often', 'maximum below that of base', profiled(), ['name']],
  ['profile-forbidden-added', 'maximum 0', profiled(), ['photo']],
  ['fixed-value-changed', 'fixed values that decide no slice', profiled(), ['name.0.use']],
  ['pattern-broken', 'patterns', profiled({ maritalStatus: marital }), ['maritalStatus']],
  ['pattern-broken', 'not where another value fits too', profiled({ maritalStatus: { coding: [marital.coding[0]!, marital.coding[0]!] } }), []],
  ['profile-type-not-allowed', 'types that base allows and the profile does not', profiled({ deceasedBoolean: true }), ['deceasedDateTime']],
  ['profile-type-not-allowed', 'without profile nothing', patient({ deceasedBoolean: true }), []],
  ['profile-reference-target', 'targets that the profile leaves out', profiled({ generalPractitioner: [{ reference: 'Organization/1' }] }), ['generalPractitioner.0.reference']],
  ['closed-slicing-violated', 'closed slicing by a fixed value', profiled(), ['identifier.1']],
  ['closed-slicing-violated', 'open slicing takes anything', observation(), []],
  ['json-comma-too-many', 'after the last member of an object', patient({ active: true, birthDate: '1970' }), ['birthDate']],
  ['json-leading-zero', 'numbers', patient({ active: true, multipleBirthInteger: 1 }), ['multipleBirthInteger']],
  ['xml-element-twice', 'elements that cannot repeat', patient({ active: true, name: [{ given: ['a'] }] }), ['active']],
  ['xml-wrong-order', 'neighbours', patient({ active: true, birthDate: '1970' }), ['active']],
  ['xml-wrong-order', 'not one alone', patient({ active: true }), []],
  ['xml-value-as-text', 'primitives', patient({ active: true, name: [{ text: 'x' }] }), ['active', 'name.0.text']],
  ['xml-text-in-element', 'complex elements', patient({ active: true, name: [{ text: 'x' }] }), ['name.0']],
];
describe('operators apply only where their rule is in force', () => {
  it.each(cases.map(([operator, what, resource, expected, fhir]) => ({ operator, what, resource, expected, fhir })))('$operator: $what', ({ operator, resource, expected, fhir }) => {
    const found = places(operator, resource, fhir);
    expect(found.sort()).toEqual([...expected].sort());
  });
});
