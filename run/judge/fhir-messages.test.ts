import { expect, test } from 'vitest';
import { call, notification } from '../../rules/testing.ts';
import { fhirMessagesOf } from './fhir-messages.ts';

test('the bodies of a message with FHIR, in both directions; an empty one is none', () => {
  const both = notification({}, { answer: '{"resourceType":"Task"}' });
  expect(fhirMessagesOf(both)).toEqual([{ body: both.request.body, fhir: 'stu3', served: false }, { body: both.response!.body, fhir: 'stu3', served: true }]);
  const read = call('resource', { answer: '{}' });
  expect(fhirMessagesOf(read)).toEqual([{ body: read.response!.body, fhir: 'stu3', served: true }]);
  expect(fhirMessagesOf(call('workflow-task', { status: null }))).toEqual([]);
  expect(fhirMessagesOf(call('workflow-task', { body: '{}', status: null }))).toHaveLength(1);
});
test('an address book, a token request and the like hold nothing that is asked about', () => {
  for (const endpoint of ['directory', 'token', 'metadata', 'access-log', 'other'] as const) expect(fhirMessagesOf(call(endpoint, { body: '{}', answer: '{}' }))).toEqual([]);
});
