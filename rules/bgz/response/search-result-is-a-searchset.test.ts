import { expect, test } from 'vitest';
import { call, kinds, paths, probe, searchset, told } from '../../testing.ts';
import { searchResultIsASearchset as rule, simulatorSearchResultIsASearchset } from './search-result-is-a-searchset.ts';

const answered = (answer: Record<string, unknown> | string, settings = {}) => probe('resource', { target: '/fhir/Condition', answer, ...settings });
test('passes a searchset, also empty', () => { expect(kinds(rule, answered(searchset([])))).toEqual(['pass']); });
test('reports other bodies', () => {
  expect(paths(rule, answered('[]'))).toEqual(['body']);
  expect(paths(rule, answered(''))).toEqual(['body']);
  expect(paths(rule, answered({ resourceType: 'Condition' }))).toEqual(['resourceType']);
  expect(paths(rule, answered(searchset([], { type: 'collection' })))).toEqual(['Bundle.type']);
});
test('reports 404 for nothing found, not for an unsupported type', () => {
  expect(paths(rule, answered({}, { status: 404 }))).toEqual(['status']);
  expect(kinds(rule, answered({}, { status: 404 }))).toEqual(['violation<=warning']);
  expect(kinds(rule, answered({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'not-supported' }] }, { status: 404 }))).toEqual(['not-applicable']);
});
test('does not judge an error; XML is read', () => {
  expect(kinds(rule, answered({}, { status: 403 }))).toEqual(['not-applicable']);
  expect(kinds(rule, answered('<Bundle xmlns="http://hl7.org/fhir"><type value="searchset"/></Bundle>', { answerHeaders: {} }))).toEqual(['pass']);
  expect(kinds(rule, answered('<Bundle xmlns="http://hl7.org/fhir"><type value="collection"/></Bundle>', { answerHeaders: {} }))).toEqual(['violation']);
});
test('judges our own answers apart', () => {
  const own = call('resource', { target: '/fhir/Condition', answer: { resourceType: 'Bundle', type: 'collection' } });
  expect(kinds(simulatorSearchResultIsASearchset, own)).toEqual(['violation']);
  expect(kinds(rule, own)).toEqual([]);
});
test('tells what came', () => {
  const at = 'violation response';
  expect(told(rule, answered('[]'))).toEqual([`${at} body: no JSON object`]);
  expect(told(rule, answered(''))).toEqual([`${at} body: empty`]);
  expect(told(rule, answered('{'))).toEqual([`${at} body: malformed`]);
  expect(told(rule, answered({ resourceType: 'Condition' }))).toEqual([`${at} resourceType: Condition`]);
  expect(told(rule, answered(searchset([], { type: undefined })))).toEqual([`${at} Bundle.type: absent`]);
  for (const body of [{}, { issue: 'not-supported' }, '', { issue: [{ code: 'x' }] }]) expect(told(rule, answered(body, { status: 404 }))).toEqual(body instanceof Object && 'issue' in body && body.issue === 'not-supported' ? ['not-applicable'] : ['violation<=warning response status: HTTP 404']);
});
test('what broke off, by our limit or by the network, and what is compressed says nothing of the body', () => {
  const part = JSON.stringify(searchset([])).slice(0, 40);
  for (const outcome of ['reset', 'timeout'] as const) expect(kinds(rule, answered(part, { transport: { outcome, detail: 'we stopped reading' } }))).toEqual(['not-tested']);
  expect(kinds(rule, answered('\u001f', { answerHeaders: { 'content-type': 'application/fhir+json', 'content-encoding': 'gzip' } }))).toEqual(['not-tested']);
});
