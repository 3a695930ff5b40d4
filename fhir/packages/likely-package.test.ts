import { expect, test } from 'vitest';
import { likelyPackage } from './likely-package.ts';

test('the naming of a canonical hints at its package, for each FHIR version', () => {
  expect(likelyPackage('stu3', 'http://nictiz.nl/fhir/StructureDefinition/zib-Problem')).toBe('nictiz.fhir.nl.stu3.zib2017');
  expect(likelyPackage('r4', 'http://nictiz.nl/fhir/StructureDefinition/zib-Problem')).toBe('nictiz.fhir.nl.r4.zib2020');
  expect(likelyPackage('stu3', 'http://fhir.nl/fhir/StructureDefinition/nl-core-patient|2.1')).toBe('nictiz.fhir.nl.stu3.zib2017');
  expect(likelyPackage('stu3', 'http://example.org/fhir/StructureDefinition/zib-Problem')).toBeNull();
});
