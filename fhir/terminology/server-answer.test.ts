import { expect, test } from 'vitest';
import { readServerAnswer } from './server-answer.ts';

const parameters = (...parameter: object[]): string => JSON.stringify({ resourceType: 'Parameters', parameter });
const no = (message: string): string => parameters({ name: 'result', valueBoolean: false }, { name: 'message', valueString: message });
const outcome = (code: string, diagnostics = ''): string => JSON.stringify({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code, diagnostics }] });
const kind = (body: string, status = 200): string => readServerAnswer(status, body).kind;

test('a plain yes or no', () => {
  expect([kind(parameters({ name: 'result', valueBoolean: true })), kind(parameters({ name: 'result', valueBoolean: false }))]).toEqual(['in', 'out']);
});
test.each([
  "Unknown code '123' in the CodeSystem 'http://snomed.info/sct' version 'http://snomed.info/sct/11000146104'", "The provided code 'http://snomed.info/sct#123' was not found in the value set 'http://example.org/v|1.0'",
  'Unable to validate code http://loinc.org#1 - Code is not found in CodeSystem: http://loinc.org', "The specified code '1' is not known to belong to the specified code system 'http://loinc.org'", "Unknown code 'x' for in-memory expansion of ValueSet 'http://example.org/v'", 'The code 1 does not exist in the value set',
])('%s: the code is not in it', (message) => {
  expect(kind(no(message))).toBe('out');
});
test.each([
  "A definition for CodeSystem 'http://example.org/s' could not be found, so the code cannot be validated", 'CodeSystem is unknown and can\'t be validated: http://example.org/s', 'Code system is not supported on this server', "Unknown code system 'http://example.org/s'",
  "Failed to expand ValueSet 'http://example.org/v' (in-memory). Could not validate code", 'Unable to expand ValueSet because CodeSystem could not be found: http://example.org/s', 'Code system with URI http://example.org/s not found', 'Could not find value set http://example.org/v', "The code system 'http://example.org/s' version 2 is not available",
])('%s: the server can not tell', (message) => {
  expect(kind(no(message))).toBe('cannot-tell');
});
test('newer servers say so in parameters of their own', () => {
  const result = { name: 'result', valueBoolean: false };
  expect(kind(parameters(result, { name: 'x-caused-by-unknown-system', valueCanonical: 'http://example.org/s' }))).toBe('cannot-tell');
  expect(kind(parameters(result, { name: 'issues', resource: { resourceType: 'OperationOutcome', issue: [{ code: 'not-found' }] } }))).toBe('cannot-tell');
  expect(kind(parameters(result, { name: 'issues', resource: { resourceType: 'OperationOutcome', issue: [{ code: 'code-invalid' }] } }))).toBe('out');
});
test('an OperationOutcome is never a verdict', () => {
  expect([kind(outcome('not-found'), 404), kind(outcome('not-found'), 400), kind(outcome('invalid'), 400), kind(outcome('exception'), 500), kind(outcome('login'), 401), kind(outcome('throttled'), 429), kind(outcome('invalid'), 200)])
    .toEqual(['unknown-value-set', 'unknown-value-set', 'cannot-tell', 'no-answer', 'no-answer', 'no-answer', 'cannot-tell']);
});
test('what can not be read is no answer, with the reason in it', () => {
  for (const [body, status] of [['<html>', 200], ['', 502], ['[]', 200], [parameters(), 200], [parameters({ name: 'result', valueString: 'true' }), 200], [parameters({ name: 'result', valueBoolean: true }), 500], ['{"resourceType":"Patient"}', 200]] as const) {
    expect(kind(body, status), body).toBe('no-answer');
  }
  const answer = readServerAnswer(502, '') as { text: { nl: string; en: string } };
  expect(answer.text).toEqual({ nl: 'niet gecontroleerd: de terminologieserver gaf geen antwoord (status 502)', en: 'not checked: the terminology server did not answer (status 502)' });
});
