import { expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { invariantCorrections } from './invariant-corrections.ts';
import { baseValidator, coded, observation, says, saysStu3 } from './testing.ts';

test('each corrects a text that core publishes, by FHIRPath that can be read', () => {
  for (const fhir of ['stu3', 'r4'] as const) {
    const { definitions, engine } = baseValidator(fhir).environment;
    const published = new Set(definitions.canonicals().flatMap((one) => definitions.structure(one)?.snapshot ?? []).flatMap((one) => one.constraints ?? []).map((one) => `${one.key} ${one.expression}`));
    for (const one of invariantCorrections.filter((other) => other.fhir === fhir || other.fhir === 'both')) {
      expect(published).toContain(`${one.key} ${one.published}`);
      expect([one.key, one.corrected === undefined ? null : engine.syntaxFault(one.corrected)]).toEqual([one.key, null]);
      expect(one.reason.length).toBeGreaterThan(10);
    }
  }
});

test('which rules are corrected, in which version', () => {
  const of = (fhir: string): string[] => invariantCorrections.filter((one) => one.fhir === fhir).map((one) => one.key).sort();
  expect(of('stu3')).toEqual('age-1 ait-1 ait-2 cmr-1 cnt-3 com-1 con-3 con-4 csd-1 ctm-1 dis-1 eld-12 fhs-3 imm-1 imm-2 mad-2 mad-3 mny-1 mps-1 nsd-1 obs-7 opd-2 pro-1 que-1 rfr-1 sdf-20 vs-2'.split(' '));
  expect(of('r4')).toEqual('adf-0 cid-0 cmd-0 con-3 cpb-0 cpd-0 csd-0 ctm-1 ees-0 esc-0 evd-0 evi-0 evv-0 gdf-0 ig-0 ig-1 lib-0 mea-0 msd-0 nsd-0 opd-0 pdf-0 que-0 que-1 que-13 que-7 red-0 rsd-0 rvs-0 sdf-0 smp-0 spd-0 tcp-0 tst-0 vsd-0'.split(' '));
  expect(invariantCorrections).toHaveLength(of('stu3').length + of('r4').length);
});

test('what their sentences ask is asked', () => {
  expect(saysStu3({ resourceType: 'Condition', clinicalStatus: 'active', subject: { display: 'x' }, abatementDateTime: '2020' })).toEqual(['error invariant-violated Condition con-4']);
  expect(saysStu3({ resourceType: 'Condition', clinicalStatus: 'resolved', subject: { display: 'x' }, abatementDateTime: '2020' })).toEqual([]);
  expect(saysStu3({ resourceType: 'Condition', subject: { display: 'x' } })).toEqual(['error invariant-violated Condition con-3']);
  expect(saysStu3(observation({ valueString: 'x', code: coded('http://example.org/s', 'a'), component: [{ code: coded('http://example.org/s', 'a'), valueString: 'x' }] }))).toEqual(['error invariant-violated Observation obs-7']);
  expect(saysStu3(observation({ valueString: 'x', code: coded('http://example.org/s', 'a'), component: [{ code: coded('http://example.org/s', 'b'), valueString: 'x' }] }))).toEqual([]);
  expect(saysStu3({ resourceType: 'Communication', status: 'completed', notDoneReason: { text: 'x' } })).toEqual(['error invariant-violated Communication com-1']);
  expect(saysStu3({ resourceType: 'Communication', status: 'completed' })).toEqual([]);
  expect(says({ resourceType: 'Basic', code: { text: 'x' } })).toEqual([]);
  // A price without a currency, an allergy that is neither active nor an error.
  const claim = (currency: JsonObject): string[] => saysStu3({ resourceType: 'Claim', total: { value: 1, ...currency } }).filter((one) => one.includes('mny-1'));
  expect([claim({}), claim({ system: 'urn:iso:std:iso:4217', code: 'EUR' }), claim({ system: 'http://example.org', code: 'EUR' })]).toEqual([['error invariant-violated Claim.total mny-1'], [], ['error invariant-violated Claim.total mny-1']]);
  const allergy = (more: JsonObject): string[] => saysStu3({ resourceType: 'AllergyIntolerance', patient: { display: 'x' }, ...more }).filter((one) => one.includes(' ait-'));
  expect([allergy({ verificationStatus: 'confirmed' }), allergy({ verificationStatus: 'confirmed', clinicalStatus: 'active' }), allergy({ verificationStatus: 'entered-in-error' }), allergy({ verificationStatus: 'entered-in-error', clinicalStatus: 'active' }), allergy({ clinicalStatus: 'active' }), allergy({})])
    .toEqual([['error invariant-violated AllergyIntolerance ait-1'], [], [], ['error invariant-violated AllergyIntolerance ait-2'], [], ['error invariant-violated AllergyIntolerance ait-1']]);
});
