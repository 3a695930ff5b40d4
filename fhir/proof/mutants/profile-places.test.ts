import { expect, it } from 'vitest';
import type { ProfilePlace } from './profile-places.ts';
import { contains } from './profile-places.ts';
import { benchOf, complexExtension, lazily, synthetic } from './testing.ts';

const subject = lazily(() => benchOf('r4').subject(synthetic('r4')[1]!));
const place = (id: string): ProfilePlace => subject().places.find((one) => one.element.id === id && one.profile.includes('example.org'))!;

it('finds elements of a stated profile, and of extensions by their url', () => {
  expect(place('Patient.name').items.map((one) => one.path.join('.'))).toEqual(['name.0']);
  expect(subject().places.filter((one) => one.profile === complexExtension && one.element.id === 'Extension.extension:part').map((one) => one.items.map((item) => item.path.join('.')))).toEqual([['extension.1.extension.0']]);
});
it('puts items in slices by what the slicing looks at, and marks what that is', () => {
  expect(place('Patient.identifier:own').items).toHaveLength(1);
  expect(place('Patient.identifier:own.system')).toMatchObject({ discriminates: true, inSlice: true });
  expect(place('Patient.identifier:own.value')).toMatchObject({ discriminates: false, inSlice: true });
  expect(place('Patient.name').discriminates).toBe(false);
});
it('has no places in profiles that are not here', () => {
  const { resource } = subject();
  expect(benchOf('r4').subject({ ...resource, meta: { profile: ['http://example.org/StructureDefinition/absent'] }, extension: [{ url: 'http://example.org/none', valueInteger: 1 }] }).places).toEqual([]);
});
it('knows patterns', () => {
  expect(contains({ coding: [{ code: 'b' }, { code: 'a', display: 'A' }] }, { coding: [{ code: 'a' }] })).toBe(true);
  expect(contains({ coding: [{ code: 'b' }] }, { coding: [{ code: 'a' }] })).toBe(false);
  expect(contains(undefined, { a: 1 })).toBe(false);
});
