import { expect, it } from 'vitest';
import { fhirVersions } from '../../version.ts';
import { everyType } from './bases.ts';
import { dummyOf } from './dummy.ts';
import { benchOf } from './testing.ts';

it.each(fhirVersions)('%s: values are valid, of each type that an extension may have', (fhir) => {
  const resource = everyType(benchOf(fhir).definitions);
  expect(() => benchOf(fhir).subject(resource)).not.toThrow();
  expect((resource.extension as readonly unknown[]).length).toBeGreaterThan(30);
});
it('has none for types that it does not know', () => { expect(dummyOf('BackboneElement')).toBeUndefined(); });
