import { expect, test } from 'vitest';
import { elementIds } from './element-ids.ts';

test('ids are made from path and slice names where the source has none', () => {
  expect(elementIds([
    { path: 'Observation' }, { path: 'Observation.component' }, { path: 'Observation.component', sliceName: 'systolic' },
    { path: 'Observation.component.code' }, { path: 'Observation.component', sliceName: 'diastolic' }, { path: 'Observation.component.code.coding', sliceName: 'dbp' },
  ])).toEqual([
    'Observation', 'Observation.component', 'Observation.component:systolic', 'Observation.component:systolic.code',
    'Observation.component:diastolic', 'Observation.component:diastolic.code.coding:dbp',
  ]);
});
test('lower-case slices of STU3 core get the spelling of their slice name, also in children', () => {
  expect(elementIds([
    { id: 'Observation.component:systolicbp', path: 'Observation.component', sliceName: 'SystolicBP' },
    { id: 'Observation.component:systolicbp.code.coding:sbpcode', path: 'Observation.component.code.coding', sliceName: 'SBPCode' },
  ])).toEqual(['Observation.component:SystolicBP', 'Observation.component:SystolicBP.code.coding:SBPCode']);
});
test('a usable id tells of slices that have no element of their own', () => {
  expect(elementIds([{ id: 'Observation.component:systolic.value[x]', path: 'Observation.component.value[x]' }])).toEqual(['Observation.component:systolic.value[x]']);
});
test('an id that is no path is made anew', () => {
  expect(elementIds([{ id: 'a4f0', path: 'Patient.name', sliceName: 'official' }])).toEqual(['Patient.name:official']);
});
test('the type of a choice in the path and the choice in the id go together', () => {
  expect(elementIds([
    { id: 'Extension.value[x]:valueCode', path: 'Extension.valueCode', sliceName: 'valueCode' }, { id: 'Extension.value[x]:valueCode.id', path: 'Extension.valueCode.id' },
  ])).toEqual(['Extension.value[x]:valueCode', 'Extension.value[x]:valueCode.id']);
});
