import { beforeEach, expect, test, vi } from 'vitest';
import type { FhirResource } from '../json.ts';
import { childItems } from './child-items.ts';
import { Item } from './item.ts';
import type { Environment } from './session.ts';
import { baseValidator, bundle, coded, core, observation, patient, rootItem, validatorWith } from './testing.ts';

/** An engine of these tests alone: what it compiles is kept. */
let engine: Environment['engine'];
let base: Environment['base'];
beforeEach(() => { ({ engine, base } = validatorWith().environment); });
const test1 = (expression: string, resource: FhirResource = patient()): string => {
  const found = engine.test(expression, rootItem(resource));
  return found.kind === 'failed' ? `failed: ${found.why}` : found.kind;
};

test('true, false, neither, and what is no FHIRPath', () => {
  expect(test1('name.exists()')).toBe('false');
  expect(test1('name.empty()')).toBe('true');
  expect(test1('birthDate')).toBe('undecided');
  expect(test1('birthDate', patient({ birthDate: '2020' }))).toBe('true');
  expect(test1('name', patient({ name: [{ text: 'a' }, { text: 'b' }] }))).toBe('failed: the expression gave more than one value');
  expect(test1('name.(')).toMatch(/^failed: /);
  expect(test1('name.noSuchFunction()')).toMatch(/^failed: /);
  expect(engine.syntaxFault('name.(')).not.toBeNull();
  expect(engine.syntaxFault('name.exists()')).toBeNull();
});

test('the element at hand, with its type, siblings and the resource around it', () => {
  const resource = patient({ name: [{ text: 'a' }, { text: 'b', given: ['x'] }], deceasedBoolean: true });
  const root = rootItem(resource);
  const [first, second] = childItems(base, root, 'name');
  expect(engine.test("text = 'a'", first!).kind).toBe('true');
  expect(engine.test("text = 'b' and given = 'x'", second!).kind).toBe('true');
  expect(engine.test('%resource.name.count() = 2 and %context.text = $this.text', second!).kind).toBe('true');
  expect(engine.test('$this is boolean', childItems(base, root, 'deceased')[0]!).kind).toBe('true');
});

test('elements whose names are words of FHIRPath', () => {
  const valueSet = rootItem({ resourceType: 'ValueSet', status: 'draft', expansion: { timestamp: '2020', contains: [{ code: 'a' }, { code: 'b' }] } } as FhirResource);
  const [expansion] = childItems(base, valueSet, 'expansion');
  const [first, second] = childItems(base, expansion!, 'contains');
  expect([engine.test("code = 'a'", first!).kind, engine.test("code = 'b'", second!).kind]).toEqual(['true', 'true']);
  const narrative = childItems(base, childItems(base, rootItem(patient({ text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">x</div>' } })), 'text')[0]!, 'div')[0]!;
  expect(engine.test('htmlChecks()', narrative).kind).toBe('true');
});

test('an element is found once, for all that is asked of it', () => {
  const root = rootItem(patient({ name: [{ text: 'a' }] }));
  const [name] = childItems(base, root, 'name');
  expect(engine.test("text = 'a'", name!).kind).toBe('true');
  const found = new Map(root.scope.nodes);
  expect([...found.keys()]).toEqual([root.value, name!.value]);
  expect(engine.test('text.exists() and %resource.name.exists()', name!).kind).toBe('true');
  for (const [value, node] of found) expect(root.scope.nodes!.get(value) === node).toBe(true);
});

test('%rootResource is the container of a contained resource', () => {
  const root = rootItem(patient({ id: 'o', contained: [{ resourceType: 'Organization', id: 'i' }] }));
  const [contained] = childItems(base, root, 'contained');
  expect(engine.test("%rootResource.id = 'o' and %resource.id = 'i'", contained!).kind).toBe('true');
});

test('resolve() finds what is here; of what is elsewhere only the type is known', () => {
  const inside = patient({ contained: [{ resourceType: 'Organization', id: 'o', name: 'x' }], managingOrganization: { reference: '#o' } });
  expect(test1("managingOrganization.resolve().name = 'x'", inside)).toBe('true');
  const elsewhere = patient({ managingOrganization: { reference: 'Organization/1' } });
  expect(test1('managingOrganization.resolve() is Organization', elsewhere)).toBe('true');
  expect(test1('managingOrganization.resolve().is(Patient)', elsewhere)).toBe('false');
  expect(test1('managingOrganization.resolve().name.exists()', elsewhere)).toBe("failed: Organization/1 can't be resolved here");
  const all = bundle('collection', { fullUrl: 'http://example.org/fhir/Patient/p', resource: patient({ id: 'p', managingOrganization: { reference: 'Organization/1' } }) }, { fullUrl: 'http://example.org/fhir/Organization/1', resource: { resourceType: 'Organization', id: '1', name: 'y' } });
  const [entry] = childItems(base, rootItem(all), 'entry');
  expect(engine.test("managingOrganization.resolve().name = 'y'", childItems(base, entry!, 'resource')[0]!).kind).toBe('true');
});

test('what refers to nothing resolves to nothing', () => {
  for (const [expression, resource] of [['active.resolve().empty()', patient({ active: true })], ['managingOrganization.resolve().empty()', patient({ managingOrganization: { display: 'x' } })], ['name.resolve().empty()', patient({ name: [{ text: 'x' }] })]] as const) expect([expression, test1(expression, resource)]).toEqual([expression, 'true']);
  // A canonical or a text is a reference too.
  expect(test1("maritalStatus.text.resolve().name = 'x'", patient({ contained: [{ resourceType: 'Organization', id: 'o', name: 'x' }], maritalStatus: { text: '#o' } }))).toBe('true');
});

test('an element that FHIRPath does not find is not judged', () => {
  const root = rootItem(patient({ name: [{ text: 'a' }] }));
  const [name] = childItems(base, root, 'name');
  const nowhere = new Item(root, 'nonsense', 'nonsense', -1, { text: 'a' }, undefined, 'HumanName', name!.base, root.scope);
  const below = new Item(nowhere, 'text', 'text', -1, 'a', undefined, 'string', name!.base, root.scope);
  for (const item of [nowhere, below]) expect(engine.test('true', item)).toEqual({ kind: 'failed', why: 'the element is not known to the FHIRPath model' });
});

test('memberOf() and conformsTo()', () => {
  const valueSet = 'http://hl7.org/fhir/ValueSet/administrative-gender';
  expect(test1(`gender.memberOf('${valueSet}')`, patient({ gender: 'male' }))).toBe('true');
  expect(test1(`gender.memberOf('${valueSet}')`, patient({ gender: 'x' }))).toBe('false');
  expect(test1("gender.memberOf('http://example.org/absent')", patient({ gender: 'male' }))).toBe("failed: membership of http://example.org/absent can't be checked here");
  expect(test1("code.memberOf('http://hl7.org/fhir/ValueSet/observation-status')", observation({ code: coded('http://hl7.org/fhir/observation-status', 'final') }))).toBe('true');
  // A code is one of its system: the same code of another is not in the value set.
  expect(test1("code.memberOf('http://hl7.org/fhir/ValueSet/observation-status')", observation({ code: coded('http://example.org/other', 'final') }))).toBe('false');
  expect(test1("code.memberOf('http://hl7.org/fhir/ValueSet/observation-status')", observation({ code: { text: 'x' } }))).toBe('false');
  // Without a code nothing needs to be looked up.
  expect(test1("code.memberOf('http://example.org/absent')", observation({ code: { text: 'x' } }))).toBe('false');
  expect(test1("code.coding.memberOf('http://example.org/absent')", observation({ code: { coding: [{ display: 'x' }] } }))).toBe('failed: memberOf() on something that is no code');
  expect(test1("name.memberOf('x')", patient({ name: [{ family: 'x' }] }))).toBe('failed: memberOf() on something that is no code');
  expect(test1(`conformsTo('${core('Patient')}')`)).toBe('true');
  expect(test1(`conformsTo('${core('Observation')}')`)).toBe('false');
  expect(test1("conformsTo('http://example.org/absent')")).toBe("failed: conformance to http://example.org/absent can't be checked here");
});

test('htmlChecks()', () => {
  const text = (div: string): FhirResource => patient({ text: { status: 'generated', div } });
  expect(test1('text.`div`.all(htmlChecks())', text('<div xmlns="http://www.w3.org/1999/xhtml">x</div>'))).toBe('true');
  expect(test1('text.`div`.all(htmlChecks())', text('<div>x</div>'))).toBe('false');
});

test('patterns as the specification publishes them', () => {
  const name = patient({ name: [{ text: "a'b" }] });
  expect(test1("name.text.matches('a\\'b')", name)).toBe('true');
  expect(test1("name.text.matches('^[a\\\\\\'b\\\\@]+$')", name)).toBe('true');
  expect(test1("name.text.matches('^[x\\\\@]+$')", name)).toBe('false');
  expect(test1("birthDate.matches('x')")).toBe('undecided');
  expect(test1("name.text.matches('(')", name)).toMatch(/^failed: /);
});

test('an expression that goes on and on is stopped, once a resource, and leaves the next alone', () => {
  const item = rootItem(patient({ name: Array.from({ length: 700 }, (_, index) => ({ text: `${index}` })) }));
  const endless = 'name.all(%resource.name.where(text = %context.name.first().text).exists())';
  const stopped = { kind: 'failed', why: 'the expression takes too long on this resource' };
  expect(engine.test(endless, item)).toEqual(stopped);
  expect([...item.scope.tooLong!]).toEqual([endless]);
  expect(engine.test(endless, item)).toEqual(stopped);
  expect(engine.test('name.exists()', item).kind).toBe('true');
  expect(engine.test(endless, rootItem(patient({ name: [{ text: 'x' }] }))).kind).toBe('true');
});

test('nodes that an expression selects', () => {
  const name = { text: 'x' };
  expect(engine.select('name', rootItem(patient({ name: [name] })))).toEqual([name]);
  expect(engine.select('name', rootItem(patient()))).toEqual([]);
  expect(engine.select('name.(', rootItem(patient()))).toBeNull();
  // Of the resource around an element; and none where the evaluation fails.
  const inside = rootItem(patient({ name: [name], managingOrganization: { reference: 'Organization/1' } }));
  expect(engine.select('name', childItems(base, inside, 'name')[0]!)).toEqual([name]);
  expect(engine.select('managingOrganization.resolve() is Organization', inside)).toBeNull();
});

test('nothing is printed', () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    const quantity = (value: number): object => ({ value, system: 'http://unitsofmeasure.org', code: 'a  b' });
    baseValidator().validate({ resourceType: 'Basic', code: { text: 'x' }, extension: [{ url: 'http://example.org/x', valueRange: { low: quantity(1), high: { ...quantity(2), code: 'a  c' } } }] } as unknown as FhirResource);
    expect(log).not.toHaveBeenCalled();
  } finally {
    log.mockRestore();
  }
});
