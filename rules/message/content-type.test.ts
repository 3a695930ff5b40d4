import { expect, test } from 'vitest';
import { probe, searchset } from '../testing.ts';
import { formatAsked, formatGiven, statedType } from './content-type.ts';

const answered = (type: string | undefined, answer: unknown = searchset([])) => probe('resource', { answer: answer as never, answerHeaders: type === undefined ? {} : { 'content-type': type } });
test('tells FHIR from a mere syntax, from another type and from none', () => {
  expect(statedType(answered('application/fhir+json; charset=UTF-8'))).toEqual({ kind: 'fhir', type: 'application/fhir+json', format: 'json' });
  expect(statedType(answered('Application/FHIR+XML'))).toMatchObject({ kind: 'fhir', format: 'xml' });
  expect(statedType(answered('application/json'))).toMatchObject({ kind: 'loose', format: 'json' });
  expect(statedType(answered('text/xml'))).toMatchObject({ kind: 'loose', format: 'xml' });
  expect(statedType(answered('text/plain'))).toEqual({ kind: 'other', type: 'text/plain' });
  expect(statedType(answered(undefined))).toEqual({ kind: 'absent' });
  expect(statedType(probe('resource', { status: null }))).toEqual({ kind: 'absent' });
});
test('one format is asked, or none, or both', () => {
  const asked = (accept: string | undefined) => formatAsked(probe('resource', { headers: accept === undefined ? {} : { accept } }));
  expect(asked('application/fhir+xml')).toBe('xml');
  expect(asked('application/fhir+json;q=0.9, */*')).toBe('json');
  expect(asked('application/fhir+xml, application/fhir+json')).toBeNull();
  expect(asked('*/*')).toBeNull();
  expect(asked(undefined)).toBeNull();
});
test('the format that came is told by the body', () => {
  expect(formatGiven(answered('application/fhir+xml'))).toBe('json');
  expect(formatGiven(answered('text/plain', '<Bundle xmlns="http://hl7.org/fhir"/>'))).toBe('xml');
  expect(formatGiven(answered('text/plain', '[1]'))).toBe('json');
  expect(formatGiven(answered('application/fhir+xml', '<html/>'))).toBeNull();
  expect(formatGiven(answered('application/fhir+xml', ''))).toBeNull();
});
test.each([['application/json', 'json'], ['text/json', 'json'], ['application/json+fhir', 'json'], ['application/xml', 'xml'], ['text/xml', 'xml'], ['application/xml+fhir', 'xml']])('%s says the syntax, %s', (type, format) => {
  expect(statedType(answered(type))).toEqual({ kind: 'loose', type, format });
});
