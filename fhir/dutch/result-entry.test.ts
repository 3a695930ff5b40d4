import { expect, test } from 'vitest';
import { resultEntry } from './result-entry.ts';

const codes = (resource: object, fullUrl?: unknown): string[] => resultEntry(resource as never, fullUrl).map((one) => one.code);
const meta = { profile: ['http://example.org/p'] };

test('an id, unless the fullUrl is a urn', () => {
  expect(codes({ resourceType: 'Patient', id: 'p', meta })).toEqual([]);
  expect(codes({ resourceType: 'Patient', meta })).toEqual(['id-missing']);
  expect(codes({ resourceType: 'Patient', meta, id: '' }, 'https://x.test/Patient/1')).toEqual(['id-missing']);
  expect([codes({ resourceType: 'Patient', meta }, 'urn:uuid:1'), codes({ resourceType: 'Patient', meta }, 'urn:oid:2.999')]).toEqual([[], []]);
});
test('a stated profile, OperationOutcome and Binary excepted', () => {
  for (const wrong of [undefined, {}, { profile: [] }, { profile: [''] }, { profile: 'text' }]) expect(codes({ resourceType: 'Flag', id: 'f', meta: wrong })).toEqual(['profile-not-stated']);
  for (const resourceType of ['OperationOutcome', 'Binary']) expect(codes({ resourceType, id: 'x' })).toEqual([]);
});
