import { expect, test } from 'vitest';
import { input, kinds, notification } from '../../testing.ts';
import { inputCodesUseTaskParameter as rule } from './input-codes-use-task-parameter.ts';

const one = (code: string, system: string) => notification({ input: [input(code, { valueString: 'x' }, system)] });
test('passes the system', () => { expect(kinds(rule, notification())).toEqual(['pass']); });
test('reports another system, warns for the CodeSystem variant', () => {
  expect(kinds(rule, one('search-resource', 'http://elders.test'))).toEqual(['violation']);
  expect(kinds(rule, one('authorization-base', 'http://fhir.nl/fhir/CodeSystem/TaskParameter'))).toEqual(['violation<=warning']);
});
test('does not apply to LOINC codes', () => { expect(kinds(rule, one('11450-4', 'http://loinc.org'))).toEqual(['not-applicable']); });
