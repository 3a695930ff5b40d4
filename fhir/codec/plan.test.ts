import { beforeEach, expect, test } from 'vitest';
import { coreDefinitions } from '../tables/core.ts';
import { plansOf } from './plan.ts';
import type { Plans } from './plan.ts';

/** Plans of these tests alone: those of definitions are made once and kept. */
let stu3: Plans;
let r4: Plans;
beforeEach(() => {
  stu3 = plansOf({ ...coreDefinitions('stu3') });
  r4 = plansOf({ ...coreDefinitions('r4') });
});

test('plans of the same definitions are made once', () => {
  expect(plansOf(r4.definitions) === r4).toBe(true);
  expect(plansOf(coreDefinitions('r4')) === plansOf(coreDefinitions('r4'))).toBe(true);
  expect(plansOf({ ...r4.definitions }) === r4).toBe(false);
  expect(r4.type('Quantity')).toBe(r4.type('Quantity'));
});
test('a choice element stands once for each of its types, at one place', () => {
  const children = r4.resource('Observation')!.children;
  expect(children.get('valueQuantity')).toMatchObject({ base: 'value', kind: 'complex', isArray: false });
  expect(children.get('valueInteger')).toMatchObject({ base: 'value', kind: 'primitive', json: 'number' });
  expect(children.get('valueQuantity')!.order).toBe(children.get('valueString')!.order);
  expect(children.has('value')).toBe(false);
  expect(children.has('valueAddress')).toBe(false);
  // STU3 has no integer there, and an Attachment.
  expect(stu3.resource('Observation')!.children.has('valueInteger')).toBe(false);
  expect(stu3.resource('Observation')!.children.has('valueAttachment')).toBe(true);
});
test('elements inside a resource have their own plan, and a content reference that of its target', () => {
  const children = r4.resource('Observation')!.children;
  const range = children.get('component')!.plan!.children.get('referenceRange')!;
  expect(range.isArray).toBe(true);
  expect(range.plan).toBe(children.get('referenceRange')!.plan);
  expect(range.plan!.children.has('low')).toBe(true);
  // A reference to an ancestor is a circle.
  const part = r4.resource('Parameters')!.children.get('parameter')!.plan!;
  expect(part.children.get('part')!.plan).toBe(part);
});
test('kinds: attribute, narrative, resource', () => {
  const extension = stu3.type('Extension')!.children;
  expect(extension.get('url')).toMatchObject({ isAttribute: true, kind: 'primitive' });
  expect(extension.get('id')).toMatchObject({ isAttribute: true });
  expect(stu3.resource('Patient')!.children.get('id')).toMatchObject({ isAttribute: false });
  expect(stu3.type('Narrative')!.children.get('div')).toMatchObject({ kind: 'xhtml' });
  expect(stu3.resource('Bundle')!.children.get('entry')!.plan!.children.get('resource')).toMatchObject({ kind: 'resource', isArray: false });
  expect(stu3.resource('Patient')!.children.get('contained')).toMatchObject({ kind: 'resource', isArray: true });
});
test.each([
  ['SampledData', 'dimensions', 'number'], ['Timing', 'event', 'string'], ['Attachment', 'size', 'number'], ['Coding', 'userSelected', 'boolean'],
])('%s.%s is a JSON %s in both versions, also where the tables call the value a string', (type, element, json) => {
  for (const plans of [stu3, r4]) expect(plans.type(type)!.children.get(element)!.json).toBe(json);
});
test.each(['DomainResource', 'Resource', 'HumanName', 'string', 'Foo', '__proto__', 'Patient|4.0', '../Patient', ''])('%s is no resource that can be sent', (name) => {
  expect(r4.resource(name)).toBeNull();
});
test('a version knows its own resources only', () => {
  expect(r4.resource('MedicationStatement')).not.toBeNull();
  expect(r4.resource('DeviceComponent')).toBeNull();
  expect(stu3.resource('DeviceComponent')).not.toBeNull();
});
test('an element repeats by the maximum of its base, also when that is a number', () => {
  const element = (name: string, max: number | '*', base?: number | '*') => ({ id: `Thing.${name}`, path: `Thing.${name}`, min: 0, max, types: [{ code: 'string' }], ...(base !== undefined && { base: { path: `Thing.${name}`, min: 0, max: base } }) });
  const thing = {
    url: 'http://hl7.org/fhir/StructureDefinition/Thing', name: 'Thing', fhir: 'r4' as const, kind: 'resource' as const, abstract: false, type: 'Thing', derivation: 'specialization' as const,
    snapshot: [{ id: 'Thing', path: 'Thing' }, element('one', 1), element('two', 2), element('narrowed', 1, '*'), element('narrowedTwo', 1, 2), element('many', '*'), element('none', 0)],
  };
  const core = coreDefinitions('r4');
  const children = plansOf({ ...core, type: (name) => (name === 'Thing' ? thing : core.type(name)) }).type('Thing')!.children;
  expect([...children.values()].filter((one) => one.isArray).map((one) => one.name)).toEqual(['two', 'narrowed', 'narrowedTwo', 'many']);
});
test('kinds of types, and a name that is none is not looked up', () => {
  const children = r4.resource('Patient')!.children;
  expect(children.get('name')).toMatchObject({ name: 'name', base: 'name', kind: 'complex', isArray: true, isAttribute: false, json: 'string' });
  expect(children.get('active')).toMatchObject({ kind: 'primitive', isArray: false, json: 'boolean' });
  expect(children.get('contact')).toMatchObject({ kind: 'complex', plan: { name: 'Patient.contact', resource: false } });
  expect([children.get('contained')!.plan, r4.type('Narrative')!.children.get('div')!.plan]).toEqual([null, null]);
  expect([...r4.type('Period')!.children.values()].map((one) => [one.name, one.order])).toEqual([['id', 1], ['extension', 2], ['start', 3], ['end', 4]]);
  const asked: string[] = [];
  const core = coreDefinitions('r4');
  const plans = plansOf({ ...core, type: (name) => { asked.push(name); return core.type(name); } });
  for (const name of ['', '1a', '|Patient', 'x/Patient', 'Patient|4.0', 'a'.repeat(65)]) expect(plans.type(name)).toBeNull();
  expect(asked).toEqual([]);
  expect(plans.type('a'.repeat(64))).toBeNull();
  expect(asked).toEqual(['a'.repeat(64)]);
});
