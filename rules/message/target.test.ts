import { expect, test } from 'vitest';
import { call } from '../testing.ts';
import { isSearch, isShaping, namesPatient, normalised, parseTarget, targetOf } from './target.ts';

test.each<[string, object]>([
  ['/t1/fhir/Condition', { type: 'Condition', id: null, operation: null, parameters: [] }],
  ['/Condition/c1', { type: 'Condition', id: 'c1', operation: null }],
  ['//Condition//c1/', { type: 'Condition', id: 'c1', operation: null }],
  ['/fhir/Observation/$lastn?code=x', { type: 'Observation', id: null, operation: '$lastn', parameters: [['code', 'x']] }],
  ['/fhir/Observation/_search', { type: 'Observation', id: null, operation: '_search' }],
  ['/fhir/Patient/p1/$everything', { type: 'Patient', id: 'p1', operation: '$everything' }],
  ['/Base/fhir/Task/Urgent', { type: 'Task', id: 'Urgent' }],
  ['/Base/fhir/Task/Flag', { type: 'Flag', id: null }],
  ['/fhir/Unknown/1', { type: 'Unknown', id: '1' }],
  ['/fhir/metadata', { type: null, id: null, operation: null }],
  ['', { type: null, id: null, operation: null, parameters: [] }],
  ['/Task/a%20b?a=1&&b=%7C+x&c&=d&e=f=g', { id: 'a b', parameters: [['a', '1'], ['b', '| x'], ['c', ''], ['', 'd'], ['e', 'f=g']] }],
  ['/Task/%?a=%', { id: '%', parameters: [['a', '%']] }],
])('reads %s', (target, wanted) => {
  expect(parseTarget(target)).toMatchObject(wanted);
  expect(targetOf(call('resource', { target }))).toEqual(parseTarget(target));
});
test('a search has a type and no id', () => {
  expect(['/Task', '/Task/$x', '/Task/1', '/metadata'].map((one) => isSearch(parseTarget(one)))).toEqual([true, true, false, false]);
});
test('spellings of one query are one; patient parameters are left out', () => {
  const one = (target: string) => normalised(parseTarget(target));
  expect(one('/x/Condition?b=2,1&a=%7C&patient=p&subject.identifier=s')).toBe('Condition/?a=|&b=1,2');
  expect(one('/Condition?a=|&subject:Patient=q&b=1,2')).toBe('Condition/?a=|&b=1,2');
  expect(one('/Observation/$lastn?c=1')).toBe('Observation/$lastn?c=1');
  expect(one('/Observation/o1')).toBe('Observation/o1?');
  expect(one('/metadata')).toBe('/?');
});
test('parameters that name the patient', () => {
  for (const name of ['patient', 'patient.identifier', 'subject:Patient', 'beneficiary', 'subscriber']) expect(namesPatient(name), name).toBe(true);
  for (const name of ['patients', 'a.patient', 'subjects', 'code', '_patient']) expect(namesPatient(name), name).toBe(false);
});
test('parameters that only shape the answer', () => {
  for (const name of ['_include', '_revinclude', '_count', '_sort', '_format']) expect(isShaping(name), name).toBe(true);
  for (const name of ['_id', 'a_count', '_counts', '_include:recurse']) expect(isShaping(name), name).toBe(false);
  expect(normalised(parseTarget('/Condition?_count=1&a=b'), isShaping)).toBe('Condition/?a=b');
});
