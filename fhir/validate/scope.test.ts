import { expect, test } from 'vitest';
import { isResource, ResourceScope } from './scope.ts';
import { bundle, patient } from './testing.ts';

const inner = patient({ id: 'p' });
const outer = patient({ id: 'o', contained: [inner, { resourceType: 'Organization', id: 'p' }, 'x', { id: 'q' }] });

test('fragments are looked up in the outermost resource; # is that resource', () => {
  const scope = new ResourceScope(outer, null, null);
  expect(scope.resolve('#p')).toEqual({ kind: 'contained', resource: inner });
  expect(scope.resolve('#')).toEqual({ kind: 'contained', resource: outer });
  expect(scope.resolve('#q')).toEqual({ kind: 'missing' });
  const contained = scope.contained(inner);
  expect(contained.root).toBe(scope);
  expect(contained.resolve('#')).toEqual({ kind: 'contained', resource: outer });
  expect(contained.contained(inner).root).toBe(scope);
});

test('an entry resolves in its Bundle, and only then outside', () => {
  const all = bundle('collection', { fullUrl: 'http://example.org/fhir/Patient/p', resource: inner });
  const asked: string[] = [];
  const scope = new ResourceScope(all, null, null, undefined, (reference) => { asked.push(reference); return reference === 'Patient/z' ? outer : null; });
  const entry = scope.entry(inner, 'http://example.org/fhir/Patient/p');
  expect(entry.resolve('Patient/p')).toEqual({ kind: 'bundled', resource: inner });
  expect(asked).toEqual([]);
  expect(entry.resolve('Patient/z')).toEqual({ kind: 'bundled', resource: outer });
  expect(entry.resolve('Patient/y')).toEqual({ kind: 'unknown' });
  expect(asked).toEqual(['Patient/z', 'Patient/y']);
  // A resource on its own has no Bundle around it.
  expect(new ResourceScope(inner, null, null).resolve('Patient/p')).toEqual({ kind: 'unknown' });
});

test('what a resource is', () => {
  expect(isResource({ resourceType: 'x' })).toBe(true);
  for (const other of [null, 'x', [], {}, { resourceType: 1 }]) expect(isResource(other)).toBe(false);
});
