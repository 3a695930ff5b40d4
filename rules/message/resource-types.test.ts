import { expect, test } from 'vitest';
import { resourceTypes } from './resource-types.ts';

test('all 117 resource types of STU3, none of R4', () => {
  expect(resourceTypes.size).toBe(117);
  for (const name of resourceTypes) expect(name).toMatch(/^[A-Z][A-Za-z]+$/);
  for (const name of ['Account', 'Bundle', 'CapabilityStatement', 'Task', 'VisionPrescription']) expect(resourceTypes.has(name)).toBe(true);
  for (const name of ['ServiceRequest', 'MedicationKnowledge', 'Resource', 'DomainResource', '']) expect(resourceTypes.has(name)).toBe(false);
});
