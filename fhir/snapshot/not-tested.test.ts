import { expect, test } from 'vitest';
import type { ElementFacts } from '../definitions/structure.ts';
import { notTestedOf } from './not-tested.ts';
import { core, definitionsWith, own, profile } from './testing.ts';

const at = (types: ElementFacts['types']): ElementFacts => ({ id: 'Observation.subject', path: 'Observation.subject', types });
const definitions = definitionsWith([
  profile('whole', 'Patient', [{ path: 'Patient' }]), profile('second', 'Patient', [{ path: 'Patient' }], { base: own('whole') }),
  profile('loose', 'Patient', [{ path: 'Patient' }], { base: own('absent') }), profile('second-loose', 'Patient', [{ path: 'Patient' }], { base: own('loose') }),
  profile('ring-a', 'Patient', [{ path: 'Patient' }], { base: own('ring-b') }), profile('ring-b', 'Patient', [{ path: 'Patient' }], { base: own('ring-a') }),
  { ...profile('endless', 'Patient', [{ path: 'Patient' }]), base: undefined },
]);

test.each([
  ['types without profiles', [{ code: 'string' }], []],
  ['a profile whose chain is whole', [{ code: 'Patient', profiles: [own('second')] }], []],
  ['core', [{ code: 'Reference', targets: [core('Patient')] }], []],
  ['a profile that is absent', [{ code: 'Patient', profiles: [own('nowhere')] }], [own('nowhere')]],
  ['a target that is absent', [{ code: 'Reference', targets: [core('Patient'), own('nowhere')] }], [own('nowhere')]],
  ['a profile whose base is absent', [{ code: 'Patient', profiles: [own('loose')] }], [own('loose')]],
  ['a profile whose base has none', [{ code: 'Patient', profiles: [own('second-loose')] }], [own('second-loose')]],
  ['a profile in a ring', [{ code: 'Patient', profiles: [own('ring-a')] }], [own('ring-a')]],
  ['a profile without a base', [{ code: 'Patient', profiles: [own('endless')] }], [own('endless')]],
  ['the same canonical twice: once', [{ code: 'Reference', targets: [own('nowhere')] }, { code: 'Patient', profiles: [own('nowhere')] }], [own('nowhere')]],
])('%s', (_, types, expected) => {
  expect(notTestedOf([at(types)], definitions)).toEqual(expected.map((canonical) => ({ element: 'Observation.subject', canonical })));
});
test('elements without types have nothing to tell, each other has its own line', () => {
  const absent = [{ code: 'Patient', profiles: [own('nowhere')] }];
  expect(notTestedOf([at(undefined), at(absent), { ...at(absent), id: 'b' }], definitions)).toEqual([{ element: 'Observation.subject', canonical: own('nowhere') }, { element: 'b', canonical: own('nowhere') }]);
});
