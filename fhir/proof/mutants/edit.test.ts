import { expect, it } from 'vitest';
import { brief, edited, replaced, valueAt } from './edit.ts';

const patient = { resourceType: 'Patient', name: [{ given: ['a', 'b'] }] };
it('changes a copy', () => {
  expect(edited(patient, ['name', 0], (name) => { name.family = 'x'; })).toEqual({ resourceType: 'Patient', name: [{ given: ['a', 'b'], family: 'x' }] });
  expect(replaced(patient, ['name', 0, 'given', 1], 'c')).toEqual({ resourceType: 'Patient', name: [{ given: ['a', 'c'] }] });
  expect(replaced(patient, ['name', 0, 'given', 0], undefined)).toEqual({ resourceType: 'Patient', name: [{ given: ['b'] }] });
  expect(replaced(patient, ['name'], undefined)).toEqual({ resourceType: 'Patient' });
  expect(patient).toEqual({ resourceType: 'Patient', name: [{ given: ['a', 'b'] }] });
});
it('finds values and shortens them', () => {
  expect(valueAt(patient, ['name', 0, 'given', 1])).toBe('b');
  expect(valueAt(patient, ['none', 0, 'given'])).toBeUndefined();
  expect(brief(undefined)).toBe('nothing');
  expect(brief('x'.repeat(100))).toHaveLength(60);
});
