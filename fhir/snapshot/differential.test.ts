import { expect, test } from 'vitest';
import type { ElementFacts } from '../definitions/structure.ts';
import { differentialTree, stepsOf, type DiffNode } from './differential.ts';

const at = (id: string, path = id.replace(/:[^.]*/g, ''), rest: Partial<ElementFacts> = {}): ElementFacts => ({ id, path, ...rest });
const drawn = (node: DiffNode): string => `${node.name}${node.slice === undefined ? '' : `:${node.slice}`}${node.facts.length === 1 ? '' : `*${node.facts.length}`}${node.children.length === 0 ? '' : `(${node.children.map(drawn).join(' ')})`}`;

test('steps follow the id, one for each segment of the path', () => {
  expect(stepsOf(at('Observation.component:a.value[x]'))).toEqual([{ name: 'Observation' }, { name: 'component', slice: 'a' }, { name: 'value[x]' }]);
});
test('dots in slice names do no harm', () => {
  expect(stepsOf(at('Observation.code.coding:v1.2.code', 'Observation.code.coding.code'))).toEqual([{ name: 'Observation' }, { name: 'code' }, { name: 'coding', slice: 'v1.2' }, { name: 'code' }]);
});
test('even when they look like a choice', () => {
  expect(stepsOf(at('Observation.code:v.value[x]', 'Observation.code'))).toEqual([{ name: 'Observation' }, { name: 'code', slice: 'v.value[x]' }]);
});
test('and when what follows begins almost like that choice', () => {
  expect(stepsOf(at('Extension.extension:b.value[x].valid', 'Extension.extension.valid'))).toEqual([{ name: 'Extension' }, { name: 'extension', slice: 'b.value[x]' }, { name: 'valid' }]);
});
test('a slice of a slice keeps both names', () => {
  expect(stepsOf(at('Observation.category:a/b'))).toEqual([{ name: 'Observation' }, { name: 'category', slice: 'a/b' }]);
});
test('a slice name that the id lacks comes from the element, though not on the root', () => {
  expect(stepsOf(at('Observation.category', 'Observation.category', { sliceName: 'a' }))[1]).toEqual({ name: 'category', slice: 'a' });
  expect(stepsOf(at('Quantity', 'Quantity', { sliceName: 'SimpleQuantity' }))).toEqual([{ name: 'Quantity' }]);
});
test('the slice name in the id wins over that of the element', () => {
  expect(stepsOf(at('Observation.category:a', 'Observation.category', { sliceName: 'b' }))[1]).toEqual({ name: 'category', slice: 'a' });
});
test('a choice in the id with the type in the path keeps the name of the path, also in children', () => {
  expect(stepsOf(at('Extension.value[x]:valueCode', 'Extension.valueCode'))).toEqual([{ name: 'Extension' }, { name: 'valueCode', slice: 'valueCode' }]);
  expect(stepsOf(at('Extension.value[x]:valueCoding.system', 'Extension.valueCoding.system'))).toEqual([{ name: 'Extension' }, { name: 'valueCoding', slice: 'valueCoding' }, { name: 'system' }]);
});
test('no differential, no tree', () => {
  expect(differentialTree([])).toBeNull();
});
test('elements stand below their parents whatever their order, and what is not mentioned stands between', () => {
  const tree = differentialTree([at('Patient.name.given'), at('Patient'), at('Patient.name:x.family'), at('Patient.name')])!;
  expect(drawn(tree)).toBe('Patient(name(given) name:x*0(family))');
});
test('a slice called undefined is a slice', () => {
  expect(drawn(differentialTree([at('Patient'), at('Patient.name'), at('Patient.name:undefined')])!)).toBe('Patient(name name:undefined)');
});
test('a differential without its root has a root without facts', () => {
  expect(drawn(differentialTree([at('Patient.name')])!)).toBe('Patient*0(name)');
});
test('an element that stands twice keeps both facts', () => {
  const tree = differentialTree([at('Patient.name', 'Patient.name', { min: 1 }), at('Patient.name', 'Patient.name', { max: 1 })])!;
  expect(tree.children[0]!.facts).toEqual([{ id: 'Patient.name', path: 'Patient.name', min: 1 }, { id: 'Patient.name', path: 'Patient.name', max: 1 }]);
});
