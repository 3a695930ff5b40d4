import { expect, test } from 'vitest';
import { nameOf } from './identity.ts';

const holders = new Set(['90000044', '90000011']);
test.each([
  [{ resourceType: 'Condition', identifier: [{ value: 'west-volledig-problem-p1' }] }, 'Condition p1'], [{ resourceType: 'Condition', identifier: { value: 'volledig-Condition-p1' } }, 'Condition p1'], [{ resourceType: 'Condition' }, null],
  [{ resourceType: 'Patient', identifier: [{ value: '1' }] }, 'Patient'], [{ resourceType: 'Organization', identifier: [{ value: '90000011' }] }, 'Organization holder'], [{ resourceType: 'Organization', identifier: [{ value: '1903' }] }, 'Organization 1903'],
  [{ resourceType: 'Medication', code: { coding: [{ code: 'B' }, { code: 'A' }] } }, 'Medication A+B'],
])('%j is %s', (resource, name) => { expect(nameOf(resource, holders)).toBe(name); });
