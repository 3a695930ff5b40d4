import { expect, test } from 'vitest';
import type { ElementFacts } from '../definitions/structure.ts';
import { elementsOf, nameOf, treeOf } from './element-node.ts';

const at = (id: string): ElementFacts => {
  const slice = /:([^.]*)$/.exec(id)?.[1];
  return { id, path: id.replace(/:[^.]*/g, ''), ...(slice !== undefined && { sliceName: slice }), min: 0, max: 1 };
};
const list = ['Patient', 'Patient.name', 'Patient.name.given', 'Patient.name:a', 'Patient.name:a.given', 'Patient.name:a/b', 'Patient.birthDate'].map(at);

test('the last segment of the path is the name', () => {
  expect(nameOf(at('Patient.name:a.given'))).toBe('given');
  expect(nameOf(at('Patient'))).toBe('Patient');
});
test('a list becomes a tree, with slices beside the element that they are of', () => {
  const tree = treeOf(list);
  expect(tree.slices).toEqual([]);
  expect(tree.children.map((child) => child.element.id)).toEqual(['Patient.name', 'Patient.birthDate']);
  expect(tree.children[0]!.children.map((child) => child.element.id)).toEqual(['Patient.name.given']);
  expect(tree.children[0]!.slices.map((slice) => slice.element.id)).toEqual(['Patient.name:a', 'Patient.name:a/b']);
  expect(tree.children[0]!.slices[0]!.children.map((child) => child.element.id)).toEqual(['Patient.name:a.given']);
  expect(tree.children[0]!.slices[0]!.slices).toEqual([]);
});
test('and the tree becomes the same list', () => {
  expect(elementsOf(treeOf(list), 100)).toEqual(list);
});
test('a slice without an element that it is of stands as a child', () => {
  const tree = treeOf(['Patient', 'Patient.name:a'].map(at));
  expect(tree.children.map((child) => child.element.id)).toEqual(['Patient.name:a']);
});
test('ids and paths are made anew under another name', () => {
  expect(elementsOf(treeOf(list), 100, 'Subject').map(({ id, path }) => `${id} ${path}`)).toEqual([
    'Subject Subject', 'Subject.name Subject.name', 'Subject.name.given Subject.name.given', 'Subject.name:a Subject.name', 'Subject.name:a.given Subject.name.given', 'Subject.name:a/b Subject.name', 'Subject.birthDate Subject.birthDate',
  ]);
});
test('no list, no tree', () => {
  expect(() => treeOf([])).toThrow('a snapshot without elements');
});
test.each([
  ['a second root', ['Patient', 'Observation']],
  ['a parent that is missing', ['Patient', 'Patient.name.given']],
  ['a parent of another branch', ['Patient', 'Patient.contact', 'Patient.name.given']],
  ['a name that only begins alike', ['Patient', 'Patient.name', 'Patient.names.given']],
])('%s is refused', (_, ids) => {
  expect(() => treeOf(ids.map(at))).toThrow('stands outside its parent');
});
test('a tree with more elements than allowed is refused, one with just as many is not', () => {
  expect(elementsOf(treeOf(list), list.length)).toHaveLength(list.length);
  expect(() => elementsOf(treeOf(list), list.length - 1)).toThrow(RangeError);
});
