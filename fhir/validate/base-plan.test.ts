import { beforeEach, expect, test } from 'vitest';
import type { ElementFacts, Structure } from '../definitions/structure.ts';
import { BasePlans } from './base-plan.ts';
import { baseValidator } from './testing.ts';

const { definitions } = baseValidator().environment;
/** Plans of these tests alone: those of a validator are made once and kept. */
let base: BasePlans;
beforeEach(() => { base = new BasePlans(definitions); });

test('members of a type by JSON name and by element name', () => {
  const members = base.type('Observation')!.membersOf('Observation')!;
  expect(members.byJson.get('valueQuantity')).toMatchObject({ json: 'valueQuantity', type: { code: 'Quantity', kind: 'complex' } });
  expect(members.byJson.get('value')).toBeUndefined();
  expect(members.byName.get('value')).toMatchObject({ name: 'value', choice: true, list: false, min: 0, max: 1 });
  expect(members.byJson.get('component')).toMatchObject({ type: { code: 'BackboneElement' }, node: { list: true, max: Infinity } });
  expect(members.required.map((one) => one.name)).toEqual(['status', 'code']);
  expect(members.byName.get('component')!.membersOf('BackboneElement')!.required.map((one) => one.name)).toEqual(['code']);
});

test('a primitive has the members of an element, and no value', () => {
  const members = base.type('date')!.inlineMembers()!;
  expect([...members.byName.keys()]).toEqual(['id', 'extension']);
});

test('content references reuse children and rules', () => {
  const part = base.element('OperationDefinition.parameter.part')!;
  expect(part.element.contentReference).toBe('OperationDefinition.parameter');
  expect(part.rules === base.element('OperationDefinition.parameter')).toBe(true);
  expect(part.membersOf('BackboneElement')!.byJson.has('use')).toBe(true);
  expect(base.element('Patient.name')!.rules === base.element('Patient.name')).toBe(true);
});

test('types, kinds and lineage', () => {
  expect(['date', 'xhtml', 'System.String', 'HumanName', 'Patient', 'nonsense'].map((one) => base.kindOf(one))).toEqual(['primitive', 'xhtml', 'primitive', 'complex', 'resource', 'unknown']);
  expect(base.lineage('Age')).toEqual(['Age', 'Quantity', 'Element']);
  expect(base.lineage('Patient')).toEqual(['Patient', 'DomainResource', 'Resource']);
  expect(base.lineage('nonsense')).toEqual(['nonsense']);
  // Told by `===`: to print two plans that differ would take minutes.
  expect(base.type('Patient') === base.type('Patient')).toBe(true);
  for (const none of ['nonsense', '', '__proto__', 'constructor', 'a b', 'x'.repeat(65)]) expect(base.type(none)).toBeNull();
  expect(base.element('Patient.nonsense')).toBeNull();
  expect(base.element('nonsense.a')).toBeNull();
});

test('an id of a resource is an id, that of an element a string; SimpleQuantity is asked where the specification asks it', () => {
  expect(base.element('Patient.id')!.types).toMatchObject([{ code: 'id' }]);
  expect(base.element('HumanName.id')!.types[0]!.code).toMatch(/string/i);
  expect(base.element('Observation.referenceRange.low')!.profiled).toMatchObject([{ code: 'Quantity', profiles: ['http://hl7.org/fhir/StructureDefinition/SimpleQuantity'] }]);
  expect(base.element('Observation.value[x]')!.profiled).toEqual([]);
});

test('a plan is made once; a name of a message that is no name is not looked up', () => {
  const asked: string[] = [];
  const plans = new BasePlans({ ...definitions, type: (name) => { asked.push(name); return definitions.type(name); } });
  expect(plans.type('Basic') === null).toBe(false);
  const before = asked.length;
  expect(plans.type('Basic') === plans.type('Basic')).toBe(true);
  expect(asked).toHaveLength(before);
  for (const none of ['', '1Patient', '|Patient', 'x/Patient', 'Patient ', 'Patient|4.0.1', 'x'.repeat(65)]) expect(plans.type(none)).toBeNull();
  expect(asked).toHaveLength(before);
  expect(plans.type('x'.repeat(64))).toBeNull();
  expect(asked.slice(before)).toEqual(['x'.repeat(64)]);
});

test('places of an element in JSON, in lists, and whose rules they are', () => {
  expect(base.element('Patient.name')).toMatchObject({ list: true, choice: false, min: 0, max: Infinity, source: 'http://hl7.org/fhir/StructureDefinition/Patient', json: [{ json: 'name', side: '_name', type: { code: 'HumanName', kind: 'complex' } }] });
  expect(base.element('Patient.birthDate')).toMatchObject({ list: false, json: [{ json: 'birthDate', side: '_birthDate', type: { code: 'date', kind: 'primitive' } }] });
  expect(base.element('Patient.deceased[x]')).toMatchObject({ name: 'deceased', choice: true, list: false });
  expect(base.element('Patient.deceased[x]')!.json.map((one) => [one.json, one.side, one.type.code])).toEqual([['deceasedBoolean', '_deceasedBoolean', 'boolean'], ['deceasedDateTime', '_deceasedDateTime', 'dateTime']]);
  expect(base.element('Patient.contained')!.types).toEqual([{ code: 'Resource', kind: 'resource' }]);
  expect(base.element('Narrative.div')!.types).toEqual([{ code: 'xhtml', kind: 'xhtml' }]);
  expect([base.type('Patient')!.isRoot, base.element('Patient.name')!.isRoot]).toEqual([true, false]);
});

test('definitions that are odd: without end, of unknown parents, with other maxima than core has', () => {
  const patient = definitions.type('Patient')!;
  const [root, ...others] = patient.snapshot!;
  const made = (...elements: readonly ElementFacts[]): BasePlans => { const odd: Structure = { ...patient, base: patient.url, snapshot: [root!, ...elements] }; return new BasePlans({ ...definitions, type: () => odd, structure: () => odd }); };
  expect(made().lineage('Patient')).toHaveLength(11);
  const name = others.find((one) => one.path === 'Patient.name')!;
  const plans = made({ id: 'Patient.a.b', path: 'Patient.a.b' }, { ...name, max: 2 }, { ...name, id: 'Patient.name:x', max: 9 }, { id: 'Patient.one', path: 'Patient.one', max: 1, base: { path: 'Patient.one', min: 0, max: '*' } }, { id: 'Patient.open', path: 'Patient.open' });
  expect(plans.element('Patient.a.b')).toBeNull();
  expect(plans.element('Patient.name')).toMatchObject({ list: true, max: 2 });
  expect(plans.element('Patient.one')).toMatchObject({ list: true, max: 1, types: [], json: [{ json: 'one', type: { code: 'BackboneElement', kind: 'complex' } }] });
  expect(plans.element('Patient.open')).toMatchObject({ list: true, min: 0, max: Infinity });
});
