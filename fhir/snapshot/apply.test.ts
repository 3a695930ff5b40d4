import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { core, idsUnder, made, own, profile } from './testing.ts';

const by = (path: string, type = 'value', rules = 'open'): JsonObject => ({ discriminator: [{ type, path }], rules });

describe('elements', () => {
  test('a child of a type is opened when the differential speaks of it, with all of its siblings in the order of the type', () => {
    const { elements, told } = made(profile('p', 'Patient', [{ path: 'Patient.name.family', min: 1 }]));
    expect(idsUnder(elements, 'Patient.name')).toEqual(['id', 'extension', 'use', 'text', 'family', 'given', 'prefix', 'suffix', 'period'].reduce((ids, name) => [...ids, `Patient.name.${name}`], ['Patient.name']));
    expect(elements.get('Patient.name.family')).toMatchObject({ path: 'Patient.name.family', min: 1, max: 1, base: { path: 'HumanName.family', min: 0, max: 1 } });
    expect(told).toEqual([]);
  });
  test('what the differential does not touch is that of the base, and stays unopened', () => {
    const { elements } = made(profile('p', 'Patient', [{ path: 'Patient.birthDate', min: 1 }]));
    expect(idsUnder(elements, 'Patient.name')).toEqual(['Patient.name']);
    expect(elements.get('Patient')!.constraints!.map((one) => one.key)).toContain('dom-2');
  });
  test('the order of the differential does not matter', () => {
    const forth = made(profile('p', 'Patient', [{ path: 'Patient.name' }, { path: 'Patient.name.family', min: 1 }, { path: 'Patient.birthDate', min: 1 }]));
    const back = made(profile('p', 'Patient', [{ path: 'Patient.birthDate', min: 1 }, { path: 'Patient.name.family', min: 1 }, { path: 'Patient.name' }]));
    expect([...back.elements]).toEqual([...forth.elements]);
  });
  test('a path that the base does not have is told, and the rest holds', () => {
    const { elements, issues } = made(profile('p', 'Patient', [{ path: 'Patient.shoeSize', min: 1 }, { path: 'Patient.name.shoe', min: 1 }, { path: 'Patient.deceasedNothing', min: 1 }, { path: 'Patient.birthDate', min: 1 }]));
    expect(issues.map(({ code, element, detail }) => `${code} ${element} ${detail}`).sort()).toEqual(['unknown-element Patient.deceasedNothing deceasedNothing', 'unknown-element Patient.name.shoe shoe', 'unknown-element Patient.shoeSize shoeSize']);
    expect(elements.get('Patient.birthDate')!.min).toBe(1);
    expect([...elements.keys()].filter((id) => id.includes('shoe'))).toEqual([]);
  });
  test('an element that stands twice has both rules, and that is told', () => {
    const { elements, issues } = made(profile('p', 'Patient', [{ path: 'Patient.name', min: 1 }, { path: 'Patient.name', max: '2' }]));
    expect(elements.get('Patient.name')).toMatchObject({ min: 1, max: 2 });
    expect(issues).toEqual([{ code: 'repeated-element', element: 'Patient.name', detail: '2' }]);
  });
  test('contradictions are told with the id of the element in the snapshot', () => {
    const { issues } = made(profile('p', 'Patient', [{ path: 'Patient.contact', slicing: by('gender') }, { id: 'Patient.contact:a', path: 'Patient.contact', sliceName: 'a' }, { id: 'Patient.contact:a.name.family', path: 'Patient.contact.name.family', max: '2' }]));
    expect(issues).toEqual([{ code: 'max-raised', element: 'Patient.contact:a.name.family', detail: 'max 2 > 1' }]);
  });
});

describe('content', () => {
  test('of a content reference is that of the element referred to', () => {
    const { elements, told } = made(profile('p', 'Questionnaire', [{ path: 'Questionnaire.item.item.item.text', min: 1 }]));
    expect(elements.get('Questionnaire.item.item.item.text')).toMatchObject({ min: 1, path: 'Questionnaire.item.item.item.text', base: { path: 'Questionnaire.item.text' } });
    expect(elements.get('Questionnaire.item.item.linkId')!.min).toBe(1);
    expect(told).toEqual([]);
  });
  test('of a content reference does not bring what the profile asks of the element referred to', () => {
    const { elements } = made(profile('p', 'Observation', [{ path: 'Observation.referenceRange.text', min: 1 }, { path: 'Observation.component.referenceRange.low', min: 1 }]));
    expect(elements.get('Observation.referenceRange.text')!.min).toBe(1);
    expect(elements.get('Observation.component.referenceRange.text')!.min).toBe(0);
    expect(elements.get('Observation.component.referenceRange.low')!.min).toBe(1);
  });
  test('of a type with a profile is that of the profile (R4)', () => {
    const weight = profile('weight', 'Quantity', [{ path: 'Quantity.unit', min: 1 }, { path: 'Quantity.code', fixedCode: 'kg' }]);
    const { elements, told } = made(weight, profile('p', 'Observation', [{ path: 'Observation.referenceRange.low', type: [{ code: 'Quantity', profile: [own('weight')] }] }, { path: 'Observation.referenceRange.low.value', min: 1 }]));
    expect(elements.get('Observation.referenceRange.low.unit')).toMatchObject({ min: 1, path: 'Observation.referenceRange.low.unit' });
    expect(elements.get('Observation.referenceRange.low.code')!.fixed).toEqual({ type: 'code', value: 'kg' });
    expect(told).toEqual([]);
  });
  test('of a type with a profile is that of the profile (STU3: a text)', () => {
    const weight = profile('weight', 'Quantity', [{ path: 'Quantity.unit', min: 1 }], { fhir: 'stu3' });
    const { elements } = made(weight, profile('p', 'Observation', [{ path: 'Observation.referenceRange.low', type: [{ code: 'Quantity', profile: own('weight') }] }, { path: 'Observation.referenceRange.low.value', min: 1 }], { fhir: 'stu3' }));
    expect(elements.get('Observation.referenceRange.low.unit')!.min).toBe(1);
  });
  test('of a type with a profile that is not loaded is that of the type, and that is told', () => {
    const { elements, issues } = made(profile('p', 'Observation', [{ path: 'Observation.referenceRange.low', type: [{ code: 'Quantity', profile: [own('absent')] }] }, { path: 'Observation.referenceRange.low.value', min: 1 }]));
    expect(elements.get('Observation.referenceRange.low.value')!.min).toBe(1);
    expect(issues).toEqual([{ code: 'profile-absent', element: 'Observation.referenceRange.low', detail: own('absent') }]);
  });
  test('of a choice with several types has what all elements have; a base that opened it so gets the rest when one type is left', () => {
    const base = profile('base', 'Observation', [{ path: 'Observation.value[x].extension', min: 1 }]);
    const first = made(base);
    expect(idsUnder(first.elements, 'Observation.value[x]')).toEqual(['Observation.value[x]', 'Observation.value[x].id', 'Observation.value[x].extension']);
    const { elements, told } = made(base, profile('p', 'Observation', [{ path: 'Observation.value[x]', type: [{ code: 'Quantity' }] }, { path: 'Observation.value[x].extension', max: '3' }, { path: 'Observation.value[x].unit', min: 1 }], { base: own('base') }));
    expect(idsUnder(elements, 'Observation.value[x]').map((id) => id.split('.')[2])).toEqual([undefined, 'id', 'extension', 'value', 'comparator', 'unit', 'system', 'code']);
    expect(elements.get('Observation.value[x].extension')).toMatchObject({ min: 1, max: 3 });
    expect(elements.get('Observation.value[x].unit')!.min).toBe(1);
    expect(told).toEqual([]);
  });
  test('of a slice for one type of an opened choice is that of the type, with what the choice asks', () => {
    const { elements, told } = made(profile('p', 'Observation', [{ path: 'Observation.value[x].extension', min: 1 }, { id: 'Observation.value[x]:valueQuantity', path: 'Observation.value[x]', sliceName: 'valueQuantity' }, { id: 'Observation.value[x]:valueQuantity.unit', path: 'Observation.value[x].unit', min: 1 }]));
    expect(elements.get('Observation.value[x]:valueQuantity.extension')!.min).toBe(1);
    expect(elements.get('Observation.value[x]:valueQuantity.unit')!.min).toBe(1);
    expect(told).toEqual([]);
  });
});

describe('slices', () => {
  const component = { path: 'Observation.component', slicing: by('code') };
  const slice = (name: string, rest: JsonObject = {}): JsonObject => ({ id: `Observation.component:${name}`, path: 'Observation.component', sliceName: name, ...rest });

  test('begin as the element that they are of, without its slicing and its minimum', () => {
    const { elements, told } = made(profile('p', 'Observation', [{ ...component, min: 2, max: '4' }, slice('a', { max: '1' })]));
    expect(elements.get('Observation.component')).toMatchObject({ min: 2, max: 4, slicing: { rules: 'open' } });
    expect(elements.get('Observation.component:a')).toMatchObject({ sliceName: 'a', min: 0, max: 1, types: [{ code: 'BackboneElement' }] });
    expect(elements.get('Observation.component:a')).not.toHaveProperty('slicing');
    expect(told).toEqual([]);
  });
  test('have the children of the whole, with what the whole asks of those', () => {
    const { elements } = made(profile('p', 'Observation', [component, { path: 'Observation.component.interpretation', max: '0' }, slice('a'), { id: 'Observation.component:a.code', path: 'Observation.component.code', patternCodeableConcept: { text: 'a' } }]));
    expect(elements.get('Observation.component:a.interpretation')!.max).toBe(0);
    expect(elements.get('Observation.component:a.code')!.pattern).toEqual({ type: 'CodeableConcept', value: { text: 'a' } });
    expect(elements.get('Observation.component.code')).not.toHaveProperty('pattern');
  });
  test('of a base stay, and new ones come behind them', () => {
    const base = profile('base', 'Observation', [component, slice('a'), slice('b')]);
    const { elements } = made(base, profile('p', 'Observation', [slice('c'), slice('a', { min: 1 })], { base: own('base') }));
    expect([...elements.keys()].filter((id) => /^Observation\.component[^.]*$/.test(id))).toEqual(['Observation.component', 'Observation.component:a', 'Observation.component:b', 'Observation.component:c']);
    expect(elements.get('Observation.component:a')!.min).toBe(1);
  });
  test('of a base follow what a later profile asks of the whole, also of opened children, and nothing of that is told twice', () => {
    const base = profile('base', 'Observation', [component, slice('a', { min: 1 }), { id: 'Observation.component:a.code', path: 'Observation.component.code', patternCodeableConcept: { text: 'a' } }, slice('b')]);
    const { elements, told } = made(base, profile('p', 'Observation', [{ path: 'Observation.component', max: '3' }, { path: 'Observation.component.interpretation', max: '0' }, { path: 'Observation.component.code', max: '2' }], { base: own('base') }));
    expect(elements.get('Observation.component:a')).toMatchObject({ min: 1, max: 3 });
    expect(elements.get('Observation.component:a.interpretation')!.max).toBe(0);
    expect(elements.get('Observation.component:a.code')!.pattern).toEqual({ type: 'CodeableConcept', value: { text: 'a' } });
    expect(elements.get('Observation.component:b')!.max).toBe(3);
    expect(told).toEqual(['max-raised']);
  });
  test('of a base that are not opened stay so, whatever is asked of the children of the whole', () => {
    const base = profile('base', 'Observation', [{ path: 'Observation.category', slicing: by('text') }, { id: 'Observation.category:a', path: 'Observation.category', sliceName: 'a' }]);
    const { elements } = made(base, profile('p', 'Observation', [{ path: 'Observation.category.text', min: 1 }], { base: own('base') }));
    expect(elements.get('Observation.category.text')!.min).toBe(1);
    expect(idsUnder(elements, 'Observation.category:a')).toEqual(['Observation.category:a']);
  });
  test('whose names only begin alike have nothing to do with each other', () => {
    const { elements } = made(profile('p', 'Observation', [component, slice('a', { max: '1' }), slice('b'), slice('ab')]));
    expect([...elements.keys()].filter((id) => /^Observation\.component:[^.]*$/.test(id))).toEqual(['Observation.component:a', 'Observation.component:b', 'Observation.component:ab']);
    expect(elements.get('Observation.component:ab')!.max).toBe('*');
  });
  test('of slices stand right behind the slice that they are of, and begin as that', () => {
    const coding = (id: string, sliceName: string, rest: JsonObject = {}): JsonObject => ({ id: `Observation.category:${id}`, path: 'Observation.category', sliceName, ...rest });
    const { elements, told } = made(profile('p', 'Observation', [
      { path: 'Observation.category', slicing: by('coding.system') }, coding('a', 'a', { max: '3', slicing: by('text') }), coding('b', 'b'), coding('a/one', 'a/one', { max: '1' }), coding('a/two', 'a/two'),
    ]));
    expect(idsUnder(elements, 'Observation.category')).toEqual(['Observation.category', 'Observation.category:a', 'Observation.category:a/one', 'Observation.category:a/two', 'Observation.category:b']);
    expect(elements.get('Observation.category:a/one')).toMatchObject({ sliceName: 'a/one', max: 1, min: 0 });
    expect(elements.get('Observation.category:a/two')!.max).toBe(3);
    expect(elements.get('Observation.category:a')!.slicing).toMatchObject({ discriminators: [{ type: 'value', path: 'text' }] });
    expect(elements.get('Observation.category:a/two')).not.toHaveProperty('slicing');
    expect(told).toEqual([]);
  });
  test('of a slice between that is not there are of the nearest that is', () => {
    const { elements } = made(profile('p', 'Observation', [component, slice('a', { max: '2' }), slice('b'), slice('a/x/y')]));
    expect([...elements.keys()].filter((id) => /^Observation\.component:[^.]*$/.test(id))).toEqual(['Observation.component:a', 'Observation.component:a/x/y', 'Observation.component:b']);
    expect(elements.get('Observation.component:a/x/y')!.max).toBe(2);
  });
  test('without a slicing are told', () => {
    const { elements, issues } = made(profile('p', 'Observation', [slice('a')]));
    expect(issues).toEqual([{ code: 'slicing-missing', element: 'Observation.component', detail: 'component' }]);
    expect(elements.get('Observation.component')!.slicing).toEqual({ rules: 'open', ordered: false, discriminators: [] });
  });
  test('without a discriminator are left so: they can only be told apart by their whole', () => {
    const { elements, told } = made(profile('p', 'Observation', [{ path: 'Observation.component', slicing: { rules: 'closed' } }, slice('a')]));
    expect(elements.get('Observation.component')!.slicing).toEqual({ rules: 'closed', ordered: false, discriminators: [] });
    expect(told).toEqual([]);
  });
});

describe('slicing that goes without saying', () => {
  test.each(['extension', 'modifierExtension'])('%s by url', (name) => {
    const { elements, told } = made(profile('p', 'Patient', [{ id: `Patient.${name}:a`, path: `Patient.${name}`, sliceName: 'a', type: [{ code: 'Extension', profile: [own('e')] }] }]));
    expect(elements.get(`Patient.${name}`)!.slicing).toEqual({ discriminators: [{ type: 'value', path: 'url' }], rules: 'open', ordered: false });
    expect(elements.get(`Patient.${name}:a`)).toMatchObject({ sliceName: 'a', types: [{ code: 'Extension', profiles: [own('e')] }] });
    expect(told).toEqual([]);
  });
  test('extensions of extensions, in a slice', () => {
    const { elements, told } = made(profile('e', 'Extension', [
      { id: 'Extension.extension:a', path: 'Extension.extension', sliceName: 'a' }, { id: 'Extension.extension:a.url', path: 'Extension.extension.url', fixedUri: 'a' },
      { id: 'Extension.extension:a.extension:b', path: 'Extension.extension.extension', sliceName: 'b' }, { id: 'Extension.extension:a.extension:b.url', path: 'Extension.extension.extension.url', fixedUri: 'b' },
    ]));
    expect(elements.get('Extension.extension:a.extension')!.slicing!.discriminators).toEqual([{ type: 'value', path: 'url' }]);
    expect(elements.get('Extension.extension:a.extension:b.url')!.fixed).toEqual({ type: 'uri', value: 'b' });
    expect(elements.get('Extension.extension:a.url')!.fixed).toEqual({ type: 'uri', value: 'a' });
    expect(elements.get('Extension.url')).not.toHaveProperty('fixed');
    expect(told).toEqual([]);
  });
  test('keeps what is said of it beside the discriminator', () => {
    const { elements } = made(profile('p', 'Patient', [{ path: 'Patient.extension', slicing: { rules: 'closed', ordered: true } }, { id: 'Patient.extension:a', path: 'Patient.extension', sliceName: 'a' }]));
    expect(elements.get('Patient.extension')!.slicing).toEqual({ discriminators: [{ type: 'value', path: 'url' }], rules: 'closed', ordered: true });
  });
  test('gives way to one that is said', () => {
    const { elements } = made(profile('p', 'Patient', [{ path: 'Patient.extension', slicing: by('value', 'exists') }, { id: 'Patient.extension:a', path: 'Patient.extension', sliceName: 'a' }]));
    expect(elements.get('Patient.extension')!.slicing!.discriminators).toEqual([{ type: 'exists', path: 'value' }]);
  });
  test('is not there without slices', () => {
    const { elements } = made(profile('p', 'Patient', [{ path: 'Patient.extension', max: '0' }]));
    expect(elements.get('Patient.extension')).not.toHaveProperty('slicing');
  });
});

describe('a type of its own', () => {
  test('may have elements that what it specialises does not have', () => {
    const { elements, told } = made(profile('Thing', 'Thing', [{ path: 'Thing' }, { path: 'Thing.size', min: 1, max: '1', type: [{ code: 'integer' }] }, { path: 'Thing.colour', type: [{ code: 'string' }] }, { path: 'Thing.text', min: 1 }], { base: core('DomainResource'), derivation: 'specialization' }));
    expect(elements.get('Thing.size')).toMatchObject({ min: 1, max: 1, types: [{ code: 'integer' }], base: { path: 'Thing.size', min: 1, max: 1 } });
    expect(elements.get('Thing.colour')).toMatchObject({ min: 0, max: '*' });
    expect(elements.get('Thing.text')!.min).toBe(1);
    expect([...elements.keys()].slice(0, 3)).toEqual(['Thing', 'Thing.id', 'Thing.meta']);
    expect(told).toEqual([]);
  });
  test('may leave an element unsaid that it speaks of the inside of', () => {
    const { elements } = made(profile('Thing', 'Thing', [{ path: 'Thing.box.size', min: 1, max: '1', type: [{ code: 'integer' }] }], { base: core('DomainResource'), derivation: 'specialization' }));
    expect(elements.get('Thing.box')).toMatchObject({ min: 0, max: '*', base: { path: 'Thing.box', min: 0, max: '*' } });
    expect(elements.get('Thing.box.size')).toMatchObject({ min: 1, base: { path: 'Thing.box.size', min: 1, max: 1 } });
  });
});
