import { expect, test } from 'vitest';
import { attestation, kinds } from '../testing.ts';
import { geolocationIsReadAsRijksdriehoek as rule } from './geolocation-is-read-as-rijksdriehoek.ts';

test('passes yes', () => { expect(kinds(rule, [attestation('ZAB-028', 'no'), attestation('ZAB-028', 'yes')])).toEqual(['pass']); });
test('reports no', () => { expect(kinds(rule, [attestation('ZAB-028', 'no')])).toEqual(['violation']); });
test('does not apply without an answer or a map', () => {
  expect(kinds(rule, [attestation('ZAB-028', 'not-applicable')])).toEqual(['not-applicable']);
  expect(kinds(rule, [attestation('ZAB-030', 'yes')])).toEqual(['not-applicable']);
});
