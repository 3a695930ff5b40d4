import { expect, test } from 'vitest';
import { childItems } from './child-items.ts';
import { baseValidator, observation, patient, rootItem } from './testing.ts';

const plans = baseValidator().environment.base;
const at = (root: ReturnType<typeof rootItem>, ...names: readonly string[]): ReturnType<typeof rootItem> => names.reduce((item, name) => childItems(plans, item, name).at(-1)!, root);

test('places in JSON and in FHIRPath', () => {
  const root = rootItem(patient({ name: [{ given: ['a', 'b'] }], deceasedBoolean: true }));
  expect([root.path(), root.expression(), root.depth()]).toEqual([[], 'Patient', 0]);
  const given = at(root, 'name', 'given');
  expect([given.path(), given.expression(), given.depth()]).toEqual([['name', 0, 'given', 1], 'Patient.name[0].given[1]', 2]);
  expect(given.path(['x', 1])).toEqual(['name', 0, 'given', 1, 'x', 1]);
  const deceased = at(root, 'deceased');
  expect([deceased.path(), deceased.expression()]).toEqual([['deceasedBoolean'], 'Patient.deceased']);
  expect(root.pathOfMembers(['photo'])).toEqual(['photo']);
});

test('children of a primitive stand in its underscored sibling', () => {
  const both = at(rootItem(patient({ birthDate: '2020', _birthDate: { extension: [{ url: 'x', valueString: 'x' }] } })), 'birthDate');
  expect([both.path(), both.pathOfMembers(), both.childrenInSide]).toEqual([['birthDate'], ['_birthDate'], true]);
  expect(at(both, 'extension').path()).toEqual(['_birthDate', 'extension', 0]);
  const side = at(rootItem(patient({ _birthDate: { id: 'a' } })), 'birthDate');
  expect([side.path(), side.members]).toEqual([['_birthDate'], { id: 'a' }]);
  const bare = at(rootItem(patient({ birthDate: '2020' })), 'birthDate');
  expect([bare.childrenInSide, bare.members, bare.pathOfMembers(['extension'])]).toEqual([false, undefined, ['birthDate', 'extension']]);
  const value = at(rootItem(observation({ valueQuantity: { value: 1 } })), 'value');
  expect([value.childrenInSide, value.pathOfMembers(['unit'])]).toEqual([false, ['valueQuantity', 'unit']]);
});
