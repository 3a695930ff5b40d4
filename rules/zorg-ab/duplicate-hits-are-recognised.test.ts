import { expect, test } from 'vitest';
import { attestation, kinds } from '../testing.ts';
import { duplicateHitsAreRecognised as rule } from './duplicate-hits-are-recognised.ts';

test('passes yes', () => { expect(kinds(rule, [attestation('ZAB-030', 'yes')])).toEqual(['pass']); });
test('reports no', () => { expect(kinds(rule, [attestation('ZAB-030', 'no')])).toEqual(['violation']); });
test('does not apply without an answer', () => { expect(kinds(rule, [])).toEqual(['not-applicable']); });
