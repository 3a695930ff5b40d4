import { expect, test } from 'vitest';
import { stepsOf } from './element-tree.ts';

test('steps of an id, with the slices that it names', () => {
  expect(stepsOf({ id: 'Observation', path: 'Observation' })).toEqual([]);
  expect(stepsOf({ id: 'Observation.code.coding', path: 'Observation.code.coding' })).toEqual([{ name: 'code' }, { name: 'coding' }]);
  expect(stepsOf({ id: 'Observation.component:systolic.value[x]', path: 'Observation.component.value[x]' })).toEqual([{ name: 'component', slice: 'systolic' }, { name: 'value' }]);
  expect(stepsOf({ id: 'Observation.value[x]:valueQuantity.code', path: 'Observation.value[x].code' })).toEqual([{ name: 'value', slice: 'valueQuantity' }, { name: 'code' }]);
  expect(stepsOf({ id: 'Patient.identifier:a/b', path: 'Patient.identifier' })).toEqual([{ name: 'identifier', slice: 'a/b' }]);
});

test('dots in a slice name do no harm', () => {
  expect(stepsOf({ id: 'Patient.extension:a.b.url', path: 'Patient.extension.url' })).toEqual([{ name: 'extension', slice: 'a.b' }, { name: 'url' }]);
  expect(stepsOf({ id: 'Patient.name:x.given', path: 'Patient.name' })).toEqual([{ name: 'name', slice: 'x.given' }]);
  // The next step is a whole word, not the beginning of one.
  expect(stepsOf({ id: 'Patient.name:v1.given2.given', path: 'Patient.name.given' })).toEqual([{ name: 'name', slice: 'v1.given2' }, { name: 'given' }]);
});

test('an id that does not follow its path is read from the path', () => {
  expect(stepsOf({ id: 'other', path: 'Patient.name.given', sliceName: 's' })).toEqual([{ name: 'name' }, { name: 'given', slice: 's' }]);
  expect(stepsOf({ id: 'other', path: 'Patient.name' })).toEqual([{ name: 'name' }]);
});
