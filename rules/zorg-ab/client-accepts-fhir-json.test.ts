import { expect, test } from 'vitest';
import { call, kinds, notification, told } from '../testing.ts';
import { clientAcceptsFhirJson as rule } from './client-accepts-fhir-json.ts';

const asked = (accept?: string) => call('directory', { role: 'zorgab-client', headers: accept === undefined ? {} : { accept } });
test('passes the media type, also among others', () => {
  expect(kinds(rule, asked('application/fhir+json'))).toEqual(['pass']);
  expect(kinds(rule, asked('text/html, application/fhir+json;q=0.9'))).toEqual(['pass']);
});
test('reports another one or none', () => {
  expect(kinds(rule, asked('*/*'))).toEqual(['violation']);
  expect(kinds(rule, asked())).toEqual(['violation']);
});
test('looks at the address book only', () => { expect(kinds(rule, notification())).toEqual([]); });
test('tells what was asked', () => {
  expect(told(rule, asked('*/*'))).toEqual(['violation request header accept: */*']);
  expect(told(rule, asked())).toEqual(['violation request header accept: absent']);
});
