import { expect, test } from 'vitest';
import type { ElementFacts } from '../definitions/structure.ts';
import { coreDefinitions } from '../tables/core.ts';
import { treeOf } from './element-node.ts';
import { withBase } from './fill-base.ts';
import type { Sources } from './open.ts';
import { own, profile, snapshotsWith } from './testing.ts';

const core = coreDefinitions('stu3');
const isType = (type: string): boolean => core.type(type) !== null;
const sources: Sources = { type: (name) => { const type = core.type(name); return type === null ? null : treeOf(type.snapshot!); }, profile: () => null };
const filled = (...elements: readonly ElementFacts[]): readonly ElementFacts[] => withBase(elements, 'Observation', sources, isType);
const at = (path: string, rest: Partial<ElementFacts> = {}): ElementFacts => ({ id: path, path, ...rest });

test('elements that have all are left as they are', () => {
  const elements = [at('Observation', { min: 0, max: '*', base: { path: 'Observation', min: 0, max: '*' } })];
  expect(withBase(elements, 'Observation', sources, isType)).toBe(elements);
});
test('what is missing is that of the type', () => {
  expect(filled(at('Observation'), at('Observation.status'), at('Observation.text', { min: 1 }))).toMatchObject([
    { min: 0, max: '*', base: { path: 'Observation' } }, { min: 1, max: 1, base: { path: 'Observation.status', min: 1, max: 1 } }, { min: 1, max: 1, base: { path: 'DomainResource.text', min: 0, max: 1 } },
  ]);
});
test('also inside data types, content references, and a choice by its own name or with the type in it', () => {
  expect(filled(at('Observation.code.coding.system'), at('Observation.component.referenceRange.low'), at('Observation.valueQuantity'), at('Observation.valueQuantity.unit'), at('Observation.value[x]')).map((element) => element.base!.path))
    .toEqual(['Coding.system', 'Observation.referenceRange.low', 'Observation.value[x]', 'Quantity.unit', 'Observation.value[x]']);
});
test('a base that is there is kept, and gives the cardinality', () => {
  const base = { path: 'X.y', min: 1, max: 3 } as const;
  expect(filled(at('Observation.status', { base }))).toEqual([at('Observation.status', { min: 1, max: 3, base })]);
});
test('an element that the type does not have is its own base, and may be there any number of times', () => {
  const base = { min: 0, max: '*' } as const;
  expect(filled(at('Observation.nothing'), at('Observation.nothing.more'))).toEqual(['Observation.nothing', 'Observation.nothing.more'].map((path) => at(path, { ...base, base: { path, ...base } })));
  expect(withBase([at('Thing.size')], 'Thing', sources, isType)).toEqual([at('Thing.size', { ...base, base: { path: 'Thing.size', ...base } })]);
});
test('a published STU3 profile without base facts has its choices under their own names', () => {
  const snapshot = [at('Observation', { min: 0, max: '*' }), at('Observation.valueQuantity', { min: 1, max: 1 }), at('Observation.valueQuantity.unit', { min: 1, max: 1 })];
  const answer = snapshotsWith([{ ...profile('p', 'Observation', [{ path: 'Observation' }], { fhir: 'stu3' }), snapshot }], 'stu3').of(own('p'));
  expect(answer).toMatchObject({ kind: 'ok', structure: { snapshot: [{ id: 'Observation' }, { id: 'Observation.value[x]', min: 1, base: { path: 'Observation.value[x]', min: 0 } }, { id: 'Observation.value[x].unit', base: { path: 'Quantity.unit' } }] } });
});
