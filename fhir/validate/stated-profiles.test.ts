import { expect, test } from 'vitest';
import { brief, bundle, own, patient, profile, says, validatorWith } from './testing.ts';

const named = (version: string, min: number): ReturnType<typeof profile> => profile('named', 'Patient', [{ path: 'Patient' }, { path: 'Patient.name', min }], { version });
const stating = (...profiles: readonly string[]): ReturnType<typeof patient> => patient({ meta: { profile: [...profiles] } });

test('a stated profile is judged, and named with its version', () => {
  const validator = validatorWith({ structures: [named('1.2', 1)] });
  expect(says(stating(own('named')), validator)).toEqual(['error element-missing Patient.name']);
  expect(validator.validate(stating(own('named'))).find((one) => one.code === 'element-missing')).toMatchObject({ profile: `${own('named')}|1.2`, element: 'Patient.name' });
  expect(says(stating(`${own('named')}|1.2`), validator)).toEqual(['error element-missing Patient.name']);
});

test('one that is not loaded, or of which no snapshot can be made, is not checked: never a pass', () => {
  const found = validatorWith().validate(stating('http://example.org/absent'));
  expect(found.filter((one) => one.severity === 'not-checked')).toMatchObject([{ code: 'profile-unknown', path: ['meta', 'profile', 0], expression: 'Patient.meta.profile[0]', actual: 'http://example.org/absent', profile: 'http://example.org/absent' }]);
  const broken = profile('broken', 'Patient', [{ path: 'Patient' }], { base: own('absent') });
  expect(validatorWith({ structures: [broken] }).validate(stating(own('broken'))).filter((one) => one.severity === 'not-checked')).toMatchObject([{ code: 'profile-not-checked', path: ['meta', 'profile', 0], actual: own('broken') }]);
});

test('a profile of another type is an error', () => {
  const other = profile('other', 'Observation', [{ path: 'Observation' }]);
  expect(says(stating(own('other')), validatorWith({ structures: [other] }))).toEqual(['error profile-type-differs Patient.meta.profile[0]']);
});

test('resources inside are judged by what they state themselves', () => {
  const validator = validatorWith({ structures: [named('1', 1)] });
  const all = bundle('collection', { fullUrl: 'http://example.org/fhir/Patient/a', resource: { ...stating(own('named')), id: 'a' } }, { fullUrl: 'http://example.org/fhir/Patient/b', resource: patient({ id: 'b' }) });
  expect(says(all, validator)).toEqual(['error element-missing Bundle.entry[0].resource.name']);
});

test('what is no list of canonicals is base FHIR\'s to refuse', () => {
  expect(says(patient({ meta: { profile: 'x' } }))).toEqual(['error not-a-list Patient.meta.profile']);
  expect(says(patient({ meta: { profile: [''] } }))).toEqual(['error empty-string Patient.meta.profile[0]']);
  expect(validatorWith().validate(patient({ meta: 'x' })).map(brief)).toContain('error wrong-json-type Patient.meta');
});
