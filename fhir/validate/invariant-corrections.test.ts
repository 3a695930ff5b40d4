import { expect, test } from 'vitest';
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

test('what their sentences ask is asked', () => {
  expect(saysStu3({ resourceType: 'Condition', clinicalStatus: 'active', subject: { display: 'x' }, abatementDateTime: '2020' })).toEqual(['error invariant-violated Condition con-4']);
  expect(saysStu3({ resourceType: 'Condition', clinicalStatus: 'resolved', subject: { display: 'x' }, abatementDateTime: '2020' })).toEqual([]);
  expect(saysStu3({ resourceType: 'Condition', subject: { display: 'x' } })).toEqual(['error invariant-violated Condition con-3']);
  expect(saysStu3(observation({ valueString: 'x', code: coded('http://example.org/s', 'a'), component: [{ code: coded('http://example.org/s', 'a'), valueString: 'x' }] }))).toEqual(['error invariant-violated Observation obs-7']);
  expect(saysStu3(observation({ valueString: 'x', code: coded('http://example.org/s', 'a'), component: [{ code: coded('http://example.org/s', 'b'), valueString: 'x' }] }))).toEqual([]);
  expect(saysStu3({ resourceType: 'Communication', status: 'completed', notDoneReason: { text: 'x' } })).toEqual(['error invariant-violated Communication com-1']);
  expect(saysStu3({ resourceType: 'Communication', status: 'completed' })).toEqual([]);
  expect(says({ resourceType: 'Basic', code: { text: 'x' } })).toEqual([]);
});
