import { expect, test } from 'vitest';
import type { FhirFinding } from '../../finding.ts';
import { tally } from './tally.ts';

const finding = (code: FhirFinding['code'], severity: FhirFinding['severity'] = 'error'): FhirFinding => ({ code, severity, path: [], expression: 'X', actual: '', expected: { nl: 'x', en: 'x' } });
const refusal = (code: string, count = 1): { resources: string; code: string; count: number; why: string } => ({ resources: '^a', code, count, why: 'x' });

test('valid, rightly refused, and judged otherwise', () => {
  const counted = tally([
    { name: 'a1', findings: [finding('too-many', 'warning'), finding('code-not-checked', 'not-checked')] }, { name: 'a2', findings: [finding('too-many'), finding('too-many')] },
    { name: 'a3', findings: [finding('too-many'), finding('too-long')] }, { name: 'b', findings: [finding('too-many')] },
  ], [refusal('too-many', 2)]);
  expect(counted).toMatchObject({ valid: 1, refused: 1, stale: [] });
  expect(counted.wrong.map((one) => `${one.name} ${one.finding.code}`)).toEqual(['a3 too-long', 'b too-many']);
});

test('a reason that is met more or less often than it says is told', () => {
  const resources = [{ name: 'a1', findings: [finding('too-many')] }, { name: 'a2', findings: [finding('too-many')] }];
  expect(tally(resources, [refusal('too-many', 2)]).stale).toEqual([]);
  expect(tally(resources, [refusal('too-many', 1)]).stale).toMatchObject([{ met: 2 }]);
  expect(tally([], [refusal('too-many', 1)]).stale).toMatchObject([{ met: 0 }]);
});
