import { expect, test } from 'vitest';
import { coreDefinitions } from '../tables/core.ts';
import { shapesOf, type Shape } from './shapes.ts';

const r4 = shapesOf(coreDefinitions('r4'));
const stu3 = shapesOf(coreDefinitions('stu3'));
const step = (shape: Shape, ...names: string[]): Shape => names.reduce((at, name) => at.members.get(name)!.shape() as Shape, shape);

test('choice elements are known by each JSON name, and lose the type in FHIRPath', () => {
  const observation = r4.resource('Observation')!;
  expect(observation.members.get('valueCodeableConcept')!.name).toBe('value');
  expect(step(observation, 'valueCodeableConcept').kind).toBe('CodeableConcept');
  expect(step(observation, 'valueCodeableConcept', 'coding').kind).toBe('Coding');
  expect(observation.members.has('value')).toBe(false);
});
test('elements inside elements, and references to their content', () => {
  const observation = stu3.resource('Observation')!;
  expect(step(observation, 'component', 'referenceRange', 'type').kind).toBe('CodeableConcept');
  expect(step(observation, 'component', 'referenceRange')).toBe(step(observation, 'referenceRange'));
});
test('the same name may have another type elsewhere', () => {
  expect(step(stu3.resource('Encounter')!, 'class').kind).toBe('Coding');
  expect(step(r4.resource('Patient')!, 'identifier').kind).toBe('Identifier');
  expect(step(r4.resource('Task')!, 'owner', 'identifier').kind).toBe('Identifier');
  expect(step(stu3.resource('Linkage')!, 'item', 'resource').kind).toBe('Reference');
});
test('resources inside resources are told by the value; circles end', () => {
  expect(stu3.resource('Bundle')!.members.get('entry')!.shape()).toMatchObject({ kind: null });
  expect(step(stu3.resource('Bundle')!, 'entry').members.get('resource')!.shape()).toBe('resource');
  expect(step(r4.resource('Patient')!, 'extension', 'extension', 'extension')).toBe(step(r4.resource('Patient')!, 'extension'));
  expect(r4.primitive.members.has('extension')).toBe(true);
});
test('an unknown type has no shape; shapes are made once', () => {
  expect(r4.resource('Nothing')).toBeNull();
  expect(shapesOf(coreDefinitions('r4'))).toBe(r4);
});
