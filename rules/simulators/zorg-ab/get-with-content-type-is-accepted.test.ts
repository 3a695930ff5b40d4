import { expect, test } from 'vitest';
import { kinds, told } from '../../testing.ts';
import { asked, zuid } from './testing.ts';
import { getWithContentTypeIsAccepted as rule } from './get-with-content-type-is-accepted.ts';

const headers = { 'content-type': 'application/fhir+json' };
test('passes 200', () => { expect(kinds(rule, asked(`Organization?${zuid}`, { headers }))).toEqual(['pass']); });
test('reports a refusal', () => { expect(kinds(rule, asked(`Organization?${zuid}`, { headers, status: 415 }))).toEqual(['violation']); });
test('looks at such requests only', () => { expect(kinds(rule, asked(`Organization?${zuid}`))).toEqual([]); });
test('tells the answer; a read, another type and a malformed question are not looked at', () => {
  expect(told(rule, asked(`Organization?${zuid}`, { headers, status: 415 }))).toEqual(['violation response status: HTTP 415']);
  expect(kinds(rule, asked('Organization', { headers }))).toEqual(['pass']);
  for (const path of ['Organization/1', 'Endpoint', 'Organization?identifier=a|b|c']) expect(kinds(rule, asked(path, { headers })), path).toEqual([]);
});
