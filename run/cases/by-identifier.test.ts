import { expect, test } from 'vitest';
import { byIdentifier } from './by-identifier.ts';

test('the first identifier as a search token, whatever stands in it', () => {
  const query = byIdentifier({ identifier: [{ system: 'urn:ietf:rfc:3986', value: 'urn:uuid:1&x=2' }, { system: 's', value: 'other' }] });
  expect(query).toBe('?identifier=urn%3Aietf%3Arfc%3A3986%7Curn%3Auuid%3A1%26x%3D2');
  expect(new URLSearchParams(query).get('identifier')).toBe('urn:ietf:rfc:3986|urn:uuid:1&x=2');
});
