import { describe, expect, test } from 'vitest';
import { idsUnder, made, own, profile } from './testing.ts';

const stu3 = { fhir: 'stu3' } as const;
const typesOf = (codes: readonly { readonly code: string }[] | undefined): string[] => (codes ?? []).map((type) => type.code);

describe('STU3: a path with the type in it', () => {
  test('stands for the choice, limited to that type, its children with it', () => {
    const { elements, told } = made(profile('p', 'Observation', [{ id: 'Observation.valueQuantity', path: 'Observation.valueQuantity', min: 1 }, { id: 'Observation.valueQuantity.unit', path: 'Observation.valueQuantity.unit', min: 1 }], stu3));
    expect(elements.get('Observation.value[x]')).toMatchObject({ min: 1, max: 1, types: [{ code: 'Quantity' }], path: 'Observation.value[x]', base: { path: 'Observation.value[x]', min: 0, max: 1 } });
    expect(elements.get('Observation.value[x].unit')).toMatchObject({ min: 1, types: [{ code: 'string' }] });
    expect(elements.get('Observation.value[x]')).not.toHaveProperty('slicing');
    expect([...elements.keys()].filter((id) => id.includes('value[x]:'))).toEqual([]);
    expect(told).toEqual([]);
  });
  test('so it does with the id of the choice and the slice name that tools give it', () => {
    const { elements } = made(profile('p', 'Observation', [{ id: 'Observation.value[x]:valueString', path: 'Observation.valueString', sliceName: 'valueString', min: 1 }], stu3));
    expect(elements.get('Observation.value[x]')).toMatchObject({ min: 1, types: [{ code: 'string' }] });
    expect(elements.has('Observation.value[x]:valueString')).toBe(false);
  });
  test('is a slice where the choice is sliced', () => {
    const { elements } = made(profile('p', 'Observation', [
      { path: 'Observation.value[x]', slicing: { discriminator: [{ type: 'type', path: '$this' }], rules: 'open' } }, { id: 'Observation.value[x]:valueQuantity', path: 'Observation.valueQuantity', sliceName: 'valueQuantity', max: '1' },
    ], stu3));
    expect(typesOf(elements.get('Observation.value[x]')!.types).length).toBeGreaterThan(5);
    expect(elements.get('Observation.value[x]:valueQuantity')).toMatchObject({ sliceName: 'valueQuantity', types: [{ code: 'Quantity' }], min: 0 });
  });
  test('is a slice where the base has slices of the choice', () => {
    const sliced = profile('base', 'Observation', [{ path: 'Observation.value[x]', slicing: { discriminator: [{ type: 'type', path: '$this' }], rules: 'open' } }, { path: 'Observation.value[x]', sliceName: 'mine', type: [{ code: 'string' }] }], stu3);
    const { elements } = made(sliced, profile('p', 'Observation', [{ path: 'Observation.valueQuantity', min: 0 }], { ...stu3, base: own('base') }));
    expect(idsUnder(elements, 'Observation.value[x]')).toEqual(['Observation.value[x]', 'Observation.value[x]:mine', 'Observation.value[x]:valueQuantity']);
  });
  test('is a slice where the base is ready for slices and has none', () => {
    const ready = profile('base', 'Observation', [{ path: 'Observation.value[x]', slicing: { discriminator: [{ type: 'type', path: '$this' }], rules: 'open' } }], stu3);
    const { elements } = made(ready, profile('p', 'Observation', [{ path: 'Observation.valueQuantity', min: 0 }], { ...stu3, base: own('base') }));
    expect(idsUnder(elements, 'Observation.value[x]')).toEqual(['Observation.value[x]', 'Observation.value[x]:valueQuantity']);
  });
  test('is a slice where the base has slices and does not say by what', () => {
    const base = { path: 'Observation.value[x]', min: 0, max: 1 } as const;
    const types = [{ code: 'Quantity' }, { code: 'string' }];
    const snapshot = [{ id: 'Observation', path: 'Observation', min: 0, max: '*', base: { path: 'Observation', min: 0, max: '*' } }, { id: 'Observation.value[x]', path: 'Observation.value[x]', min: 0, max: 1, base, types }, { id: 'Observation.value[x]:mine', path: 'Observation.value[x]', sliceName: 'mine', min: 0, max: 1, base, types }] as const;
    const { elements } = made({ ...profile('base', 'Observation', [{ path: 'Observation' }], stu3), snapshot }, profile('p', 'Observation', [{ path: 'Observation.valueQuantity', min: 0 }], { ...stu3, base: own('base') }));
    expect(idsUnder(elements, 'Observation.value[x]')).toEqual(['Observation.value[x]', 'Observation.value[x]:mine', 'Observation.value[x]:valueQuantity']);
  });
  test('is a slice beside one under a name of its own', () => {
    const { elements } = made(profile('p', 'Observation', [{ path: 'Observation.valueQuantity', min: 0 }, { id: 'Observation.valueQuantity:weight', path: 'Observation.valueQuantity', sliceName: 'weight', min: 0 }], stu3));
    expect(idsUnder(elements, 'Observation.value[x]')).toEqual(['Observation.value[x]', 'Observation.value[x]:valueQuantity', 'Observation.value[x]:weight']);
  });
  test('is limited to that type whatever types stand beside its name', () => {
    const { elements, told } = made(profile('p', 'Observation', [{ path: 'Observation.valueQuantity', type: [{ code: 'Quantity' }, { code: 'string' }] }], stu3));
    expect(elements.get('Observation.value[x]')!.types).toEqual([{ code: 'Quantity' }]);
    expect(told).toEqual(['type-added']);
  });
  test('is a slice where the same differential slices the choice without saying so', () => {
    const { elements } = made(profile('p', 'Observation', [{ path: 'Observation.value[x]', sliceName: 'mine', type: [{ code: 'string' }] }, { path: 'Observation.valueQuantity', min: 0 }], stu3));
    expect(idsUnder(elements, 'Observation.value[x]').slice(0, 3)).toEqual(['Observation.value[x]', 'Observation.value[x]:mine', 'Observation.value[x]:valueQuantity']);
    expect(typesOf(elements.get('Observation.value[x]')!.types).length).toBeGreaterThan(5);
  });
  test('is a slice under a name of its own', () => {
    const { elements } = made(profile('p', 'Observation', [{ id: 'Observation.valueQuantity:weight', path: 'Observation.valueQuantity', sliceName: 'weight', min: 0 }], stu3));
    expect(elements.get('Observation.value[x]:weight')).toMatchObject({ types: [{ code: 'Quantity' }] });
    expect(typesOf(elements.get('Observation.value[x]')!.types).length).toBeGreaterThan(5);
  });
  test('is a slice beside a list with more types; beside a list of that type it is the choice', () => {
    const listed = (...codes: readonly string[]) => made(profile('p', 'Observation', [{ path: 'Observation.value[x]', type: codes.map((code) => ({ code })) }, { path: 'Observation.valueQuantity', min: 0 }], stu3));
    const both = listed('Quantity', 'string');
    expect(both.elements.get('Observation.value[x]:valueQuantity')).toMatchObject({ types: [{ code: 'Quantity' }] });
    expect(typesOf(both.elements.get('Observation.value[x]')!.types)).toEqual(['Quantity', 'string']);
    expect(idsUnder(listed('Quantity').elements, 'Observation.value[x]')).toEqual(['Observation.value[x]']);
  });
  test('for two types at once excludes none, and that is told', () => {
    const { elements, issues } = made(profile('p', 'Observation', [{ path: 'Observation.valueQuantity', min: 0 }, { path: 'Observation.valueString', min: 0 }], stu3));
    expect(typesOf(elements.get('Observation.value[x]')!.types).length).toBeGreaterThan(5);
    expect(idsUnder(elements, 'Observation.value[x]')).toEqual(['Observation.value[x]', 'Observation.value[x]:valueQuantity', 'Observation.value[x]:valueString']);
    expect(issues).toEqual([{ code: 'choice-ambiguous', element: 'Observation.value[x]', detail: 'Quantity, string' }]);
  });
});

describe('R4: a path with the type in it', () => {
  test('is a slice of that type, and no other type is allowed', () => {
    const { elements, told } = made(profile('p', 'Observation', [{ id: 'Observation.value[x]:valueQuantity', path: 'Observation.valueQuantity', min: 1 }, { path: 'Observation.valueQuantity.unit', min: 1 }]));
    expect(elements.get('Observation.value[x]')).toMatchObject({ min: 0, types: [{ code: 'Quantity' }], slicing: { discriminators: [{ type: 'type', path: '$this' }], rules: 'closed', ordered: false } });
    expect(elements.get('Observation.value[x]:valueQuantity')).toMatchObject({ sliceName: 'valueQuantity', min: 1, types: [{ code: 'Quantity' }] });
    expect(elements.get('Observation.value[x]:valueQuantity.unit')).toMatchObject({ min: 1 });
    expect(told).toEqual([]);
  });
  test('excludes none beside others, and that is told', () => {
    const { elements, told } = made(profile('p', 'Observation', [{ path: 'Observation.valueQuantity', min: 0 }, { path: 'Observation.valueString', min: 0 }]));
    expect(typesOf(elements.get('Observation.value[x]')!.types)).toHaveLength(11);
    expect(elements.get('Observation.value[x]')!.slicing!.rules).toBe('open');
    expect(told).toEqual(['choice-ambiguous']);
  });
});

describe('R4 and STU3: a slice on the path of the choice', () => {
  test.each(['r4', 'stu3'] as const)('named after a type is for that type and excludes no other (%s)', (fhir) => {
    const { elements, told } = made(profile('p', 'Observation', [{ id: 'Observation.value[x]:valueQuantity', path: 'Observation.value[x]', sliceName: 'valueQuantity', min: 1 }], { fhir }));
    expect(elements.get('Observation.value[x]:valueQuantity')).toMatchObject({ types: [{ code: 'Quantity' }], min: 1 });
    expect(elements.get('Observation.value[x]')).toMatchObject({ min: 0, slicing: { discriminators: [{ type: 'type', path: '$this' }], rules: 'open' } });
    expect(typesOf(elements.get('Observation.value[x]')!.types).length).toBeGreaterThan(5);
    expect(told).toEqual([]);
  });
  test('is for that type too when the differential speaks only of its inside', () => {
    const { elements, told } = made(profile('p', 'Observation', [{ id: 'Observation.value[x]:valueQuantity.unit', path: 'Observation.value[x].unit', min: 1 }]));
    expect(typesOf(elements.get('Observation.value[x]:valueQuantity')!.types)).toEqual(['Quantity']);
    expect(elements.get('Observation.value[x]:valueQuantity.unit')!.min).toBe(1);
    expect(told).toEqual([]);
  });
  test.each(['mine', 'valueAddress'])('named after no type of the choice has all of its types (%s)', (sliceName) => {
    const { elements } = made(profile('p', 'Observation', [{ path: 'Observation.value[x]', sliceName }]));
    expect(typesOf(elements.get(`Observation.value[x]:${sliceName}`)!.types)).toHaveLength(11);
  });
  test('with types of its own is for those, whatever its name', () => {
    const { elements } = made(profile('p', 'Observation', [{ path: 'Observation.value[x]', sliceName: 'valueQuantity', type: [{ code: 'string' }] }]));
    expect(typesOf(elements.get('Observation.value[x]:valueQuantity')!.types)).toEqual(['string']);
  });
});
