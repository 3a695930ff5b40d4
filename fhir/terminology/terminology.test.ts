import { expect, test } from 'vitest';
import { coreDefinitions } from '../tables/core.ts';
import { sampleDefinitions } from './sample.ts';
import { createTerminology } from './terminology.ts';

test('the answer in one word, as the validator asks it', () => {
  const terminology = createTerminology(sampleDefinitions({ systems: [{ url: 's', content: 'complete', codes: [{ code: 'a' }] }], valueSets: [{ url: 'v', include: [{ system: 's' }] }, { url: 'w', include: [{ valueSets: ['none'] }] }] }));
  expect([terminology.check('v', { system: 's', code: 'a' }), terminology.check('v', { system: 's', code: 'b' }), terminology.check('w', { code: 'a' }), terminology.check('none', { code: 'a' })]).toEqual(['in', 'out', 'unknown', 'no-value-set']);
});
test('what stops a check is told with its name', () => {
  const terminology = createTerminology(sampleDefinitions({}));
  expect(terminology.checkCode({ code: 'a' }, 'http://none')).toEqual({ kind: 'not-checkable', obstacle: 'value-set-unknown', about: 'http://none', text: { nl: 'waardelijst http://none staat niet in de geladen pakketten', en: 'value set http://none is not in the loaded packages' } });
  expect(terminology.checkSystem('http://none', 'a')).toMatchObject({ kind: 'not-checkable', obstacle: 'system-unknown', about: 'http://none' });
});
test('displays of system, supplement and value set; they differ only where a complete system has one', () => {
  const terminology = createTerminology(sampleDefinitions({
    systems: [
      { url: 's', content: 'complete', codes: [{ code: 'a', display: 'Apple', designations: ['Appel'] }, { code: 'b' }] }, { url: 'nl', supplements: 's', content: 'complete', codes: [{ code: 'a', display: 'Appeltje' }] },
      { url: 'part', content: 'fragment', codes: [{ code: 'a', display: 'Apple' }] },
    ],
    valueSets: [{ url: 'v', include: [{ system: 's', concepts: [{ code: 'a', display: 'Goudreinet' }] }] }],
  }));
  expect(terminology.displays('s', 'a')).toEqual(['Apple', 'Appel', 'Appeltje']);
  expect(terminology.displays('s', 'a', 'v')).toEqual(['Apple', 'Appel', 'Appeltje', 'Goudreinet']);
  const check = (system: string | undefined, code: string, display: string | undefined) => terminology.checkDisplay({ code, ...(system !== undefined && { system }), ...(display !== undefined && { display }) });
  expect([check('s', 'a', ' apple'), check('s', 'a', 'APPELTJE'), check('s', 'a', 'Peer'), check('s', 'b', 'Peer'), check('part', 'a', 'Peer'), check('x', 'a', 'Peer'), check(undefined, 'a', 'x'), check('s', 'a', undefined)])
    .toEqual(['same', 'same', 'differs', 'not-checkable', 'not-checkable', 'not-checkable', 'not-checkable', 'not-checkable']);
});
test.each(['stu3', 'r4'] as const)('%s core: bindings of every day', (fhir) => {
  const terminology = createTerminology(coreDefinitions(fhir));
  const set = (name: string) => `http://hl7.org/fhir/ValueSet/${name}`;
  expect(['male', 'man', 'Male'].map((code) => terminology.check(set('administrative-gender'), { code }))).toEqual(['in', 'out', 'out']);
  expect(terminology.check(set('administrative-gender'), { system: 'http://hl7.org/fhir/administrative-gender', code: 'male' })).toBe('in');
  expect(['nl', 'nl-NL', 'Nederlands!'].map((code) => terminology.check(set('all-languages'), { code }))).toEqual(['in', 'in', 'out']);
  expect(['kg', 'KiloGram/'].map((code) => terminology.check(set('ucum-bodyweight'), { system: 'http://unitsofmeasure.org', code }))).toEqual(['in', 'out']);
  const nullFlavor = fhir === 'stu3' ? 'http://hl7.org/fhir/v3/NullFlavor' : 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor';
  expect([terminology.checkSystem(nullFlavor, 'UNK').kind, terminology.checkSystem(nullFlavor, 'Unknown').kind]).toEqual(['known', 'unknown']);
});
test('R4 core: media types and countries', () => {
  const terminology = createTerminology(coreDefinitions('r4'));
  expect(['application/pdf', 'pdf', 'json'].map((code) => terminology.check('http://hl7.org/fhir/ValueSet/mimetypes', { code }))).toEqual(['in', 'out', 'unknown']);
  expect(['NL', 'XX'].map((code) => terminology.check('http://hl7.org/fhir/ValueSet/iso3166-1-2', { system: 'urn:iso:std:iso:3166', code }))).toEqual(['in', 'out']);
  expect(['NLD', 'NL'].map((code) => terminology.check('http://hl7.org/fhir/ValueSet/iso3166-1-3', { system: 'urn:iso:std:iso:3166', code }))).toEqual(['unknown', 'out']);
});
