import { expect, test } from 'vitest';
import { normaliseCodeSystem, normaliseValueSet } from './normalise-terminology.ts';

test('a tree of concepts becomes a list with parents; displays on demand', () => {
  const system = { resourceType: 'CodeSystem', url: 'u', content: 'complete', caseSensitive: true, concept: [
    { code: 'a', display: 'A', property: [{ code: 'notSelectable', valueBoolean: true }], concept: [{ code: 'b', display: 'B' }] },
  ] } as never;
  expect(normaliseCodeSystem(system, { displays: false })).toEqual({ url: 'u', content: 'complete', caseSensitive: true, codes: [
    { code: 'a', abstract: true, properties: { notSelectable: 'true' } }, { code: 'b', parent: 'a' },
  ] });
  expect(normaliseCodeSystem(system, { displays: true }).codes[1]).toEqual({ code: 'b', parent: 'a', display: 'B' });
});
test('a value set keeps parts, filters, nested sets and a ready expansion', () => {
  expect(normaliseValueSet({ resourceType: 'ValueSet', url: 'v', compose: {
    include: [{ system: 's', concept: [{ code: 'x' }] }, { system: 's', filter: [{ property: 'concept', op: 'is-a', value: 'y' }] }, { valueSet: ['w'] }], exclude: [{ system: 's', concept: [{ code: 'z' }] }],
  }, expansion: { contains: [{ system: 's', code: 'x', contains: [{ system: 's', code: 'y' }] }, { abstract: true, system: 's', code: 'q' }] } } as never, { displays: false })).toEqual({
    url: 'v', include: [{ system: 's', concepts: [{ code: 'x' }] }, { system: 's', filters: [{ property: 'concept', op: 'is-a', value: 'y' }] }, { valueSets: ['w'] }],
    exclude: [{ system: 's', concepts: [{ code: 'z' }] }], expansion: [{ system: 's', code: 'x' }, { system: 's', code: 'y' }],
  });
});
test('without a url it is refused', () => {
  expect(() => normaliseValueSet({ resourceType: 'ValueSet' } as never, { displays: false })).toThrow(TypeError);
  expect(() => normaliseCodeSystem({ resourceType: 'CodeSystem' } as never, { displays: false })).toThrow(TypeError);
});
test('a concept under several parents keeps them all', () => {
  const codes = (concept: unknown) => normaliseCodeSystem({ resourceType: 'CodeSystem', url: 'u', concept } as never, { displays: false }).codes;
  const under = [{ code: 'a' }, { code: 'b', alsoUnder: ['a'] }];
  expect(codes([{ code: 'a', property: [{ code: 'child', valueCode: 'b' }] }, { code: 'b' }])).toEqual(under);
  expect(codes([{ code: 'a' }, { code: 'b', property: [{ code: 'parent', valueCode: 'a' }] }])).toEqual(under);
  expect(codes([{ code: 'a', modifierExtension: [{ url: 'http://hl7.org/fhir/StructureDefinition/codesystem-subsumes', valueCode: 'b' }] }, { code: 'b' }])).toEqual(under);
  expect(codes([{ code: 'a', property: [{ code: 'child', valueCode: 'b' }], concept: [{ code: 'b' }] }])).toEqual([{ code: 'a' }, { code: 'b', parent: 'a' }]);
});
test('designations come with displays', () => {
  const part = { concept: [{ code: 'x', display: 'geen', designation: [{ language: 'nl', value: 'geen' }, { language: 'en', value: 'none' }] }] };
  const set = (displays: boolean) => normaliseValueSet({ resourceType: 'ValueSet', url: 'v', compose: { include: [part] } } as never, { displays }).include[0]!.concepts;
  expect(set(true)).toEqual([{ code: 'x', display: 'geen', designations: ['none'] }]);
  expect(set(false)).toEqual([{ code: 'x' }]);
});
test.each([{ total: 2 }, { offset: 10 }, { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/valueset-unclosed', valueBoolean: true }] }])('an expansion that is a part only is marked: %j', (mark) => {
  const expansion = { contains: [{ system: 's', code: 'x' }] };
  expect(normaliseValueSet({ resourceType: 'ValueSet', url: 'v', expansion: { ...expansion, ...mark } } as never, { displays: false }).expansionPartial).toBe(true);
  expect(normaliseValueSet({ resourceType: 'ValueSet', url: 'v', expansion } as never, { displays: false }).expansionPartial).toBeUndefined();
});
