import { expect, test } from 'vitest';
import { targetOf } from './reference-target.ts';

test.each([
  ['Patient/1', { kind: 'local', type: 'Patient', id: '1' }], ['https://x/fhir/Patient/1', { kind: 'local', type: 'Patient', id: '1' }], ['Patient/1/_history/2', { kind: 'local', type: 'Patient', id: '1' }], ['#a', { kind: 'contained', id: 'a' }],
  ['https://x/fhirs/Patient/1', { kind: 'elsewhere', url: 'https://x/fhirs/Patient/1' }], ['urn:uuid:1', { kind: 'elsewhere', url: 'urn:uuid:1' }], ['Patient/1/2', { kind: 'elsewhere', url: 'Patient/1/2' }], ['', { kind: 'elsewhere', url: '' }],
])('%j', (reference, target) => { expect(targetOf(reference, 'https://x/fhir')).toEqual(target); });
